import type { AgendaMoveMessages } from './agenda-move.nl';

export const agendaMoveEn: AgendaMoveMessages = {
  toPhase: 'To phase',
  offerTo: 'Offer the ball to',
  movePhaseNow: 'it is here now',
  staysHere: 'It is here already',
  ballIsHere: 'The ball is here already',
  dropInPhase: (phase) => `To ${phase}`,
  dropAtParty: (party) => `Offer the ball to ${party}`,
  movedTo: (title, phase) => `‘${title}’ is now in ${phase}.`,
  movedOutOfPhase: (title) => `‘${title}’ now has no phase.`,
  meanwhileIn: (title, phase) => `Not moved: somebody else has just changed ‘${title}’. It is now in ${phase}.`,
  onlyEditors: (party) => `Only ${party} and the core team can put this item in another phase.`,
  chooseAPhase: 'Choose one of the phases.',
  closedNoBall: 'This item is closed. There is no ball any more.',
  pausedNoBall: 'This item is paused. The ball rests.',
  followsNoBall: 'The ball follows another item. Offer it there.',
  takeFirst: 'Nobody has the ball. Take it first.',
  onlyHolder: (party) => `The ball is with ${party}. Only they can offer it.`,
  offeredAlready: (party) => `The ball has already been offered to ${party}. Withdraw that first.`,
  cannotRead: (party) => `${party} cannot read this item.`,
  releaseElsewhere: 'You let go of the ball at the item itself.',
};
