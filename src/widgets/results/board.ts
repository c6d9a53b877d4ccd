/** The results as cards, by status or by driver; filters on top. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { STATUSES, resultCard } from './card';
import type { CardOptions } from './card';
import { isOfDriver } from './choice';
import type { Choice } from './choice';
import type { ResultStatus, ResultView } from '../../model/result-types';
import { chips } from '../../ui/chips';
import type { ChipOptions } from '../../ui/chips';
import { driverLabel } from '../../ui/driver';
import { emptyState } from '../../ui/empty-state';
import { vars } from '../../ui/set-vars';

export interface BoardOptions extends CardOptions {
  results: readonly ResultView[];
  choice: Choice;
  /** How many cards stand beside each other. */
  columns: number;
  onChoose: (change: Partial<Choice>) => void;
}

interface Group {
  name: unknown;
  results: readonly ResultView[];
}

export function board(options: BoardOptions): TemplateResult {
  const { results, choice, t, onChoose } = options;
  const ofDriver = results.filter((result) => isOfDriver(result, choice));
  const shown = ofDriver.filter(({ status }) => !choice.status || status === choice.status);
  return html`<div class="row row--apart no-print">
      ${chips(t('resultStatus'), statusChips(ofDriver, options))} ${grouping(options)}
    </div>
    <p class="hidden" role="status">${t('shownResults', shown.length)}</p>
    ${
      shown.length === 0
        ? emptyState({
            heading: options.heading(1, t('resultsNoneTitle'), 'h-part'),
            text: t('resultsNoneText'),
            action: html`<button type="button" class="btn" @click=${() => onChoose({ status: undefined, driver: undefined })}>${t('showAllResults')}</button>`,
          })
        : html`<div class="results">${inRows(groupsOf(shown, options), options.columns).map((group) => groupOf(group, options))}</div>`
    }`;
}

/** All of them, or those of one status; and what else leaves some out, to be taken away: an editor may have begun so. */
function statusChips(results: readonly ResultView[], { choice, drivers, t, onChoose }: BoardOptions): ChipOptions[] {
  const chip = (label: string, count: number, status: ResultStatus | undefined): ChipOptions => ({
    label,
    count,
    pressed: choice.status === status,
    onToggle: () => onChoose({ status }),
  });
  const count = (status: ResultStatus) => results.filter((result) => result.status === status).length;
  const driver = drivers.find(({ id }) => id === choice.driver);
  return [
    chip(t('allResults'), results.length, undefined),
    ...STATUSES.filter((status) => count(status) > 0 || status === choice.status).map((status) =>
      chip(t('statusName', status), count(status), status),
    ),
    ...(driver ? [{ label: driver.name, pressed: true, onToggle: () => onChoose({ driver: undefined }) }] : []),
  ];
}

function grouping({ choice, t, onChoose }: BoardOptions): TemplateResult {
  const way = (by: Choice['by'], words: string) =>
    html`<button type="button" class="chip" aria-pressed=${choice.by === by ? 'true' : 'false'} @click=${() => onChoose({ by })}>${words}</button>`;
  return html`<div class="ways" role="group" aria-label=${t('groupBy')}>${way('status', t('perStatus'))}${way('driver', t('perDriver'))}</div>`;
}

/** By driver a result stands with each of its drivers. */
function groupsOf(results: readonly ResultView[], { choice, drivers, t }: BoardOptions): Group[] {
  const groups =
    choice.by === 'status'
      ? STATUSES.map((status) => ({
          name: t('statusLong', status),
          results: results.filter((result) => result.status === status),
        }))
      : [
          ...drivers.map((driver, index) => ({
            name: driverLabel(driver, index),
            results: results.filter(({ driverIds }) => driverIds.includes(driver.id)),
          })),
          {
            name: t('withoutDriver'),
            results: results.filter(({ driverIds }) => !drivers.some(({ id }) => driverIds.includes(id))),
          },
        ];
  return groups.filter(({ results: own }) => own.length > 0);
}

/** In an order in which the groups fill the rows, for one of two and one of one stand beside each other. */
function inRows(groups: readonly Group[], columns: number): Group[] {
  const wide = ({ results }: Group) => Math.min(results.length, columns);
  const rest = [...groups];
  const ordered: Group[] = [];
  let room = columns;
  while (rest.length > 0) {
    const fits = rest.findIndex((group) => wide(group) <= room);
    for (const next of rest.splice(Math.max(fits, 0), 1)) {
      // What does not fit begins the next row.
      room = (fits < 0 ? columns : room) - wide(next) || columns;
      ordered.push(next);
    }
  }
  return ordered;
}

function groupOf({ name, results }: Group, options: BoardOptions): TemplateResult {
  return html`<section class="group" ${vars({ '--span': Math.min(results.length, options.columns) })}>
    ${options.heading(1, html`${name} <span class="muted">${results.length}</span>`, 'h-small')}
    ${results.map((result) => resultCard(result, options))}
  </section>`;
}
