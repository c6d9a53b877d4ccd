import { after, before } from 'node:test';
import { homesAt } from './http-home';
import { startForTest } from './running';
import type { Started } from './running';
import { conformance } from '../backends/conformance';

const clock = { now: new Date() };
const servers: Started[] = [];

before(async () => {
  const server = await startForTest(
    { SAMEN_LOG: 'error' },
    { now: () => clock.now, random: () => 0.5, makers: () => true, publishesEveryMs: 20 },
  );
  servers.push(server);
});
after(async () => {
  for (const server of servers) await server.close();
});

conformance(
  'over HTTP on the embedded database',
  homesAt(() => servers, clock),
);
