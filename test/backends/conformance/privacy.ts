import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  DRIVERS,
  PARTNER_CORE,
  SPACE,
  TINY_PICTURE,
  TODAY,
  experienceBy,
  heldBy,
  ideaBy,
  itemBy,
  madeSeed,
  madeSpace,
  meAt,
  needBy,
  refused,
  resultBy,
  seedRow,
  send,
  sessionInput,
} from './kit';
import type { Home, OpenHome, SeedRow } from './kit';
import { openRound } from './rounds';
import type { SpaceConnection } from '../../../src/contract/backend';
import { isRead } from '../../../src/contract/old-after';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { ReadName } from '../../../src/contract/operations';
import type { Waits } from '../../../src/model/privacy-types';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

const ME: Id = 'wonen-2';
const COLLEAGUE: Id = 'wonen-3';
/** Nowhere else, so that it is found where it should not be. */
const NAME = 'Kanarie Zangvogel';
const TITLE = 'kanarievoeder';
const answers = DRIVERS.map(({ id }) => ({ driverId: id, answer: 'good' as const, note: 'Notitie van mij' }));

/** The members have names, for they are to be found, or not. */
function namedSeed() {
  const seed = madeSeed();
  const named = (seed.get(SPACE) ?? []).map((each): SeedRow => {
    if (each.kind !== 'member' || (each.id !== ME && each.id !== COLLEAGUE)) return each;
    const [name, jobTitle] = each.id === ME ? [NAME, TITLE] : ['Collega Naam', 'collegatitel'];
    return seedRow('member', each.id, { ...(each as SeedRow<'member'>).row, name, jobTitle });
  });
  return seed.set(SPACE, named);
}

/** Everything that somebody can leave behind; answers what others may still ask for. */
async function leaveTraces(home: Home, personId: Id) {
  const [me, other] = [await home.as(personId), await home.as('jeugd-1')];
  const theirs = await experienceBy(other);
  const pictureId = newId();
  await send(me, 'savePicture', { id: pictureId, data: TINY_PICTURE });
  const named = await experienceBy(me, { authorShownAs: 'named', title: 'Onder mijn naam', pictureId });
  const unnamed = await experienceBy(me, { title: 'Onder mijn functie', whatNext: 'Bellen' });
  const hidden = await experienceBy(me, { audience: 'me', title: 'Voor mij alleen' });
  await experienceBy(me, { authorShownAs: 'anonymous', title: 'Zonder naam, wacht' });
  const question = { version: 0, text: 'Mijn vraag aan jou', isQuestion: true };
  await send(me, 'saveReply', { ...question, experienceId: theirs.id, id: newId() });
  await send(me, 'saveReply', { ...question, experienceId: unnamed.id, id: newId(), text: 'Mijn aanvulling' });
  await send(me, 'setReaction', { id: theirs.id, reaction: 'help' });
  await send(me, 'packExperience', { id: theirs.id, isPacked: true });
  const need = await needBy(me, { text: 'Mijn behoefte' });
  await send(me, 'saveMeaning', { version: 0, text: 'Mijn kaart', audience: 'everyone' });
  await send(me, 'savePreferences', { version: 0, mail: 'never', language: 'en' });
  await send(me, 'makeCalendarKey', {});
  const { ball } = await heldBy(me);
  await send(me, 'offerBall', { id: ball.id, version: ball.version, toPartyId: 'jeugd', note: 'Voor jullie' });
  const idea = await ideaBy(me, { text: 'Mijn idee' });
  const round = await openRound(await home.as(CORE));
  await send(me, 'saveCheckIn', { roundId: round.id, version: 0, answers });
  return { theirs, named, unnamed, hidden, need, pictureId, itemId: ball.id, round, idea };
}

