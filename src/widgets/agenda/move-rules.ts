/** Where a card may be put, and why not: the same for whoever drags and for whoever chooses from the menu. */
import type { TermOf } from '../../elements/message-sources';
import type { AgendaMessages } from '../../locales/agenda.nl';
import type { AgendaMoveMessages } from '../../locales/agenda-move.nl';
import type { AgendaItemView } from '../../model/agenda-types';
import { partySees } from '../../model/ball';
import { mayEditItem } from '../../model/permissions';
import type { Id, Party, Phase, Viewer } from '../../model/types';

/** A phase that an item is put in, or a party that its ball is offered to; '' is the lane of what has none. */
export interface Place {
  kind: 'phase' | 'party';
  id: Id;
}

/** What somebody knows who moves cards. */
export interface Mover {
  viewer: Viewer;
  phases: readonly Phase[];
  parties: readonly Party[];
  t: TermOf<AgendaMessages & AgendaMoveMessages>;
}

/** `free`: what is done by putting it there. `shut`: why that cannot be. `here`: it is there already. */
export interface Verdict {
  is: 'free' | 'shut' | 'here';
  words: string;
}

const shut = (words: string): Verdict => ({ is: 'shut', words });

/** What would become of an item that is put in this place. */
export function verdictOn(item: AgendaItemView, place: Place, mover: Mover): Verdict {
  return place.kind === 'phase' ? onPhase(item, place.id, mover) : onParty(item, place.id, mover);
}

/** A phase as it stands above its column. */
export function phaseName({ phases, t }: Pick<Mover, 'phases' | 't'>, id: Id | undefined): string | undefined {
  const at = phases.findIndex((phase) => phase.id === id);
  const phase = phases[at];
  return phase && t('phaseHeading', at + 1, phase.name);
}

/** The phase that an item stands in on the board; '' for one that is not there any more. */
export function phaseOf({ phaseId = '' }: AgendaItemView, phases: readonly Phase[]): Id {
  return phases.some(({ id }) => id === phaseId) ? phaseId : '';
}

function onPhase(item: AgendaItemView, id: Id, mover: Mover): Verdict {
  const { phases, t } = mover;
  if (phaseOf(item, phases) === id) return { is: 'here', words: t('staysHere') };
  const why = whyNoPhase(item, mover);
  if (why) return shut(why);
  const name = phaseName(mover, id);
  return name ? { is: 'free', words: t('dropInPhase', name) } : shut(t('chooseAPhase'));
}

/** Why this item is not this person's to put in another phase. */
export function whyNoPhase(item: AgendaItemView, { viewer, parties, t }: Mover): string | undefined {
  if (mayEditItem(viewer, item, item.ball)) return undefined;
  return t('onlyEditors', nameOf(parties, item.ball.holderId ?? item.createdByPartyId));
}

function onParty(item: AgendaItemView, id: Id, mover: Mover): Verdict {
  const { parties, t } = mover;
  if ((item.ball.holderId ?? '') === id) return { is: 'here', words: t('ballIsHere') };
  const why = whyNoOffer(item, mover) ?? (id ? whyNotTo(item, id, mover) : t('releaseElsewhere'));
  return why ? shut(why) : { is: 'free', words: t('dropAtParty', nameOf(parties, id)) };
}

/** Why the ball of this item is not this person's to offer, to whomever. */
export function whyNoOffer({ ball, status }: AgendaItemView, { parties, t }: Mover): string | undefined {
  if (ball.state === 'none') return t('closedNoBall');
  if (status === 'paused') return t('pausedNoBall');
  if (ball.ofItemId) return t('followsNoBall');
  if (ball.state === 'nobody') return t('takeFirst');
  if (ball.moves.includes('offer')) return undefined;
  if (ball.moves.includes('withdraw')) return t('offeredAlready', nameOf(parties, ball.offer?.toPartyId));
  return t('onlyHolder', nameOf(parties, ball.holderId));
}

/** Why it cannot be offered to just this party. */
function whyNotTo({ audience }: AgendaItemView, id: Id, { parties, t }: Mover): string | undefined {
  return partySees(parties, id, audience) ? undefined : t('cannotRead', nameOf(parties, id));
}

const nameOf = (parties: readonly Party[], id: Id | undefined): string =>
  parties.find((party) => party.id === id)?.name ?? '';
