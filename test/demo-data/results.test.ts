import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { localProof } from '../../src/backends/local/proof';
import { openLocal } from '../../src/backends/local/open-local';
import { MemoryRowStore } from '../../src/backends/local/row-store';
import type { SpaceConnection } from '../../src/contract/backend';
import { DEMO_SPACE, demoRows } from '../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../src/demo-data/lindeveld';
import type { IdeaView, ResultView } from '../../src/model/result-types';

const TODAY = '2026-11-25';
const FILE = JSON.parse(readFileSync(new URL('../../data/lindeveld.json', import.meta.url), 'utf8')) as LindeveldFile;

function openedBy(personId: string, file = FILE): Promise<SpaceConnection> {
  const rows = demoRows(file, TODAY, localProof);
  const store = new MemoryRowStore(new Map([...rows].map(([key, row]) => [`${DEMO_SPACE}/${key}`, row])));
  const now = () => new Date(`${TODAY}T09:00:00Z`);
  return openLocal({ store, person: () => personId, now }).open(DEMO_SPACE);
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('the results of the demonstration', () => {
  let results: ResultView[];
  let theirs: ResultView[];
  const result = (id: string, of = results) => of.find((each) => each.id === id) as ResultView;
  before(async () => {
    results = (await (await openedBy('afd-toegang-3')).read('listResults', {})).items;
    theirs = (await (await openedBy('par-wonen-2')).read('listResults', {})).items;
  });

  it('are all there for a department, the last published first, and without what is internal for a partner', () => {
    assert.deepEqual(idsOf(results), ['r2', 'r3', 'r4', 'r5', 'r1', 'r6']);
    assert.deepEqual(idsOf(theirs), ['r2', 'r3', 'r4', 'r5', 'r1']);
  });

  it('are measured on days that follow each other, from the start to the value of now', () => {
    const measured = results.filter(({ measure }) => measure);
    assert.deepEqual(idsOf(measured), ['r2', 'r3', 'r5', 'r1']);
    for (const { id, measure, measurements } of measured) {
      const days = measurements.map(({ on }) => on);
      assert.deepEqual(days, [...new Set(days)].sort(), id);
      assert.ok(days.every((day) => day <= TODAY));
      assert.equal(measurements[0]?.value, measure?.start);
      const now = FILE.resultaten.find((each) => each.id === id)?.meting?.nu;
      assert.equal(measurements.at(-1)?.value, now);
      assert.ok(measurements.length > 2);
    }
  });

  it('quote what was learned where nothing is measured, by job title', () => {
    assert.deepEqual(result('r4').quote, {
      experienceId: 'e2',
      text: 'Hardop zeggen wie aan zet is, is geen wantrouwen. Het helpt.',
      jobTitle: 'klantmanager',
      partyId: 'afd-werk',
    });
    assert.equal(result('r1').quote, undefined);
  });

  it('say why they were chosen, and who contributed', () => {
    assert.equal(result('r4').publication?.reason, FILE.resultaten.find(({ id }) => id === 'r4')?.gekozenOmdat);
    assert.ok(results.every(({ publication }) => publication && publication.reason !== ''));
    assert.deepEqual(result('r2').partyIds, ['afd-beleid', 'afd-werk', 'par-vrijwillig']);
  });

  it('name an agenda item by its title', () => {
    assert.match(result('r6').whatIsDifferent, /‘Eén gezin, één plan’/);
    assert.ok(results.every(({ whatIsDifferent }) => !/\ba\d/.test(whatIsDifferent)));
  });

  it('show where they come from', () => {
    assert.deepEqual(
      result('r4').evidence.map(({ kind, id }) => `${kind} ${id}`),
      ['experience e2', 'experience e9', 'agendaItem a2', 'agendaItem a3'],
    );
  });

  it('also come from a file that says no more than begin and now', async () => {
    const plain = FILE.resultaten.map(({ gekozenOmdat: _reason, meting, ...rest }) => {
      const { waarden: _values, ...measure } = meting ?? { nu: 0 };
      return { ...rest, meting: meting && measure };
    });
    const { ideeen: _ideas, ...file } = { ...FILE, resultaten: plain } as LindeveldFile;
    const { items } = await (await openedBy('afd-toegang-3', file)).read('listResults', {});
    assert.deepEqual(
      result('r2', items).measurements.map(({ value }) => value),
      [0, 6],
    );
    assert.ok(result('r2', items).publication?.reason);
  });
});

describe('the ideas of the demonstration', () => {
  let ideas: IdeaView[];
  before(async () => {
    ideas = (await (await openedBy('par-welzijn-2')).read('listIdeas', {})).items;
  });

  it('are three, the newest first, of which one has its answer', () => {
    assert.deepEqual(
      ideas.map(({ id, status }) => `${id} ${status}`),
      ['i1 open', 'i2 open', 'i3 declined'],
    );
    assert.equal(ideas[2]?.answer?.on, '2026-11-19');
  });

  it('begin with an experience that everybody reads', () => {
    assert.equal(ideas[0]?.experienceId, 'e5');
  });

  it('are one party’s second to edit', () => {
    assert.deepEqual(
      ideas.map(({ isMine }) => isMine),
      [false, true, false],
    );
    assert.deepEqual(ideas[1]?.acts, ['edit', 'erase', 'join']);
  });

  it('are joined by each party once', () => {
    for (const { id, participations } of ideas) {
      const parties = participations.map(({ partyId }) => partyId);
      assert.deepEqual(parties, [...new Set(parties)], id);
    }
  });
});
