/** What the boards of the agenda say, in Dutch (B1). */
export const agendaNl = {
  agendaSignals: 'Signalen',
  allGoesWell: 'Alle open punten lopen goed.',
  goesWell: (well: number, open: number) =>
    open === 1 ? 'Eén open punt vraagt aandacht.' : `${well} van de ${open} open punten lopen goed.`,
  signalNobody: 'Niemand heeft de bal',
  signalUnanswered: 'Niet aangenomen',
  signalOverdue: 'Te laat',
  signalStill: 'Ligt stil',
  signalNoDoer: 'Niemand doet mee',
  signalOverlap: 'Lijkt op een ander punt',
  signalDays: (signal: string, days: number) => `${signal}, ${days === 1 ? '1 dag' : `${days} dagen`}`,
  sinceDays: (days: number) => (days === 1 ? 'al 1 dag' : `al ${days} dagen`),
  offeredTo: (party: string) => `aangeboden aan ${party}`,
  offeredBy: (party: string) => `aangeboden door ${party}`,
  ballGoesWith: 'volgt een ander punt',
  statusIdea: 'Idee',
  statusPaused: 'Gepauzeerd',
  statusDone: 'Klaar',
  statusStopped: 'Gestopt',
  nextStepNow: 'Nu:',
  dueBy: (date: string) => `uiterlijk ${date}`,
  phaseHeading: (number: number, name: string) => `${number}. ${name}`,
  laneNow: 'Nu',
  itemCount: (count: number) => (count === 0 ? 'nog geen punten' : count === 1 ? '1 punt' : `${count} punten`),
  laneEmpty: 'Hier staat nog geen punt.',
  withoutPhase: 'Nog zonder fase',
  ballCount: (count: number) => (count === 0 ? 'geen bal' : count === 1 ? '1 bal' : `${count} ballen`),
  laneNobody: 'Niemand',
};

export type AgendaMessages = typeof agendaNl;
