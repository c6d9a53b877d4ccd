import type { MessageSource } from '../../../elements/message-sources';
import { agendaSessionsNl } from '../../../locales/agenda-sessions.nl';

/** What one reads at sessions and in the round of silent balls. */
export const SESSIONS_MESSAGES: MessageSource = {
  key: 'agenda-sessions',
  nl: agendaSessionsNl,
  en: () => import('../../../locales/agenda-sessions.en').then(({ agendaSessionsEn }) => agendaSessionsEn),
};
