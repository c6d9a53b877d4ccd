/** Each write once, by who may and in an order in which each is possible in the scene. */
import { ITEMS, SESSIONS } from './agenda-scene';
import { DRIVERS, REPLY, ROUNDS, SPACE } from './scene';
import type { AskerName } from './scene';
import type { Input, WriteName } from '../../../src/contract/operations';
import {
  TINY_PICTURE,
  TODAY,
  experienceInput,
  ideaInput,
  itemInput,
  resultInput,
  sessionInput,
} from '../../backends/conformance/kit';
import { keptInput } from '../../backends/conformance/story-kit';
import { newId } from '../../../src/model/new-id';

export const aNeed = (): Input<'saveNeed'> => ({
  id: newId(),
  version: 0,
  kind: 'ask',
  driverId: 'd-een',
  text: 'Een vraag',
});

const answers = DRIVERS.map(({ id }) => ({ driverId: id, answer: 'good' as const, note: 'Van wonen-2' }));

const [result, value, idea] = [newId(), newId(), newId()];

export const EVERY_WRITE: { [N in WriteName]: [asker: AskerName, input: Input<N>] } = {
  createSpace: ['admin', { id: newId(), name: 'Nieuw' }],
  changeSpace: ['coreTeam', { id: SPACE, version: 1, name: 'Anders' }],
  saveMember: ['admin', { id: 'wonen-6', version: 1, name: '', jobTitle: 'Anders', partyId: 'wonen', role: 'member' }],
  removeMember: ['admin', { id: 'wonen-6', version: 2 }],
  saveIntention: ['coreTeam', { version: 1, text: 'Anders', promise: '', drivers: DRIVERS }],
  saveCheckIn: ['member', { roundId: ROUNDS.open, version: 0, answers }],
  closeRound: ['coreTeam', { id: ROUNDS.open, version: 1 }],
  openRound: ['coreTeam', { id: newId(), closesOn: '2026-04-01' }],
  saveNeed: ['member', { ...aNeed(), id: 'aanbod-wonen', kind: 'offer', version: 1 }],
  matchNeed: ['coreTeam', { id: 'vraag-beleid', withId: 'aanbod-welzijn', version: 1 }],
  unmatchNeed: ['coreTeam', { id: 'vraag-beleid', version: 2 }],
  fulfilNeed: ['member', { id: 'vraag-gekoppeld', version: 1 }],
  eraseNeed: ['member', { id: 'aanbod-wonen', version: 2 }],
  saveMeaning: ['member', { version: 1, text: 'Anders', audience: 'everyone' }],
  eraseMeaning: ['member', { version: 2 }],
  saveExperience: [
    'member',
    experienceInput({ id: 'ervaring-wonen', version: 1, authorShownAs: 'named', whatNext: 'Bellen' }),
  ],
  followUpExperience: ['member', { id: 'ervaring-wonen', answer: 'yes' }],
  eraseExperience: ['member', { id: 'ervaring-die-gaat', version: 1 }],
  packExperience: ['member', { id: 'ervaring-beleid', isPacked: true }],
  setReaction: ['member', { id: 'ervaring-beleid', reaction: 'learn' }],
  removeReaction: ['member', { id: 'ervaring-beleid', reaction: 'learn' }],
  saveReply: [
    'member',
    { experienceId: 'ervaring-beleid', id: newId(), version: 0, text: 'Hoe ging dat?', isQuestion: true },
  ],
  eraseReply: ['member', { experienceId: 'ervaring-beleid', id: REPLY, version: 1 }],
  reportExperience: ['member', { id: 'ervaring-beleid', reason: 'Een naam' }],
  pinExperience: ['coreTeam', { id: 'ervaring-beleid', reason: 'Mooi' }],
  unpinExperience: ['coreTeam', { id: 'ervaring-beleid', reason: '' }],
  hideExperience: ['coreTeam', { id: 'ervaring-beleid', reason: 'Een naam' }],
  showExperience: ['coreTeam', { id: 'ervaring-beleid', reason: '' }],
  approveExperience: ['coreTeam', { id: 'ervaring-nog-niet', reason: '' }],
  savePicture: ['member', { id: newId(), data: TINY_PICTURE }],
  takeBall: ['member', { id: ITEMS.nobody, version: 2, nextStep: 'Bellen' }],
  progressBall: ['member', { id: ITEMS.nobody, version: 3, note: 'Gebeld' }],
  releaseBall: ['member', { id: ITEMS.nobody, version: 4, reason: 'Geen tijd' }],
  acceptBall: ['member', { id: ITEMS.toUs, version: 2 }],
  offerBall: ['member', { id: ITEMS.toUs, version: 3, toPartyId: 'beleid', note: 'Nu jullie' }],
  withdrawBall: ['member', { id: ITEMS.toUs, version: 4 }],
  returnBall: ['partner', { id: ITEMS.byUs, version: 2, reason: 'Niet van ons' }],
  saveAgendaItem: ['member', itemInput({ id: ITEMS.held, version: 1, title: 'Anders' })],
  pauseItem: ['member', { id: ITEMS.held, version: 2, reason: 'Zomer' }],
  resumeItem: ['member', { id: ITEMS.held, version: 3 }],
  stopItem: ['member', { id: ITEMS.held, version: 4, reason: 'Klaar mee' }],
  reopenItem: ['coreTeam', { id: ITEMS.held, version: 5 }],
  finishItem: ['coreTeam', { id: ITEMS.held, version: 6 }],
  setParticipation: ['member', { id: ITEMS.theirs, partyId: 'wonen', as: 'thinking' }],
  settleOverlap: ['coreTeam', { id: ITEMS.theirs, otherId: ITEMS.alike, version: 1 }],
  linkItems: ['coreTeam', { id: ITEMS.paused, otherId: ITEMS.theirs, version: 1 }],
  mergeItem: ['coreTeam', { id: ITEMS.alike, otherId: ITEMS.theirs, version: 2 }],
  eraseAgendaItem: ['coreTeam', { id: ITEMS.done, version: 1 }],
  saveSession: ['coreTeam', sessionInput({ id: SESSIONS.all, version: 1, title: 'Anders' })],
  eraseSession: ['coreTeam', { id: SESSIONS.all, version: 2 }],
  makeCalendarKey: ['member', {}],
  eraseCalendarKey: ['member', {}],
  saveResult: ['member', resultInput({ id: result })],
  saveMeasurement: ['member', { resultId: result, id: value, version: 1, on: TODAY, value: 6 }],
  eraseMeasurement: ['member', { resultId: result, id: value, version: 2 }],
  publishResult: ['coreTeam', { id: result, version: 3, reason: 'Iedereen merkt dit' }],
  eraseResult: ['coreTeam', { id: result, version: 4 }],
  saveIdea: ['member', ideaInput({ id: idea })],
  joinIdea: ['partner', { id: idea, as: 'doing' }],
  declineIdea: ['coreTeam', { id: idea, version: 1, reason: 'Nu niet' }],
  adoptIdea: ['coreTeam', { id: idea, version: 2, agendaItemId: newId(), title: 'Toch' }],
  eraseIdea: ['coreTeam', { id: idea, version: 3 }],
  saveKeptReport: [
    'coreTeam',
    keptInput({ choices: [{ experienceId: 'ervaring-beleid', reason: 'Dit raakt iedereen' }] }),
  ],
  savePreferences: ['member', { version: 0, mail: 'never', language: 'en' }],
  // The last of each: who left is nobody for what comes after.
  leaveSpace: ['partner', {}],
  eraseMe: ['member', {}],
};
