import { party, viewer } from './made';
import type { AgendaItem, Ball, Offer } from '../../src/model/agenda-types';
import type { BallSituation } from '../../src/model/ball';
import type { Viewer } from '../../src/model/types';

/* Small pieces of an agenda, for the tests of the model. */

export const NOW = new Date('2026-03-02T10:00:00.000Z');
export const TODAY = '2026-03-02';

/** Two departments, two partners. */
export const PARTIES = [party('werk'), party('zorg'), party('welzijn', 'partner'), party('wonen', 'partner')];

export const WERK = viewer('werk');
export const ZORG = viewer('zorg');
export const WELZIJN = viewer('welzijn', 'member', 'partner');
export const WONEN = viewer('wonen', 'member', 'partner');
export const CORE = viewer('werk', 'coreTeam', 'department', 9);
export const PARTNER_CORE = viewer('welzijn', 'coreTeam', 'partner', 9);
export const ADMIN = viewer('zorg', 'admin', 'department', 9);

export function item(changes: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: 'i1',
    title: 'Eén gezin, één plan',
    question: 'Hoe vertelt een gezin maar één keer zijn verhaal?',
    driverIds: [],
    topics: ['gezin'],
    audience: 'everyone',
    status: 'running',
    participations: [{ partyId: 'werk', as: 'doing' }],
    createdByPartyId: 'werk',
    createdOn: '2026-02-01',
    changedOn: '2026-03-01',
    settled: [],
    version: 1,
    ...changes,
  };
}

export function ball(changes: Partial<Ball> = {}): Ball {
  return { id: 'i1', movedAt: '2026-03-01T10:00:00.000Z', version: 1, ...changes };
}

export const offer = (toPartyId: string, changes: Partial<Offer> = {}): Offer => ({
  toPartyId,
  note: 'Jullie kennen het gezin',
  offeredAt: '2026-03-01T10:00:00.000Z',
  byPersonId: 'werk-1',
  ...changes,
});

let ids = 0;

export function situation(who: Viewer, changes: Partial<BallSituation> = {}): BallSituation {
  return {
    item: item(),
    ball: ball(),
    viewer: who,
    parties: PARTIES,
    now: NOW,
    today: TODAY,
    newId: () => `line-${String((ids += 1))}`,
    ...changes,
  };
}
