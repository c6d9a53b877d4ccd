import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ADMIN, CORE, PARTIES, PARTNER_CORE, TODAY, WELZIJN, WERK, ZORG } from './agenda-made';
import { driver } from './made';
import { refused, refusedFields } from './refused';
import { addDays } from '../../src/model/day';
import type { Experience } from '../../src/model/experience-types';
import { demandEraser, eraseMeasurement, publishResult, saveMeasurement, saveResult } from '../../src/model/result';
import type { ResultState, ResultWords } from '../../src/model/result';
import { resultView } from '../../src/model/result-view';
import type { Measurement, Result } from '../../src/model/result-types';
import type { Viewer } from '../../src/model/types';
import { maySeeResult, resultAudience } from '../../src/model/visibility';

const MEASURE = { what: 'Brieven', unit: 'brieven', start: 0, goal: 10, source: 'telling' };

const words = (changes: Partial<ResultWords> = {}): ResultWords => ({
  id: 'r1',
  title: ' Zes brieven ',
  whatIsDifferent: 'Zes van de tien zijn simpel.',
  forWhom: 'Inwoners',
  status: 'interim',
  stillNeeded: '',
  experienceIds: [],
  agendaItemIds: [],
  driverIds: ['d1'],
  partyIds: ['werk'],
  audience: 'everyone',
  measure: MEASURE,
  ...changes,
});

const state = (viewer: Viewer, changes: Partial<ResultState> = {}): ResultState => ({
  previous: undefined,
  viewer,
  parties: PARTIES,
  drivers: [driver('d1'), driver('d2')],
  seen: { experiences: new Set(), items: new Set() },
  today: TODAY,
  ...changes,
});

const draft = (changes: Partial<ResultWords> = {}, by: Viewer = WERK): Result =>
  saveResult(words(changes), state(by, { seen: seenOf(changes) }));
const seenOf = ({ experienceIds = [], agendaItemIds = [] }: Partial<ResultWords>) => ({
  experiences: new Set(experienceIds),
  items: new Set(agendaItemIds),
});
const published = (changes: Partial<ResultWords> = {}): Result =>
  publishResult(draft(changes), 'Iedereen merkt dit', { viewer: CORE, today: TODAY });
const measured = (result: Result, value: Partial<Measurement> = {}, viewer = WERK): Result =>
  saveMeasurement(result, { id: 'm1', on: TODAY, value: 6, ...value }, { viewer, today: TODAY });

describe('who reads a result', () => {
  it('is the party that wrote it and the core team while it is a draft, of whom may read what it becomes', () => {
    const readers = (result: Result) =>
      [WERK, ZORG, WELZIJN, CORE, PARTNER_CORE, ADMIN].filter((who) => maySeeResult(result, who));
    assert.deepEqual(readers(draft()), [WERK, CORE, PARTNER_CORE]);
    assert.deepEqual(readers(draft({ audience: 'internal' })), [WERK, CORE]);
    assert.deepEqual(readers(published({ audience: 'internal' })), [WERK, ZORG, CORE, ADMIN]);
    assert.deepEqual(readers(published()), [WERK, ZORG, WELZIJN, CORE, PARTNER_CORE, ADMIN]);
  });

  it('are told of a draft by the audience of its party, and of what is published by the one that was chosen', () => {
    assert.equal(resultAudience(draft()), 'party:werk');
    assert.equal(resultAudience(published()), 'everyone');
  });
});

