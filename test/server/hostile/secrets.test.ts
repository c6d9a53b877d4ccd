import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { nearlyValid, validInput } from './arbitraries';
import { ITEMS, SESSIONS } from './agenda-scene';
import { Caller, assertManners } from './asking';
import type { Answer, Asked } from './asking';
import { EVERY_WRITE } from './every-write';
import { sane, sendable } from './requests';
import { ASKERS, PICTURE, ROUNDS, openScene, setScene } from './scene';
import { head, talk } from './sockets';
import { KEPT } from './story-scene';
import { PERIOD } from '../../backends/conformance/story-kit';
import { isRead } from '../../../src/contract/old-after';
import { OPERATIONS, wireOf } from '../../../src/contract/all-operations';
import type { OperationName } from '../../../src/contract/operations';
import type { Authenticator } from '../../../src/server/auth/authenticator';
import { demoAuthenticator } from '../../../src/server/auth/demo';
import { oidcAuthenticator } from '../../../src/server/auth/oidc';
import { resultInput } from '../../backends/conformance/kit';
import { newId } from '../../../src/model/new-id';
import type { Started } from '../running';

/** What nobody may find again; ids as well, so that they come through where only an id does. */
const TEXT = 'geheim-woord-5f1c';
const TOKEN = 'geheim-token-8a2d';
const COOKIE = 'geheim-koekje-3b7e';
const KEY = 'geheim-sleutel-9c4f';
const SECRETS = /geheim|woord-5f1c|token-8a2d|koekje-3b7e|sleutel-9c4f/i;
/** What is about people has no place in a log either. */
const PEOPLE = /wonen-\d|beleid-\d|welzijn-\d|beheer|buur-1|vreemde/;

/** By bearer token as oidc does, and by the ways of the server itself where there is none of ours. */
const AUTHENTICATOR: Authenticator = {
  async authenticate(request) {
    const { authorization = '' } = request.headers as { authorization?: string };
    const [, person] = new RegExp(`^Bearer ${TOKEN}\\.([a-z0-9-]+)$`).exec(authorization) ?? [];
    if (person) return { personId: person, name: TEXT, byCookie: false };
    if (authorization.startsWith('Bearer ')) return OIDC.authenticate(request);
    return demoAuthenticator().authenticate(request);
  },
};
const OIDC = oidcAuthenticator({
  issuer: 'http://127.0.0.1:1',
  audience: 'samen',
  claims: { person: 'sub', name: 'name', party: 'party' },
});

let server: Started;
let caller: Caller;
/** What the process itself said, past the log. */
const printed: string[] = [];
const unspy: (() => void)[] = [];

before(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write;
    stream.write = ((...said: Parameters<typeof write>) => {
      printed.push(String(said[0]));
      return write.apply(stream, said);
    }) as typeof write;
    unspy.push(() => {
      stream.write = write;
    });
  }
  server = await openScene({ SAMEN_LOG: 'debug' }, { authenticator: AUTHENTICATOR });
  caller = new Caller(server.url);
});
after(async () => {
  caller.close();
  await server.close();
  for (const restore of unspy) restore();
});

const operations = Object.keys(OPERATIONS) as OperationName[];
const PERSONS = [ASKERS.coreTeam, ASKERS.admin, ASKERS.member];
const carried = (person: string): Record<string, string> => ({
  authorization: `Bearer ${TOKEN}.${person}`,
  cookie: `sessie=${COOKIE}; samen-demo-person=${COOKIE}`,
  'samen-proxy-secret': TOKEN,
  'samen-client': COOKIE,
  'user-agent': TEXT,
  referer: `https://samen.example/${TEXT}?${TOKEN}`,
  origin: `https://${TEXT}.example`,
});
let count = 0;
const aKey = () => `${KEY}-${String((count += 1))}`;

