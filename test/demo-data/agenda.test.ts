import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { localProof } from '../../src/backends/local/proof';
import { openLocal } from '../../src/backends/local/open-local';
import { MemoryRowStore } from '../../src/backends/local/row-store';
import type { SpaceConnection } from '../../src/contract/backend';
import { DEMO_SPACE, demoRows } from '../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../src/demo-data/lindeveld';
import type { AgendaItem, AgendaItemView, Handover } from '../../src/model/agenda-types';
import { likeness } from '../../src/model/overlap';
import { heldBy } from '../model/agenda-log';

const TODAY = '2026-11-25';
const FILE = JSON.parse(readFileSync(new URL('../../data/lindeveld.json', import.meta.url), 'utf8')) as LindeveldFile;
const rows = demoRows(FILE, TODAY, localProof);
const store = new MemoryRowStore(new Map([...rows].map(([key, row]) => [`${DEMO_SPACE}/${key}`, row])));

/** Early and late on the day that it is seeded: no signal may wait for the hour. */
async function openedBy(personId: string, at: string): Promise<SpaceConnection> {
  return openLocal({ store, person: () => personId, now: () => new Date(at) }).open(DEMO_SPACE);
}

for (const at of [`${TODAY}T05:00:00Z`, `${TODAY}T22:30:00Z`]) {
  describe(`the agenda of the demonstration, at ${at}`, () => {
    let items: AgendaItemView[];
    before(async () => {
      items = (await (await openedBy('afd-toegang-3', at)).read('listAgendaItems', { limit: 100 })).items;
    });
    const signals = (all: readonly AgendaItemView[]) =>
      Object.fromEntries(all.flatMap(({ id, signal }) => (signal ? [[id, signal]] : [])));

    it('has each signal once, on the item that it is about, and nothing on the others', () => {
      assert.deepEqual(signals(items), {
        a2: { kind: 'unanswered', days: 34 },
        a3: { kind: 'overlap', otherId: 'a2' },
        a7: { kind: 'overdue', days: 2 },
        a8: { kind: 'nobody', days: 19 },
      });
    });

    it('shows a partner the same, without what is between departments', async () => {
      const theirs = (await (await openedBy('par-wonen-2', at)).read('listAgendaItems', { limit: 100 })).items;
      assert.deepEqual(signals(theirs), signals(items));
      assert.deepEqual(
        items.map(({ id }) => id).filter((id) => !theirs.some((item) => item.id === id)),
        ['a9', 'a10'],
      );
    });

    it('finds by each signal what has it', async () => {
      const connection = await openedBy('afd-toegang-3', at);
      for (const [signal, id] of Object.entries({ nobody: 'a8', unanswered: 'a2', overdue: 'a7', overlap: 'a3' })) {
        const found = await connection.read('listAgendaItems', { signal: signal as 'nobody' });
        assert.deepEqual(
          found.items.map((item) => item.id),
          [id],
          signal,
        );
      }
      for (const signal of ['still', 'noDoer'] as const)
        assert.deepEqual((await connection.read('listAgendaItems', { signal })).items, []);
    });

    it('leaves the ball of a2 with who offered it, for nobody answered', () => {
      const a2 = items.find(({ id }) => id === 'a2');
      assert.equal(a2?.ball.state, 'lapsed');
      assert.equal(a2.ball.holderId, 'par-wonen');
      assert.equal(a2.ball.offer?.toPartyId, 'afd-werk');
    });
  });
}

describe('the rows of the demonstration', () => {
  const all = <T>(kind: string) =>
    [...rows].flatMap(([key, { row }]) => (key.startsWith(`${kind}/`) ? [row as T] : []));
  const items = all<AgendaItem>('agendaItem');

  it('have two items that are alike by 0.41, and the next pair by 0.28', () => {
    const open = items.filter(({ status }) => status !== 'done' && status !== 'stopped');
    const pairs = open
      .flatMap((one, index) =>
        open.slice(index + 1).map((other) => ({ pair: `${one.id} ${other.id}`, score: likeness(one, other) })),
      )
      .sort((a, b) => b.score - a.score);
    assert.deepEqual(
      pairs.slice(0, 2).map(({ pair, score }) => [pair, score.toFixed(2)]),
      [
        ['a2 a3', '0.41'],
        ['a2 a7', '0.28'],
      ],
    );
  });

  it('have a log for each ball that explains who holds it, numbered as the ball moved', () => {
    for (const ball of all<{ id: string; holderId?: string; version: number }>('ball')) {
      const log = all<Handover>('handover').filter(({ itemId }) => itemId === ball.id);
      assert.deepEqual(
        log.map(({ number }) => number),
        Array.from({ length: ball.version - 1 }, (_, index) => index + 1),
        ball.id,
      );
      assert.equal(heldBy(log), ball.holderId, ball.id);
      const times = log.map(({ at }) => at);
      assert.deepEqual(times, [...times].sort(), ball.id);
    }
  });

  it('have a session to come that is proposed from what asks attention', async () => {
    const connection = await openedBy('afd-beleid-1', `${TODAY}T09:00:00Z`);
    const proposal = await connection.read('getSessionProposal', { id: 's2' });
    assert.deepEqual(
      proposal.items.map(({ id }) => id),
      ['a8', 'a2', 'a7', 'a3'],
    );
    assert.deepEqual(
      proposal.agreements.map(({ text }) => text),
      ['Kaartje maken: dit mag je delen'],
    );
    assert.equal(proposal.experiences.length, 3);
    assert.deepEqual(proposal.methodIds, ['w-bal', 'w-vraag']);
  });
});
