import type { AgendaMessages } from '../../locales/agenda.nl';
import type { SignalKind } from '../../model/agenda-types';

/** What each signal is called. */
export const SIGNAL_WORDS = {
  nobody: 'signalNobody',
  unanswered: 'signalUnanswered',
  overdue: 'signalOverdue',
  still: 'signalStill',
  noDoer: 'signalNoDoer',
  overlap: 'signalOverlap',
} as const satisfies Record<SignalKind, keyof AgendaMessages>;
