import type { MessageSource } from '../../../elements/message-sources';
import { resultsReportNl } from '../../../locales/results-report.nl';

/** What one reads at the report of a period. */
export const REPORT_MESSAGES: MessageSource = {
  key: 'results-report',
  nl: resultsReportNl,
  en: () => import('../../../locales/results-report.en').then(({ resultsReportEn }) => resultsReportEn),
};
