import type { MessageSource } from '../../../elements/message-sources';
import { resultsPageNl } from '../../../locales/results-page.nl';

/** What one reads at a result. */
export const PAGE_MESSAGES: MessageSource = {
  key: 'results-page',
  nl: resultsPageNl,
  en: () => import('../../../locales/results-page.en').then(({ resultsPageEn }) => resultsPageEn),
};
