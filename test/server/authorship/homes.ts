/** Where a day is lived: a server of its own on each kind of database, whose clock and chance are given. */
import { fillSpace } from '../../../src/server/database/fill';
import { madeSeed } from '../../backends/conformance/kit';
import { filled } from '../filled';
import { startPostgres } from '../postgres';
import { startForTest } from '../running';
import type { Started } from '../running';

export interface AuthorshipHome {
  server: Started;
  clock: { now: Date };
  close: () => Promise<void>;
}

/** The same for every home: so that what is by chance does not differ. */
function chance(): () => number {
  let state = 20260302;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function home(environment: Record<string, string>, end: () => Promise<void>): Promise<AuthorshipHome> {
  const clock = { now: new Date('2026-03-02T10:00:00Z') };
  const server = await startForTest(
    { SAMEN_LOG: 'debug', ...environment },
    { now: () => clock.now, random: chance(), makers: () => false, publishesEveryMs: 20 },
  );
  for (const [spaceId, rows] of madeSeed()) await fillSpace(server.database.owner, spaceId, filled(rows));
  return {
    server,
    clock,
    async close() {
      await server.close();
      await end();
    },
  };
}

export const homes: Record<string, () => Promise<AuthorshipHome>> = {
  'on the embedded database': () => home({}, () => Promise.resolve()),
  'on PostgreSQL': async () => {
    const postgres = await startPostgres();
    const { url, ownerUrl } = postgres;
    return home({ SAMEN_DATABASE: url, SAMEN_DATABASE_OWNER: ownerUrl }, () => postgres.close());
  },
};
