/** Everything that somebody can try over HTTP, beside what the model says must come of it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Case, Outcome } from './cases';
import { LINES } from './lines';
import {
  CANARY,
  PEOPLE,
  SPACE,
  TODAY,
  canariesOf,
  isCanaryFor,
  meaningsFor,
  needsFor,
  put,
  seedFor,
  viewerOf,
} from './world';
import type { Who } from './world';
import { startForTest } from '../running';
import type { Started } from '../running';
import { ask } from '../wire-client';
import { isRead } from '../../../src/contract/old-after';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { OperationName } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import { isMember } from '../../../src/model/permissions';
import { maySee } from '../../../src/model/visibility';

const STATUS: Record<Exclude<Outcome, 'allowed'>, number> = { forbidden: 403, hidden: 404, conflict: 409, stale: 412 };
/** Of the moment and of the connection, not of the answer. */
const PASSING = new Set(['date', 'connection', 'keep-alive']);

interface Heard {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export function matrixOverHttp(people: readonly Who[]): void {
  let server: Started;
  before(async () => {
    const now = () => new Date(`${TODAY}T10:00:00Z`);
    server = await startForTest({ SAMEN_LOG: 'error' }, { now, random: () => 0.5, makers: () => false });
  });
  after(() => server.close());

  for (const who of people) {
    const personId = PEOPLE[who];
    const seed = seedFor(personId);
    const canaries = canariesOf(seed);

    const hear = async (
      operation: OperationName,
      { spaceId, input }: Pick<Case, 'spaceId' | 'input'>,
    ): Promise<Heard> => {
      const asked = { url: server.url, headers: { 'samen-demo-person': personId } };
      const key = isRead(operation) ? {} : { key: newId() };
      const response = await ask(asked, operation, spaceId, input as never, key);
      const headers = [...response.headers].filter(([name]) => !PASSING.has(name));
      return { status: response.status, headers: Object.fromEntries(headers), text: await response.text() };
    };

    describe(who, () => {
      before(() => put(server.database.owner, seed));

      for (const operation of Object.keys(OPERATIONS) as OperationName[]) {
        it(`gets of ${operation} what the model says`, async () => {
          const cases = LINES[operation](personId) as Case[];
          assert.notEqual(cases.length, 0);
          for (const each of cases) {
            const heard = await hear(operation, each);
            const where = `${operation}, ${each.label}: ${String(heard.status)} ${heard.text}`;
            if (each.outcome === 'allowed') assert.ok(heard.status >= 200 && heard.status < 300, where);
            else assert.equal(heard.status, STATUS[each.outcome], where);
            for (const [word] of heard.text.matchAll(CANARY)) {
              assert.ok(isCanaryFor(canaries.get(word), personId, operation), `${where} tells ${word}`);
            }
            // What is hidden is alike in all to what does not exist.
            if (each.outcome === 'hidden')
              assert.deepEqual(await hear(operation, each.absent), heard, `${operation}, ${each.label}`);
            if (!isRead(operation) && heard.status < 300) await put(server.database.owner, seed);
          }
        });
      }

      it('reads all needs and cards that are for them, and is told who they are', async () => {
        const viewer = viewerOf(personId);
        const idsOf = async (operation: 'listNeeds' | 'listMeanings') => {
          const { text } = await hear(operation, { spaceId: SPACE, input: { limit: 100 } });
          return ((JSON.parse(text) as { items?: { id: string }[] }).items ?? []).map(({ id }) => id).sort();
        };
        const visible = (rows: ReturnType<typeof needsFor> | ReturnType<typeof meaningsFor>) =>
          rows.flatMap(({ id, audience }) => (maySee(audience, viewer) ? [id] : [])).sort();
        assert.deepEqual(await idsOf('listNeeds'), visible(needsFor(personId)));
        assert.deepEqual(await idsOf('listMeanings'), visible(meaningsFor(personId)));
        const me = JSON.parse((await hear('getMe', { spaceId: SPACE, input: {} })).text) as { member?: object };
        assert.equal(me.member !== undefined, isMember(viewer));
      });
    });
  }

  it('has a line for every operation', () => {
    assert.deepEqual(Object.keys(LINES).sort(), Object.keys(OPERATIONS).sort());
  });
}
