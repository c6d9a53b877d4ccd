/** What was measured of a result: as the points of a line, and in a sentence. */
import type { Point } from './line';
import type { TermOf } from '../../elements/message-sources';
import type { ResultsMessages } from '../../locales/results.nl';
import type { Measure, ResultView } from '../../model/result-types';
import type { Day } from '../../model/types';

export interface MeasureWords {
  t: TermOf<ResultsMessages>;
  number: (value: number) => string;
}

export type Measured = Pick<ResultView, 'measurements'> & { measure: Measure };

export const isMeasured = (result: ResultView): result is ResultView & Measured => result.measure !== undefined;

/** What it is now: the last value, or where it began. */
export const valueNow = ({ measure, measurements }: Measured): number => measurements.at(-1)?.value ?? measure.start;

/** Where it began has no day: it stands a little before the first value, unless that says the same. */
export function pointsOf({ measure: { start }, measurements }: Measured): Point[] {
  const points = measurements.map(({ on, value }): Point => [Date.parse(on), value]);
  const [[from = 0, first] = [], [until = 0] = []] = [points[0], points.at(-1)];
  return first === start ? points : [[from - (until - from || 1) * 0.15, start], ...points];
}

/** The day on which it began, when it is known. */
export const beganOn = ({ measure, measurements: [first] }: Measured): Day | undefined =>
  first?.value === measure.start ? first.on : undefined;

/** In what it is counted, behind a number; what is measured may say that already: "Brieven: 6 van de 10". */
export const unitOf = ({ what, unit }: Measure): string => (spaced(what).includes(spaced(unit)) ? '' : ` ${unit}`);

/** Its words, with a space around each. */
function spaced(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

/** "Brieven in gewone taal: 6 van de 10." "Zoektijd: van 15 naar 2 minuten. Doel: 1." */
export function measureSentence(measured: Measured, { t, number }: MeasureWords): string {
  const { measure, measurements } = measured;
  const { what, start, goal, source } = measure;
  const unit = unitOf(measure);
  const now = number(valueNow(measured));
  const said =
    start === 0 && goal !== undefined && goal >= valueNow(measured)
      ? [t('nowOfGoal', what, now, number(goal), unit)]
      : [
          measurements.length > 0 ? t('wentFromTo', what, number(start), now, unit) : t('beganAt', what, now, unit),
          goal === undefined ? t('noGoal') : t('goalIs', number(goal)),
        ];
  return [...said, ...(source ? [t('sourceIs', source)] : [])].join(' ');
}
