import type { MessageSource } from '../../../elements/message-sources';
import { backpackPartsNl } from '../../../locales/backpack-parts.nl';

/** What one reads while writing, and in one's own backpack. */
export const PARTS_MESSAGES: MessageSource = {
  key: 'backpack-parts',
  nl: backpackPartsNl,
  en: () => import('../../../locales/backpack-parts.en').then(({ backpackPartsEn }) => backpackPartsEn),
};
