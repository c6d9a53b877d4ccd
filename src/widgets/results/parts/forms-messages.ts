import type { MessageSource } from '../../../elements/message-sources';
import { resultsFormsNl } from '../../../locales/results-forms.nl';

/** What one reads while writing, publishing and measuring a result. */
export const FORMS_MESSAGES: MessageSource = {
  key: 'results-forms',
  nl: resultsFormsNl,
  en: () => import('../../../locales/results-forms.en').then(({ resultsFormsEn }) => resultsFormsEn),
};
