import { BackpackPart } from './part';
import type { MessageSource } from '../../../elements/message-sources';
import { backpackLateNl } from '../../../locales/backpack-late.nl';
import type { BackpackLateMessages } from '../../../locales/backpack-late.nl';

const MESSAGES: readonly MessageSource[] = [
  {
    key: 'backpack-late',
    nl: backpackLateNl,
    en: () => import('../../../locales/backpack-late.en').then(({ backpackLateEn }) => backpackLateEn),
  },
];

/** What replies, search and keeping order share: one list of messages. */
export abstract class BackpackLatePart extends BackpackPart<BackpackLateMessages> {
  protected override get messages(): readonly MessageSource[] {
    return MESSAGES;
  }
}
