import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  DRIVERS,
  OTHER_SPACE,
  SPACE,
  STRANGER,
  TINY_PICTURE,
  TODAY,
  experienceBy,
  experienceInput,
  ideaBy,
  ideaInput,
  madeSeed,
  itemBy,
  itemInput,
  needBy,
  refused,
  resultBy,
  resultInput,
  send,
  sessionInput,
  meAt,
} from './kit';
import type { Home, OpenHome } from './kit';
import { keptInput } from './story-kit';
import { isRead } from '../../../src/contract/old-after';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { Input, OperationName } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';

/** One input for each operation, valid by itself. */
const inputs = (
  needId: string,
  roundId: string,
  id: string,
  itemId: string,
  sessionId: string,
  resultId: string,
  ideaId: string,
): { [N in OperationName]: Input<N> } => ({
  getMe: {},
  getSpace: {},
  createSpace: { id: SPACE, name: 'Van mij' },
  changeSpace: { id: SPACE, version: 1, name: 'Van mij' },
  listMembers: {},
  saveMember: { id: STRANGER, version: 0, name: '', jobTitle: 'indringer', partyId: 'beleid', role: 'admin' },
  removeMember: { id: CORE, version: 1 },
  getIntention: {},
  saveIntention: { version: 1, text: 'Van mij', promise: '', drivers: DRIVERS },
  listRounds: {},
  openRound: { id: newId(), closesOn: '2026-04-01' },
  closeRound: { id: roundId, version: 1 },
  getMyCheckIn: { roundId },
  saveCheckIn: { roundId, version: 0, answers: DRIVERS.map(({ id }) => ({ driverId: id, answer: 'good' })) },
  getSummary: { roundId },
  listNeeds: {},
  saveNeed: { id: newId(), version: 0, kind: 'ask', driverId: 'd-een', text: 'Van mij' },
  eraseNeed: { id: needId, version: 1 },
  listNeedSuggestions: {},
  matchNeed: { id: needId, withId: needId, version: 1 },
  unmatchNeed: { id: needId, version: 1 },
  fulfilNeed: { id: needId, version: 1 },
  listMeanings: {},
  saveMeaning: { version: 0, text: 'Van mij', audience: 'everyone' },
  eraseMeaning: { version: 1 },
  listExperiences: {},
  searchExperiences: { text: 'bellen' },
  getExperience: { id },
  saveExperience: experienceInput(),
  eraseExperience: { id, version: 1 },
  followUpExperience: { id, answer: 'yes' },
  packExperience: { id, isPacked: true },
  setReaction: { id, reaction: 'learn' },
  removeReaction: { id, reaction: 'learn' },
  listReplies: { id },
  saveReply: { experienceId: id, id: newId(), version: 0, text: 'Waarom?', isQuestion: true },
  eraseReply: { experienceId: id, id: newId(), version: 1 },
  reportExperience: { id, reason: 'Er staat een naam in' },
  hideExperience: { id, reason: 'Er staat een naam in' },
  showExperience: { id, reason: '' },
  pinExperience: { id, reason: '' },
  unpinExperience: { id, reason: '' },
  approveExperience: { id, reason: '' },
  listReports: {},
  savePicture: { id: newId(), data: TINY_PICTURE },
  getPicture: { id },
  listLogEntries: {},
  listAgendaItems: {},
  getAgendaItem: { id: itemId },
  saveAgendaItem: itemInput(),
  eraseAgendaItem: { id: itemId, version: 1 },
  findSimilarItems: { title: 'Eén gezin, één plan' },
  getBall: { id: itemId },
  takeBall: { id: itemId, version: 1 },
  offerBall: { id: itemId, version: 1, toPartyId: 'jeugd' },
  acceptBall: { id: itemId, version: 1 },
  returnBall: { id: itemId, version: 1, reason: 'Te druk' },
  withdrawBall: { id: itemId, version: 1 },
  releaseBall: { id: itemId, version: 1, reason: 'Te druk' },
  progressBall: { id: itemId, version: 1 },
  listHandovers: { id: itemId },
  pauseItem: { id: itemId, version: 1, reason: 'Te druk' },
  resumeItem: { id: itemId, version: 1 },
  finishItem: { id: itemId, version: 1 },
  stopItem: { id: itemId, version: 1, reason: 'Te druk' },
  reopenItem: { id: itemId, version: 1 },
  mergeItem: { id: itemId, otherId: newId(), version: 1 },
  linkItems: { id: itemId, otherId: newId(), version: 1 },
  settleOverlap: { id: itemId, otherId: newId(), version: 1 },
  setParticipation: { id: itemId, partyId: 'beleid', as: 'doing' },
  listSessions: {},
  saveSession: sessionInput(),
  eraseSession: { id: sessionId, version: 1 },
  getSessionProposal: { id: sessionId },
  listMethods: {},
  getCalendarKey: {},
  makeCalendarKey: {},
  eraseCalendarKey: {},
  getOwnData: {},
  getPreferences: {},
  savePreferences: { version: 0, mail: 'never', language: 'nl' },
  leaveSpace: {},
  eraseMe: {},
  listForMe: {},
  listResults: {},
  getResult: { id: resultId },
  saveResult: resultInput(),
  eraseResult: { id: resultId, version: 1 },
  publishResult: { id: resultId, version: 1, reason: 'Van mij' },
  saveMeasurement: { resultId, id: newId(), version: 1, on: TODAY, value: 1 },
  eraseMeasurement: { resultId, id: newId(), version: 1 },
  listIdeas: {},
  saveIdea: ideaInput(),
  eraseIdea: { id: ideaId, version: 1 },
  joinIdea: { id: ideaId, as: 'doing' },
  adoptIdea: { id: ideaId, version: 1, agendaItemId: newId(), title: 'Van mij' },
  declineIdea: { id: ideaId, version: 1, reason: 'Van mij' },
  getFigures: {},
  getChain: { kind: 'need', id: needId },
  getReport: { from: '2026-02-01', until: '2026-02-28' },
  listKeptReports: {},
  getKeptReport: { id: newId() },
  saveKeptReport: keptInput(),
});

