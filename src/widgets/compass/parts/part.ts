import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import type { CompassPartProps } from '../load-part';
import { LatePart } from '../../../elements/late-part';
import type { MessageSource, TermOf } from '../../../elements/message-sources';
import { compassPartsNl } from '../../../locales/compass-parts.nl';
import type { CompassPartMessages } from '../../../locales/compass-parts.nl';
import type { CompassMessages } from '../../../locales/compass.nl';
import type { Id } from '../../../model/types';
import { driverStyles } from '../../../ui/driver.styles';

const MESSAGES: readonly MessageSource[] = [
  {
    key: 'compass-parts',
    nl: compassPartsNl,
    en: () => import('../../../locales/compass-parts.en').then(({ compassPartsEn }) => compassPartsEn),
  },
];

type PartMessages = CompassMessages & CompassPartMessages;
export type PartTerm = TermOf<PartMessages>;

/** A part of the compass that is fetched late. */
export abstract class CompassPart<M extends object = object>
  extends LatePart<PartMessages & M>
  implements CompassPartProps
{
  static override styles: CSSResultGroup = [LatePart.styles, driverStyles];

  @property({ attribute: false }) party: Id | undefined;

  protected override get messages(): readonly MessageSource[] {
    return MESSAGES;
  }
}
