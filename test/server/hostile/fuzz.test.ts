import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import * as v from 'valibot';
import { Caller, assertManners } from './asking';
import type { Answer } from './asking';
import { fuzzed } from './requests';
import type { Fuzzed } from './requests';
import { ASKERS, assertLetGo, openScene, overheard, setScene } from './scene';
import type { AskerName } from './scene';
import { ANSWER_SCHEMAS } from '../../../src/contract/answers';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { Operation, OperationName } from '../../../src/contract/operations';
import { OWN_DATA_OF_ALL_SPACES } from '../../../src/contract/privacy-schemas';
import type { Started } from '../running';

/** `SAMEN_SEED` tries other requests; what fails says with which. */
const SEED = Number(process.env['SAMEN_SEED'] ?? 20260302);
const AT_LEAST = 32_000;
/** After so many turns everything is as it was: who takes part was changed, and what there was erased. */
const TURNS_A_SCENE = 5;

/** Where others use the same two cores, it may be too busy for a while. */
const TRIES = 20;
const WAIT_MS = 250;

/** Who leaves is nobody to what comes after: all of it is asked when a scene ends. */
const LEAVING: ReadonlySet<OperationName> = new Set(['leaveSpace', 'eraseMe']);

const operations = Object.keys(OPERATIONS) as OperationName[];
const askers = Object.keys(ASKERS) as AskerName[];
const TURNS = Math.ceil(AT_LEAST / (operations.length * askers.length));
const STATUSES = new Set([200, 201, 204, 400, 401, 403, 404, 409, 412, 413, 415, 428, 431, 503]);

let server: Started;
let caller: Caller;
/** How often each operation answered each status. */
const seen = new Map<OperationName, Map<number, number>>();

/** How often each did what it is for: not as another method, such as one that asks what there is. */
const done = new Map<OperationName, number>();

/** Made before there is a server: making them takes all there is of this thread. */
const made = new Map(
  operations.map((operation, index) => [
    operation,
    fc.sample(fuzzed(operation), { numRuns: TURNS * askers.length, seed: SEED + index }),
  ]),
);

before(async () => {
  server = await openScene({ SAMEN_LOG: 'warn' });
  caller = new Caller(server.url);
});
after(async () => {
  caller.close();
  await server.close();
});

describe('whatever is asked, by whomever', () => {
  it(`is answered in good manners, without a fault and without a word of others (${String(AT_LEAST)} requests)`, async () => {
    let asked = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      if (turn % TURNS_A_SCENE === 0) await setScene(server);
      const all = operations.flatMap((operation) =>
        turnsAsked(operation, turn).flatMap((of) =>
          askers.map(async (asker, index) => {
            const request = made.get(operation)?.[of * askers.length + index];
            assert.ok(request);
            asked += 1;
            await ask(asker, request);
          }),
        ),
      );
      // All of them first: what is still on its way belongs to this turn.
      for (const result of await Promise.allSettled(all)) if (result.status === 'rejected') throw result.reason;
    }
    assert.ok(asked >= AT_LEAST, `Only ${String(asked)} requests`);
    assert.deepEqual(server.logged, [], 'Nothing went wrong within');
  });

  it('reached every operation, and every way in which it refuses', () => {
    for (const operation of operations) {
      const statuses = [...(seen.get(operation)?.keys() ?? [])];
      for (const status of [400, 401, ...(operation === 'getMe' ? [] : [404])])
        assert.ok(statuses.includes(status), `${operation} never answered ${String(status)}`);
    }
    // Who comes first is luck. That each write does what it is for, once and by who may, is held in keys.test.ts.
    const idle = operations.filter((operation) => !done.has(operation));
    assert.ok(idle.length < operations.length / 20, `Never did anything: ${idle.join(', ')}`);
    const total = new Map<number, number>();
    for (const counts of seen.values())
      for (const [status, count] of counts) total.set(status, (total.get(status) ?? 0) + count);
    for (const status of STATUSES)
      if (![413, 431, 503].includes(status)) assert.ok(total.has(status), `Nothing answered ${String(status)}`);
    assert.ok((total.get(503) ?? 0) < AT_LEAST / 10, 'Too much was refused as too busy to say anything');
  });

  it('leaves a server that is well, and nothing hanging', async () => {
    await assertLetGo(server);
    await setScene(server);
    const answer = await caller.ask({ method: 'GET', path: '/health' });
    assert.deepEqual([answer.status, assertManners(answer)], [200, { status: 'ready' }]);
    const headers = { 'samen-demo-person': ASKERS.member };
    assert.equal((await caller.ask({ method: 'GET', path: '/spaces/samen/needs', headers })).status, 200);
  });
});

