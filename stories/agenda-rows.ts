/** Items for the stories and tests of the agenda's boards: each state of a ball, and a signal of each weight. */
import type { AgendaItemView, BallView } from '../src/model/agenda-types';
import type { Party, Phase } from '../src/model/types';

const party = (id: string, name: string, kind: Party['kind']): Party => ({ id, name, shortName: name, kind });

export const PARTIES: readonly Party[] = [
  party('work', 'Werk en Inkomen', 'department'),
  party('access', 'Toegang Zorg en Jeugd', 'department'),
  party('housing', 'Woningcorporatie', 'partner'),
  party('welfare', 'Welzijnswerk', 'partner'),
];

export const PHASES: readonly Phase[] = [
  { id: 'f1', name: 'Kijken waar we staan', goal: '' },
  { id: 'f2', name: 'Proberen en leren', goal: '' },
  { id: 'f3', name: 'Laten zien', goal: '' },
];

function item(id: string, title: string, ball: Partial<BallView>, rest: Partial<AgendaItemView> = {}): AgendaItemView {
  return {
    id,
    title,
    question: '',
    driverIds: [],
    phaseId: 'f2',
    topics: [],
    audience: 'everyone',
    status: 'running',
    participations: [],
    createdByPartyId: 'work',
    createdOn: '2026-09-01',
    changedOn: '2026-11-01',
    settled: [],
    version: 1,
    ball: { id, state: 'held', movedAt: '2026-11-01T09:00:00Z', moves: [], version: 1, ...ball },
    ...rest,
  };
}

export const ITEMS: readonly AgendaItemView[] = [
  item('a1', 'Eén gezin, één plan', {
    holderId: 'access',
    jobTitle: 'jeugdconsulent',
    nextStep: 'Proef met drie gezinnen starten',
    dueOn: '2026-12-01',
  }),
  item(
    'a2',
    'Snel helpen bij geldzorgen',
    {
      state: 'lapsed',
      holderId: 'housing',
      nextStep: 'Zeggen wie de melding oppakt',
      dueOn: '2026-11-03',
      offer: {
        toPartyId: 'work',
        note: 'Kunnen jullie deze week iets zeggen?',
        offeredAt: '2026-10-20T09:00:00Z',
        lapsesAt: '2026-10-27T09:00:00Z',
      },
    },
    { signal: { kind: 'unanswered', days: 23 } },
  ),
  item('a3', 'Werk na zorg', {
    state: 'offered',
    holderId: 'housing',
    offer: {
      toPartyId: 'work',
      note: 'Het eerste gesprek is gedaan.',
      offeredAt: '2026-11-18T09:00:00Z',
      lapsesAt: '2026-11-25T09:00:00Z',
    },
  }),
  item(
    'a4',
    'Een melding krijgt altijd antwoord',
    { holderId: 'access', nextStep: 'Voorbeeld van een kort antwoord maken', dueOn: '2026-11-21' },
    { signal: { kind: 'still', days: 15 } },
  ),
  item(
    'a5',
    'Rust voor de mantelzorger',
    { state: 'nobody' },
    { status: 'idea', phaseId: 'f1', signal: { kind: 'nobody', days: 19 } },
  ),
  item('a6', 'Wie bel ik? Een korte lijst', { state: 'none' }, { status: 'done', phaseId: 'f3' }),
];
