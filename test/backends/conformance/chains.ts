import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CORE, DRIVERS, TODAY, refused } from './kit';
import type { OpenHome, SeedRow } from './kit';
import { draft, experience, idea, item, need, result, storySeed } from './story-kit';
import { someWorld, visibleTo } from './story-world';
import type { Chain, ChainKind, ChainStep } from '../../../src/model/result-types';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

const briefly = ({ kind, id, via, distance }: ChainStep): string => `${String(distance)} ${kind} ${id} via ${via.id}`;

export function chainsConformance(open: OpenHome): void {
  const chainFor = async (personId: Id, kind: ChainKind, id: Id, rows: readonly SeedRow[]): Promise<Chain> => {
    const home = await open(storySeed(rows), TODAY);
    return (await home.as(personId)).read('getChain', { kind, id });
  };
  const both = ({ earlier, later }: Chain) => ({ earlier: earlier.map(briefly), later: later.map(briefly) });

  describe('a chain', () => {
    const STORY: SeedRow[] = [
      experience('e1', { driverIds: ['d-twee'] }),
      need('n1', { experienceId: 'e1', driverId: 'd-twee', agendaItemId: 'i1', status: 'matched' }),
      idea('o1', { experienceId: 'e1', agendaItemId: 'i1', status: 'adopted' }),
      ...item('i1', { needId: 'n1', ideaId: 'o1', driverIds: ['d-een'], status: 'stopped', mergedIntoId: 'i2' }, {}),
      experience('e2', { agendaItemId: 'i2', writtenOn: '2026-02-20' }),
      ...item('i2'),
      result('r1', { agendaItemIds: ['i2'], experienceIds: ['e2'], driverIds: ['d-drie'] }),
    ];

    it('tells of an experience what followed, nearest first', async () => {
      assert.deepEqual(both(await chainFor('jeugd-1', 'experience', 'e1', STORY)), {
        earlier: [],
        later: [
          '1 driver d-twee via e1',
          '1 idea o1 via e1',
          '1 need n1 via e1',
          '2 driver d-een via i1',
          '2 agendaItem i1 via o1',
          '3 agendaItem i2 via i1',
          '4 driver d-drie via r1',
          '4 result r1 via i2',
        ],
      });
    });

    it('tells of a result how it came to be, back to the experience that it began with', async () => {
      assert.deepEqual(both(await chainFor('jeugd-1', 'result', 'r1', STORY)), {
        earlier: [
          '1 driver d-drie via r1',
          '1 agendaItem i2 via r1',
          '1 experience e2 via r1',
          '2 agendaItem i1 via i2',
          '3 driver d-een via i1',
          '3 idea o1 via i1',
          '3 need n1 via i1',
          '4 driver d-twee via n1',
          '4 experience e1 via o1',
        ],
        later: [],
      });
    });

    it('goes both ways from what stands between', async () => {
      const { earlier, later } = both(await chainFor('jeugd-1', 'agendaItem', 'i1', STORY));
      assert.deepEqual(earlier.slice(0, 3), ['1 driver d-een via i1', '1 idea o1 via i1', '1 need n1 via i1']);
      assert.deepEqual(later, ['1 agendaItem i2 via i1', '2 driver d-drie via r1', '2 result r1 via i2']);
      for (const [kind, id] of [
        ['need', 'n1'],
        ['idea', 'o1'],
      ] as const) {
        const chain = both(await chainFor('jeugd-1', kind, id, STORY));
        assert.ok(chain.earlier.includes(`1 experience e1 via ${id}`), kind);
        assert.ok(chain.later.includes('3 result r1 via i2'), kind);
      }
    });

    it('says of each what stands there, and whose it is as its author is shown', async () => {
      const { of, earlier } = await chainFor('jeugd-1', 'result', 'r1', [
        experience('e-named', { title: 'Hardop', whatHappened: 'We zeiden het. En toen?' }),
        experience('e-nobody', {
          authorShownAs: 'anonymous',
          author: undefined,
          authorId: undefined,
          authorProof: 'x',
        }),
        ...item('i1', { title: 'Brieven', status: 'running' }),
        result('r1', { title: 'Sneller', agendaItemIds: ['i1'], experienceIds: ['e-named', 'e-nobody'] }),
      ]);
      const steps = Object.fromEntries(earlier.map(({ via: _via, distance: _distance, ...link }) => [link.id, link]));
      assert.deepEqual(of, {
        ...{ kind: 'result', id: 'r1', title: 'Sneller', text: 'Het gaat sneller.', status: 'interim' },
        ...{ partyId: 'wonen', on: TODAY },
      });
      assert.deepEqual(steps['e-named'], {
        ...{ kind: 'experience', id: 'e-named', title: 'Hardop', text: 'We zeiden het.', on: TODAY },
        ...{ partyId: 'wonen', jobTitle: 'consulent' },
      });
      assert.deepEqual(steps['e-nobody'], {
        ...{ kind: 'experience', id: 'e-nobody', title: 'Ervaring e-nobody', text: 'Er gebeurde e-nobody.', on: TODAY },
      });
      assert.deepEqual(steps['i1'], {
        ...{ kind: 'agendaItem', id: 'i1', title: 'Brieven', text: 'Bellen', status: 'running', on: TODAY },
        ...{ partyId: 'wonen', jobTitle: 'consulent' },
      });
    });

    it('of a driver has what tells of it, and what was made of it', async () => {
      const rows = [
        experience('e1', { driverIds: ['d-een'], writtenOn: '2026-02-01' }),
        experience('e2', { driverIds: ['d-een', 'd-twee'] }),
        experience('e3', { driverIds: ['d-twee'] }),
        need('n1', { createdOn: '2026-02-03' }),
        idea('o1', { driverIds: ['d-een'], createdOn: '2026-02-02' }),
        ...item('i1', { driverIds: ['d-een'], createdOn: '2026-02-01' }),
        result('r1', { driverIds: ['d-een'] }),
        draft('r2', { driverIds: ['d-een'] }),
      ];
      const chain = await chainFor('jeugd-1', 'driver', 'd-een', rows);
      assert.deepEqual(chain.of, { kind: 'driver', id: 'd-een', title: 'een' });
      assert.deepEqual(both(chain), {
        earlier: ['1 experience e2 via d-een', '1 experience e1 via d-een'],
        later: ['1 result r1 via d-een', '1 need n1 via d-een', '1 idea o1 via d-een', '1 agendaItem i1 via d-een'],
      });
    });

    it('of a driver that has much is that of the newest twenty of each kind', async () => {
      const day = (index: number) => `2026-01-${String(index + 1).padStart(2, '0')}`;
      const many = Array.from({ length: 25 }, (_, index) =>
        experience(`e${String(index)}`, { driverIds: ['d-een'], writtenOn: day(index) }),
      );
      const { earlier, later } = await chainFor('jeugd-1', 'driver', 'd-een', [...many, need('n1')]);
      assert.deepEqual([earlier.length, earlier[0]?.id, earlier[19]?.id, later.length], [20, 'e24', 'e5', 1]);
    });

    it('ends where a circle closes, and after a hundred steps or eight links', async () => {
      const circle = [...item('i1', { mergedIntoId: 'i2' }), ...item('i2', { mergedIntoId: 'i1' })];
      assert.deepEqual(both(await chainFor('jeugd-1', 'agendaItem', 'i1', circle)), {
        earlier: ['1 agendaItem i2 via i1'],
        later: [],
      });
      const long = Array.from({ length: 12 }, (_, index) =>
        item(`i${String(index)}`, { mergedIntoId: `i${String(index + 1)}` }),
      ).flat();
      const { later } = await chainFor('jeugd-1', 'agendaItem', 'i0', long);
      assert.deepEqual(
        later.map(({ distance }) => distance),
        [1, 2, 3, 4, 5, 6, 7, 8],
      );
      const many = Array.from({ length: 120 }, (_, index) =>
        experience(`e${String(index)}`, { agendaItemId: 'i1', writtenOn: index === 7 ? TODAY : '2026-02-01' }),
      );
      const { earlier } = await chainFor('jeugd-1', 'agendaItem', 'i1', [...many, ...item('i1')]);
      assert.deepEqual([earlier.length, earlier[0]?.id], [100, 'e7']);
    });
  });

  describe('what is hidden in a chain', () => {
    const HIDDEN: SeedRow[] = [
      experience('e1'),
      experience('e-inside', { audience: 'internal', audienceChoice: 'internal', driverIds: ['d-drie'] }),
      ...item('i-inside', { audience: 'internal', experienceId: 'e1', driverIds: ['d-twee'] }),
      ...item('i1', { experienceId: 'e-inside' }),
      result('r1', { agendaItemIds: ['i-inside', 'i1'], experienceIds: ['e-inside'] }),
    ];

    it('is for a partner as if it were not there, and what lies behind it too', async () => {
      const seen = await chainFor('jeugd-1', 'result', 'r1', HIDDEN);
      assert.deepEqual(both(seen), { earlier: ['1 agendaItem i1 via r1'], later: [] });
      assert.doesNotMatch(JSON.stringify(seen), /inside|e1|d-twee|d-drie/);
      assert.deepEqual(both(await chainFor('jeugd-1', 'experience', 'e1', HIDDEN)), { earlier: [], later: [] });
      assert.deepEqual(both(await chainFor('jeugd-1', 'driver', 'd-twee', HIDDEN)), { earlier: [], later: [] });
      assert.ok(both(await chainFor('wonen-2', 'experience', 'e1', HIDDEN)).later.includes('2 result r1 via i-inside'));
    });

    it('makes no difference to any answer, in any world', async () => {
      for (const [personId, seed] of [
        ['jeugd-1', 1],
        ['jeugd-1', 2],
        ['wonen-2', 3],
      ] as const) {
        const rows = someWorld(seed);
        const seen = rows.filter((row) => visibleTo(personId, row));
        const starts = seen.flatMap(({ kind, id }) => (kind === 'ball' ? [] : [{ kind: kind as ChainKind, id }]));
        const answersOf = async (those: readonly SeedRow[]) => {
          const reader = await (await open(storySeed(those), TODAY)).as(personId);
          const answers: object[] = [];
          for (const start of [...starts, ...DRIVERS.map(({ id }) => ({ kind: 'driver' as const, id }))]) {
            const { asOf: _mark, ...chain } = await reader.read('getChain', start);
            answers.push(chain);
          }
          return answers;
        };
        assert.ok(seen.length < rows.length);
        assert.deepEqual(await answersOf(rows), await answersOf(seen));
      }
    });

    it('has no chain, as what is not there', async () => {
      const home = await open(
        storySeed([
          ...HIDDEN,
          need('n-inside', { audience: 'internal' }),
          idea('o-inside', { audience: 'internal' }),
          result('r-inside', { audience: 'internal' }),
          draft('r-draft'),
          experience('e-erased', { status: 'erased', title: '', whatHappened: '' }),
        ]),
        TODAY,
      );
      const jeugd = await home.as('jeugd-1');
      const hidden = [
        ...([
          ['experience', 'e-inside'],
          ['agendaItem', 'i-inside'],
          ['need', 'n-inside'],
        ] as const),
        ...([
          ['idea', 'o-inside'],
          ['result', 'r-inside'],
          ['result', 'r-draft'],
        ] as const),
        ...([
          ['experience', 'e-erased'],
          ['driver', 'd-vier'],
          ['need', 'e1'],
        ] as const),
      ];
      for (const [kind, id] of hidden) await refused(jeugd.read('getChain', { kind, id }), 'notFound');
      for (const kind of ['experience', 'need', 'idea', 'agendaItem', 'result', 'driver'] as const)
        await refused(jeugd.read('getChain', { kind, id: newId() }), 'notFound');
    });

    it('is what was hidden by the core team, and a result that is not published yet', async () => {
      const rows = [
        experience('e1', { agendaItemId: 'i1', hidden: { reason: 'Een naam', on: TODAY } }),
        experience('e2', { agendaItemId: 'i1', status: 'pending', authorShownAs: 'anonymous', author: undefined }),
        ...item('i1'),
        draft('r1', { agendaItemIds: ['i1'] }),
      ];
      for (const person of ['jeugd-1', 'wonen-2', CORE])
        assert.deepEqual(both(await chainFor(person, 'agendaItem', 'i1', rows)), { earlier: [], later: [] });
      // Whoever may read it finds its way on.
      assert.deepEqual(both(await chainFor('wonen-2', 'result', 'r1', rows)).earlier, ['1 agendaItem i1 via r1']);
      assert.deepEqual(both(await chainFor(CORE, 'experience', 'e1', rows)).later, ['1 agendaItem i1 via e1']);
    });
  });
}
