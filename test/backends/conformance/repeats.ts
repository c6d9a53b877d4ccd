import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  DRIVERS,
  SPACE,
  TINY_PICTURE,
  TODAY,
  experienceBy,
  experienceInput,
  heldBy,
  ideaBy,
  ideaInput,
  itemBy,
  itemInput,
  madeSeed,
  madeSpace,
  needBy,
  refused,
  resultBy,
  resultInput,
  send,
  sessionInput,
} from './kit';
import type { Home, OpenHome } from './kit';
import { answers, openRound } from './rounds';
import { keptInput } from './story-kit';
import type { Input, WriteName } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

interface Prepared<N extends WriteName> {
  by: Id;
  spaceId?: Id;
  input: Input<N>;
}
type Preparations = { [N in WriteName]: (home: Home) => Promise<Prepared<N>> };

const matched = async (home: Home) => {
  const [wonen, jeugd] = [await home.as('wonen-2'), await home.as('jeugd-1')];
  const [ask, offer] = [await needBy(wonen), await needBy(jeugd, { kind: 'offer' })];
  return send(wonen, 'matchNeed', { id: ask.id, withId: offer.id, version: 1 });
};

/** What each write needs to be there, and an input that succeeds. */
const PREPARED: Preparations = {
  createSpace: async () => ({ by: 'maker', spaceId: 'nieuw', input: { id: 'nieuw', name: 'Nieuw' } }),
  changeSpace: async () => ({ by: CORE, input: { id: SPACE, version: 1, name: 'Anders' } }),
  saveMember: async () => ({
    by: ADMIN,
    input: { id: 'wonen-9', version: 0, name: '', jobTitle: 'x', partyId: 'wonen', role: 'member' },
  }),
  removeMember: async () => ({ by: ADMIN, input: { id: 'wonen-2', version: 1 } }),
  saveIntention: async () => ({ by: CORE, input: { version: 1, text: 'Anders', promise: '', drivers: DRIVERS } }),
  openRound: async () => ({ by: CORE, input: { id: newId(), closesOn: '2026-03-20' } }),
  closeRound: async (home) => {
    const { id, version } = await openRound(await home.as(CORE), TODAY);
    return { by: CORE, input: { id, version } };
  },
  saveCheckIn: async (home) => {
    const { id: roundId } = await openRound(await home.as(CORE));
    return { by: 'wonen-2', input: { roundId, version: 0, answers: answers('good', 'Een zin') } };
  },
  saveNeed: async () => ({
    by: 'wonen-2',
    input: { id: newId(), version: 0, kind: 'ask', driverId: 'd-een', text: 'Een vraag' },
  }),
  eraseNeed: async (home) => {
    const { id, version } = await needBy(await home.as('wonen-2'));
    return { by: 'wonen-2', input: { id, version } };
  },
  matchNeed: async (home) => {
    const ask = await needBy(await home.as('wonen-2'));
    const offer = await needBy(await home.as('jeugd-1'), { kind: 'offer' });
    return { by: 'wonen-2', input: { id: ask.id, withId: offer.id, version: 1 } };
  },
  unmatchNeed: async (home) => {
    const { id, version } = await matched(home);
    return { by: 'wonen-2', input: { id, version } };
  },
  fulfilNeed: async (home) => {
    const { id, version } = await matched(home);
    return { by: 'wonen-2', input: { id, version } };
  },
  saveMeaning: async () => ({ by: 'wonen-2', input: { version: 0, text: 'Elkaar bellen', audience: 'party' } }),
  eraseMeaning: async (home) => {
    const { version } = await send(await home.as('wonen-2'), 'saveMeaning', {
      version: 0,
      text: 'Weg',
      audience: 'everyone',
    });
    return { by: 'wonen-2', input: { version } };
  },
  saveExperience: async () => ({ by: 'wonen-2', input: experienceInput() }),
  eraseExperience: async (home) => {
    const { id, version } = await experienceBy(await home.as('wonen-2'));
    return { by: 'wonen-2', input: { id, version } };
  },
  followUpExperience: async (home) => {
    const { id } = await experienceBy(await home.as('wonen-2'), { whatNext: 'Eerst bellen' });
    return { by: 'wonen-2', input: { id, answer: 'busy' } };
  },
  packExperience: async (home) => {
    const { id } = await experienceBy(await home.as('wonen-2'));
    return { by: 'jeugd-1', input: { id, isPacked: true } };
  },
  setReaction: async (home) => {
    const { id } = await experienceBy(await home.as('wonen-2'));
    return { by: 'jeugd-1', input: { id, reaction: 'help' } };
  },
  removeReaction: async (home) => {
    const { id } = await experienceBy(await home.as('wonen-2'));
    await send(await home.as('jeugd-1'), 'setReaction', { id, reaction: 'help' });
    return { by: 'jeugd-1', input: { id, reaction: 'help' } };
  },
  saveReply: async (home) => ({ by: 'jeugd-1', input: (await asked(home)).input }),
  eraseReply: async (home) => {
    const { input, from } = await asked(home);
    const { id, experienceId, version } = await send(from, 'saveReply', input);
    return { by: 'jeugd-1', input: { experienceId, id, version } };
  },
  reportExperience: async (home) => {
    const { id } = await experienceBy(await home.as('wonen-2'));
    return { by: 'jeugd-1', input: { id, reason: 'Er staat een naam in' } };
  },
  hideExperience: (home) => moderated(home),
  showExperience: (home) => moderated(home),
  pinExperience: (home) => moderated(home),
  unpinExperience: (home) => moderated(home),
  approveExperience: async (home) => {
    await send(await home.as(ADMIN), 'changeSpace', {
      id: SPACE,
      version: 1,
      settings: { ...madeSpace().settings, anonymousPosts: 'atOnce', approvesAnonymous: true },
    });
    const { id } = await experienceBy(await home.as('wonen-2'), { authorShownAs: 'anonymous' });
    return { by: CORE, input: { id, reason: '' } };
  },
  savePicture: async () => ({ by: 'wonen-2', input: { id: newId(), data: TINY_PICTURE } }),
  saveAgendaItem: async () => ({ by: 'wonen-2', input: itemInput() }),
  eraseAgendaItem: async (home) => ({ by: CORE, input: await anItem(home) }),
  takeBall: async (home) => ({ by: 'jeugd-1', input: await anItem(home) }),
  offerBall: async (home) => ({ by: 'wonen-2', input: { ...(await aBall(home)), toPartyId: 'jeugd' } }),
  acceptBall: async (home) => ({ by: 'jeugd-1', input: await anOffer(home) }),
  returnBall: async (home) => ({ by: 'jeugd-1', input: { ...(await anOffer(home)), reason: 'Te druk' } }),
  withdrawBall: async (home) => ({ by: 'wonen-2', input: await anOffer(home) }),
  releaseBall: async (home) => ({ by: 'wonen-2', input: { ...(await aBall(home)), reason: 'Te druk' } }),
  progressBall: async (home) => ({ by: 'wonen-2', input: { ...(await aBall(home)), note: 'Gebeld' } }),
  pauseItem: async (home) => ({ by: CORE, input: { ...(await anItem(home)), reason: 'Zomer' } }),
  resumeItem: async (home) => {
    const { id } = await aBall(home);
    const { version } = await send(await home.as(CORE), 'pauseItem', { id, version: 1, reason: 'Zomer' });
    return { by: CORE, input: { id, version } };
  },
  finishItem: async (home) => ({ by: CORE, input: await anItem(home) }),
  stopItem: async (home) => ({ by: CORE, input: { ...(await anItem(home)), reason: 'Te duur' } }),
  reopenItem: async (home) => {
    const { id, version } = await send(await home.as(CORE), 'finishItem', await anItem(home));
    return { by: CORE, input: { id, version } };
  },
  mergeItem: async (home) => ({ by: CORE, input: { ...(await anItem(home)), otherId: (await anItem(home)).id } }),
  linkItems: async (home) => ({ by: CORE, input: { ...(await anItem(home)), otherId: (await anItem(home)).id } }),
  settleOverlap: async (home) => ({ by: CORE, input: { ...(await anItem(home)), otherId: (await anItem(home)).id } }),
  setParticipation: async (home) => {
    const { id } = await anItem(home);
    return { by: 'jeugd-1', input: { id, partyId: 'jeugd', as: 'watching' } };
  },
  saveSession: async () => ({ by: CORE, input: sessionInput() }),
  eraseSession: async (home) => {
    const { id, version } = await send(await home.as(CORE), 'saveSession', sessionInput());
    return { by: CORE, input: { id, version } };
  },
  makeCalendarKey: async () => ({ by: 'wonen-2', input: {} }),
  eraseCalendarKey: async (home) => {
    await send(await home.as('wonen-2'), 'makeCalendarKey', {});
    return { by: 'wonen-2', input: {} };
  },
  savePreferences: async () => ({ by: 'wonen-2', input: { version: 0, mail: 'never', language: 'en' } }),
  leaveSpace: async () => ({ by: 'wonen-2', input: {} }),
  eraseMe: async () => ({ by: 'wonen-2', input: {} }),
  saveResult: async () => ({ by: 'wonen-2', input: resultInput() }),
  eraseResult: async (home) => ({ by: 'wonen-2', input: await aResult(home) }),
  publishResult: async (home) => ({ by: CORE, input: { ...(await aResult(home)), reason: 'Iedereen merkt dit' } }),
  saveMeasurement: async (home) => ({ by: 'wonen-2', input: await aValue(home) }),
  eraseMeasurement: async (home) => {
    const { resultId, id } = await aValue(home, true);
    return { by: 'wonen-2', input: { resultId, id, version: 2 } };
  },
  saveIdea: async () => ({ by: 'wonen-2', input: ideaInput() }),
  eraseIdea: async (home) => ({ by: 'wonen-2', input: await anIdea(home) }),
  joinIdea: async (home) => ({ by: 'jeugd-1', input: { id: (await anIdea(home)).id, as: 'doing' } }),
  adoptIdea: async (home) => ({
    by: CORE,
    input: { ...(await anIdea(home)), agendaItemId: newId(), title: 'Een plek voor schetsen' },
  }),
  declineIdea: async (home) => ({ by: CORE, input: { ...(await anIdea(home)), reason: 'Nu niet' } }),
  saveKeptReport: async () => ({ by: CORE, input: keptInput() }),
};

