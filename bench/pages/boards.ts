/** The agenda's own board of phases, and the same items on a board of jKanban. */
import { html, render } from 'lit';
import type { CSSResult } from 'lit';
import { headingTag } from '../../src/elements/heading';
import { SamenElement } from '../../src/elements/samen-element';
import { agendaNl } from '../../src/locales/agenda.nl';
import type { AgendaItemView } from '../../src/model/agenda-types';
import type { Id, Party, Phase } from '../../src/model/types';
import { agendaStyles } from '../../src/widgets/agenda/agenda.styles';
import { phasesBoard } from '../../src/widgets/agenda/board';
import type { BoardOptions } from '../../src/widgets/agenda/board';
import { SIGNAL_WORDS } from '../../src/widgets/agenda/signal';

interface Told {
  phases: readonly Phase[];
  parties: readonly Party[];
  currentPhaseId: Id;
}

/** Read before the clock runs, as jKanban's sheet is. */
const sheets = ([SamenElement.styles, agendaStyles].flat() as CSSResult[]).flatMap(
  ({ styleSheet }) => styleSheet ?? [],
);
const days = new Intl.DateTimeFormat('nl', { day: 'numeric', month: 'long', timeZone: 'UTC' });

const t = ((key: keyof typeof agendaNl, ...args: never[]) => {
  const said = agendaNl[key] as string | ((...args: never[]) => string);
  return typeof said === 'string' ? said : said(...args);
}) as BoardOptions['t'];

function wordsOf({ phases, parties, currentPhaseId }: Told) {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const dates = new Map<string, string>();
  const date = (day: string): string => {
    const known = dates.get(day);
    if (known) return known;
    const said = days.format(new Date(day));
    dates.set(day, said);
    return said;
  };
  return { phases, parties, currentPhaseId, t, date, partyName: (id: Id) => names.get(id) ?? '' };
}

/** Drawn as the widget draws it: in a shadow root, with its sheets. */
export function byAgenda(page: HTMLElement, told: Told, items: readonly AgendaItemView[]): void {
  const root = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets;
  const heading: BoardOptions['heading'] = (depth, content, name) => headingTag(2 + depth, content, { class: name });
  render(
    html`<section class="samen">${phasesBoard({ ...wordsOf(told), heading, items, mayMove: true })}</section>`,
    root,
  );
}

interface KanbanBoard {
  id: Id;
  title: string;
  item: { id: Id; title: string }[];
}

/** For jKanban, whose card is a piece of HTML: the same words, without the drawing of the ball. */
export function kanbanBoards(told: Told, items: readonly AgendaItemView[]): KanbanBoard[] {
  const words = wordsOf(told);
  return told.phases.map(({ id, name }, index) => ({
    id,
    title: t('phaseHeading', index + 1, name),
    item: items.filter(({ phaseId }) => phaseId === id).map((item) => ({ id: item.id, title: cardHtml(item, words) })),
  }));
}

function cardHtml(
  { id, title, status, ball, signal }: AgendaItemView,
  { partyName, date }: ReturnType<typeof wordsOf>,
): string {
  const { holderId, jobTitle, nextStep, dueOn, offer } = ball;
  const more = offer ? t('offeredTo', partyName(offer.toPartyId)) : (jobTitle ?? '');
  const parts = [`<h4><a href="#samen=agenda/${id}">${title}</a></h4>`];
  if (ball.state !== 'none') {
    parts.push(`<p><b>${holderId ? partyName(holderId) : t('laneNobody')}</b> <small>${more}</small></p>`);
    parts.push(
      `<p><b>${t('nextStepNow')}</b> ${nextStep ?? ''} ${dueOn ? `<span>${t('dueBy', date(dueOn))}</span>` : ''}</p>`,
    );
  }
  if (signal) parts.push(`<span class="tag">${t('signalDays', t(SIGNAL_WORDS[signal.kind]), signal.days ?? 0)}</span>`);
  else if (status === 'done') parts.push(`<span class="tag">${t('statusDone')}</span>`);
  return parts.join('');
}

/** As its own page shows it: a column for each phase, cards that can be dragged. */
export function byKanban(page: HTMLElement, boards: KanbanBoard[]): void {
  const { jKanban: Kanban } = globalThis as unknown as { jKanban: new (options: object) => unknown };
  page.appendChild(document.createElement('div')).id = 'kanban';
  new Kanban({ element: '#kanban', boards });
}
