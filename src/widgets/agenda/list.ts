/** The agenda as a list, and by quarters. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ballDrawing, ballLook } from './ball';
import type { BoardOptions } from './board';
import { lane } from './board';
import { holderName, itemCard, itemHref, signalTag, standing } from './card';
import type { AgendaItemView } from '../../model/agenda-types';
import type { Day } from '../../model/types';

/** A row for each item where there is room, else a card. */
export function itemsList(options: BoardOptions, isWide: boolean): TemplateResult {
  const { items, t } = options;
  if (!isWide) return html`<div class="lane-cards">${items.map((item) => itemCard(item, options))}</div>`;
  return html`<table class="grid-table">
    <thead>
      <tr>
        <th scope="col">${t('columnItem')}</th>
        <th scope="col">${t('columnBall')}</th>
        <th scope="col">${t('columnStep')}</th>
        <th scope="col">${t('columnDue')}</th>
        <th scope="col">${t('columnSignal')}</th>
      </tr>
    </thead>
    <tbody>${items.map((item) => row(item, options))}</tbody>
  </table>`;
}

function row(item: AgendaItemView, options: BoardOptions): TemplateResult {
  const { id, title, ball, signal } = item;
  const isOpen = ball.state !== 'none';
  return html`<tr>
    <th scope="row"><a href=${itemHref(id)}>${title}</a></th>
    <td>${isOpen ? html`<span class="holder">${ballDrawing(ballLook(item))}<span>${holderName(item, options)}</span></span>` : standing(item, options)}</td>
    <td>${ball.nextStep ?? nothing}</td>
    <td>${ball.dueOn ? options.date(ball.dueOn) : nothing}</td>
    <td>${signal && isOpen ? signalTag(signal, options.t) : nothing}</td>
  </tr>`;
}

const quarterOf = (day: Day): string => `${day.slice(0, 4)}-${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;

/** A column for each quarter in which something is to be done, or was done; what has no date comes first. */
export function quartersBoard(options: BoardOptions, today: Day): TemplateResult {
  const { items, t } = options;
  const dayOf = ({ ball, changedOn }: AgendaItemView) => (ball.state === 'none' ? changedOn : ball.dueOn);
  const byQuarter = new Map<string, AgendaItemView[]>();
  for (const item of items) {
    const day = dayOf(item);
    const quarter = day ? quarterOf(day) : '';
    byQuarter.set(quarter, [...(byQuarter.get(quarter) ?? []), item]);
  }
  const now = quarterOf(today);
  if (!byQuarter.has(now)) byQuarter.set(now, []);
  return html`<div class="board board--balls">
    ${[...byQuarter]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([quarter, own]) => {
        const [year, number] = quarter.split('-');
        const isNow = quarter === now;
        const count = t('itemCount', own.length);
        return lane(options, {
          name: quarter ? t('quarter', Number(number), Number(year)) : t('withoutDate'),
          about: isNow ? `${t('laneNow')} · ${count}` : count,
          kind: isNow ? 'now' : quarter ? undefined : 'none',
          items: own.sort((one, other) => (dayOf(one) ?? '').localeCompare(dayOf(other) ?? '')),
        });
      })}
  </div>`;
}
