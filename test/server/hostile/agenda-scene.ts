/** The agenda of the scene: balls held, offered and left lying, one between departments, sessions and a way of working. */
import { seedRow, TODAY } from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import { handoverOf, itemOf, sessionOf } from '../matrix/agenda-world';
import type { AgendaItem, Ball } from '../../../src/model/agenda-types';

const AT = `${TODAY}T08:00:00.000Z`;

/** Held by Wonen, by Welzijn, by nobody; offered to Wonen, by Wonen; paused; closed; and between departments. */
export const ITEMS = {
  held: 'punt-wonen',
  theirs: 'punt-welzijn',
  nobody: 'punt-niemand',
  toUs: 'punt-aan-wonen',
  byUs: 'punt-van-wonen',
  paused: 'punt-rust',
  done: 'punt-klaar',
  internal: 'punt-intern',
  alike: 'punt-dubbel',
} as const;
export const SESSIONS = { all: 'sessie', internal: 'sessie-intern' } as const;
export const METHOD = 'werkvorm';

export function agendaOf(): SeedRow[] {
  const made = (id: string, item: Partial<AgendaItem> = {}, ball: Partial<Ball> = {}): SeedRow[] => {
    const word = item.audience === 'internal' ? 'kanarie-tussen-afdelingen' : 'kanarie-van-hier';
    const row = itemOf(id, { title: `Huur ${id} ${word}`, question: word, createdByPartyId: 'wonen', ...item });
    const line = handoverOf(id, 1, { audience: row.audience, note: word });
    return [
      seedRow('agendaItem', id, row, row.audience),
      seedRow('ball', id, { ...{ id, movedAt: AT, version: 2 }, ...ball }, row.audience),
      seedRow('handover', line.id, line, row.audience),
    ];
  };
  const by = (holderId: string): Partial<Ball> => ({
    holderId,
    heldSinceAt: AT,
    nextStep: 'Bellen',
    dueOn: '2026-03-09',
  });
  const offer = (toPartyId: string, byPersonId: string): Partial<Ball> => ({
    offer: { toPartyId, note: 'Over', offeredAt: AT, byPersonId },
  });
  return [
    ...made(ITEMS.held, {}, by('wonen')),
    ...made(ITEMS.theirs, {}, by('welzijn')),
    ...made(ITEMS.nobody, { status: 'idea' }),
    ...made(ITEMS.toUs, {}, { ...by('welzijn'), ...offer('wonen', 'welzijn-3') }),
    ...made(ITEMS.byUs, {}, { ...by('wonen'), ...offer('welzijn', 'wonen-3') }),
    ...made(ITEMS.paused, { status: 'paused', statusReason: 'Zomer' }, by('wonen')),
    ...made(ITEMS.done, { status: 'done' }),
    ...made(ITEMS.internal, { audience: 'internal' }, by('beleid')),
    ...made(ITEMS.alike, { topics: ['huur', 'schuld'] }, by('beleid')),
    ...(['everyone', 'internal'] as const).map((audience) => {
      const id = audience === 'everyone' ? SESSIONS.all : SESSIONS.internal;
      const title = audience === 'everyone' ? 'kanarie-van-hier' : 'kanarie-tussen-afdelingen';
      return seedRow('session', id, sessionOf(audience, { id, title, methodIds: [METHOD] }), audience);
    }),
    seedRow('method', METHOD, {
      ...{ id: METHOD, name: 'kanarie-van-hier', minutes: 15, group: '', basis: '', steps: [], yields: '', version: 1 },
    }),
    seedRow(
      'calendarKey',
      'wonen-3',
      { keyHash: 'kanarie-van-een-collega', createdOn: TODAY, version: 1 },
      'person:wonen-3',
    ),
  ];
}
