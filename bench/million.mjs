/** A page of the feed from the server, when there are ten thousand experiences and when there are a million. */
import { request, Agent } from 'node:http';
import pg from 'pg';
import { startServerOf } from './homes.mjs';
import { summary } from './thread.mjs';

const FEW = 10_000;
const MANY = Number(process.env.SAMEN_BENCH_MANY) || 1_000_000;
const ASKS = 100;
const PERSON = 'wonen-1';
const AGENT = new Agent({ keepAlive: true, maxSockets: 1 });

const SPACE = {
  name: 'Bench',
  parties: [{ id: 'wonen', kind: 'department', name: 'Wonen', shortName: 'Wonen' }],
  phases: [],
  setup: 'done',
  settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 28 },
  version: 1,
};
const MEMBER = { id: PERSON, partyId: 'wonen', name: '', jobTitle: 'medewerker', role: 'member', version: 1 };
const DRIVER = { id: 'd', name: 'D', icon: 'house', explanation: '', question: '?', goodExample: '', badExample: '' };
const INTENTION = { text: 'T', promise: '', drivers: [DRIVER], changedOn: '2026-01-01', version: 1 };

/** So many on three thousand days; the texts short, for it is the number that counts. */
export const EXPERIENCES = `insert into samen.experiences (space_id, id, version, audience, data)
  select $1, id, 1, 'everyone', jsonb_build_object('id', id, 'title', 'Ervaring ' || n, 'kind', 'lesson',
    'whatHappened', 'Wat er gebeurde, bij een van de vele bewoners.', 'adviceWelcome', false,
    'driverIds', '["d"]'::jsonb, 'language', 'nl', 'authorShownAs', 'jobTitle',
    'author', '{"name":"","jobTitle":"medewerker","partyId":"wonen"}'::jsonb, 'authorProof', 'bench',
    'audienceChoice', 'everyone', 'audience', 'everyone', 'writtenOn', (date '2026-11-01' - n % 3000)::text,
    'sortKey', md5(n::text), 'status', 'published', 'isPinned', false, 'version', 1)
  from (select n, gen_random_uuid()::text as id from generate_series(1, $2::integer) n) made`;

/** What is counted around a page: a reply to each twentieth, and who recognises it. */
const AROUND = [
  `insert into samen.replies (space_id, id, version, audience, data)
    select space_id, gen_random_uuid()::text, 1, 'everyone', jsonb_build_object('experienceId', id, 'text', 'Hoe dan?',
      'isQuestion', true, 'isByAuthor', false, 'authorId', '${PERSON}', 'writtenOn', '2026-11-01', 'sortKey', 'a',
      'audience', 'everyone', 'version', 1)
    from samen.experiences where space_id = $1 and right(data ->> 'title', 1) in ('0', '5') and left(sort_key, 1) < '4'`,
  `insert into samen.reactions (space_id, id, version, audience, data)
    select space_id, id || '.recognise.${PERSON}', 1, 'person:${PERSON}', jsonb_build_object('experienceId', id,
      'reaction', 'recognise', 'personId', '${PERSON}', 'by', '{"name":"","jobTitle":"","partyId":"wonen"}'::jsonb)
    from samen.experiences where space_id = $1 and right(data ->> 'title', 1) in ('0', '5') and left(sort_key, 1) < '4'`,
];

async function fill(owner, spaceId, count) {
  const put = (table, id, data) =>
    owner.query(
      `insert into samen.${table} (space_id, id, version, audience, data) values ($1, $2, 1, 'everyone', $3)`,
      [...[spaceId, id, JSON.stringify(data)]],
    );
  await put('spaces', spaceId, { ...SPACE, id: spaceId });
  await put('members', PERSON, MEMBER);
  await put('intentions', 'intention', INTENTION);
  await owner.query(EXPERIENCES, [spaceId, count]);
  for (const statement of AROUND) await owner.query(statement, [spaceId]);
}

function asked(url, spaceId) {
  return new Promise((resolve, reject) => {
    request(
      new URL(`v1/spaces/${spaceId}/experiences`, url),
      { agent: AGENT, headers: { 'samen-demo-person': PERSON } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece) => (text += piece));
        response.on('end', () => (JSON.parse(text).items?.length === 20 ? resolve() : reject(new Error(text))));
      },
    )
      .on('error', reject)
      .end();
  });
}

/** Milliseconds for one, over many. */
async function timed(url, spaceId) {
  const began = process.hrtime.bigint();
  for (let n = 0; n < ASKS; n += 1) await asked(url, spaceId);
  return Number(process.hrtime.bigint() - began) / 1e6 / ASKS;
}

export async function pageOfAMillion(postgres, serverFolder, runs) {
  const server = await startServerOf(postgres, serverFolder);
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 1 });
  try {
    // Rows as whoever owns the tables puts them there; the index of words is made once, for all of them together.
    await owner.query(`set session_replication_role = replica`);
    const { rows: indexes } = await owner.query(
      `select indexdef as made, indexname as name from pg_indexes where schemaname = 'samen' and indexdef like '%gin (words)%'`,
    );
    for (const { name } of indexes) await owner.query(`drop index samen."${name}"`);
    await fill(owner, 'few', FEW);
    await fill(owner, 'many', MANY);
    for (const { made } of indexes) await owner.query(made);
    await owner.query('vacuum analyze');
    const samples = { few: [], many: [] };
    for (let turn = -1; turn < runs; turn += 1) {
      for (const spaceId of ['few', 'many']) {
        const sample = await timed(server.url, spaceId);
        if (turn >= 0) samples[spaceId].push(sample);
      }
    }
    const [few, many] = [summary(samples.few), summary(samples.many)];
    return { few, many, ratio: many.median / few.median, count: MANY };
  } finally {
    await owner.end();
    await server.close();
  }
}
