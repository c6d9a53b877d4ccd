import type { MessageSource } from './message-sources';
import { reasonsNl } from '../locales/reasons.nl';

/**
 * Why a state refuses something: said where people change things, and there alone. Whatever says it makes these words
 * known; `errorSentence` speaks of the kind of error where they are not.
 */
export const REASONS: MessageSource = {
  key: 'reasons',
  nl: reasonsNl,
  en: () => import('../locales/reasons.en').then(({ reasonsEn }) => reasonsEn),
};
