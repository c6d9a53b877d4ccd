import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { CORE, DRIVERS, SPACE, TODAY, madeSeed, needBy, refused, send } from './conformance/kit';
import { answers, openRound } from './conformance/rounds';
import { storedRows } from './stored';
import { openLocal } from '../../src/backends/local/index';
import { MemoryRowStore } from '../../src/backends/local/row-store';
import type { StoredRow } from '../../src/backends/local/stored-row';
import type { SpaceConnection } from '../../src/contract/backend';
import type { Input, ReadName } from '../../src/contract/operations';
import { SamenError } from '../../src/model/errors';
import type { RowKind } from '../../src/service/storage';

const KINDS: RowKind[] = ['space', 'member', 'intention', 'round', 'checkIn', 'release', 'need', 'meaning'];

let store: MemoryRowStore;
let now: Date;
const openAs = (person: string): Promise<SpaceConnection> =>
  openLocal({ store, person: () => person, now: () => now }).open(SPACE);

/** Somebody's space with one of everything: a closed round, an open one, a need, a card. */
beforeEach(async () => {
  store = new MemoryRowStore(storedRows(madeSeed()));
  now = new Date(`${TODAY}T10:00:00Z`);
  const core = await openAs(CORE);
  const first = await openRound(core, TODAY);
  for (let n = 1; n <= 6; n += 1) {
    const input = { roundId: first.id, version: 0, answers: answers('good') };
    await send(await openAs(`wonen-${String(n)}`), 'saveCheckIn', input);
  }
  await send(core, 'closeRound', { id: first.id, version: 1 });
  const { id: roundId } = await openRound(core, '2026-04-20');
  await send(core, 'saveCheckIn', { roundId, version: 0, answers: answers('good') });
  await needBy(core);
  await send(core, 'saveMeaning', { version: 0, text: 'Elkaar bellen', audience: 'everyone' });
});

async function rowOf(kind: RowKind): Promise<{ key: string; row: StoredRow }> {
  const rows = await store.read(`${SPACE}/${kind}/`);
  const key = kind === 'member' ? `${SPACE}/member/${CORE}` : ([...rows.keys()].at(-1) ?? '');
  return { key, row: rows.get(key) as StoredRow };
}
async function breakRow(kind: RowKind, broken: (row: StoredRow) => unknown): Promise<string> {
  const { key, row } = await rowOf(kind);
  await store.commit({ puts: new Map([[key, broken(row) as StoredRow]]), erased: new Set() });
  return key;
}

/** Every read there is, of everything that was there; what each gave, or how it was refused. */
async function readEverything(): Promise<(string | undefined)[]> {
  const me = await openAs(CORE);
  const rounds = [...(await store.read(`${SPACE}/round/`)).keys()].map((key) => key.split('/').at(-1) ?? '');
  const read = <N extends ReadName>(operation: N, input: Input<N>) =>
    me.read(operation, input).then(
      () => undefined,
      (error: unknown) => {
        assert.ok(error instanceof SamenError, `${operation}: ${String(error)}`);
        return error.kind;
      },
    );
  return Promise.all([
    read('getMe', {}),
    read('getSpace', {}),
    read('listMembers', {}),
    read('getIntention', {}),
    read('listRounds', {}),
    ...rounds.flatMap((roundId) => [read('getSummary', { roundId }), read('getMyCheckIn', { roundId })]),
    read('listNeeds', {}),
    read('listNeedSuggestions', {}),
    read('listMeanings', {}),
  ]);
}

const BROKEN: [string, (stored: StoredRow) => unknown][] = [
  ['comes from an older version', (stored) => ({ ...stored, form: 0 })],
  ['comes from a newer version', (stored) => ({ ...stored, form: 2, row: { anders: true } })],
  ['lies there bare', ({ row }) => row],
  ['was cut off after its first field', (stored) => ({ ...stored, row: { id: 'x' } })],
  ['has no row in it', (stored) => ({ ...stored, row: null })],
  ['has a text for a row', (stored) => ({ ...stored, row: JSON.stringify(stored.row).slice(0, 20) })],
  ['has no version', ({ version: _version, ...rest }) => rest],
  ['has no audience', ({ audience: _audience, ...rest }) => rest],
  ['is null', () => null],
  ['is a text', () => 'x'],
];

