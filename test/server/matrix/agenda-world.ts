/** The agenda in the world of the matrix: a ball in every state, internal and for everyone, seen from somebody. */
import { TODAY, seedRow } from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import { addDays } from '../../../src/model/day';
import type { AgendaItem, Ball, Handover, ItemAudience, Offer, Session } from '../../../src/model/agenda-types';
import type { Id } from '../../../src/model/types';

export const AUDIENCES: readonly ItemAudience[] = ['internal', 'everyone'];
/** Nobody's, made by another or by oneself; held by one's own party or another; offered; paused; closed. */
export const STATES = [
  'nobody',
  'nobodyMine',
  'mine',
  'theirs',
  'toMe',
  'toMeByMe',
  'byMe',
  'byMeLapsed',
  'rests',
  'done',
] as const;
export type State = (typeof STATES)[number];

const ON = '2026-02-20';
const AT = `${ON}T10:00:00.000Z`;

/** Whose turn it is, seen from somebody of this party. */
export interface Sides {
  own: Id;
  other: Id;
  third: Id;
}
export function sidesOf(own: Id, audience: ItemAudience): Sides {
  if (audience === 'everyone') return { own, other: 'jeugd', third: 'derde' };
  return own === 'wonen' ? { own, other: 'beleid', third: 'beleid' } : { own, other: 'wonen', third: 'wonen' };
}

export const itemId = (audience: ItemAudience, state: State): Id => `i-${audience}-${state.toLowerCase()}`;
export const sessionId = (audience: ItemAudience): Id => `s-${audience}`;
export const METHOD: Id = 'werkvorm';

export function itemOf(id: Id, changes: Partial<AgendaItem> = {}): AgendaItem {
  return {
    ...{ id, title: `canary-${id}`, question: 'Hoe?', driverIds: ['d-een'], topics: ['huur'], audience: 'everyone' },
    ...{ status: 'running', participations: [], createdByPartyId: 'jeugd', createdOn: ON, changedOn: ON, settled: [] },
    version: 1,
    ...changes,
  } as AgendaItem;
}

export interface Standing {
  state: State;
  sides: Sides;
  item: AgendaItem;
  ball: Ball;
}

export function standingsFor(personId: Id, partyId: Id): Standing[] {
  return AUDIENCES.flatMap((audience) => STATES.map((state) => standing(state, audience, personId, partyId)));
}

function standing(state: State, audience: ItemAudience, personId: Id, partyId: Id): Standing {
  const sides = sidesOf(partyId, audience);
  const id = itemId(audience, state);
  const isTheirs = ['theirs', 'toMe', 'toMeByMe', 'rests'].includes(state);
  const isOwn = ['mine', 'byMe', 'byMeLapsed'].includes(state);
  const holderId = isOwn ? sides.own : isTheirs ? sides.other : undefined;
  // One goes along with another, also where not everybody sees both.
  const followsId = state === 'nobody' && itemId(audience === 'internal' ? 'everyone' : 'internal', 'theirs');
  const item = itemOf(id, {
    audience,
    ...(followsId && { followsId }),
    createdByPartyId: state === 'nobodyMine' ? sides.own : sides.other,
    status: statusOf(state),
    participations: holderId ? [{ partyId: holderId, as: 'doing' }] : [],
  });
  const offer = offerOf(state, sides, personId);
  const ball: Ball = {
    // The log has its first line, so this is its second version.
    ...{ id, movedAt: AT, version: 2 },
    ...(holderId && { holderId, heldSinceAt: AT, nextStep: `canary-step-${id}`, dueOn: '2026-03-09' }),
    ...(offer && { offer }),
  };
  return { state, sides, item, ball };
}

function statusOf(state: State): AgendaItem['status'] {
  if (state === 'done') return 'done';
  if (state === 'rests') return 'paused';
  return state.startsWith('nobody') ? 'idea' : 'running';
}

function offerOf(state: State, { own, other, third }: Sides, personId: Id): Offer | undefined {
  const made = { note: 'Over', offeredAt: `${TODAY}T08:00:00.000Z` };
  const lapsed = `${addDays(TODAY, -8)}T08:00:00.000Z`;
  switch (state) {
    case 'toMe':
      return { ...made, toPartyId: own, byPersonId: `${other}-7` };
    case 'toMeByMe':
      return { ...made, toPartyId: own, byPersonId: personId };
    case 'byMe':
      return { ...made, toPartyId: third, byPersonId: `${own}-7` };
    case 'byMeLapsed':
      return { ...made, toPartyId: third, byPersonId: `${own}-7`, offeredAt: lapsed };
    default:
      return undefined;
  }
}

export function handoverOf(itemId_: Id, number: number, changes: Partial<Handover> = {}): Handover {
  const id = `o-${itemId_}-${String(number)}`;
  return {
    ...{ id, itemId: itemId_, number, kind: 'taken', by: { partyId: 'jeugd', jobTitle: '' }, at: AT },
    ...{ toPartyId: 'jeugd', note: `canary-${id}`, audience: 'everyone' },
    ...changes,
  } as Handover;
}

export const sessionOf = (audience: ItemAudience, changes: Partial<Session> = {}): Session => ({
  ...{ id: sessionId(audience), title: `canary-${sessionId(audience)}`, startsAt: '2026-03-10T09:00:00.000Z' },
  ...{ minutes: 60, methodIds: [METHOD], agendaItemIds: [], experienceIds: [], agreements: [], status: 'planned' },
  ...{ audience, version: 1 },
  ...changes,
});

export const keyHashOf = (personId: Id): string => `canary-key-${personId}`;

export function agendaRows(personId: Id, partyId: Id, otherId: Id): SeedRow[] {
  return [
    ...standingsFor(personId, partyId).flatMap(({ item, ball }): SeedRow[] => {
      const { id, audience } = item;
      const line = handoverOf(id, 1, { audience });
      return [
        seedRow('agendaItem', id, item, audience),
        seedRow('ball', id, ball, audience),
        seedRow('handover', line.id, line, audience),
      ];
    }),
    ...AUDIENCES.map((audience) => seedRow('session', sessionId(audience), sessionOf(audience), audience)),
    seedRow('method', METHOD, {
      ...{ id: METHOD, name: 'canary-method', minutes: 15, group: '', basis: '', steps: [], yields: '', version: 1 },
    }),
    ...[personId, otherId].map((id) =>
      seedRow('calendarKey', id, { keyHash: keyHashOf(id), createdOn: ON, version: 1 }, `person:${id}`),
    ),
  ];
}
