import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ExperienceFilter, FeedLabels } from '../../../contract/experiences';
import { LatePart } from '../../../elements/late-part';
import type { BackpackMessages } from '../../../locales/backpack.nl';
import type { ExperienceView } from '../../../model/experience-types';
import type { BackpackPartProps } from '../load-part';

/**
 * A part of the backpack that is fetched late; `M` are its own messages, beside those of the widget,
 * which are there already. Each part says its own in `messages`.
 */
export abstract class BackpackPart<M extends object>
  extends LatePart<BackpackMessages & M>
  implements BackpackPartProps
{
  @property({ attribute: false }) labels: FeedLabels | undefined;
  @property({ attribute: false }) experience: ExperienceView | undefined;
  @property({ attribute: false }) renderCard: (experience: ExperienceView) => TemplateResult = () => html``;
  @property({ attribute: false }) filter: ExperienceFilter = {};
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) go: (...path: string[]) => void = () => undefined;
  @property({ attribute: false }) erase: (experience: ExperienceView, isLater: boolean) => void = () => undefined;
}