describe('writing a result', () => {
  it('keeps what was typed, tidy, under the party of whoever wrote it', () => {
    const result = draft();
    assert.deepEqual(
      [result.title, result.createdByPartyId, result.createdOn, result.version],
      ['Zes brieven', 'werk', TODAY, 1],
    );
    assert.deepEqual(result.history, [
      { on: TODAY, by: { partyId: 'werk', jobTitle: 'consulent' }, kind: 'drafted', status: 'interim' },
    ]);
  });

  it('is refused to the admin, and to who may not read what they would write', () => {
    refused(() => draft({}, ADMIN), 'forbidden');
    refused(() => draft({ audience: 'internal' }, WELZIJN), 'forbidden');
    refused(() => draft({ audience: 'internal' }, PARTNER_CORE), 'forbidden');
  });

  it('says all that is wrong at once', () => {
    const wrong = { title: ' ', whatIsDifferent: '', driverIds: ['d1', 'd1', 'd9'], partyIds: ['nergens'] };
    assert.deepEqual(
      refusedFields(() => draft({ ...wrong, measure: { ...MEASURE, what: '', start: Number.NaN, goal: 1e13 } })),
      [
        '/title required',
        '/whatIsDifferent required',
        '/driverIds/1 duplicate',
        '/driverIds/2 unknown',
        '/partyIds/0 unknown',
        '/measure/what required',
        '/measure/start format',
        '/measure/goal format',
      ],
    );
  });

  it('keeps a driver and a party that were there when it was written', () => {
    const next = state(WERK, { previous: draft(), drivers: [], parties: [] });
    assert.deepEqual(saveResult(words(), next).driverIds, ['d1']);
  });

  it('refuses a goal where one began', () => {
    assert.deepEqual(
      refusedFields(() => draft({ measure: { ...MEASURE, start: 10 } })),
      ['/measure/goal duplicate'],
    );
  });

  it('keeps evidence that whoever edits does not see, and takes away what they do', () => {
    const previous = draft({ experienceIds: ['e1', 'e2'], agendaItemIds: ['a1'] });
    const seen = { experiences: new Set(['e1', 'e3']), items: new Set<string>() };
    const next = saveResult(words({ experienceIds: ['e3'] }), state(WERK, { previous, seen }));
    assert.deepEqual([next.experienceIds, next.agendaItemIds], [['e3', 'e2'], ['a1']]);
    refused(() => saveResult(words({ experienceIds: ['e2'] }), state(WERK, { previous, seen })), 'notFound');
  });

  it('tells in the history which status it had, by whom', () => {
    const next = saveResult(words({ status: 'reached' }), state(CORE, { previous: published() }));
    assert.deepEqual(
      next.history.map(({ kind, status }) => `${kind} ${status}`),
      ['drafted interim', 'published interim', 'status reached'],
    );
    assert.equal(saveResult(words(), state(WERK, { previous: draft() })).history.length, 1);
  });

  it('is not undone by an edit: it stays published, and its party’s', () => {
    const before = published();
    const next = saveResult(words({ title: 'Anders' }), state(CORE, { previous: before }));
    assert.deepEqual([next.publication, next.createdByPartyId], [before.publication, 'werk']);
  });

  it('takes it from its readers by the core team alone, and never from the partner that wrote it', () => {
    const inside = words({ audience: 'internal' });
    saveResult(inside, state(WERK, { previous: draft() }));
    refused(() => saveResult(inside, state(WERK, { previous: published() })), 'forbidden');
    saveResult(inside, state(CORE, { previous: published() }));
    refused(() => saveResult(inside, state(CORE, { previous: draft({}, WELZIJN) })), 'forbidden');
  });

  it('gives it to more readers by the core team alone, once it is published', () => {
    const inside = { audience: 'internal' } as const;
    saveResult(words(), state(WERK, { previous: draft(inside) }));
    refused(() => saveResult(words(), state(WERK, { previous: published(inside) })), 'forbidden');
    saveResult(words(), state(CORE, { previous: published(inside) }));
  });

  it('is for its party and the core team', () => {
    refused(() => saveResult(words(), state(ZORG, { previous: draft() })), 'notFound');
    refused(() => saveResult(words(), state(ZORG, { previous: published() })), 'forbidden');
    saveResult(words(), state(PARTNER_CORE, { previous: published() }));
  });

  it('keeps a measure while it has values', () => {
    const { measure: _measure, ...soft } = words();
    refused(() => saveResult(soft, state(WERK, { previous: measured(draft()) })), 'conflict', 'hasMeasurements');
    assert.equal('measure' in saveResult(soft, state(WERK, { previous: draft() })), false);
  });
});

describe('publishing a result', () => {
  const publish = (result: Result, viewer: Viewer, reason = 'Iedereen merkt dit') =>
    publishResult(result, reason, { viewer, today: TODAY });

  it('is for the core team, of what it reads, with a reason', () => {
    refused(() => publish(draft(), WERK), 'forbidden');
    refused(() => publish(draft(), ZORG), 'notFound');
    refused(() => publish(draft({ audience: 'internal' }), PARTNER_CORE), 'notFound');
    assert.deepEqual(
      refusedFields(() => publish(draft(), CORE, ' \n')),
      ['/reason required'],
    );
    assert.equal(publish(draft(), PARTNER_CORE).publication?.by.partyId, 'welzijn');
  });

  it('is done once', () => {
    refused(() => publish(published(), CORE), 'conflict', 'alreadyPublished');
  });
});

describe('throwing a result away', () => {
  it('is for whoever edits it while it is a draft, and the core team after', () => {
    demandEraser(WERK, draft());
    demandEraser(CORE, draft());
    refused(() => demandEraser(ZORG, draft()), 'notFound');
    refused(() => demandEraser(WERK, published()), 'forbidden');
    demandEraser(CORE, published());
  });
});