async function aResult(home: Home) {
  const { id, version } = await resultBy(await home.as('wonen-2'));
  return { id, version };
}

async function aValue(home: Home, isThere = false): Promise<Input<'saveMeasurement'>> {
  const { id: resultId, version } = await aResult(home);
  const input = { resultId, id: newId(), version, on: TODAY, value: 6 };
  if (isThere) await send(await home.as('wonen-2'), 'saveMeasurement', input);
  return input;
}

async function anIdea(home: Home) {
  const { id, version } = await ideaBy(await home.as('wonen-2'));
  return { id, version };
}

async function anItem(home: Home) {
  const { id, version } = await itemBy(await home.as('wonen-2'));
  return { id, version };
}

async function aBall(home: Home) {
  const { ball } = await heldBy(await home.as('wonen-2'));
  return { id: ball.id, version: ball.version };
}

async function anOffer(home: Home) {
  const { id, version } = await send(await home.as('wonen-2'), 'offerBall', {
    ...(await aBall(home)),
    toPartyId: 'jeugd',
    note: 'Jullie kennen het gezin',
  });
  return { id, version };
}

/** Of a key that is told only once, a repeat says no more than that it is there. */
function without(key: string, answer: object): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== key));
}

async function asked(home: Home) {
  const { id: experienceId } = await experienceBy(await home.as('wonen-2'));
  const input = { experienceId, id: newId(), version: 0, text: 'Waarom?', isQuestion: true };
  return { input, from: await home.as('jeugd-1') };
}

