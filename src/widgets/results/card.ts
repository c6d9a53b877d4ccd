/** A result as a card: what is different, and its line, its number or its sentence. All are as large. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CARD_ICONS } from './icons';
import { smallChart, spark } from './line';
import { beganOn, isMeasured, measureSentence, pointsOf, valueNow } from './measure';
import type { MeasureWords } from './measure';
import type { ResultStatus, ResultView } from '../../model/result-types';
import type { Day, Driver, Id } from '../../model/types';
import { by } from '../../ui/by';
import { tag } from '../../ui/chips';
import { driverHue, driverLabel } from '../../ui/driver';
import { addIcons, icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon';

addIcons(CARD_ICONS);

export interface CardOptions extends MeasureWords {
  date: (day: Day) => string;
  /** In as few letters as say which day. */
  shortDate: (day: Day) => string;
  partyName: (id: Id) => string;
  href: (id: Id) => string;
  /** A heading so many levels below that of the widget. */
  heading: (depth: number, content: unknown, name: string) => TemplateResult;
  drivers: readonly Driver[];
  /** Of these something is on its way to the backend. */
  sending: ReadonlySet<Id>;
}

export const STATUS_ICONS = {
  firstSign: 'leaf',
  interim: 'clock',
  reached: 'check-circle',
  stopped: 'flag',
} as const satisfies Record<ResultStatus, IconName>;

/** In the order in which they follow each other. */
export const STATUSES = Object.keys(STATUS_ICONS) as ResultStatus[];

/** How far it is, as an icon and a word. Only "bereikt" has a colour: none of the others is less. */
export function statusTag(status: ResultStatus, { t }: Pick<CardOptions, 't'>): TemplateResult {
  return tag(t('statusLong', status), {
    icon: STATUS_ICONS[status],
    ...(status === 'reached' ? { tone: 'good' as const } : {}),
  });
}

/** What somebody wrote, with who is said to have written it. */
export function quote(
  { quote: said, driverIds }: Pick<ResultView, 'quote' | 'driverIds'>,
  { drivers, partyName }: Pick<CardOptions, 'drivers' | 'partyName'>,
): TemplateResult | typeof nothing {
  if (!said) return nothing;
  const { text, jobTitle, partyId } = said;
  const hue = drivers.findIndex(({ id }) => id === driverIds[0]);
  return html`<blockquote class=${hue < 0 ? 'stack stack--tight' : `stack stack--tight ${driverHue(hue)}`}>
    <p class="quote said" dir="auto">‘${text}’</p>
    ${jobTitle || partyId ? html`<footer class="byline">${by(jobTitle, partyId ? partyName(partyId) : '')}</footer>` : nothing}
  </blockquote>`;
}

/** Its line with the goal, or the one number when there is no goal, or no line yet. */
function measured(result: ResultView, options: CardOptions): TemplateResult | typeof nothing {
  if (!isMeasured(result)) return nothing;
  const { t, number, shortDate } = options;
  const { measure, measurements } = result;
  const now = number(valueNow(result));
  const last = measurements.at(-1);
  if (measure.goal !== undefined && last) {
    const began = beganOn(result);
    return html`<figure>
      ${smallChart(
        pointsOf(result),
        { value: measure.goal, word: t('goal') },
        {
          values: [number(measure.start), now],
          days: [began ? shortDate(began) : t('startedAt'), shortDate(last.on)],
        },
      )}
      <figcaption class="small muted">${measureSentence(result, options)}</figcaption>
    </figure>`;
  }
  return html`<p class="number">
    <strong>${now}${spark(measurements.map(({ value }) => value))}</strong>
    <span>${measure.what}<br /><span class="small muted">${[measure.goal === undefined ? t('noGoal') : t('goalIs', number(measure.goal)), measure.source && t('sourceIs', measure.source)].join(' ')}</span></span>
  </p>`;
}

export function driverRow(ids: readonly Id[], drivers: readonly Driver[]): TemplateResult | typeof nothing {
  const own = drivers.flatMap((driver, index) => (ids.includes(driver.id) ? [driverLabel(driver, index)] : []));
  return own.length > 0 ? html`<p class="row drivers">${own}</p>` : nothing;
}

export function resultCard(result: ResultView, options: CardOptions): TemplateResult {
  const { t, date, heading, href, drivers, sending } = options;
  const { id, title, status, whatIsDifferent, stillNeeded, forWhom, driverIds, publication, changedOn } = result;
  return html`<article class=${publication ? 'card' : 'card is-waiting'}>
    <div class="row row--apart">
      <span class="row">${statusTag(status, options)}${publication ? nothing : tag(t('resultDraft'), { tone: 'line' })}${sending.has(id) ? tag(t('resultSending'), { tone: 'line' }) : nothing}</span>
      <span class="small muted">${date(publication?.on ?? changedOn)}</span>
    </div>
    ${heading(2, title, 'h-card')} ${result.measure ? nothing : quote(result, options)}
    <p dir="auto">${whatIsDifferent}</p>
    ${measured(result, options)} ${driverRow(driverIds, drivers)}
    ${stillNeeded ? html`<p class="small" dir="auto"><b>${t('stillNeededIs')}</b> ${stillNeeded}</p>` : nothing}
    <p class="row row--apart small end">
      <span class="muted">${forWhom}</span>
      <a class="how" href=${href(id)} aria-label=${t('readHowOf', title)}>${t('readHow')} ${icon('arrow-right')}</a>
    </p>
  </article>`;
}
