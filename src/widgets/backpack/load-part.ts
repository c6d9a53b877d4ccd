import type { TemplateResult } from 'lit';
import type { FeedLabels } from '../../contract/experiences';
import type { PartProps, PartTable } from '../../elements/part-keeper';
import type { ExperienceView } from '../../model/experience-types';

/** What a first look at the feed does not need: fetched, and defined, when first shown. */
export type PartName = 'composer' | 'mine' | 'replies' | 'search' | 'moderation';

export interface BackpackPartProps extends PartProps {
  /** Who I am, the parties and the drivers, as they came with the feed. */
  labels: FeedLabels | undefined;
  /** Of the composer: what is edited, absent for a new one. Of the replies: what they are under. */
  experience: ExperienceView | undefined;
  /** A card as in the feed, with all that one can do on it; drawn anew at each update of the widget. */
  renderCard: (experience: ExperienceView) => TemplateResult;
}

export const PARTS: PartTable<PartName> = {
  composer: () => import('./parts/composer').then(({ BackpackComposer }) => BackpackComposer),
  mine: () => import('./parts/mine').then(({ BackpackMine }) => BackpackMine),
  replies: () => import('./parts/replies').then(({ BackpackReplies }) => BackpackReplies),
  search: () => import('./parts/search').then(({ BackpackSearch }) => BackpackSearch),
  moderation: () => import('./parts/moderation').then(({ BackpackModeration }) => BackpackModeration),
};
