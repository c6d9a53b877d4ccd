import type { MessageSource } from '../../../elements/message-sources';
import { compassSetupNl } from '../../../locales/compass-setup.nl';

/** What only the first hour and the month after it say. */
export const SETUP_MESSAGES: MessageSource = {
  key: 'compass-setup',
  nl: compassSetupNl,
  en: () => import('../../../locales/compass-setup.en').then(({ compassSetupEn }) => compassSetupEn),
};
