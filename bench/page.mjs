/**
 * One page of a list over HTTP, against the same statements in a bare loop: those that the service sent for this very
 * page, written down as it sent them, on a connection set as the server sets its own. Each waits for the one before, as
 * the server does; the farewell of a transaction too, which the server lets go without waiting.
 */
import { connect } from 'node:net';
import pg from 'pg';
import { tsImport } from 'tsx/esm/api';

/** Few, and so many turns: what else this machine does comes over some of them, not over their median. */
const ASKS = 20;
const WARM = 10;

/** What the service says to the database for one operation, in order. */
async function statementsOf(postgres, { spaceId, personId, operation, today }) {
  const load = (path) => tsImport(`../src/${path}`, import.meta.url);
  const { CONNECTION } = await load('server/database/database.ts');
  const { PgStorage } = await load('server/database/pg-storage.ts');
  const { proveWith } = await load('server/database/proof.ts');
  const { createService } = await load('service/service.ts');
  const said = [];
  class Recorded extends pg.Client {
    query(...asked) {
      said.push(asked[0]);
      return super.query(...asked);
    }
  }
  const pool = new pg.Pool({ connectionString: postgres.url, Client: Recorded, max: 1 });
  const storage = new PgStorage({
    ...{ pool, today: () => today, maySpacesBeMadeBy: () => false, mark: (last) => last },
    prove: proveWith(Buffer.alloc(32, 7)),
  });
  const now = () => new Date(`${today}T10:00:00Z`);
  const service = createService({ storage, now, random: Math.random, digest: (text) => text });
  const { items } = await service.execute(personId, spaceId, operation, {});
  if (items.length !== 20) throw new Error('not a whole page');
  await pool.end();
  const statements = said.filter((each) => typeof each === 'string' || each?.text);
  const client = new pg.Client({ connectionString: postgres.url, ...CONNECTION });
  await client.connect();
  return {
    count: statements.length,
    async run() {
      for (const each of statements) await client.query(typeof each === 'string' ? each : { ...each });
    },
    close: () => client.end(),
  };
}

/** As little of HTTP as asks for it: how fast a client of Node is, is not what is measured. */
function asking(url, path, personId) {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const said = `GET ${pathname}${path} HTTP/1.1\r\nhost: ${hostname}\r\nsamen-demo-person: ${personId}\r\n\r\n`;
  let answered;
  let heard = Buffer.alloc(0);
  socket.on('data', (piece) => {
    heard = Buffer.concat([heard, piece]);
    const end = heard.indexOf('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(heard.toString('latin1', 0, end))?.[1];
    if (end < 0 || heard.length < end + 4 + Number(length)) return;
    const text = heard.toString('utf8', end + 4);
    heard = Buffer.alloc(0);
    answered(text);
  });
  return {
    // The bare loop reads JSON as well: the rows come as such.
    async run() {
      const text = await new Promise((resolve) => {
        answered = resolve;
        socket.write(said);
      });
      if (JSON.parse(text).items?.length !== 20) throw new Error(text);
    },
    close: () => socket.destroy(),
  };
}

/** Milliseconds for one, over many. */
async function timed(run) {
  const began = process.hrtime.bigint();
  for (let n = 0; n < ASKS; n += 1) await run();
  return Number(process.hrtime.bigint() - began) / 1e6 / ASKS;
}

/** The middle, and between what the middle half lies. */
function quartiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.floor(sorted.length * part)];
  return { median: at(0.5), least: at(0.25), most: at(0.75) };
}

/** By turns, after some that do not count. The ratio is that of each turn, so that a mood of the machine meets both. */
export async function pageOverHttp(postgres, url, { path, turns, ...asked }) {
  const bare = await statementsOf(postgres, asked);
  const http = asking(url, path, asked.personId);
  const [sql, over, ratios] = [[], [], []];
  for (let turn = -WARM; turn < turns; turn += 1) {
    const isFirst = turn % 2 === 0;
    const one = isFirst ? await timed(bare.run) : undefined;
    const other = await timed(http.run);
    const late = one ?? (await timed(bare.run));
    if (turn < 0) continue;
    sql.push(late);
    over.push(other);
    ratios.push(other / late);
  }
  http.close();
  await bare.close();
  return { sql: quartiles(sql), http: quartiles(over), ratio: quartiles(ratios), statements: bare.count };
}
