import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  PARTNER_CORE,
  TODAY,
  experienceBy,
  itemBy,
  madeSeed,
  madeSpace,
  refused,
  resultAgain,
  resultBy,
  resultInput,
  send,
} from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import { newId } from '../../../src/model/new-id';
import type { Measurement, ResultView } from '../../../src/model/result-types';
import type { Id } from '../../../src/model/types';

export function resultsConformance(open: OpenHome): void {
  let home: Home;
  let [wonen, colleague, jeugd, core, partnerCore, admin]: SpaceConnection[] = [];
  beforeEach(async () => {
    home = await open(madeSeed(), TODAY);
    [wonen, colleague, jeugd, core, partnerCore, admin] = await Promise.all(
      ['wonen-2', 'wonen-3', 'jeugd-1', CORE, PARTNER_CORE, ADMIN].map((id) => home.as(id)),
    );
  });
  const by = (connection: SpaceConnection | undefined): SpaceConnection => connection as SpaceConnection;
  const publish = ({ id, version }: ResultView, who = by(core), reason = 'Iedereen merkt dit.') =>
    send(who, 'publishResult', { id, version, reason });
  const measured = ({ id: resultId, version }: ResultView, value: Partial<Measurement> = {}, who = by(wonen)) =>
    send(who, 'saveMeasurement', { resultId, version, id: newId(), on: TODAY, value: 6, ...value });
  const seenBy = async (who: SpaceConnection | undefined, asked = {}): Promise<Id[]> =>
    (await by(who).read('listResults', { limit: 100, ...asked })).items.map(({ id }) => id);

  describe('a draft of a result', () => {
    it('is there for the party that wrote it and the core team, and for nobody else', async () => {
      const { id } = await resultBy(by(wonen));
      for (const who of [wonen, colleague, core, partnerCore]) assert.deepEqual(await seenBy(who), [id]);
      for (const who of [jeugd, admin, await home.as('beleid-2')]) {
        assert.deepEqual(await seenBy(who), []);
        await refused(by(who).read('getResult', { id }), 'notFound');
      }
    });

    it('that is internal is not there for a core team that is a partner’s', async () => {
      const { id } = await resultBy(by(wonen), { audience: 'internal' });
      assert.deepEqual(await seenBy(core), [id]);
      assert.deepEqual(await seenBy(partnerCore), []);
      await refused(by(partnerCore).read('getResult', { id }), 'notFound');
      await refused(send(by(partnerCore), 'publishResult', { id, version: 1, reason: 'Ja' }), 'notFound');
      await refused(send(by(partnerCore), 'eraseResult', { id, version: 1 }), 'notFound');
    });

    it('is not internal when a partner writes it', async () => {
      const fields = [{ pointer: '/audience', code: 'unknown' as const }];
      await refused(resultBy(by(jeugd), { audience: 'internal' }), { kind: 'forbidden', fields });
      const draft = await resultBy(by(jeugd));
      const hidden = resultAgain(draft, { audience: 'internal' });
      await refused(send(by(jeugd), 'saveResult', hidden), { kind: 'forbidden', fields });
      // Not by another either: the partner would be taken from what is theirs.
      await refused(send(by(core), 'saveResult', hidden), { kind: 'forbidden', fields });
    });

    it('is begun by everybody but the admin', async () => {
      await refused(resultBy(by(admin)), 'forbidden');
      assert.equal((await resultBy(by(jeugd))).createdByPartyId, 'jeugd');
    });

    it('is edited by its party and the core team', async () => {
      const draft = await resultBy(by(wonen));
      const next = await send(by(colleague), 'saveResult', resultAgain(draft, { title: 'Zeven brieven' }));
      assert.deepEqual([next.title, next.version], ['Zeven brieven', 2]);
      assert.equal((await send(by(partnerCore), 'saveResult', resultAgain(next, { title: 'Acht' }))).title, 'Acht');
      await refused(send(by(jeugd), 'saveResult', resultAgain(next, { title: 'Van mij' })), 'notFound');
    });

    it('is thrown away by its party or the core team, and then nowhere', async () => {
      const [one, other] = [await resultBy(by(wonen)), await resultBy(by(wonen))];
      await refused(send(by(jeugd), 'eraseResult', { id: one.id, version: 1 }), 'notFound');
      await send(by(colleague), 'eraseResult', { id: one.id, version: 1 });
      await send(by(core), 'eraseResult', { id: other.id, version: 1 });
      assert.deepEqual(await seenBy(wonen), []);
    });

    it('says who may do what with it', async () => {
      const { id, acts } = await resultBy(by(wonen));
      assert.deepEqual(acts, ['edit', 'measure', 'erase']);
      assert.deepEqual((await by(core).read('getResult', { id })).acts, ['edit', 'measure', 'publish', 'erase']);
      const soft = await resultBy(by(wonen), { measure: undefined });
      assert.deepEqual(soft.acts, ['edit', 'erase']);
    });
  });

  describe('publishing a result', () => {
    it('is the core team’s, with the reason why', async () => {
      const draft = await resultBy(by(wonen));
      await refused(publish(draft, by(wonen)), 'forbidden');
      await refused(publish(draft, by(jeugd)), 'notFound');
      await refused(publish(draft, by(admin)), 'notFound');
      await refused(publish(draft, by(core), '  '), 'invalid');
      const { publication, history } = await publish(draft);
      const actor = { partyId: 'beleid', jobTitle: 'medewerker' };
      assert.deepEqual(publication, { on: TODAY, reason: 'Iedereen merkt dit.', by: actor });
      assert.deepEqual(
        history.map(({ kind, by: { partyId } }) => `${kind} ${partyId}`),
        ['drafted wonen', 'published beleid'],
      );
    });

    it('shows it to all whom it is meant for', async () => {
      const { id } = await publish(await resultBy(by(wonen)));
      const inside = await publish(await resultBy(by(wonen), { audience: 'internal' }));
      assert.deepEqual(await seenBy(jeugd), [id]);
      assert.deepEqual((await seenBy(admin)).sort(), [id, inside.id].sort());
      await refused(by(jeugd).read('getResult', { id: inside.id }), 'notFound');
    });

    it('is done once, and is not undone', async () => {
      const once = await publish(await resultBy(by(wonen)));
      await refused(publish(once), { kind: 'conflict', reason: 'alreadyPublished' });
      const edited = await send(by(wonen), 'saveResult', resultAgain(once, { title: 'Zeven brieven' }));
      assert.deepEqual(edited.publication, once.publication);
      await refused(send(by(wonen), 'eraseResult', { id: once.id, version: edited.version }), 'forbidden');
      await send(by(core), 'eraseResult', { id: once.id, version: edited.version });
    });

    it('is told at once to who may read it then', async () => {
      const told: string[] = [];
      by(jeugd).watch((event) => {
        if (event.type === 'changed') told.push(`${event.change.kind} ${event.change.id}`);
      });
      await home.settled();
      const draft = await resultBy(by(wonen));
      await publish(draft);
      await home.settled();
      assert.equal(told.at(-1), `result ${draft.id}`);
    });
  });

  describe('a published result', () => {
    it('goes on being its party’s and the core team’s to edit, and nobody else’s', async () => {
      const published = await publish(await resultBy(by(wonen)));
      await refused(send(by(jeugd), 'saveResult', resultAgain(published, { title: 'Van mij' })), 'forbidden');
      await refused(send(by(admin), 'saveResult', resultAgain(published, { title: 'Van mij' })), 'forbidden');
      const next = await send(by(wonen), 'saveResult', resultAgain(published, { status: 'reached' }));
      assert.deepEqual(
        next.history.map(({ kind, status }) => `${kind} ${status}`),
        ['drafted interim', 'published interim', 'status reached'],
      );
    });

    it('is taken from its readers by the core team alone', async () => {
      const published = await publish(await resultBy(by(wonen)));
      await refused(send(by(wonen), 'saveResult', resultAgain(published, { audience: 'internal' })), 'forbidden');
      await send(by(core), 'saveResult', resultAgain(published, { audience: 'internal' }));
      await refused(by(jeugd).read('getResult', { id: published.id }), 'notFound');
    });

    it('is given to more readers by the core team alone', async () => {
      const inside = await publish(await resultBy(by(wonen), { audience: 'internal' }));
      await refused(send(by(wonen), 'saveResult', resultAgain(inside, { audience: 'everyone' })), 'forbidden');
      await refused(by(jeugd).read('getResult', { id: inside.id }), 'notFound');
      await send(by(core), 'saveResult', resultAgain(inside, { audience: 'everyone' }));
      assert.equal((await by(jeugd).read('getResult', { id: inside.id })).id, inside.id);
    });

    it('names nobody, in no one’s answer', async () => {
      const { id } = await publish(await resultBy(by(wonen)));
      assert.doesNotMatch(JSON.stringify(await by(jeugd).read('getResult', { id })), /wonen-2|beleid-1/);
    });
  });

  describe('the evidence of a result', () => {
    it('is shown with its titles, in the order that it was named', async () => {
      const [first, last] = [await experienceBy(by(jeugd)), await experienceBy(by(wonen), { title: 'Tweede' })];
      const item = await itemBy(by(wonen));
      const links = { experienceIds: [first.id, last.id], agendaItemIds: [item.id] };
      const result = await publish(await resultBy(by(wonen), links));
      assert.deepEqual((await by(jeugd).read('getResult', { id: result.id })).evidence, [
        { kind: 'experience', id: first.id, title: first.title },
        { kind: 'experience', id: last.id, title: 'Tweede' },
        { kind: 'agendaItem', id: item.id, title: item.title },
      ]);
    });

    it('is there for whoever names it; else nobody is told whether there is such a thing', async () => {
      const inside = await experienceBy(by(wonen), { audience: 'internal' });
      const item = await itemBy(by(wonen), { audience: 'internal' });
      for (const experienceId of [inside.id, newId()]) {
        await refused(resultBy(by(jeugd), { experienceIds: [experienceId] }), 'notFound');
      }
      for (const id of [item.id, newId()]) {
        await refused(resultBy(by(jeugd), { agendaItemIds: [id] }), 'notFound');
      }
      assert.deepEqual(await seenBy(jeugd), []);
    });

    it('that a reader may not see is not even counted for them, and not lost when they edit', async () => {
      const [open_, inside] = [await experienceBy(by(jeugd)), await experienceBy(by(wonen), { audience: 'internal' })];
      const item = await itemBy(by(wonen), { audience: 'internal' });
      const draft = await resultBy(by(jeugd));
      const full = await send(
        by(core),
        'saveResult',
        resultAgain(draft, { experienceIds: [inside.id, open_.id], agendaItemIds: [item.id], measure: undefined }),
      );
      const theirs = await by(jeugd).read('getResult', { id: draft.id });
      assert.deepEqual([theirs.experienceIds, theirs.agendaItemIds], [[open_.id], []]);
      assert.deepEqual(
        theirs.evidence.map(({ id }) => id),
        [open_.id],
      );
      assert.equal(theirs.quote?.experienceId, open_.id);
      assert.doesNotMatch(JSON.stringify(theirs), new RegExp(`${inside.id}|${item.id}`));
      const answered = await send(by(jeugd), 'saveResult', resultAgain(theirs, { title: 'Anders' }));
      assert.doesNotMatch(JSON.stringify(answered), new RegExp(`${inside.id}|${item.id}`));
      const after = await by(core).read('getResult', { id: draft.id });
      assert.deepEqual([...after.experienceIds].sort(), [...full.experienceIds].sort());
      assert.deepEqual(after.agendaItemIds, [item.id]);
      // Who sees it, takes it away.
      const without = await send(by(core), 'saveResult', resultAgain(after, { experienceIds: [], agendaItemIds: [] }));
      assert.deepEqual(without.evidence, []);
    });

    it('that was erased is gone, with a tombstone or without', async () => {
      const [bare, answered] = [await experienceBy(by(jeugd)), await experienceBy(by(jeugd))];
      await send(by(wonen), 'saveReply', {
        experienceId: answered.id,
        id: newId(),
        version: 0,
        text: 'Hoe ging dat?',
        isQuestion: true,
      });
      const ids = [bare.id, answered.id];
      const { id } = await publish(await resultBy(by(wonen), { experienceIds: ids, measure: undefined }));
      for (const each of [bare, answered]) {
        const { version } = await by(jeugd).read('getExperience', { id: each.id });
        await send(by(jeugd), 'eraseExperience', { id: each.id, version });
      }
      const after = await by(wonen).read('getResult', { id });
      assert.deepEqual([after.experienceIds, after.evidence, after.quote], [[], [], undefined]);
      await refused(resultBy(by(wonen), { experienceIds: [answered.id] }), 'notFound');
      // Others go on editing what it stood under.
      assert.equal((await send(by(wonen), 'saveResult', resultAgain(after, { title: 'Anders' }))).title, 'Anders');
    });

    it('is quoted where nothing is measured: what was learned, else how the story begins', async () => {
      const bare = await experienceBy(by(jeugd), { whatHappened: 'Ik belde meteen. Het duurde kort.' });
      const learned = await experienceBy(by(jeugd), { whatLearned: 'Bellen scheelt een week.' });
      const quoteOf = async (experienceIds: Id[], changes = {}) =>
        (await resultBy(by(wonen), { experienceIds, measure: undefined, ...changes })).quote;
      assert.deepEqual(await quoteOf([bare.id]), {
        experienceId: bare.id,
        text: 'Ik belde meteen.',
        jobTitle: 'medewerker',
        partyId: 'jeugd',
      });
      assert.equal((await quoteOf([bare.id, learned.id]))?.text, 'Bellen scheelt een week.');
      assert.equal(await quoteOf([learned.id], { measure: resultInput().measure }), undefined);
      assert.equal(await quoteOf([]), undefined);
    });

    it('is nothing of what is hidden or waits for approval, and is not quoted from what is for a party', async () => {
      home = await open(
        madeSeed({ settings: { ...madeSpace().settings, anonymousPosts: 'atOnce', approvesAnonymous: true } }),
        TODAY,
      );
      const [writer, coreTeam] = [await home.as('wonen-2'), await home.as(CORE)];
      const mine = await experienceBy(writer, { whatLearned: 'Met een naam erin.' });
      const ours = await experienceBy(writer, { audience: 'party', whatLearned: 'Onder ons.' });
      const evidence = { experienceIds: [mine.id, ours.id], measure: undefined };
      const { id } = await resultBy(writer, evidence);
      await send(coreTeam, 'hideExperience', { id: mine.id, reason: 'Een naam' });
      const read = await writer.read('getResult', { id });
      assert.deepEqual([read.experienceIds, read.quote], [[ours.id], undefined]);
      assert.doesNotMatch(JSON.stringify(await coreTeam.read('getResult', { id })), /naam erin/);
      // Nobody but its author could name it: that it stands there would tell whose it is.
      const unapproved = await experienceBy(writer, { authorShownAs: 'anonymous' });
      await refused(resultBy(writer, { experienceIds: [unapproved.id] }), 'notFound');
      // What is shown again is evidence again.
      await send(coreTeam, 'showExperience', { id: mine.id, reason: '' });
      assert.equal((await writer.read('getResult', { id })).quote?.text, 'Met een naam erin.');
    });

    it('tells of an anonymous author neither title nor party', async () => {
      home = await open(madeSeed({ settings: { ...madeSpace().settings, anonymousPosts: 'atOnce' } }), TODAY);
      const [author, writer] = [await home.as('wonen-4'), await home.as('wonen-2')];
      const { id } = await experienceBy(author, { authorShownAs: 'anonymous', whatLearned: 'Vragen mag.' });
      const { quote } = await resultBy(writer, { experienceIds: [id], measure: undefined });
      assert.deepEqual(quote, { experienceId: id, text: 'Vragen mag.' });
    });
  });

  describe('what a result names', () => {
    it('is there: its drivers and parties', async () => {
      await refused(resultBy(by(wonen), { driverIds: ['d-een', 'd-vier'], partyIds: ['nergens'] }), {
        kind: 'invalid',
        fields: [
          { pointer: '/driverIds/1', code: 'unknown' },
          { pointer: '/partyIds/0', code: 'unknown' },
        ],
      });
    });

    it('stands there once', async () => {
      const { id } = await experienceBy(by(wonen));
      await refused(resultBy(by(wonen), { experienceIds: [id, id], partyIds: ['wonen', 'wonen'] }), {
        kind: 'invalid',
        fields: [
          { pointer: '/experienceIds/1', code: 'duplicate' },
          { pointer: '/partyIds/1', code: 'duplicate' },
        ],
      });
    });
  });

  describe('a measure', () => {
    const measure = { what: 'Brieven', unit: 'brieven', start: 0, goal: 10, source: '' };

    it('has a goal somewhere else than where one began', async () => {
      const fields = [{ pointer: '/measure/goal', code: 'duplicate' as const }];
      await refused(resultBy(by(wonen), { measure: { ...measure, goal: 0 } }), { kind: 'invalid', fields });
      const { goal: _goal, ...open_ } = measure;
      assert.deepEqual((await resultBy(by(wonen), { measure: open_ })).measure, open_);
    });

    it('has numbers that can be drawn', async () => {
      for (const start of [Number.NaN, Infinity, 1e13, '5' as unknown as number]) {
        await refused(resultBy(by(wonen), { measure: { ...measure, start } }), 'invalid');
      }
    });

    it('stays while it has values', async () => {
      const result = await measured(await resultBy(by(wonen)));
      const without = resultAgain(result, { measure: undefined });
      await refused(send(by(wonen), 'saveResult', without), { kind: 'conflict', reason: 'hasMeasurements' });
      const [{ id } = { id: '' }] = result.measurements;
      await send(by(wonen), 'eraseMeasurement', { resultId: result.id, id, version: result.version });
      const { measure: left } = await send(by(wonen), 'saveResult', { ...without, version: 3 });
      assert.equal(left, undefined);
    });
  });

  describe('a value of a measure', () => {
    it('stands by day, in whatever order it was written', async () => {
      let result = await resultBy(by(wonen));
      for (const [on, value] of [
        ['2026-03-01', 6],
        ['2026-01-15', 0],
        ['2026-02-10', 3.5],
      ] as const) {
        result = await measured(result, { on, value, explanation: `Op ${on}` });
      }
      assert.deepEqual(
        result.measurements.map(({ on, value }) => `${on} ${String(value)}`),
        ['2026-01-15 0', '2026-02-10 3.5', '2026-03-01 6'],
      );
      assert.deepEqual((await by(core).read('getResult', { id: result.id })).measurements, result.measurements);
    });

    it('is put right under its own id, also for another day', async () => {
      const id = newId();
      const first = await measured(await resultBy(by(wonen)), { id, value: 60 });
      const next = await measured(first, { id, value: 6, on: '2026-03-01' });
      assert.deepEqual(next.measurements, [{ id, on: '2026-03-01', value: 6 }]);
    });

    it('is one a day: the others are refused', async () => {
      let result = await measured(await resultBy(by(wonen)));
      const fields = [{ pointer: '/on', code: 'duplicate' as const }];
      for (let tries = 0; tries < 3; tries += 1) await refused(measured(result), { kind: 'invalid', fields });
      result = await by(wonen).read('getResult', { id: result.id });
      assert.deepEqual([result.measurements.length, result.version], [1, 2]);
    });

    it('is a number, of a day that was, and of a measure', async () => {
      const result = await resultBy(by(wonen));
      for (const value of ['zes', null, Number.NaN, Infinity, -1e13] as unknown as number[]) {
        await refused(measured(result, { value }), 'invalid');
      }
      const late = [{ pointer: '/on', code: 'tooLate' as const }];
      await refused(measured(result, { on: '2026-03-03' }), { kind: 'invalid', fields: late });
      await refused(measured(result, { on: '1900-01-01' }), 'invalid');
      await refused(measured(result, { on: '2026-02-30' }), 'invalid');
      const soft = await resultBy(by(wonen), { measure: undefined });
      await refused(measured(soft), { kind: 'invalid', fields: [{ pointer: '/value', code: 'unknown' }] });
    });

    it('is written and taken away by whoever edits the result', async () => {
      const result = await publish(await resultBy(by(wonen)));
      await refused(measured(result, {}, by(jeugd)), 'forbidden');
      await refused(measured(result, {}, by(admin)), 'forbidden');
      const next = await measured(result, {}, by(core));
      const [{ id } = { id: '' }] = next.measurements;
      const gone = { resultId: result.id, id, version: next.version };
      await refused(send(by(jeugd), 'eraseMeasurement', gone), 'forbidden');
      assert.deepEqual((await send(by(wonen), 'eraseMeasurement', gone)).measurements, []);
      await refused(send(by(wonen), 'eraseMeasurement', { ...gone, version: next.version + 1 }), 'notFound');
    });
  });

  describe('two who change one result', () => {
    it('do not write over each other: the second reads what is there now', async () => {
      const draft = await resultBy(by(wonen));
      await send(by(colleague), 'saveResult', resultAgain(draft, { title: 'Eerst' }));
      const current = { title: 'Eerst', version: 2 };
      await refused(send(by(wonen), 'saveResult', resultAgain(draft, { title: 'Later' })), { kind: 'stale', current });
      await refused(publish(draft), { kind: 'stale', current });
      await refused(measured(draft), { kind: 'stale', current });
      await refused(send(by(wonen), 'eraseResult', { id: draft.id, version: 1 }), { kind: 'stale', current });
    });

    it('make one between them when they begin it under one id', async () => {
      const input = resultInput();
      await send(by(wonen), 'saveResult', input);
      await refused(send(by(colleague), 'saveResult', input), 'stale');
      // Whoever does not see it is not told that it is there.
      await refused(send(by(jeugd), 'saveResult', input), 'notFound');
    });
  });

  describe('the list of results', () => {
    it('is of a status, of a driver, of drafts or of what is published', async () => {
      const draft = await resultBy(by(wonen), { status: 'firstSign' });
      const published = await publish(await resultBy(by(wonen), { status: 'stopped', driverIds: ['d-twee'] }));
      assert.deepEqual(await seenBy(core, { status: 'stopped' }), [published.id]);
      assert.deepEqual(await seenBy(core, { driver: 'd-een' }), [draft.id]);
      assert.deepEqual(await seenBy(core, { only: 'drafts' }), [draft.id]);
      assert.deepEqual(await seenBy(core, { only: 'published' }), [published.id]);
      assert.deepEqual(await seenBy(jeugd, { only: 'drafts' }), []);
    });

    it('begins with what changed last, and goes on where it was', async () => {
      const ids: Id[] = [];
      for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
        home.moveTo(day);
        ids.unshift((await publish(await resultBy(by(wonen)))).id);
      }
      const first = await by(jeugd).read('listResults', { limit: 2 });
      const last = await by(jeugd).read('listResults', { limit: 2, cursor: first.nextCursor });
      assert.deepEqual(
        [...first.items, ...last.items].map(({ id }) => id),
        ids,
      );
      assert.equal(last.nextCursor, undefined);
    });

    it('is without drafts through the eyes of a partner', async () => {
      await resultBy(by(wonen));
      const eyes = await home.as(CORE, undefined, 'partner');
      assert.deepEqual(await seenBy(eyes), []);
    });
  });
}