export function privacyConformance(open: OpenHome): void {
  describe('own data', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(namedSeed(), TODAY);
    });

    it('is everything of mine, also what does not say so, and what waits', async () => {
      const { named, unnamed, hidden, theirs, need, pictureId, itemId, round, idea } = await leaveTraces(home, ME);
      const { kinds, ...about } = await (await home.as(ME)).read('getOwnData', {});
      assert.deepEqual(about, { personId: ME, spaceId: SPACE, exportedOn: TODAY });
      const idsOf = (kind: string, field = 'id') =>
        (kinds[kind] ?? []).map((row) => (row as Record<string, unknown>)[field]).sort();
      assert.deepEqual(idsOf('member', 'name'), [NAME]);
      assert.deepEqual(idsOf('experience'), [named.id, unnamed.id, hidden.id].sort());
      assert.deepEqual(idsOf('reply', 'text'), ['Mijn aanvulling', 'Mijn vraag aan jou']);
      assert.deepEqual(idsOf('waiting', 'action'), ['saveExperience']);
      assert.match(JSON.stringify(kinds['waiting']), /Zonder naam, wacht/);
      assert.deepEqual(idsOf('picture'), [pictureId]);
      assert.ok(String(idsOf('picture', 'data')[0]).length > 50, 'no bytes');
      assert.deepEqual(idsOf('reaction', 'experienceId'), [theirs.id]);
      assert.deepEqual(idsOf('packing', 'experienceId'), [theirs.id]);
      assert.deepEqual(idsOf('need'), [need.id]);
      assert.deepEqual(idsOf('idea'), [idea.id]);
      assert.deepEqual(idsOf('meaning', 'text'), ['Mijn kaart']);
      assert.deepEqual(idsOf('preferences', 'mail'), ['never']);
      assert.deepEqual(idsOf('calendarKey', 'createdOn'), [TODAY]);
      assert.deepEqual(idsOf('offer', 'itemId'), [itemId]);
      assert.deepEqual(idsOf('checkIn', 'roundId'), [round.id]);
      assert.match(JSON.stringify(kinds['checkIn']), /Notitie van mij/);
      assert.ok(!/authorProof|keyHash|sortKey/.test(JSON.stringify(kinds)), 'what keeps it safe is nobody’s data');
    });

    it('has nothing of others in it', async () => {
      await leaveTraces(home, ME);
      const data = await (await home.as('beleid-3')).read('getOwnData', {});
      assert.deepEqual(Object.keys(data.kinds), ['member']);
      const other = JSON.stringify(await (await home.as('jeugd-1')).read('getOwnData', {}));
      assert.ok(!other.includes('Mijn') && !other.includes(NAME) && !other.includes(ME), other);
    });

    it('has the lines of the log that are by me', async () => {
      const core = await home.as(CORE);
      const { id } = await experienceBy(await home.as(ME));
      await send(core, 'pinExperience', { id, reason: 'Mooi' });
      const { kinds } = await core.read('getOwnData', {});
      assert.match(JSON.stringify(kinds['logEntry']), /Mooi/);
      assert.equal((await (await home.as(PARTNER_CORE)).read('getOwnData', {})).kinds['logEntry'], undefined);
    });

    it('is empty through the eyes of a partner', async () => {
      await leaveTraces(home, ME);
      const { kinds } = await (await home.as(ME, SPACE, 'partner')).read('getOwnData', {});
      assert.deepEqual(kinds, {});
    });
  });

  describe('preferences', () => {
    it('are the usual ones until somebody says so, and each their own', async () => {
      const home = await open(madeSeed(), TODAY);
      const [me, colleague] = [await home.as(ME), await home.as(COLLEAGUE)];
      assert.deepEqual(await me.read('getPreferences', {}), { mail: 'daily', language: 'nl', version: 0 });
      const saved = await send(me, 'savePreferences', { version: 0, mail: 'never', language: 'en' });
      assert.deepEqual(saved, { mail: 'never', language: 'en', version: 1 });
      assert.deepEqual(await me.read('getPreferences', {}), saved);
      await refused(send(me, 'savePreferences', { version: 0, mail: 'daily', language: 'nl' }), {
        kind: 'stale',
        current: { mail: 'never' },
      });
      assert.equal((await colleague.read('getPreferences', {})).version, 0);
    });
  });

  describe('who leaves', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(namedSeed(), TODAY);
    });

    /** Everything that this person can read without saying of what, and of what is named. */
    async function readAll(from: SpaceConnection, ids: Readonly<Record<string, Id>>): Promise<string> {
      const texts: string[] = [];
      for (const operation of Object.keys(OPERATIONS).filter((name) => isRead(name as ReadName)) as ReadName[]) {
        const about = /^(get|listReplies|listHandovers)/.test(operation) ? Object.values(ids) : [];
        const kinds = ['experience', 'need', 'agendaItem', 'idea'];
        const inputs = [
          {},
          ...(operation === 'searchExperiences' ? [{ text: 'mijn' }] : []),
          ...(operation === 'findSimilarItems' ? [{ title: 'Eén gezin, één plan' }] : []),
          ...(operation === 'getReport' ? [{ from: '2026-02-01', until: TODAY }] : []),
          ...about.flatMap((id) => (operation === 'getChain' ? kinds.map((kind) => ({ kind, id })) : [{ id }])),
          ...(about.length > 0 ? [{ roundId: ids['round'] }] : []),
        ];
        for (const input of inputs) {
          const answer: unknown = await from.read(operation, input as never).catch(() => undefined);
          texts.push(JSON.stringify(answer ?? ''));
        }
      }
      return texts.join('\n');
    }

    it('takes their name along: nobody finds it, by whatever they ask', async () => {
      const traces = await leaveTraces(home, ME);
      const ids = Object.fromEntries(Object.entries(traces).map(([key, value]) => [key, idOf(value)]));
      const others = [COLLEAGUE, PARTNER_CORE, ADMIN, 'jeugd-1'];
      const before = await readAll(await home.as(COLLEAGUE), ids);
      assert.ok(before.includes(NAME) && before.includes(TITLE), 'it is found before');
      assert.deepEqual(await send(await home.as(ME), 'leaveSpace', {}), { id: ME });
      for (const other of others) {
        const all = await readAll(await home.as(other), ids);
        assert.ok(!all.includes(NAME), `${other} finds it`);
        assert.ok(!all.includes(ME), `${other} finds who it was`);
      }
      const kept = await home.kept();
      assert.ok(!kept.includes(NAME), 'it is still kept');
      assert.ok(!kept.includes(ME), 'who it was is still kept');
      for (const gone of ['Mijn kaart', 'Voor mij alleen', 'Notitie van mij', '"never"'])
        assert.ok(!kept.includes(gone), `${gone} is still kept`);
    });

    it('changes nothing else that others see', async () => {
      const { theirs, named, unnamed, need, itemId, idea } = await leaveTraces(home, ME);
      const [colleague, author] = [await home.as(COLLEAGUE), await home.as('jeugd-1')];
      await send(await home.as(ME), 'leaveSpace', {});
      const former = { name: '', jobTitle: '', partyId: 'wonen', isFormer: true };
      assert.deepEqual((await colleague.read('getExperience', { id: named.id })).author, former);
      assert.equal((await colleague.read('getExperience', { id: unnamed.id })).author?.jobTitle, TITLE);
      const [reply] = (await colleague.read('listReplies', { id: theirs.id })).items;
      assert.deepEqual([reply?.text, reply?.author], ['Mijn vraag aan jou', former]);
      const { reactions, helpers } = await author.read('getExperience', { id: theirs.id });
      assert.deepEqual([reactions.help, helpers], [1, [former]]);
      const { writtenBy: _left, ...stays } = need;
      assert.deepEqual(
        (await colleague.read('listNeeds', {})).items.find(({ id }) => id === need.id),
        stays,
      );
      const { isMine: _isMine, acts: _acts, ...same } = idea;
      const [shown] = (await colleague.read('listIdeas', {})).items;
      assert.deepEqual(
        { ...shown, isMine: undefined, acts: undefined },
        { ...same, isMine: undefined, acts: undefined },
      );
      // The offer of their party is still there to be accepted.
      const { version } = await author.read('getBall', { id: itemId });
      assert.equal((await send(author, 'acceptBall', { id: itemId, version })).holderId, 'jeugd');
    });

    it('is nobody any more, and does not come in again', async () => {
      const me = await home.as(ME);
      await leaveTraces(home, ME);
      await send(me, 'leaveSpace', {});
      assert.deepEqual(await meAt(me), { personId: ME, name: '' });
      await refused(me.read('getOwnData', {}), 'notFound');
      await refused(send(me, 'leaveSpace', {}), 'notFound');
    });

    it('leaves what waited to come out as it would have', async () => {
      const me = await home.as(ME);
      const { id, version } = await experienceBy(me, { authorShownAs: 'anonymous', title: 'Zonder naam' });
      await home.morningOf('2026-03-03');
      // To be under their name from the next morning on.
      const colleague = await home.as(COLLEAGUE);
      const mine = await me.read('getExperience', { id });
      assert.notEqual(mine.version, version);
      await send(me, 'saveExperience', {
        ...{ id, version: mine.version, title: 'Onder mijn naam', kind: 'success', whatHappened: 'Ik belde.' },
        ...{ adviceWelcome: false, driverIds: [], language: 'nl', authorShownAs: 'named', audience: 'everyone' },
      });
      await send(me, 'leaveSpace', {});
      await home.morningOf('2026-03-04');
      const shown = await colleague.read('getExperience', { id });
      assert.deepEqual([shown.title, shown.author?.name, shown.author?.isFormer], ['Onder mijn naam', '', true]);
      assert.ok(!(await home.kept()).includes(NAME));
    });

    it('loses the name in the log as well', async () => {
      const { id } = await experienceBy(await home.as(ME));
      await send(await home.as(PARTNER_CORE), 'pinExperience', { id, reason: 'Mooi' });
      await send(await home.as(PARTNER_CORE), 'leaveSpace', {});
      const { items } = await (await home.as(CORE)).read('listLogEntries', {});
      assert.deepEqual(
        items.map(({ by, reason }) => [by, reason]),
        [[{ name: '', jobTitle: '', partyId: 'welzijn', isFormer: true }, 'Mooi']],
      );
      assert.ok(!(await home.kept()).includes(PARTNER_CORE));
    });

    it('is not the last of the core team, nor the last admin', async () => {
      await refused(send(await home.as(ADMIN), 'leaveSpace', {}), { kind: 'conflict', reason: 'lastAdmin' });
      await send(await home.as(PARTNER_CORE), 'leaveSpace', {});
      const core = await home.as(CORE);
      await refused(send(core, 'leaveSpace', {}), { kind: 'conflict', reason: 'lastCoreTeam' });
      assert.equal((await meAt(core)).member?.role, 'coreTeam');
      await refused(send(core, 'eraseMe', {}), { kind: 'conflict', reason: 'lastCoreTeam' });
    });

    it('may be the last when nobody else is there', async () => {
      const neighbour = await home.as('buur-1', 'elders');
      assert.deepEqual(await send(neighbour, 'leaveSpace', {}), { id: 'buur-1' });
      await refused(neighbour.read('getSpace', {}), 'notFound');
    });

    it('leaves all spaces at once, or none', async () => {
      const both = namedSeed();
      const member = { id: ME, partyId: 'wonen', name: NAME, jobTitle: TITLE, role: 'member' as const, version: 1 };
      both.get('elders')?.push(seedRow('member', ME, member));
      home = await open(both, TODAY);
      assert.deepEqual(await send(await home.as(ME), 'eraseMe', {}), { id: ME });
      for (const space of [SPACE, 'elders']) await refused((await home.as(ME, space)).read('getSpace', {}), 'notFound');
      assert.ok(!(await home.kept()).includes(NAME));

      const stuck = namedSeed();
      stuck.get('elders')?.push(seedRow('member', CORE, { ...member, id: CORE, role: 'admin' }));
      home = await open(stuck, TODAY);
      await refused(send(await home.as(CORE), 'eraseMe', {}), { kind: 'conflict', reason: 'lastAdmin' });
      assert.ok((await meAt(await home.as(CORE))).member, 'left one of the two');
    });

    it('is told to those who read what they wrote', async () => {
      const { named } = await leaveTraces(home, ME);
      const heard: string[] = [];
      const colleague = await home.as(COLLEAGUE);
      colleague.watch((event) => {
        if ('change' in event) heard.push(`${event.change.kind} ${event.change.id}`);
      });
      await home.settled();
      await send(await home.as(ME), 'leaveSpace', {});
      await home.settled();
      for (const each of [`member ${ME}`, `experience ${named.id}`, `meaning ${ME}`])
        assert.ok(heard.includes(each), `${each} was not told: ${heard.join(', ')}`);
    });
  });

  describe('what waits for me', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const waitsFor = async (personId: Id): Promise<Partial<Record<Waits['kind'], Id[]>>> => {
      const { items } = await (await home.as(personId)).read('listForMe', {});
      for (const { count, ids } of items) assert.equal(count, ids.length);
      return Object.fromEntries(items.map(({ kind, ids }) => [kind, ids]));
    };

    it('is nothing in a space where nothing happens', async () => {
      for (const person of [ME, CORE, ADMIN, 'jeugd-1']) assert.deepEqual(await waitsFor(person), {});
    });

    it('is a ball offered to my party, and one that lies still with it', async () => {
      const { ball } = await heldBy(await home.as(ME));
      assert.deepEqual(await waitsFor(COLLEAGUE), {});
      home.moveTo('2026-03-17');
      assert.deepEqual(await waitsFor(COLLEAGUE), { ballSilent: [ball.id] });
      await send(await home.as(ME), 'offerBall', { id: ball.id, version: ball.version, toPartyId: 'jeugd' });
      assert.deepEqual(await waitsFor('jeugd-2'), { ballOffered: [ball.id] });
      assert.deepEqual(await waitsFor(ADMIN), {});
      home.moveTo('2026-03-25');
      assert.deepEqual(await waitsFor(COLLEAGUE), { ballSilent: [ball.id] }, 'not accepted');
      await itemBy(await home.as(ME));
    });

    it('is an open round until I have checked in', async () => {
      const round = await openRound(await home.as(CORE));
      assert.deepEqual(await waitsFor(ME), { roundOpen: [round.id] });
      await send(await home.as(ME), 'saveCheckIn', { roundId: round.id, version: 0, answers });
      assert.deepEqual(await waitsFor(ME), {});
      assert.deepEqual(await waitsFor(COLLEAGUE), { roundOpen: [round.id] });
    });

    it('is a question under my experience, until I answer; and an answer to mine', async () => {
      const [me, other] = [await home.as(ME), await home.as('jeugd-1')];
      const { id: experienceId } = await experienceBy(me);
      const reply = { experienceId, version: 0, isQuestion: true, text: 'Hoe dan?' };
      await send(other, 'saveReply', { ...reply, id: newId() });
      assert.deepEqual(await waitsFor(ME), { experienceAsked: [experienceId] });
      assert.deepEqual(await waitsFor(COLLEAGUE), {});
      await send(me, 'saveReply', { ...reply, id: newId(), isQuestion: false, text: 'Zo.' });
      assert.deepEqual(await waitsFor(ME), {});
      assert.deepEqual(await waitsFor('jeugd-1'), { experienceAnswered: [experienceId] });
      home.moveTo('2026-03-20');
      assert.deepEqual(await waitsFor('jeugd-1'), {}, 'long read');
    });

    it('is a follow-up of what I was going to do', async () => {
      const { id } = await experienceBy(await home.as(ME), { whatNext: 'Eerst bellen' });
      home.moveTo('2026-03-15');
      assert.deepEqual(await waitsFor(ME), {});
      home.moveTo('2026-03-16');
      assert.deepEqual(await waitsFor(ME), { followUp: [id] });
      await send(await home.as(ME), 'followUpExperience', { id, answer: 'yes' });
      assert.deepEqual(await waitsFor(ME), {});
    });

    it('is a session within a week, of those that I may read', async () => {
      const core = await home.as(CORE);
      const near = await send(core, 'saveSession', sessionInput({ startsAt: '2026-03-08T09:00:00.000Z' }));
      await send(core, 'saveSession', sessionInput({ startsAt: '2026-03-12T09:00:00.000Z' }));
      const inside = await send(
        core,
        'saveSession',
        sessionInput({ startsAt: '2026-03-05T09:00:00.000Z', audience: 'internal' }),
      );
      assert.deepEqual(await waitsFor(ME), { sessionComing: [inside.id, near.id] });
      assert.deepEqual(await waitsFor('jeugd-1'), { sessionComing: [near.id] });
    });

    it('is for the core team what is to be approved, and what was reported', async () => {
      await send(await home.as(ADMIN), 'changeSpace', {
        id: SPACE,
        version: 1,
        settings: { ...madeSpace().settings, anonymousPosts: 'atOnce', approvesAnonymous: true },
      });
      const pending = await experienceBy(await home.as(ME), { authorShownAs: 'anonymous' });
      const { id } = await experienceBy(await home.as(ME));
      await send(await home.as('jeugd-1'), 'reportExperience', { id, reason: 'Een naam' });
      const draft = await resultBy(await home.as(ME));
      const idea = await ideaBy(await home.as('jeugd-1'));
      assert.deepEqual(await waitsFor(CORE), {
        toApprove: [pending.id],
        resultDraft: [draft.id],
        ideaOpen: [idea.id],
        reported: [id],
      });
      assert.deepEqual(await waitsFor(ME), {});
    });

    it('is told to nobody when it is read', async () => {
      await leaveTraces(home, ME);
      const before = await home.kept();
      await waitsFor(ME);
      assert.equal(await home.kept(), before);
    });
  });
}

const idOf = (value: unknown): Id => (typeof value === 'string' ? value : (value as { id: Id }).id);