describe('a row in this browser that cannot be read', () => {
  for (const [how, broken] of BROKEN) {
    it(`says so or is passed over, and nothing crashes, when it ${how}`, async () => {
      for (const kind of KINDS) {
        const { key, row } = await rowOf(kind);
        await breakRow(kind, broken);
        for (const outcome of await readEverything())
          assert.ok([undefined, 'storage', 'notFound', 'conflict'].includes(outcome), `${kind}: ${String(outcome)}`);
        assert.deepEqual((await store.read(key)).get(key), broken(row), 'it is left as it was');
        await store.commit({ puts: new Map([[key, row]]), erased: new Set() });
      }
    });
  }

  it('is not taken for something that is not there', async () => {
    const of = async (kind: RowKind, read: (me: SpaceConnection) => Promise<unknown>) => {
      const { key, row } = await rowOf(kind);
      await breakRow(kind, (stored) => ({ ...stored, row: {} }));
      await refused(read(await openAs(CORE)), 'storage');
      await store.commit({ puts: new Map([[key, row]]), erased: new Set() });
    };
    const { items: rounds } = await (await openAs(CORE)).read('listRounds', {});
    const closed = rounds.find(({ closedOn }) => closedOn)?.id ?? '';
    const open = rounds.find(({ closedOn }) => !closedOn)?.id ?? '';
    await of('space', (me) => me.read('getSpace', {}));
    await of('member', (me) => me.read('getMe', {}));
    await of('intention', (me) => me.read('getIntention', {}));
    await of('release', (me) => me.read('getSummary', { roundId: closed }));
    await of('checkIn', (me) => me.read('getMyCheckIn', { roundId: open }));
  });

  it('is not written over', async () => {
    await breakRow('space', (stored) => ({ ...stored, form: 2 }));
    await refused(send(await openAs('maker'), 'createSpace', { id: SPACE, name: 'Nieuw' }), 'storage');
    const key = `${SPACE}/space/${SPACE}`;
    assert.equal(((await store.read(key)).get(key) as { form: number }).form, 2);
  });

  it('is not written over either by a change of it', async () => {
    await breakRow('intention', (stored) => ({ ...stored, row: { text: 'Half' } }));
    const input = { version: 0, text: 'Nieuw', promise: '', drivers: DRIVERS };
    await refused(send(await openAs(CORE), 'saveIntention', input), 'storage');
  });

  it('does not take a list away', async () => {
    const core = await openAs(CORE);
    const good = await needBy(core, { text: 'Heel' });
    const broken = await needBy(core);
    const key = `${SPACE}/need/${broken.id}`;
    await store.commit({ puts: new Map([[key, null as never]]), erased: new Set() });
    const { items } = await core.read('listNeeds', {});
    assert.ok(items.some(({ id }) => id === good.id));
    assert.ok(!items.some(({ id }) => id === broken.id));
  });
});

describe('a row that is whole at first sight', () => {
  it('never crashes, whichever of its fields is gone or something else', async () => {
    for (const kind of KINDS) {
      const { key, row } = await rowOf(kind);
      for (const field of Object.keys(row.row)) {
        for (const value of [undefined, null, 7, 'x', [], [null], {}]) {
          await breakRow(kind, (stored) => ({ ...stored, row: { ...stored.row, [field]: value } }));
          await readEverything();
        }
      }
      await store.commit({ puts: new Map([[key, row]]), erased: new Set() });
    }
  });

  it('keeps a round that cannot be closed from being closed half', async () => {
    const { key } = await rowOf('round');
    const open = [...(await store.read(`${SPACE}/round/`))].find(
      ([, stored]) => !('closedOn' in (stored as StoredRow).row),
    );
    assert.ok(open && key);
    const [openKey, stored] = open as [string, StoredRow];
    const broken = { ...stored, row: { ...stored.row, drivers: [null] } };
    await store.commit({ puts: new Map([[openKey, broken]]), erased: new Set() });
    now = new Date('2026-05-01T10:00:00Z');
    await refused((await openAs(CORE)).read('listRounds', {}), 'storage');
    assert.deepEqual((await store.read(openKey)).get(openKey), broken);
    assert.equal((await store.read(`${SPACE}/checkIn/`)).size, 1);
  });
});