/** Neither the log nor the head of an answer holds any of it. */
async function asked(request: Asked): Promise<Answer> {
  const answer = await caller.ask(request);
  assertManners(answer, request.method);
  assert.doesNotMatch(JSON.stringify(answer.headers), SECRETS, `${request.method} ${request.path}`);
  assert.doesNotMatch(answer.text, /https?:\/\/[^"\s]*geheim/i, 'An address in an answer');
  if (answer.status === 401 || answer.status === 404 || answer.status >= 500)
    assert.doesNotMatch(answer.text, SECRETS, `${request.method} ${request.path}`);
  return answer;
}

function nothingWritten(): void {
  for (const line of server.logged) {
    assert.doesNotMatch(line, SECRETS);
    assert.doesNotMatch(line, PEOPLE);
  }
  for (const said of printed) assert.doesNotMatch(said, SECRETS);
}

const TEXTS =
  /^(?:text|name|shortName|jobTitle|promise|task|goal|note|title|reason|nextStep|place|topics|explanation|question|.+Example|purpose|basis|retention|contact)$/;

const TITLES = /name$|^jobTitle$|^title$|^nextStep$|^place$|^topics$/i;
/** As if it were a line of a stack: what is written of a fault are such lines. */
const LINES = `Eerst\n    at ${TEXT} (x.js:1:1)`;

/** The input with the secret in all its texts. */
function whispered(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return !TEXTS.test(name) ? value : TITLES.test(name) ? TEXT : LINES;
  if (Array.isArray(value)) return value.map((each) => whispered(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, whispered(each, key)]));
}

/** The input with the secret instead of one of its fields, whatever that is. */
const disturbed = (input: object): object[] =>
  Object.keys(input).flatMap((name) => [
    { ...input, [name]: TEXT },
    { ...input, [name]: { [TEXT]: TEXT } },
  ]);

const CHAIN = { kind: 'agendaItem', id: ITEMS.internal };

/** What there is to read, where it is no experience. */
const RESULT = newId();
const IDS: Partial<Record<OperationName, string>> = {
  getPicture: PICTURE,
  ...Object.fromEntries(['getAgendaItem', 'getBall', 'listHandovers'].map((name) => [name, ITEMS.internal])),
  getSessionProposal: SESSIONS.internal,
  getKeptReport: KEPT.internal,
  getResult: RESULT,
};

async function send(
  operation: OperationName,
  person: string,
  input: object,
  {
    space = operation === 'createSpace' ? newId() : 'samen',
    headers: more = {},
  }: { space?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { method, path, headers, body } = wireOf(operation, space, sendable(operation, input));
  const own = { ...carried(person), ...(method === 'GET' ? {} : { 'Idempotency-Key': aKey() }), ...headers, ...more };
  return asked({ method, path: path.slice(0, 4_000), headers: sane(own), ...(body !== undefined && { body }) });
}

describe('what people type and who they prove to be', () => {
  it('is in no log and no head of an answer when all goes well', async () => {
    for (const [name, [asker, input]] of Object.entries(EVERY_WRITE)) {
      const person = ASKERS[asker] ?? '';
      const space = name === 'createSpace' ? (input as { id: string }).id : 'samen';
      const { status, text } = await send(name as OperationName, person, whispered(input) as object, { space });
      assert.ok(status < 300, `${name}: ${text}`);
    }
    // Those that were written are erased again.
    await send('saveResult', ASKERS.coreTeam ?? '', resultInput({ id: RESULT }));
    let heard = '';
    for (const operation of operations.filter(isRead)) {
      const id = IDS[operation] ?? 'ervaring-beleid';
      let answer = await send(operation, ASKERS.coreTeam, { roundId: ROUNDS.closed });
      // What does not take that says so.
      for (const input of [
        { id },
        { text: 'afdelingen' },
        { title: 'Huur' },
        CHAIN,
        { ...PERIOD, kept: KEPT.internal },
        {},
      ])
        if (answer.status === 400) answer = await send(operation, ASKERS.coreTeam, input);
      assert.equal(answer.status, 200, `${operation}: ${answer.text}`);
      heard += answer.text;
    }
    assert.match(heard, SECRETS, 'It is told to who may hear it');
    nothingWritten();
  });

  for (const operation of operations)
    it(`is in no log and no head of an answer, right or wrong: ${operation}`, async () => {
      const said = fc.sample(validInput(operation), { numRuns: 6, seed: 7 }).map((input) => whispered(input) as object);
      const wrong = fc
        .sample(nearlyValid(operation), { numRuns: 6, seed: 8 })
        .map((input) => whispered(input) as object);
      const all = [...said, ...wrong, ...said.slice(0, 2).flatMap(disturbed)];
      for (const input of all) for (const person of PERSONS) await send(operation, person, input);
      for (const match of [`"${TEXT}"`, TEXT, `W/"${KEY}"`]) {
        const headers = { 'If-Match': match, 'Idempotency-Key': `${KEY} ${TEXT}` };
        await send(operation, ASKERS.coreTeam, said[0] ?? {}, { headers });
      }
      nothingWritten();
    });

  it('is in no log when it stands in an address', async () => {
    const paths = [
      `/${TEXT}`,
      `/spaces/${TEXT}`,
      `/spaces/${TEXT}/needs?driver=${TOKEN}`,
      `/spaces/samen/needs?driver=${TEXT}&party=${TEXT}`,
    ];
    const more = [
      `/spaces/samen/needs?${TEXT}=${TOKEN}`,
      `/spaces/samen/needs?cursor=${TEXT}`,
      `/spaces/samen/needs?limit=${TEXT}`,
      `/me?space=${TEXT}`,
      `/me?access_token=${TOKEN}`,
    ];
    const odd = [
      `/spaces/samen/rounds/${TEXT}/summary`,
      `/spaces/samen/${TEXT}/`,
      `/%zz${TEXT}`,
      `/spaces/${TEXT.repeat(40)}`,
      `/health?${TEXT}`,
      `/spaces/samen?as=${TEXT}`,
      `/calendars/${TOKEN}`,
    ];
    for (const path of [...paths, ...more, ...odd])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'DELETE', 'TRACE'])
        await asked({ method, path, headers: { ...carried(ASKERS.member), 'Idempotency-Key': aKey() } });
    nothingWritten();
  });

  it('is in no log when the proof is refused, of whatever kind it is', async () => {
    // Whom the writes above made a member is nobody again.
    await setScene(server);
    const jwt = [
      { alg: 'none', kid: TEXT },
      { sub: TOKEN, iss: TEXT },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const proofs = [
      `Bearer ${TOKEN}`,
      `Bearer ${jwt.join('.')}.${TOKEN}`,
      `Bearer ${TOKEN}.${TOKEN}.${TOKEN}`,
      `Basic ${TOKEN}`,
      TOKEN,
      `Bearer ${TOKEN}.${TEXT}`,
    ];
    for (const authorization of proofs)
      for (const path of ['/me', '/spaces/samen', '/spaces/samen/events'])
        await asked({ method: 'GET', path, headers: { ...carried(ASKERS.member), authorization } });
    for (const cookie of [
      `samen-demo-person=${COOKIE}`,
      `samen-demo-person=${COOKIE}; samen-demo-person=${TOKEN}`,
      `samen-demo-person="${COOKIE}"`,
    ])
      await asked({ method: 'GET', path: '/spaces/samen', headers: { cookie } });
    nothingWritten();
  });

  it('is in no log when it is no request at all, or only half of one', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'idempotency-key': KEY };
    for (const said of [
      `${TEXT}\r\n\r\n`,
      head('GET', `/${TEXT}\0`, headers),
      head('GET', '/spaces/samen', { ...headers, x: TEXT.repeat(2_000) }),
      `${head('PUT', '/spaces/samen/needs/a', { ...headers, 'content-type': 'application/json', 'content-length': 500 })}{"text":"${TEXT}`,
      `${head('PUT', '/spaces/samen/needs/a', { ...headers, 'content-type': TEXT, 'content-length': 17 })}${TEXT}`,
      head('GET', '/spaces/samen/events', { ...headers, 'samen-demo-person': TEXT, 'last-event-id': TEXT }),
    ]) {
      const { socket, heard } = await talk(server.url, said);
      await sleep(100);
      socket.destroy();
      assert.doesNotMatch(heard(), SECRETS);
    }
    nothingWritten();
  });

  it('is in no log when the database itself repeats it in what it complains of', async () => {
    await setScene(server);
    await server.database.owner.query(`
      create function samen.shout() returns trigger language plpgsql as
        $$ begin raise exception '%', new.data ->> 'text' using detail = new.data, hint = new.data; end $$;
      create trigger shout before insert or update on samen.needs for each row execute function samen.shout()`);
    const input = { id: newId(), version: 0, kind: 'ask', driverId: 'd-een', text: LINES };
    const answer = await send('saveNeed', ASKERS.member, input);
    assert.equal(answer.status, 500);
    assert.ok(
      server.logged.some((line) => line.includes('"fault"') && line.includes('"P0001"')),
      'It is told that it went wrong',
    );
    nothingWritten();
  });

  it('is in no log when a table is gone', async () => {
    await server.database.owner.query('drop table samen.meanings, samen.needs, samen.intentions cascade');
    const faults = () => server.logged.filter((line) => line.includes('"fault"')).length;
    const before = faults();
    for (const operation of operations)
      for (const input of fc.sample(validInput(operation), { numRuns: 3, seed: 9 })) {
        const { status, text } = await send(operation, ASKERS.coreTeam, whispered(input) as object);
        if (status === 500) assert.doesNotMatch(text, /samen\.|relation|\.ts|meanings/);
      }
    assert.ok(faults() > before, 'Nothing went wrong');
    nothingWritten();
  });
});
