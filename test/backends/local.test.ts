import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, it } from 'node:test';
import { openLocal, seedLocal } from '../../src/backends/local/index';
import { IndexedDbRowStore, MemoryRowStore } from '../../src/backends/local/row-store';
import type { RowChanges, RowStore } from '../../src/backends/local/row-store';
import type { SpaceConnection } from '../../src/contract/backend';
import type { Input, Output, WriteName } from '../../src/contract/operations';
import { DEMO_SPACE, demoRows } from '../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../src/demo-data/lindeveld';
import { toDay } from '../../src/model/today';
import { SamenError } from '../../src/model/errors';
import { newId } from '../../src/model/new-id';

const NOW = new Date('2026-11-23T10:00:00Z');
const file = JSON.parse(await readFile(new URL('../../data/lindeveld.json', import.meta.url), 'utf8')) as LindeveldFile;
let database = 0;

function as(personId: string, store: RowStore): Promise<SpaceConnection> {
  return openLocal({ store, person: () => personId, now: () => NOW }).open(DEMO_SPACE);
}
function write<N extends WriteName>(to: SpaceConnection, operation: N, input: Input<N>): Promise<Output<N>> {
  return to.write(operation, input, { key: newId() });
}
const refusal = (kind: string, reason?: string) => (error: unknown) =>
  error instanceof SamenError && error.kind === kind && (reason === undefined || error.reason === reason);