describe('a value', () => {
  it('stands by day, whatever the order', () => {
    const days = ['2026-02-03', '2026-01-01', '2026-03-02', '2025-12-31'];
    const result = days.reduce((before, on, index) => measured(before, { id: `m${String(index)}`, on }), draft());
    assert.deepEqual(
      result.measurements.map(({ on }) => on),
      days.toSorted(),
    );
  });

  it('is put right under its id, and is one a day: of a hundred on a day, one stays', () => {
    const result = measured(draft());
    for (let tries = 1; tries < 100; tries += 1) {
      assert.deepEqual(
        refusedFields(() => measured(result, { id: `m${String(tries + 1)}` })),
        ['/on duplicate'],
      );
    }
    assert.deepEqual(measured(result, { value: 7 }).measurements, [{ id: 'm1', on: TODAY, value: 7 }]);
  });

  it('is a number of a day that was, of a measure', () => {
    const { measure: _measure, ...soft } = words();
    const bare = saveResult(soft, state(WERK));
    const late = { on: addDays(TODAY, 1), value: Infinity };
    assert.deepEqual(
      refusedFields(() => measured(bare, late)),
      ['/value format', '/value unknown', '/on tooLate'],
    );
    assert.deepEqual(
      refusedFields(() => measured(draft(), { on: '1900-01-01' })),
      ['/on tooEarly'],
    );
    assert.equal(measured(draft(), { value: -0.5 }).measurements[0]?.value, -0.5);
  });

  it('is one of four hundred at most', () => {
    let result = draft();
    for (let days = 0; days < 400; days += 1)
      result = measured(result, { id: `d${String(days)}`, on: addDays(TODAY, -days) });
    assert.deepEqual(
      refusedFields(() => measured(result, { on: '2020-01-01' })),
      ['/id tooLong'],
    );
    // One that is there is still put right.
    measured(result, { id: 'd7', on: addDays(TODAY, -7), value: 1 });
  });

  it('goes away again, when it is there', () => {
    const erase = (id: string, viewer = WERK) => eraseMeasurement(measured(draft()), id, { viewer, today: TODAY });
    assert.deepEqual(erase('m1').measurements, []);
    refused(() => erase('m2'), 'notFound');
    refused(() => erase('m1', ZORG), 'notFound');
  });
});

describe('a result as somebody reads it', () => {
  const experience = (id: string, changes: Partial<Experience> = {}) =>
    ({
      id,
      title: id,
      whatHappened: 'Ik belde. En toen?',
      audience: 'everyone',
      author: { name: '', jobTitle: 'consulent', partyId: 'werk' },
      ...changes,
    }) as Experience;
  const soft = (ids: string[]): Result => {
    const { measure: _measure, ...rest } = draft({ experienceIds: ids });
    return rest;
  };
  const shown = (result: Result, experiences: Experience[], viewer = WERK) =>
    resultView(
      result,
      { experiences: new Map(experiences.map((each) => [each.id, each])), items: new Map([['a1', 'Eén plan']]) },
      viewer,
    );

  it('names no evidence that is not there for them', () => {
    const view = shown({ ...soft(['e1', 'e2']), agendaItemIds: ['a2', 'a1'] }, [experience('e2')]);
    assert.deepEqual([view.experienceIds, view.agendaItemIds], [['e2'], ['a1']]);
    assert.deepEqual(
      view.evidence.map(({ title }) => title),
      ['e2', 'Eén plan'],
    );
    assert.equal(view.quote?.experienceId, 'e2');
  });

  it('quotes the first that learned something, or how the first story begins', () => {
    const learned = experience('e2', { whatLearned: 'Bellen helpt.' });
    assert.equal(shown(soft(['e1', 'e2']), [experience('e1'), learned]).quote?.text, 'Bellen helpt.');
    assert.equal(shown(soft(['e1']), [experience('e1')]).quote?.text, 'Ik belde.');
    const short = experience('e1', { whatHappened: 'Zonder punt\nEn verder' });
    assert.equal(shown(soft(['e1']), [short]).quote?.text, 'Zonder punt');
    assert.equal(shown(draft({ experienceIds: ['e1'] }), [experience('e1')]).quote, undefined);
    const [mine, ours] = [experience('e1', { audience: 'person:p1' }), experience('e2', { audience: 'party:werk' })];
    assert.equal(shown(soft(['e1', 'e2']), [mine, ours]).quote, undefined);
  });

  it('quotes no more of an author than is shown there', () => {
    const { author: _author, ...anonymous } = experience('e1');
    assert.deepEqual(shown(soft(['e1']), [anonymous]).quote, { experienceId: 'e1', text: 'Ik belde.' });
    const left = experience('e1', { author: { name: '', jobTitle: '', partyId: 'werk', isFormer: true } });
    assert.deepEqual(shown(soft(['e1']), [left]).quote, { experienceId: 'e1', text: 'Ik belde.', partyId: 'werk' });
  });

  it('says what they may do with it now', () => {
    const acts = (result: Result, viewer: Viewer) => shown(result, [], viewer).acts.join(' ');
    assert.equal(acts(draft(), WERK), 'edit measure erase');
    assert.equal(acts(soft([]), WERK), 'edit erase');
    assert.equal(acts(draft(), CORE), 'edit measure publish erase');
    assert.equal(acts(published(), WERK), 'edit measure');
    assert.equal(acts(published(), CORE), 'edit measure erase');
    assert.equal(acts(published(), ZORG), '');
    assert.equal(acts(published(), ADMIN), '');
  });
});
