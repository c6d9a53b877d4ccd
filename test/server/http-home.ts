/** The home of a conformance suite behind HTTP: one server for all of it, emptied for every test. */
import { empty, filled } from './filled';
import type { Started } from './running';
import { fillSpace } from '../../src/server/database/fill';
import { TABLES } from '../../src/server/database/tables';
import { openHttp } from '../../src/backends/http/open-http';
import type { Backend, SpaceConnection } from '../../src/contract/backend';
import type { Id } from '../../src/model/types';
import type { Home, OpenHome } from '../backends/conformance/kit';

const ALL = Object.values(TABLES);
const QUIET_MS = 120;

export interface Clock {
  now: Date;
}

/** The backend as a page opens it, with somebody signed in. */
function backendFor(url: string, personId: Id): Backend {
  const asPerson: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('samen-demo-person', personId);
    return fetch(input, { ...init, headers });
  };
  return openHttp(`${url}v1`, { page: { fetch: asPerson } });
}

/** Homes at these servers, which share one database; each person is served by another of them in turn. */
export function homesAt(servers: () => readonly Started[], clock: Clock): OpenHome {
  // Who a test left watching stops when the next one begins.
  let left: SpaceConnection[] = [];
  return async (seed, today) => {
    for (const connection of left) connection.close();
    left = [];
    const [first] = servers();
    if (!first) throw new Error('No server was started');
    const { owner } = first.database;
    clock.now = new Date(`${today}T10:00:00Z`);
    await empty(owner);
    for (const [spaceId, rows] of seed) {
      await fillSpace(owner, spaceId, filled(rows));
    }
    const waiting = new Set<object>();
    let lastHeard = 0;
    let turn = 0;

    const noticing = (connection: SpaceConnection): SpaceConnection => ({
      spaceId: connection.spaceId,
      capabilities: connection.capabilities,
      read: (operation, input, signal) => connection.read(operation, input, signal),
      write: (operation, input, options) => connection.write(operation, input, options),
      watch(listener) {
        const watcher = {};
        waiting.add(watcher);
        const stop = connection.watch((event) => {
          lastHeard = Date.now();
          waiting.delete(watcher);
          try {
            listener(event);
          } catch (error) {
            console.error('A listener failed.', error);
          }
        });
        return () => {
          waiting.delete(watcher);
          stop();
        };
      },
      close() {
        waiting.clear();
        connection.close();
      },
    });

    const home: Home = {
      async as(personId, spaceId = 'samen', eyes) {
        turn += 1;
        const server = servers()[turn % servers().length] ?? first;
        const connection = await backendFor(server.url, personId).open(spaceId, eyes);
        left.push(connection);
        return noticing(connection);
      },
      moveTo(day) {
        clock.now = new Date(`${day}T10:00:00Z`);
      },
      async morningOf(day) {
        // In winter an hour earlier. The servers look by themselves; it is over when nothing is left to publish.
        clock.now = new Date(`${day}T06:30:00Z`);
        const due = 'select space_id from samen.spaces_waiting($1)';
        for (let tries = 0; tries < 200 && (await owner.query(due, [day])).rows.length > 0; tries += 1)
          await new Promise((resolve) => setTimeout(resolve, 25));
      },
      async settled() {
        const began = Date.now();
        const isQuiet = () => waiting.size === 0 && Date.now() - Math.max(began, lastHeard) >= QUIET_MS;
        for (let tries = 0; tries < 200 && !isQuiet(); tries += 1)
          await new Promise((resolve) => setTimeout(resolve, 25));
      },
      async kept() {
        const rows = await Promise.all(
          ALL.map((name) => owner.query(`select space_id, id, version, audience, data from ${name} order by 1, 2`)),
        );
        return JSON.stringify(rows.map((result) => result.rows as unknown[]));
      },
    };
    return home;
  };
}