async function moderated(home: Home) {
  const { id } = await experienceBy(await home.as('wonen-2'));
  return { by: CORE, input: { id, reason: 'Er staat een naam in' } };
}

export function repeatsConformance(open: OpenHome): void {
  async function prepare<N extends WriteName>(operation: N) {
    const home = await open(madeSeed(), TODAY);
    const { by, spaceId, input } = await PREPARED[operation](home);
    const connection = await home.as(by, spaceId);
    return { home, by, write: (key: string) => connection.write(operation, input, { key }) };
  }

  describe('a write that is sent again with its key', () => {
    for (const operation of Object.keys(PREPARED) as WriteName[]) {
      it(`has one effect, and answers alike: ${operation}`, async () => {
        const { home, write } = await prepare(operation);
        const key = newId();
        const first = await write(key);
        const kept = await home.kept();
        const repeated = await write(key);
        if (operation === 'makeCalendarKey') assert.deepEqual(repeated, without('key', first));
        else assert.deepEqual(repeated, first);
        assert.equal(await home.kept(), kept);
      });

      it(`has one effect when it arrives twice at once: ${operation}`, async () => {
        const { write } = await prepare(operation);
        const key = newId();
        const [one, other] = await Promise.all([write(key), write(key)]);
        if (operation === 'makeCalendarKey') assert.deepEqual(without('key', one), without('key', other));
        else assert.deepEqual(one, other);
      });
    }
  });

  describe('the key of a write', () => {
    const need: Input<'saveNeed'> = { id: newId(), version: 0, kind: 'ask', driverId: 'd-een', text: 'Een vraag' };
    const reused = { kind: 'conflict', reason: 'keyReused' } as const;

    it('is refused for another input, operation or person', async () => {
      const home = await open(madeSeed(), TODAY);
      const [me, colleague] = [await home.as('wonen-2'), await home.as('wonen-3')];
      const key = newId();
      await me.write('saveNeed', need, { key });
      await refused(me.write('saveNeed', { ...need, text: 'Anders' }, { key }), reused);
      await refused(me.write('eraseNeed', { id: need.id, version: 1 }, { key }), reused);
      await refused(colleague.write('saveNeed', need, { key }), reused);
      assert.equal((await me.read('listNeeds', {})).items[0]?.version, 1);
    });

    it('is free again when the write was refused', async () => {
      const me = await (await open(madeSeed(), TODAY)).as('wonen-2');
      const key = newId();
      await refused(me.write('saveNeed', { ...need, driverId: 'd-vier' }, { key }), 'invalid');
      assert.equal((await me.write('saveNeed', need, { key })).version, 1);
    });

    it('gives what is there now, when it was changed in between', async () => {
      const me = await (await open(madeSeed(), TODAY)).as('wonen-2');
      const key = newId();
      await me.write('saveNeed', need, { key });
      await send(me, 'saveNeed', { ...need, version: 1, text: 'Later' });
      assert.equal((await me.write('saveNeed', need, { key })).text, 'Later');
      await send(me, 'eraseNeed', { id: need.id, version: 2 });
      await refused(me.write('saveNeed', need, { key }), 'notFound');
      assert.deepEqual((await me.read('listNeeds', {})).items, []);
    });

    it('tells nothing to who has left', async () => {
      const home = await open(madeSeed(), TODAY);
      const [me, core] = [await home.as('wonen-2'), await home.as(CORE)];
      const round = { id: newId(), closesOn: '2026-03-20' };
      const [key, other] = [newId(), newId()];
      await me.write('saveNeed', need, { key });
      await core.write('openRound', round, { key: other });
      for (const id of ['wonen-2', CORE]) await send(await home.as(ADMIN), 'removeMember', { id, version: 1 });
      await refused(me.write('saveNeed', need, { key }), 'notFound');
      await refused(core.write('openRound', round, { key: other }), 'notFound');
    });
  });
}