export function strangersConformance(open: OpenHome): void {
  describe('who is not a member', () => {
    let home: Home;
    let given: ReturnType<typeof inputs>;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
      const core = await home.as(CORE);
      const round = await send(core, 'openRound', { id: newId(), closesOn: '2026-03-20' });
      const session = await send(core, 'saveSession', sessionInput());
      const [need, experience, item] = [await needBy(core), await experienceBy(core), await itemBy(core)];
      const [result, idea] = [await resultBy(core), await ideaBy(core)];
      given = inputs(need.id, round.id, experience.id, item.id, session.id, result.id, idea.id);
    });

    async function tries(personId: string, operation: OperationName): Promise<unknown> {
      const connection = await home.as(personId);
      return isRead(operation)
        ? connection.read(operation, given[operation])
        : connection.write(operation, given[operation], { key: newId() });
    }

    it('learns only that they are signed in', async () => {
      const me = await meAt(await home.as(STRANGER));
      assert.deepEqual(me, { personId: STRANGER, name: '' });
    });

    for (const operation of Object.keys(OPERATIONS) as OperationName[]) {
      if (operation === 'getMe') continue;
      it(`cannot tell by ${operation} that there is anything`, async () => {
        await refused(tries(STRANGER, operation), 'notFound');
        await refused(tries('buur-1', operation), 'notFound');
      });
    }

    it('changes nothing by trying', async () => {
      const before = await home.kept();
      for (const operation of Object.keys(OPERATIONS) as OperationName[]) {
        await tries(STRANGER, operation).catch(() => undefined);
      }
      assert.equal(await home.kept(), before);
    });

    it('is not told of a version either', async () => {
      await refused(send(await home.as(STRANGER), 'changeSpace', { id: SPACE, version: 7, name: 'x' }), 'notFound');
    });

    it('is also who was removed, at once', async () => {
      const gone = await home.as('wonen-2');
      assert.equal((await gone.read('getSpace', {})).id, SPACE);
      await send(await home.as(ADMIN), 'removeMember', { id: 'wonen-2', version: 1 });
      await refused(gone.read('getSpace', {}), 'notFound');
      await refused(needBy(gone), 'notFound');
    });

    it('reaches nothing of this space from another', async () => {
      const neighbour = await home.as('buur-1', OTHER_SPACE);
      assert.deepEqual((await neighbour.read('listNeeds', {})).items, []);
      const own = await needBy(neighbour, { kind: 'offer' });
      const withId = given.eraseNeed.id;
      await refused(send(neighbour, 'matchNeed', { id: own.id, withId, version: own.version }), 'notFound');
      await refused(neighbour.read('getSummary', { roundId: given.getSummary.roundId }), 'notFound');
    });
  });
}
