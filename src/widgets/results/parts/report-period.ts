/** Which period a report is of: one of the usual ones, or two days of one's own. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { warnOnce } from '../../../elements/configuration';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsReportMessages } from '../../../locales/results-report.nl';
import { addDays, isDay } from '../../../model/day';
import { findPeriodErrors } from '../../../model/report';
import type { Day } from '../../../model/types';
import type { FormError } from '../../../ui/errors';
import { textField } from '../../../ui/field';

export interface Days {
  from: Day;
  until: Day;
}

export const PERIODS = ['thisQuarter', 'lastQuarter', 'halfYear', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

const WORDS = {
  thisQuarter: 'periodThisQuarter',
  lastQuarter: 'periodLastQuarter',
  halfYear: 'periodHalfYear',
  own: 'periodOwn',
} as const satisfies Record<PeriodName, keyof ResultsReportMessages>;

const two = (number: number): string => String(number).padStart(2, '0');

/** The first day of the quarter in which a day falls. */
function quarterOf(day: Day): Day {
  const [year = '', month = '1'] = day.split('-');
  return `${year}-${two(Math.floor((Number(month) - 1) / 3) * 3 + 1)}-01`;
}

/** The same day so many months before; the last of a month that is shorter. */
function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  const begin = `${String(Math.floor(at / 12))}-${two((at % 12) + 1)}`;
  return [date, 30, 29, 28].map((each) => `${begin}-${two(each)}`).find(isDay) ?? `${begin}-01`;
}

/** Up to today, for what is to come is in no report. */
export function daysOf(name: Exclude<PeriodName, 'own'>, today: Day): Days {
  const quarter = quarterOf(today);
  switch (name) {
    case 'thisQuarter':
      return { from: quarter, until: today };
    case 'lastQuarter':
      return { from: quarterOf(addDays(quarter, -1)), until: addDays(quarter, -1) };
    case 'halfYear':
      return { from: addDays(monthsBefore(today, 6), 1), until: today };
  }
}

/** The name of a period, if it is one of the usual ones. */
export function nameOf({ from, until }: Days, today: Day): PeriodName {
  const usual = PERIODS.filter((name) => name !== 'own');
  return (
    usual.find((name) => {
      const days = daysOf(name, today);
      return days.from === from && days.until === until;
    }) ?? 'own'
  );
}

/** What an address says: `report/{from}/{until}`. */
export function daysIn([, from, until]: readonly string[]): Days | undefined {
  if (!isDay(from) || !isDay(until)) return undefined;
  return findPeriodErrors({ from, until }).length === 0 ? { from, until } : undefined;
}

/** Says in the console, to the editor who wrote them, why the days of `from` and `until` are no period. */
export function warnOfDays([, ...said]: readonly string[]): void {
  const [from = '', until = ''] = said.map(decodeURIComponent);
  if (!from && !until) return;
  const why = whyNoPeriod({ from, until });
  if (why) warnOnce(`<samen-results> from="${from}" until="${until}": ${why}; this quarter is shown.`);
}

function whyNoPeriod(days: Days): string | undefined {
  const [wrong] = Object.entries(days).filter(([, day]) => !isDay(day));
  if (wrong) return `${wrong[0]} is not a day such as 2026-09-01`;
  const [error] = findPeriodErrors(days);
  return error && (error.code === 'tooEarly' ? 'until comes before from' : 'this is longer than three years');
}

export function periodErrors({ from, until }: Days, t: TermOf<ResultsReportMessages>): FormError[] {
  if (!isDay(from)) return [{ fieldId: 'from', text: t('periodFromRequired') }];
  if (!isDay(until)) return [{ fieldId: 'until', text: t('periodUntilRequired') }];
  const [error] = findPeriodErrors({ from, until });
  if (!error) return [];
  return [{ fieldId: 'until', text: t(error.code === 'tooEarly' ? 'periodBackwards' : 'periodTooLong') }];
}

export function periodChoice(options: {
  t: TermOf<ResultsReportMessages>;
  chosen: PeriodName;
  typed: Days;
  errors: readonly FormError[];
  onChoose: (name: PeriodName) => void;
  onType: (change: Partial<Days>) => void;
  onShow: () => void;
}): TemplateResult {
  const { t, chosen, typed, errors, onChoose, onType, onShow } = options;
  const error = (id: string) => {
    const text = errors.find(({ fieldId }) => fieldId === id)?.text;
    return text ? { error: text } : {};
  };
  const show = (event: Event) => {
    event.preventDefault();
    onShow();
  };
  return html`<div class="stack period">
    <fieldset class="field"><legend class="label">${t('periodLabel')}</legend>
      <div class="seg">${PERIODS.map(
        (name) =>
          html`<label><input type="radio" name="period" value=${name} .checked=${chosen === name} @change=${() => onChoose(name)} />${t(WORDS[name])}</label>`,
      )}</div>
    </fieldset>
    ${
      chosen === 'own'
        ? html`<form class="own" novalidate @submit=${show}>
            ${textField({ id: 'from', label: t('periodFrom'), type: 'date', value: typed.from, ...error('from'), onInput: (from) => onType({ from }) })}
            ${textField({ id: 'until', label: t('periodUntil'), type: 'date', value: typed.until, ...error('until'), onInput: (until) => onType({ until }) })}
            <button type="submit" class="btn">${t('periodShow')}</button>
          </form>`
        : nothing
    }
  </div>`;
}
