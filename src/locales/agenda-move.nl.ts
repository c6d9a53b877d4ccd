/** What one reads while moving a card of the agenda, in Dutch (B1). The English next to it has the same keys. */
export const agendaMoveNl = {
  toPhase: 'Naar fase',
  offerTo: 'Bal aanbieden aan',
  movePhaseNow: 'hier staat het nu',
  staysHere: 'Hier staat het al',
  ballIsHere: 'Hier ligt de bal al',
  dropInPhase: (phase: string) => `Naar ${phase}`,
  dropAtParty: (party: string) => `Bal aanbieden aan ${party}`,
  movedTo: (title: string, phase: string) => `‘${title}’ staat nu in ${phase}.`,
  movedOutOfPhase: (title: string) => `‘${title}’ staat nu zonder fase.`,
  meanwhileIn: (title: string, phase: string) =>
    `Niet verplaatst: iemand anders veranderde ‘${title}’ net. Het staat nu in ${phase}.`,
  onlyEditors: (party: string) => `Alleen ${party} en het kernteam kunnen dit punt in een andere fase zetten.`,
  chooseAPhase: 'Kies een van de fasen.',
  closedNoBall: 'Dit punt is afgerond. Er is geen bal meer.',
  pausedNoBall: 'Dit punt is gepauzeerd. De bal rust.',
  followsNoBall: 'De bal volgt een ander punt. Bied hem daar aan.',
  takeFirst: 'Niemand heeft de bal. Pak hem eerst op.',
  onlyHolder: (party: string) => `De bal ligt bij ${party}. Alleen zij kunnen hem aanbieden.`,
  offeredAlready: (party: string) => `De bal is al aangeboden aan ${party}. Trek dat eerst in.`,
  cannotRead: (party: string) => `${party} leest dit punt niet mee.`,
  releaseElsewhere: 'De bal loslaten doe je bij het punt zelf.',
};

export type AgendaMoveMessages = typeof agendaMoveNl;
