import type { MessageSource } from '../../../elements/message-sources';
import { resultsIdeasNl } from '../../../locales/results-ideas.nl';

/** What one reads at the ideas. */
export const IDEAS_MESSAGES: MessageSource = {
  key: 'results-ideas',
  nl: resultsIdeasNl,
  en: () => import('../../../locales/results-ideas.en').then(({ resultsIdeasEn }) => resultsIdeasEn),
};
