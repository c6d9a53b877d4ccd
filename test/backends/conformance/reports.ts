import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, PARTNER_CORE, TODAY, heldBy, madeSeed, people, refused, send } from './kit';
import type { Home, OpenHome, SeedRow } from './kit';
import { answers, checkIn, openRound } from './rounds';
import { PERIOD, draft, experience, handover, item, keptInput, result, storySeed } from './story-kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import type { KeptReport } from '../../../src/model/result-types';
import type { Answer } from '../../../src/model/types';

const by = { partyId: 'wonen', jobTitle: 'consulent' };
const publishedOn = (on: string) => ({ on, reason: 'Omdat', by });

export function reportsConformance(open: OpenHome): void {
  let home: Home;
  const openWith = async (rows: readonly SeedRow[]) => {
    home = await open(storySeed(rows), TODAY);
  };
  const report = async (personId: string, input: Partial<Input<'getReport'>> = {}) =>
    (await home.as(personId)).read('getReport', { ...PERIOD, ...input });

  describe('the four figures', () => {
    it('of a space in which nothing has happened are nothing, and of the driver there is none', async () => {
      home = await open(madeSeed(), TODAY);
      const { asOf: _mark, ...figures } = await (await home.as('jeugd-1')).read('getFigures', {});
      const nothing = { value: 0, recent: 0, trend: Array.from({ length: 12 }, () => 0) };
      assert.deepEqual(figures, { results: nothing, experiences: nothing, handovers: nothing });
    });

    it('count what the reader may see, with how it came to be a week apart', async () => {
      await openWith([
        result('r1', { publication: publishedOn('2025-01-01') }),
        result('r2', { publication: publishedOn('2026-02-16') }),
        result('r3', { audience: 'internal' }),
        draft('r4'),
        experience('e1', { writtenOn: '2026-01-26' }),
        experience('e2', { writtenOn: '2026-02-01' }),
        experience('e3', { audience: 'internal' }),
        experience('e4', { hidden: { reason: 'Een naam', on: TODAY } }),
        experience('e5', { status: 'erased', title: '', whatHappened: '' }),
        ...item('i1'),
        ...item('i2', { audience: 'internal' }),
        // A minute before midnight and at midnight, where the municipality is.
        handover('i1', 1, { kind: 'taken', toPartyId: 'wonen', at: '2026-02-23T22:59:00.000Z' }),
        handover('i1', 2, {
          kind: 'accepted',
          fromPartyId: 'wonen',
          toPartyId: 'jeugd',
          at: '2026-02-23T23:00:00.000Z',
        }),
        handover('i1', 3, { kind: 'progress', at: '2026-02-24T10:00:00.000Z' }),
        handover('i1', 4, { kind: 'offered', toPartyId: 'wonen', at: '2026-02-24T11:00:00.000Z' }),
        handover('i2', 1, { kind: 'taken', toPartyId: 'wonen', at: '2026-02-25T11:00:00.000Z', audience: 'internal' }),
      ]);
      const partner = await (await home.as('jeugd-1')).read('getFigures', {});
      const weeks = (...last: number[]) => [...Array.from({ length: 12 - last.length }, () => last[0]), ...last];
      assert.deepEqual(partner.results, { value: 2, recent: 1, trend: weeks(1, 2, 2, 2) });
      assert.deepEqual(partner.experiences, { value: 2, recent: 1, trend: weeks(0, 1, 2, 2, 2, 2, 2) });
      assert.deepEqual(partner.handovers, { value: 2, recent: 2, trend: weeks(0, 1, 2) });
      const department = await (await home.as('wonen-2')).read('getFigures', {});
      const values = [department.results.value, department.experiences.value, department.handovers.value];
      assert.deepEqual(values, [3, 3, 3]);
    });

    it('say of which driver the last release asks most attention, as it was released', async () => {
      home = await open(
        madeSeed({ settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 0 } }),
        TODAY,
      );
      const core = await home.as(CORE);
      const close = async (answerOf: (index: number, driver: number) => Answer) => {
        const { id } = await openRound(core);
        for (const [index, person] of people('beleid').entries()) {
          const given = answers('good').map((each, driver) => ({ ...each, answer: answerOf(index, driver) }));
          await checkIn(home, id, person, given);
        }
        await send(core, 'closeRound', { id, version: 1 });
      };
      await close((index) => (index < 4 ? 'good' : 'notWorking'));
      await close((index, driver) =>
        driver === 1 && index < 4 ? 'couldBeBetter' : index % 2 === 0 ? 'good' : 'notWorking',
      );
      const { driver } = await (await home.as('jeugd-1')).read('getFigures', {});
      assert.deepEqual(driver, {
        ...{ driverId: 'd-twee', name: 'twee', good: 17, before: 67, trend: [67, 17], roundNumber: 2 },
      });
      const { releases } = await report('jeugd-1', { from: TODAY, until: TODAY });
      assert.deepEqual(
        releases.map(({ round, before }) => [round.number, before?.round.number]),
        [
          [2, 1],
          [1, undefined],
        ],
      );
      for (const { round, release } of releases)
        assert.deepEqual(release, await core.read('getSummary', { roundId: round.id }));
    });
  });

  describe('the report of a period', () => {
    it('in which nothing happened says so, and fails at nothing', async () => {
      home = await open(madeSeed(), TODAY);
      const { asOf: _mark, figures: _figures, ...empty } = await report('jeugd-1');
      assert.deepEqual(empty, {
        ...{ ...PERIOD, results: [], releases: [], stillNeeded: [] },
        movements: {
          ...{ taken: 0, offered: 0, accepted: 0, returned: 0, released: 0, finished: 0, between: [], unheld: [] },
        },
        experiences: { kind: { success: 0, lesson: 0, question: 0 }, chosen: [] },
      });
    });

    it('is of days that follow each other, three years of them at most', async () => {
      home = await open(madeSeed(), TODAY);
      const wrong = (code: 'tooEarly' | 'tooLate') => ({
        kind: 'invalid' as const,
        fields: [{ pointer: '/until', code }],
      });
      await refused(report('jeugd-1', { from: '2026-03-01', until: '2026-02-28' }), wrong('tooEarly'));
      await refused(report('jeugd-1', { from: '2023-02-28', until: '2026-02-28' }), wrong('tooLate'));
      assert.equal((await report('jeugd-1', { from: '2023-03-01', until: '2026-02-28' })).from, '2023-03-01');
      assert.equal((await report('jeugd-1', { from: TODAY, until: TODAY })).until, TODAY);
    });

    it('has the results as they were at its end, without what was published later or stopped before', async () => {
      const drafted = { on: '2026-01-01', by, kind: 'drafted' as const, status: 'firstSign' as const };
      const became = (on: string, status: 'interim' | 'reached' | 'stopped') => ({
        on,
        by,
        kind: 'status' as const,
        status,
      });
      const value = (id: string, on: string) => ({ id, on, value: Number(on.slice(-2)) });
      const measure = { what: 'Dagen', unit: 'dagen', start: 15, source: 'Telling' };
      await openWith([
        result('r-then', {
          ...{ status: 'reached', measure, stillNeeded: 'Tijd', publication: publishedOn('2026-01-10') },
          measurements: [value('m1', '2026-02-01'), value('m2', '2026-02-28'), value('m3', '2026-03-01')],
          history: [drafted, became('2026-02-28', 'interim'), became('2026-03-01', 'reached')],
        }),
        result('r-stopped-in-it', {
          ...{ status: 'stopped', publication: publishedOn('2026-01-12') },
          history: [drafted, became('2026-02-01', 'stopped')],
        }),
        result('r-stopped-before', {
          ...{ status: 'stopped', publication: publishedOn('2026-01-11') },
          history: [drafted, became('2026-01-31', 'stopped')],
        }),
        result('r-lesson', {
          ...{ status: 'stopped', publication: publishedOn('2026-02-10') },
          history: [drafted, became('2026-01-20', 'stopped')],
        }),
        result('r-later', { publication: publishedOn('2026-03-01') }),
        result('r-inside', { audience: 'internal', publication: publishedOn('2026-02-11') }),
        draft('r-draft'),
      ]);
      const { results, stillNeeded } = await report('jeugd-1');
      assert.deepEqual(
        results.map(({ id, status }) => [id, status]),
        [
          ['r-lesson', 'stopped'],
          ['r-stopped-in-it', 'stopped'],
          ['r-then', 'interim'],
        ],
      );
      assert.deepEqual(
        results[2]?.measurements.map(({ id }) => id),
        ['m1', 'm2'],
      );
      assert.deepEqual(stillNeeded, [{ resultId: 'r-then', title: 'Resultaat r-then', text: 'Tijd' }]);
      assert.equal((await report('wonen-2')).results.length, 4);
    });

    it('counts how the balls moved, as far as the reader sees it', async () => {
      const on = (day: string) => `${day}T10:00:00.000Z`;
      await openWith([
        ...item('i1'),
        ...item('i2', { audience: 'internal' }),
        ...item('i-done', { status: 'done' }, {}),
        ...item('i-stopped', { status: 'stopped' }, {}),
        ...item('i-nobody', { status: 'idea' }, {}),
        ...item('i-along', { status: 'running', followsId: 'i1' }, {}),
        handover('i1', 1, { kind: 'taken', toPartyId: 'wonen', at: '2026-01-31T22:59:00.000Z' }),
        handover('i1', 2, {
          kind: 'offered',
          fromPartyId: 'wonen',
          toPartyId: 'jeugd',
          at: '2026-01-31T23:00:00.000Z',
        }),
        handover('i1', 3, { kind: 'accepted', fromPartyId: 'wonen', toPartyId: 'jeugd', at: on('2026-02-02') }),
        handover('i1', 4, { kind: 'offered', fromPartyId: 'jeugd', toPartyId: 'wonen', at: on('2026-02-03') }),
        handover('i1', 5, { kind: 'returned', fromPartyId: 'jeugd', toPartyId: 'wonen', at: on('2026-02-04') }),
        handover('i1', 6, { kind: 'released', fromPartyId: 'jeugd', at: on('2026-02-05') }),
        handover('i1', 7, { kind: 'taken', toPartyId: 'wonen', at: on('2026-02-06') }),
        handover('i1', 8, { kind: 'accepted', fromPartyId: 'wonen', toPartyId: 'jeugd', at: on('2026-02-07') }),
        handover('i2', 1, { kind: 'taken', toPartyId: 'wonen', at: on('2026-02-08'), audience: 'internal' }),
        handover('i-done', 1, { kind: 'cleared', at: on('2026-02-09') }),
        handover('i-done', 2, { kind: 'reopened', at: on('2026-02-10') }),
        handover('i-done', 3, { kind: 'cleared', at: '2026-02-28T22:59:00.000Z' }),
        handover('i-stopped', 1, { kind: 'cleared', at: on('2026-02-09') }),
        handover('i1', 9, { kind: 'taken', toPartyId: 'wonen', at: '2026-02-28T23:00:00.000Z' }),
      ]);
      const { movements } = await report('jeugd-1');
      assert.deepEqual(movements, {
        ...{ taken: 1, offered: 2, accepted: 2, returned: 1, released: 1, finished: 1 },
        between: [
          { fromPartyId: 'wonen', toPartyId: 'jeugd', times: 2 },
          { toPartyId: 'wonen', times: 1 },
        ],
        unheld: [{ id: 'i-nobody', title: 'Punt i-nobody' }],
      });
      assert.equal((await report('wonen-2')).movements.taken, 2);
    });

    it('counts a ball that goes over while one looks', async () => {
      home = await open(madeSeed(), TODAY);
      const [wonen, jeugd] = [await home.as('wonen-2'), await home.as('jeugd-1')];
      const { item: made, ball } = await heldBy(wonen);
      const offered = await send(wonen, 'offerBall', {
        id: made.id,
        version: ball.version,
        toPartyId: 'jeugd',
        note: 'Nu jullie',
      });
      await send(jeugd, 'acceptBall', { id: made.id, version: offered.version });
      const { movements, figures } = await report('jeugd-1', { from: TODAY, until: TODAY });
      assert.deepEqual([movements.taken, movements.offered, movements.accepted], [1, 1, 1]);
      assert.deepEqual([figures.handovers.value, figures.handovers.trend.at(-1)], [2, 2]);
    });

    it('counts the experiences of the feed by kind, and has the figures of its last day', async () => {
      await openWith([
        experience('e1', { writtenOn: '2026-02-01', kind: 'lesson' }),
        experience('e2', { writtenOn: '2026-02-28', kind: 'lesson' }),
        experience('e3', { writtenOn: '2026-02-10', kind: 'question' }),
        experience('e4', { writtenOn: '2026-01-31' }),
        experience('e5', { writtenOn: '2026-03-01' }),
        experience('e6', { writtenOn: '2026-02-11', audience: 'internal' }),
        experience('e7', { writtenOn: '2026-02-12', hidden: { reason: 'Een naam', on: TODAY } }),
      ]);
      const { experiences, figures } = await report('jeugd-1');
      assert.deepEqual(experiences.kind, { success: 0, lesson: 2, question: 1 });
      assert.equal(figures.experiences.value, 4);
      const future = await report('jeugd-1', { from: TODAY, until: '2026-12-31' });
      assert.equal(future.figures.experiences.value, 5);
      assert.deepEqual(future.figures.experiences.trend.slice(-2), [3, 5]);
    });
  });

  describe('a report that is kept', () => {
    let core: SpaceConnection;
    let jeugd: SpaceConnection;
    const choices = ['e1', 'e-inside', 'e-nobody'].map((experienceId) => ({
      experienceId,
      reason: `Om ${experienceId}`,
    }));
    beforeEach(async () => {
      await openWith([
        experience('e1', { whatLearned: 'Hardop zeggen helpt.' }),
        experience('e-inside', { audience: 'internal' }),
        experience('e-nobody', {
          authorShownAs: 'anonymous',
          author: undefined,
          authorId: undefined,
          authorProof: 'x',
        }),
        experience('e-own', { audience: 'person:wonen-2' }),
      ]);
      [core, jeugd] = [await home.as(CORE), await home.as('jeugd-1')];
    });
    const again = ({ keptOn: _on, ...kept }: KeptReport, changes: Partial<Input<'saveKeptReport'>> = {}) =>
      keptInput({ ...kept, ...changes });

    it('is kept by the core team, and read by everybody it is for', async () => {
      const input = keptInput({ introduction: ' Zo ging het ' });
      const kept = await send(core, 'saveKeptReport', input);
      assert.deepEqual(kept, { ...input, introduction: 'Zo ging het', keptOn: TODAY, version: 1 });
      const inside = await send(core, 'saveKeptReport', keptInput({ audience: 'internal' }));
      for (const person of ['jeugd-1', PARTNER_CORE]) {
        const partner = await home.as(person);
        assert.deepEqual((await partner.read('listKeptReports', {})).items, [kept]);
        assert.deepEqual(await partner.read('getKeptReport', { id: kept.id }), kept);
        await refused(partner.read('getKeptReport', { id: inside.id }), 'notFound');
        await refused(partner.read('getReport', { ...PERIOD, kept: inside.id }), 'notFound');
      }
      assert.equal((await (await home.as('wonen-2')).read('listKeptReports', {})).items.length, 2);
      for (const person of ['jeugd-1', 'wonen-2', ADMIN]) {
        const other = await home.as(person);
        await refused(send(other, 'saveKeptReport', keptInput()), 'forbidden');
        await refused(send(other, 'saveKeptReport', again(kept)), 'forbidden');
      }
      await refused(
        send(await home.as(PARTNER_CORE), 'saveKeptReport', keptInput({ audience: 'internal' })),
        'forbidden',
      );
      await refused(send(await home.as(PARTNER_CORE), 'saveKeptReport', again(inside)), 'notFound');
    });

    it('has what was chosen for it, but for experiences that the reader may not see', async () => {
      const { id } = await send(core, 'saveKeptReport', keptInput({ choices }));
      const seen = await jeugd.read('getKeptReport', { id });
      assert.deepEqual(seen.choices, [choices[0], choices[2]]);
      assert.deepEqual((await jeugd.read('listKeptReports', {})).items[0]?.choices, seen.choices);
      const { experiences } = await jeugd.read('getReport', { ...PERIOD, kept: id });
      assert.deepEqual(experiences.chosen, [
        {
          ...{ ...choices[0], title: 'Ervaring e1', quote: 'Hardop zeggen helpt.' },
          ...{ jobTitle: 'consulent', partyId: 'wonen' },
        },
        { ...choices[2], title: 'Ervaring e-nobody', quote: 'Er gebeurde e-nobody. En nog iets.' },
      ]);
      assert.equal((await core.read('getReport', { ...PERIOD, kept: id })).experiences.chosen.length, 3);
      assert.deepEqual((await core.read('getReport', PERIOD)).experiences.chosen, []);
      await refused(jeugd.read('getReport', { ...PERIOD, kept: newId() }), 'notFound');
    });

    it('loses what is hidden or erased, and keeps what its next writer does not see', async () => {
      const kept = await send(core, 'saveKeptReport', keptInput({ choices }));
      const partner = await home.as(PARTNER_CORE);
      const seen = await partner.read('getKeptReport', { id: kept.id });
      const changed = await send(partner, 'saveKeptReport', again(seen, { choices: seen.choices.slice(0, 1) }));
      assert.deepEqual(changed.choices, [choices[0]]);
      assert.deepEqual((await core.read('getKeptReport', { id: kept.id })).choices, [choices[0], choices[1]]);
      await send(core, 'hideExperience', { id: 'e1', reason: 'Een naam' });
      assert.deepEqual((await core.read('getKeptReport', { id: kept.id })).choices, [choices[1]]);
      const { experiences } = await core.read('getReport', { ...PERIOD, kept: kept.id });
      assert.deepEqual(
        experiences.chosen.map(({ experienceId }) => experienceId),
        ['e-inside'],
      );
    });

    it('keeps nothing of what was written beside an experience that was erased, also where its place stays', async () => {
      const kept = await send(core, 'saveKeptReport', keptInput({ choices }));
      const reply = { id: newId(), text: 'Hoe dan?', isQuestion: true, version: 0 } as const;
      await send(jeugd, 'saveReply', { experienceId: 'e1', ...reply });
      const author = await home.as('wonen-2');
      for (const id of ['e1', 'e-inside']) await send(author, 'eraseExperience', { id, version: 1 });
      assert.equal((await core.read('getExperience', { id: 'e1' })).status, 'erased');
      assert.deepEqual((await core.read('getKeptReport', { id: kept.id })).choices, [choices[2]]);
      const all = await home.kept();
      assert.doesNotMatch(all, /Om e1|Om e-inside/);
      assert.match(all, /Om e-nobody/);
      // It is still what was read: whoever was changing it goes on.
      const seen = await core.read('getKeptReport', { id: kept.id });
      await send(core, 'saveKeptReport', again(seen, { introduction: 'Verder' }));
    });

    it('chooses what whoever keeps it may read, each once, in days that are a period', async () => {
      const choice = (...ids: string[]) => ids.map((experienceId) => ({ experienceId, reason: '' }));
      await refused(
        send(core, 'saveKeptReport', keptInput({ choices: choice('e1', 'weg', 'e-own', 'e1'), until: '2026-01-01' })),
        {
          kind: 'invalid',
          fields: [
            { pointer: '/until', code: 'tooEarly' },
            { pointer: '/choices/1/experienceId', code: 'unknown' },
            { pointer: '/choices/2/experienceId', code: 'unknown' },
            { pointer: '/choices/3/experienceId', code: 'duplicate' },
          ],
        },
      );
      const partner = await home.as(PARTNER_CORE);
      await refused(send(partner, 'saveKeptReport', keptInput({ choices: choice('e-inside') })), {
        kind: 'invalid',
        fields: [{ pointer: '/choices/0/experienceId', code: 'unknown' }],
      });
    });

    it('is changed by one when two do so at once', async () => {
      const kept = await send(core, 'saveKeptReport', keptInput());
      assert.equal((await send(core, 'saveKeptReport', again(kept, { introduction: 'Anders' }))).version, 2);
      await refused(send(core, 'saveKeptReport', again(kept)), {
        kind: 'stale',
        current: { introduction: 'Anders', version: 2 },
      });
      await refused(send(core, 'saveKeptReport', keptInput({ version: 1 })), 'notFound');
    });

    it('stands in the list with the last period first, in pages that leave nothing out', async () => {
      const until = ['2026-02-10', '2026-02-28', '2026-02-01', '2026-02-28'];
      for (const each of until) await send(core, 'saveKeptReport', keptInput({ until: each }));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await jeugd.read('listKeptReports', { limit: 1, cursor });
        seen.push(...page.items.map((each) => each.until));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.deepEqual(seen, [...until].sort().reverse());
    });
  });
}
