/** What is hidden takes as long as what does not exist: whoever measures learns nothing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NO_SPACE, OFFER, PEOPLE, SPACE, TODAY, openId, put, seedFor } from './world';
import { startForTest } from '../running';
import type { Started } from '../running';
import { ask } from '../wire-client';
import { isRead } from '../../../src/contract/old-after';
import type { Input, OperationName } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

const PAIRS = 60;
const WARM = 10;
const TRIES = 3;
/** Looking something up that is there costs tenths of a millisecond; a machine's moods more. */
const BOUND = 1.35;

interface Measured<N extends OperationName> {
  operation: N;
  who: keyof typeof PEOPLE;
  hidden: [spaceId: Id, input: Input<N>];
  /** Made anew each time: an id that nobody ever had. */
  absent: () => [spaceId: Id, input: Input<N>];
}

const measured = <N extends OperationName>(each: Measured<N>) => each as unknown as Measured<OperationName>;
const words = { kind: 'ask', driverId: 'd-een', text: 'Van mij' } as const;
const [internal, others] = [openId('internal'), openId('anotherParty')];

const MEASURED = [
  ...(['a member of a partner', 'the core team of a partner'] as const).flatMap((who) =>
    [internal, others].flatMap((id) => [
      measured({
        ...{ operation: 'saveNeed', who },
        hidden: [SPACE, { id, version: 1, ...words }],
        absent: () => [SPACE, { id: newId(), version: 1, ...words }],
      }),
      measured({
        ...{ operation: 'eraseNeed', who },
        hidden: [SPACE, { id, version: 1 }],
        absent: () => [SPACE, { id: newId(), version: 1 }],
      }),
    ]),
  ),
  measured({
    ...{ operation: 'matchNeed', who: 'a member of a partner' },
    hidden: [SPACE, { id: OFFER, withId: internal, version: 1 }],
    absent: () => [SPACE, { id: OFFER, withId: newId(), version: 1 }],
  }),
  ...(['a stranger', 'a member of another space', 'somebody removed', 'a member whose party left'] as const).flatMap(
    (who) => [
      measured({ operation: 'getSpace', who, hidden: [SPACE, {}], absent: () => [NO_SPACE, {}] }),
      measured({
        ...{ operation: 'saveNeed', who },
        hidden: [SPACE, { id: internal, version: 1, ...words }],
        absent: () => [NO_SPACE, { id: internal, version: 1, ...words }],
      }),
    ],
  ),
];

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('the time that a 404 takes', () => {
  let server: Started;
  before(async () => {
    const now = () => new Date(`${TODAY}T10:00:00Z`);
    server = await startForTest({ SAMEN_LOG: 'error' }, { now, makers: () => false });
  });
  after(() => server.close());

  async function time(
    who: keyof typeof PEOPLE,
    operation: OperationName,
    [spaceId, input]: [Id, object],
  ): Promise<number> {
    const asked = { url: server.url, headers: { 'samen-demo-person': PEOPLE[who] } };
    const key = isRead(operation) ? {} : { key: newId() };
    const began = performance.now();
    const response = await ask(asked, operation, spaceId, input as never, key);
    await response.text();
    const took = performance.now() - began;
    assert.equal(response.status, 404);
    return took;
  }

  /** How many times as long the one takes; the two are asked in turn, so that a mood of the machine meets both. */
  async function ratioOf({ who, operation, hidden, absent }: Measured<OperationName>): Promise<number> {
    const [there, nowhere]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < PAIRS + WARM; turn += 1) {
      const isFirst = turn % 2 === 0;
      const one = isFirst ? await time(who, operation, hidden) : undefined;
      const other = await time(who, operation, absent());
      const late = one ?? (await time(who, operation, hidden));
      if (turn < WARM) continue;
      there.push(late);
      nowhere.push(other);
    }
    const ratio = median(there) / median(nowhere);
    return Math.max(ratio, 1 / ratio);
  }

  for (const each of MEASURED)
    it(`tells ${each.who} nothing at ${each.operation} of ${JSON.stringify(each.hidden[1])}`, async () => {
      await put(server.database.owner, seedFor(PEOPLE[each.who]));
      const ratios: number[] = [];
      for (let tries = 0; tries < TRIES; tries += 1) {
        ratios.push(await ratioOf(each));
        if ((ratios.at(-1) ?? Infinity) <= BOUND) return;
      }
      assert.fail(`${String(TRIES)} times it took longer than ${String(BOUND)}: ${ratios.join(', ')}`);
    });
});
