/** What a person just did shows at once as the backend will have it: each write laid over what is known, and then done. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, it } from 'node:test';
import { openLocal } from '../../src/backends/local/open-local';
import { localProof } from '../../src/backends/local/proof';
import { MemoryRowStore } from '../../src/backends/local/row-store';
import { changesOf, dependsOn, makeEntry } from '../../src/client/entry';
import { withConfirmed, withPending } from '../../src/client/overlay';
import type { PendingWrite } from '../../src/client/types';
import type { SpaceConnection } from '../../src/contract/backend';
import type { Input, Output, ReadName, WriteName } from '../../src/contract/operations';
import { DEMO_SPACE, demoRows } from '../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../src/demo-data/lindeveld';
import { newId } from '../../src/model/new-id';
import { toDay } from '../../src/model/today';
import { ideaInput, resultAgain, resultInput } from '../backends/conformance/kit';

const TODAY = toDay(new Date());
const FILE = JSON.parse(readFileSync(new URL('../../data/lindeveld.json', import.meta.url), 'utf8')) as LindeveldFile;
const CORE_TEAM = 'afd-beleid-1';
const WORK = 'afd-werk-2';
const DRIVER = { driverIds: ['d-samen'], partyIds: ['afd-werk'] };

describe('results and ideas while a write waits', () => {
  let store: MemoryRowStore;
  beforeEach(() => {
    const rows = demoRows(FILE, TODAY, localProof);
    store = new MemoryRowStore(new Map([...rows].map(([key, row]) => [`${DEMO_SPACE}/${key}`, row])));
  });
  const open = (personId: string): Promise<SpaceConnection> =>
    openLocal({ store, person: () => personId }).open(DEMO_SPACE);
  const entryOf = (operation: WriteName, input: object, status = 'waiting') =>
    ({ operation, input, status }) as unknown as PendingWrite;

  interface Told<R extends ReadName> {
    shown: Output<R>;
    answered: Output<R>;
    known: Output<R>;
  }

  /** Does it: what was shown while it waited, what is shown once it was answered, and what is so. */
  async function act<R extends ReadName, W extends WriteName>(
    as: string,
    [read, asked]: [R, Input<R>],
    [write, input]: [W, Input<W>],
  ): Promise<Told<R>> {
    const connection = await open(as);
    const [before, me] = [await connection.read(read, asked), await connection.read('getMe', {})];
    const entry = entryOf(write, input);
    const shown = withPending(read, asked, before, [entry], me) as Output<R>;
    assert.deepEqual(withPending(read, asked, before, [entryOf(write, input, 'refused')], me), before);
    const output = await connection.write(write, input, { key: newId() });
    const answered = withConfirmed(read, asked, before, { write: entry, output }, me);
    return { shown, answered, known: await connection.read(read, asked) };
  }

  /** Without what only the backend tells: versions, marks, and titles of new evidence. */
  const alike = (told: unknown) =>
    JSON.parse(
      JSON.stringify(told, (key, value: unknown) =>
        ['version', 'asOf', 'evidence', 'quote', 'history'].includes(key) ? undefined : value,
      ),
    ) as unknown;
  function asItWillBe<R extends ReadName>({ shown, answered, known }: Told<R>): void {
    assert.deepEqual(alike(shown), alike(known));
    assert.deepEqual(alike(answered), alike(known));
  }
  const list: ['listResults', Input<'listResults'>] = ['listResults', {}];
  const ideas: ['listIdeas', Input<'listIdeas'>] = ['listIdeas', {}];
  const result = async (id: string, as = CORE_TEAM) => (await open(as)).read('getResult', { id });

  it('have a new draft of a member', async () => {
    asItWillBe(await act(WORK, list, ['saveResult', resultInput(DRIVER)]));
  });

  it('have a new draft of the core team, without a measure', async () => {
    asItWillBe(await act(CORE_TEAM, list, ['saveResult', resultInput({ ...DRIVER, measure: undefined })]));
  });

  it('have it where it is asked for by its id, and not among what is published', async () => {
    const input = resultInput(DRIVER);
    const connection = await open(WORK);
    const me = await connection.read('getMe', {});
    const made = withPending('getResult', { id: input.id }, undefined, [entryOf('saveResult', input)], me);
    assert.equal(made?.title, input.title);
    const published = { items: [], asOf: '1' };
    for (const asked of [{ only: 'published' as const }, { status: 'stopped' as const }, { driver: 'd-open' }]) {
      assert.deepEqual(withPending('listResults', asked, published, [entryOf('saveResult', input)], me), published);
    }
  });

  it('are as they were written, published and measured', async () => {
    const draft = await (await open(WORK)).write('saveResult', resultInput(DRIVER), { key: newId() });
    const { id } = draft;
    const one: ['getResult', Input<'getResult'>] = ['getResult', { id }];
    asItWillBe(await act(WORK, one, ['saveResult', resultAgain(draft, { title: 'Anders', measure: undefined })]));
    asItWillBe(await act(WORK, one, ['saveResult', resultAgain(draft, { version: 2, status: 'reached' })]));
    const value = { resultId: id, id: newId(), on: TODAY, value: 6 };
    asItWillBe(await act(WORK, one, ['saveMeasurement', { ...value, version: 3 }]));
    const earlier = { ...value, id: newId(), on: '2026-01-01', value: 1, explanation: 'Het begin' };
    asItWillBe(await act(WORK, list, ['saveMeasurement', { ...earlier, version: 4 }]));
    asItWillBe(await act(WORK, one, ['eraseMeasurement', { resultId: id, id: value.id, version: 5 }]));
    asItWillBe(await act(CORE_TEAM, list, ['publishResult', { id, version: 6, reason: 'Iedereen merkt dit' }]));
    asItWillBe(await act(CORE_TEAM, list, ['eraseResult', { id, version: 7 }]));
  });

  it('keep what is quoted while it is evidence', async () => {
    const soft = await result('r4');
    const [first = '', last = ''] = soft.experienceIds;
    const asked: ['getResult', Input<'getResult'>] = ['getResult', { id: 'r4' }];
    const { shown } = await act(CORE_TEAM, asked, ['saveResult', resultAgain(soft, { title: 'Anders' })]);
    assert.deepEqual([shown.quote, shown.evidence], [soft.quote, soft.evidence]);
    const without = resultAgain(soft, { version: 3, experienceIds: [last] });
    const { shown: next, answered } = await act(CORE_TEAM, asked, ['saveResult', without]);
    assert.equal(next.quote, undefined);
    assert.ok(!next.evidence.some(({ id }) => id === first));
    assert.equal(answered.quote?.experienceId, last);
  });

  it('are not laid over what is newer already', async () => {
    const known = await result('r4');
    const me = await (await open(CORE_TEAM)).read('getMe', {});
    const old = entryOf('saveResult', resultAgain(known, { version: 1, title: 'Oud' }));
    assert.equal(withPending('getResult', { id: 'r4' }, known, [old], me)?.title, known.title);
  });

  it('have an idea, worded, joined, answered and gone', async () => {
    const input = ideaInput({ driverIds: ['d-samen'] });
    const { id } = input;
    asItWillBe(await act(WORK, ideas, ['saveIdea', input]));
    asItWillBe(await act(WORK, ideas, ['saveIdea', { ...input, version: 1, text: 'Anders' }]));
    asItWillBe(await act('par-zorg-2', ideas, ['joinIdea', { id, as: 'doing' }]));
    asItWillBe(await act('par-zorg-2', ideas, ['joinIdea', { id, as: 'none' }]));
    asItWillBe(await act(CORE_TEAM, ideas, ['declineIdea', { id, version: 2, reason: 'Nu niet' }]));
    const item = { agendaItemId: newId(), title: 'Toch' };
    asItWillBe(await act(CORE_TEAM, ideas, ['adoptIdea', { id, version: 3, ...item }]));
    asItWillBe(await act(CORE_TEAM, ideas, ['eraseIdea', { id, version: 4 }]));
    asItWillBe(await act(CORE_TEAM, ideas, ['saveIdea', ideaInput({ driverIds: [] })]));
  });
});

describe('a write of results that waits for another', () => {
  const entry = <N extends WriteName>(operation: N, input: Input<N>) => makeEntry(operation, input, [], 0);

  it('is of the result that its value belongs to', () => {
    const value = { resultId: 'r1', id: 'm1', version: 1, on: TODAY, value: 1 };
    assert.equal(entry('saveMeasurement', value).entity, 'result:r1');
    assert.equal(entry('eraseMeasurement', { resultId: 'r1', id: 'm1', version: 1 }).entity, 'result:r1');
  });

  it('waits for the evidence that it names', () => {
    const named = dependsOn(entry('saveResult', resultInput({ experienceIds: ['e1'], agendaItemIds: ['a1'] })));
    assert.ok(named.includes('experience:e1') && named.includes('agendaItem:a1'));
  });

  it('makes others wait for the item that an idea becomes', () => {
    const adopt = entry('adoptIdea', { id: 'i1', version: 1, agendaItemId: 'a1', title: 'Een plek' });
    assert.deepEqual(changesOf(adopt), ['idea:i1', 'agendaItem:a1']);
  });
});
