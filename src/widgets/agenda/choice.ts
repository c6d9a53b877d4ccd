import { oneOf } from '../../elements/configuration';
import { plain } from '../../elements/config';
import { SIGNAL_KINDS } from '../../model/agenda-types';
import type { AgendaItemView, SignalKind } from '../../model/agenda-types';
import { isId } from '../../model/id';
import type { Id } from '../../model/types';

export const VIEWS = ['phases', 'balls', 'list', 'timeline'] as const;
export type View = (typeof VIEWS)[number];
const ONLY = ['mine', 'waiting', 'signals'] as const;
export type Only = (typeof ONLY)[number];

/** How the agenda is looked at, and which items of it. */
export interface Choice {
  view: View;
  signal?: SignalKind | undefined;
  party?: Id | undefined;
  phase?: Id | undefined;
  only?: Only | undefined;
}

/** What an editor chose with attributes; wrong values count as none. */
export function editorsChoice(
  said: Partial<Record<'view' | 'party' | 'phase' | 'only', string | undefined>>,
  warn: (message: string) => void,
): Choice {
  const id = (value: string | undefined) => (isId(plain(value)) ? plain(value) : undefined);
  const only = plain(said.only) && oneOf(said.only, ['', ...ONLY], '', warn, 'only');
  return {
    view: oneOf(said.view, VIEWS, 'phases', warn, 'view'),
    party: id(said.party),
    phase: id(said.phase),
    only: only || undefined,
  };
}

/** Without what is not there: an id that nobody has would leave nothing, and not say why. */
export function known(
  choice: Choice,
  there: Record<'party' | 'phase', readonly { id: Id }[]>,
  warn: (message: string) => void,
): Choice {
  const found = { ...choice };
  for (const name of ['party', 'phase'] as const) {
    const id = choice[name];
    if (id === undefined || there[name].some((each) => each.id === id)) continue;
    warn(`${name}="${id}" is not in this space; all are shown.`);
    found[name] = undefined;
  }
  return found;
}

/** A choice as it stands in the page's address: `show/balls/signal/still`. */
export function choicePath({ view, ...rest }: Choice): string[] {
  return ['show', view, ...Object.entries(rest).flatMap(([name, value]) => (value ? [name, value] : []))];
}

/** What an address says of it; undefined when it says something else. */
export function choiceOf([name, view, ...said]: readonly string[]): Choice | undefined {
  if (name !== 'show') return undefined;
  const choice: Choice = { view: VIEWS.find((each) => each === view) ?? 'phases' };
  for (let at = 0; at + 1 < said.length; at += 2) {
    const [key, value = ''] = [said[at], said[at + 1]];
    if (key === 'signal') choice.signal = SIGNAL_KINDS.find((kind) => kind === value);
    if (key === 'only') choice.only = ONLY.find((each) => each === value);
    if (key === 'party' || key === 'phase') choice[key] = isId(value) ? value : undefined;
  }
  return choice;
}

const LATE = new Set<SignalKind>(['unanswered', 'overdue', 'still']);

/** It is silent: nobody has it, nobody answers, it is late, it lies still, or nobody joins. */
export const isSilent = ({ signal }: AgendaItemView): boolean => signal !== undefined && signal.kind !== 'overlap';

/** Offered to the party, or lying still with it (as the service answers `only=waiting`). */
export function waitsFor({ ball, signal, status }: AgendaItemView, partyId: Id | undefined): boolean {
  if (!partyId || ball.state === 'none' || status === 'paused') return false;
  if (ball.offer?.toPartyId === partyId) return true;
  return ball.holderId === partyId && signal !== undefined && LATE.has(signal.kind);
}

/** Whether an item belongs to what was chosen, for somebody of this party. */
export function isChosen(
  item: AgendaItemView,
  { signal, party, phase, only }: Choice,
  partyId: Id | undefined,
): boolean {
  if (signal && item.signal?.kind !== signal) return false;
  if (phase && item.phaseId !== phase) return false;
  if (party && item.ball.holderId !== party && !item.participations.some((each) => each.partyId === party))
    return false;
  switch (only) {
    case 'mine':
      return partyId !== undefined && item.ball.holderId === partyId;
    case 'waiting':
      return waitsFor(item, partyId);
    case 'signals':
      return item.signal !== undefined;
    default:
      return true;
  }
}
