/** Each write once, by who may and in an order in which each is possible in the scene. */
import { DRIVERS, REPLY, ROUNDS, SPACE } from './scene';
import type { AskerName } from './scene';
import type { AgendaOperations } from '../../../src/contract/agenda';
import type { Input, WriteName } from '../../../src/contract/operations';
import { TINY_PICTURE, experienceInput } from '../../backends/conformance/kit';
import { newId } from '../../../src/model/id';

export const aNeed = (): Input<'saveNeed'> => ({
  id: newId(),
  version: 0,
  kind: 'ask',
  driverId: 'd-een',
  text: 'Een vraag',
});

const answers = DRIVERS.map(({ id }) => ({ driverId: id, answer: 'good' as const, note: 'Van wonen-2' }));

export const EVERY_WRITE: {
  [N in Exclude<WriteName, keyof AgendaOperations>]: [asker: AskerName, input: Input<N>];
} & { [N in Extract<WriteName, keyof AgendaOperations>]?: [asker: AskerName, input: Input<N>] } = {
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
};