describe('the demonstration in the browser', () => {
  let store: RowStore;
  beforeEach(async () => {
    store = new IndexedDbRowStore(`test-${String((database += 1))}`);
    assert.equal(await seedLocal(DEMO_SPACE, demoRows(file, toDay(NOW)), store), true);
  });

  it('is put in once, and not over what people did', async () => {
    assert.equal(await seedLocal(DEMO_SPACE, demoRows(file, toDay(NOW)), store), false);
  });

  it('releases its three rounds as the domain lists them', async () => {
    const me = await as('par-zorg-2', store);
    const rounds = (await me.read('listRounds', {})).items;
    const groups = async (number: number) => {
      const round = rounds.find((each) => each.number === number);
      return (await me.read('getSummary', { roundId: round?.id ?? '' })).groups;
    };
    assert.equal((await groups(1)).filter((group) => !group.hidden).length, 5);
    const second = await groups(2);
    assert.equal(second.find((group) => group.partyIds.includes('par-vrijwillig'))?.hidden, 'tooFew');
    assert.equal(second.find((group) => group.partyIds.includes('par-jeugd'))?.hidden, 'protectsOthers');
    const third = await groups(3);
    assert.equal(third.filter((group) => !group.hidden).length, 6);
    assert.equal(third.find((group) => group.label === 'otherPartners')?.respondents, 9);
  });

  it('opens, checks in, closes and erases the single check-ins', async () => {
    const core = await as('afd-beleid-1', store);
    const round = await write(core, 'openRound', { id: newId(), closesOn: '2026-11-30' });
    const people = ['afd-toegang-1', 'afd-toegang-2', 'afd-toegang-3', 'afd-toegang-4', 'afd-toegang-5', 'par-wonen-1'];
    for (const person of people) {
      const answers = round.drivers.map((driver) => ({
        driverId: driver.id,
        answer: 'notWorking' as const,
        note: `kanarie van ${person}`,
      }));
      await write(await as(person, store), 'saveCheckIn', { roundId: round.id, version: 0, answers });
    }
    await write(core, 'closeRound', { id: round.id, version: round.version });
    const { groups, total, notes } = await core.read('getSummary', { roundId: round.id });
    assert.ok(
      groups.every((group) => group.hidden !== false && group.answers === undefined && group.respondents === undefined),
    );
    assert.equal(total?.respondents, 6);
    assert.deepEqual(notes, []);
    const kept = JSON.stringify([...(await store.read(''))]);
    assert.doesNotMatch(kept, /kanarie/);
    assert.doesNotMatch(kept, /\/checkIn\//);
  });

  it('is there again for the next page', async () => {
    const id = newId();
    await write(await as('par-wonen-1', store), 'saveNeed', {
      id,
      version: 0,
      kind: 'ask',
      driverId: 'd-open',
      text: '<b>x</b>',
    });
    const again = await (await as('afd-werk-2', store)).read('listNeeds', { limit: 100 });
    assert.equal(again.items.find((need) => need.id === id)?.text, '<b>x</b>');
  });

  it('does a repeated write once, and refuses its key for something else', async () => {
    const me = await as('par-wonen-1', store);
    const [key, id] = [newId(), newId()];
    const input = { id, version: 0, kind: 'ask', driverId: 'd-open', text: 'Een vraag' } as const;
    await me.write('saveNeed', input, { key });
    assert.equal((await me.write('saveNeed', input, { key })).version, 1);
    await assert.rejects(me.write('saveNeed', { ...input, text: 'Anders' }, { key }), refusal('conflict', 'keyReused'));
  });

  it('lets two tabs write at once without losing either', async () => {
    const tabs = await Promise.all([as('par-wonen-1', store), as('par-wonen-2', store)]);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        write(tabs[n % 2] as SpaceConnection, 'saveNeed', {
          id: newId(),
          version: 0,
          kind: 'ask',
          driverId: 'd-open',
          text: `Nummer ${String(n)}`,
        }),
      ),
    );
    const { items } = await tabs[0].read('listNeeds', { limit: 100 });
    assert.equal(items.filter((need) => need.text.startsWith('Nummer')).length, 20);
  });

  it('gives a change based on an older version the one that is there', async () => {
    const core = await as('afd-beleid-1', store);
    const intention = await core.read('getIntention', {});
    assert.ok(intention);
    const { changedOn: _on, ...words } = intention;
    await write(core, 'saveIntention', { ...words, text: 'Eerst' });
    await assert.rejects(
      write(core, 'saveIntention', { ...words, text: 'Later' }),
      (error) =>
        refusal('stale')(error) && (error as SamenError & { current: { text: string } }).current.text === 'Eerst',
    );
  });

  it('tells a stranger nothing, and refuses members what is the core team’s', async () => {
    await assert.rejects((await as('vreemde', store)).read('getSpace', {}), refusal('notFound'));
    assert.equal((await (await as('vreemde', store)).read('getMe', {})).member, undefined);
    await assert.rejects(
      write(await as('par-jeugd-2', store), 'openRound', { id: newId(), closesOn: '2026-12-30' }),
      refusal('forbidden'),
    );
  });

  it('keeps internal meanings from partners', async () => {
    const seen = async (person: string) =>
      (await (await as(person, store)).read('listMeanings', {})).items.map((card) => card.audience);
    assert.ok((await seen('afd-beleid-2')).includes('internal'));
    assert.ok(!(await seen('par-zorg-1')).includes('internal'));
  });

  it('lists all that is wrong with an input at once', async () => {
    const me = await as('par-wonen-1', store);
    const wrong = { id: 'Wrong Id', version: 0, kind: 'ask', driverId: 'd-open', text: '\u202Egnort', extra: 1 };
    await assert.rejects(me.write('saveNeed', wrong as Input<'saveNeed'>, { key: newId() }), (error) => {
      assert.ok(error instanceof SamenError);
      assert.deepEqual(error.fields.map((field) => field.pointer).sort(), ['/extra', '/id', '/text']);
      return true;
    });
  });

  it('passes over a row that was cut off', async () => {
    await store.commit({
      puts: new Map([[`${DEMO_SPACE}/need/b1`, { form: 1, version: 1, audience: 'everyone', row: { id: 'b1' } }]]),
      erased: new Set(),
    });
    const { items } = await (await as('afd-werk-2', store)).read('listNeeds', { limit: 100 });
    assert.equal(items.length, 8);
  });
});

describe('a browser that keeps nothing', () => {
  class FullStore extends MemoryRowStore {
    override readonly kept = true as never;
    override commit(_: RowChanges): Promise<void> {
      return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    }
  }

  it('goes on in memory, says so, and loses nothing that was there', async () => {
    const rows = new Map([...demoRows(file, toDay(NOW))].map(([key, row]) => [`${DEMO_SPACE}/${key}`, row]));
    const me = await as('par-wonen-1', new FullStore(rows));
    const events: string[] = [];
    me.watch((event) => events.push(event.type));
    assert.equal(me.capabilities.storage, 'kept');
    await write(me, 'saveNeed', { id: newId(), version: 0, kind: 'ask', driverId: 'd-open', text: 'Toch bewaard' });
    assert.equal(me.capabilities.storage, 'memory');
    assert.ok(events.includes('capabilities'));
    const { items } = await me.read('listNeeds', { limit: 100 });
    assert.equal(items.length, 10);
  });
});
