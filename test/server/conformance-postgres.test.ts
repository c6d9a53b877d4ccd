import { after, before } from 'node:test';
import { homesAt } from './http-home';
import { startPostgres } from './postgres';
import type { Postgres } from './postgres';
import { startForTest } from './running';
import type { Started } from './running';
import { conformance } from '../backends/conformance';

const clock = { now: new Date() };
const servers: Started[] = [];
let postgres: Postgres | undefined;

before(async () => {
  postgres = await startPostgres();
  const environment = { SAMEN_DATABASE: postgres.url, SAMEN_DATABASE_OWNER: postgres.ownerUrl, SAMEN_LOG: 'error' };
  for (let instance = 0; instance < 2; instance += 1)
    servers.push(
      await startForTest(environment, {
        now: () => clock.now,
        random: () => 0.5,
        makers: () => true,
        publishesEveryMs: 20,
      }),
    );
});
after(async () => {
  for (const server of servers) await server.close();
  await postgres?.close();
});

conformance(
  'over HTTP on PostgreSQL, at two instances in turn',
  homesAt(() => servers, clock),
);
