/** What the suites of the agenda begin with: items whose balls stand in each of their states, and who they are for. */
import { TODAY, itemInput, madeSeed, seedRow } from './kit';
import type { SeedRow, Seed } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { AgendaItem, Ball, BallState, Handover, ItemAudience } from '../../../src/model/agenda-types';
import type { Id } from '../../../src/model/types';

export const SEEDED_AT = `${TODAY}T08:00:00.000Z`;
/** More than seven days ago. */
export const LONG_AGO = '2026-02-20T08:00:00.000Z';

/** Wonen holds the ball, Jeugd was offered it. */
export const HOLDER: Id = 'wonen';
export const OFFERED: Id = 'jeugd';

export type OpenState = Exclude<BallState, 'none'>;

const offer = (offeredAt: string) => ({ toPartyId: OFFERED, note: 'Aan jullie', offeredAt, byPersonId: 'wonen-2' });
export const BALLS: Record<OpenState, Omit<Ball, 'id' | 'movedAt' | 'version'>> = {
  nobody: {},
  held: { holderId: HOLDER, nextStep: 'Vragen' },
  offered: { holderId: HOLDER, nextStep: 'Vragen', offer: offer(SEEDED_AT) },
  // It is in the log already, so that no job changes it under the hands of a test.
  lapsed: { holderId: HOLDER, nextStep: 'Vragen', offer: { ...offer(LONG_AGO), isExpiryLogged: true } },
};

export interface SeededItem {
  id: Id;
  ball?: Omit<Ball, 'id' | 'movedAt' | 'version'> & Partial<Pick<Ball, 'movedAt'>>;
  item?: Partial<AgendaItem>;
  audience?: ItemAudience;
}

/** An item and its ball, as if they had been made and moved before. */
export function seededItem({ id, ball = {}, item = {}, audience = 'everyone' }: SeededItem): SeedRow[] {
  const { version: _version, ...content } = itemInput({ id, audience });
  const row: AgendaItem = {
    ...content,
    status: ball.holderId === undefined ? 'idea' : 'running',
    participations: [{ partyId: ball.holderId ?? HOLDER, as: ball.holderId === undefined ? 'thinking' : 'doing' }],
    createdByPartyId: HOLDER,
    createdOn: TODAY,
    changedOn: TODAY,
    settled: [],
    version: 1,
    ...item,
  };
  return [
    seedRow('agendaItem', id, row, audience),
    seedRow('ball', id, { id, movedAt: SEEDED_AT, version: 1, ...ball }, audience),
  ];
}

/** The space of the suite, and these items in it. */
export function seedWith(items: readonly SeededItem[]): Seed {
  const seed = madeSeed();
  const [[spaceId, rows] = ['', []]] = seed;
  return seed.set(spaceId, [...rows, ...items.flatMap(seededItem)]);
}

/** Oldest first. */
export async function logOf(from: SpaceConnection, id: Id): Promise<Handover[]> {
  const { items } = await from.read('listHandovers', { id, limit: 100 });
  return [...items].reverse();
}

export const kindsOf = (log: readonly Handover[]): string[] => log.map(({ kind }) => kind);

/** Asked again until it is so: what a server does by itself takes a moment. */
export async function eventually<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (isSo(answer) || tries === 200) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