/** Of which turns the requests of an operation are sent in this one. */
function turnsAsked(operation: OperationName, turn: number): number[] {
  if (!LEAVING.has(operation)) return [turn];
  const isLast = turn === TURNS - 1 || turn % TURNS_A_SCENE === TURNS_A_SCENE - 1;
  const first = turn - (turn % TURNS_A_SCENE);
  return isLast ? Array.from({ length: turn - first + 1 }, (_, index) => first + index) : [];
}

async function ask(asker: AskerName, { operation, how, asked }: Fuzzed): Promise<void> {
  const person = ASKERS[asker];
  const headers = { ...asked.headers, ...(person && { 'samen-demo-person': person }) };
  const sent = { ...asked, headers };
  let answer: Answer | undefined;
  try {
    for (let tries = 0; (answer?.status ?? 503) === 503 && tries < TRIES; tries += 1) {
      if (answer) await sleep(WAIT_MS);
      answer = await caller.ask(sent);
      judge(asker, { operation, how, asked }, answer);
    }
  } catch (error) {
    const request = JSON.stringify({ asker, how, operation, ...sent }).slice(0, 1_000);
    const logged = server.logged.slice(-3).join('');
    const message = `SAMEN_SEED=${String(SEED)}: ${(error as Error).message}\n${request}\n${JSON.stringify(answer)}\n${logged}`;
    throw new Error(message, { cause: error });
  }
}

function judge(asker: AskerName, { operation, how, asked: { method, path } }: Fuzzed, answer: Answer): void {
  const { status, headers, text } = answer;
  const counts = seen.get(operation) ?? new Map<number, number>();
  seen.set(operation, counts.set(status, (counts.get(status) ?? 0) + 1));
  assert.ok(STATUSES.has(status), `It answers ${String(status)}`);
  const body = assertManners(answer, method);
  assert.deepEqual(overheard(asker, `${JSON.stringify(headers)} ${text}`), [], 'Words of others');
  if (asker === 'nobody' && method !== 'OPTIONS') assert.ok([400, 401, 404, 415, 431, 503].includes(status), text);
  // Who takes part nowhere may ask who they are, and hears that nothing is kept.
  const isOfNowhere = operation === 'getMe' || text === '{"spaces":[]}';
  if (asker === 'stranger' && !isOfNowhere) assert.ok(status >= 400 || method === 'OPTIONS', text);
  const isDone = method === OPERATIONS[operation].method && status < 300;
  if (isDone) done.set(operation, (done.get(operation) ?? 0) + 1);
  if (!isDone || status === 204) return;
  const { isBinary }: Operation = OPERATIONS[operation];
  if (isBinary) {
    assert.match(headers['content-type'] ?? '', /^image\/(?:jpeg|png|webp)$/);
    assert.match(String(headers['content-security-policy']), /; ?sandbox$/, 'Opened by itself, it may do nothing');
    return;
  }
  const isOfAll = operation === 'getOwnData' && !new URL(path, server.url).searchParams.has('space');
  const schema = isOfAll ? OWN_DATA_OF_ALL_SPACES : ANSWER_SCHEMAS[operation];
  const result = v.safeParse(schema as v.GenericSchema, body);
  const [issue] = result.issues ?? [];
  assert.ok(
    !issue,
    `Not an answer of ${operation} (${how}): ${issue && `${String(v.getDotPath(issue))}: ${issue.message}`}`,
  );
}
