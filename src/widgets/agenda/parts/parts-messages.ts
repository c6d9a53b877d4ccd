import type { MessageSource } from '../../../elements/message-sources';
import { agendaPartsNl } from '../../../locales/agenda-parts.nl';

/** What one reads at an item, and while writing one. */
export const PARTS_MESSAGES: MessageSource = {
  key: 'agenda-parts',
  nl: agendaPartsNl,
  en: () => import('../../../locales/agenda-parts.en').then(({ agendaPartsEn }) => agendaPartsEn),
};
