import type { TemplateResult } from 'lit';
import type { ExperienceFilter, FeedLabels } from '../../contract/experiences';
import type { PartProps, PartTable } from '../../elements/part-keeper';
import type { ExperienceView } from '../../model/experience-types';

/** What a first look at the feed does not need: fetched, and defined, when first shown. */
export type PartName = 'composer' | 'mine' | 'replies' | 'search' | 'moderation' | 'actions' | 'refused' | 'missing';

export interface BackpackPartProps extends PartProps {
  /** Who I am, the parties and the drivers, as they came with the feed. */
  labels: FeedLabels | undefined;
  /** Of the composer: what is edited, absent for a new one. Of replies and actions: what they are about. */
  experience: ExperienceView | undefined;
  /** A card as in the feed, with all that one can do on it; drawn anew at each update of the widget. */
  renderCard: (experience: ExperienceView) => TemplateResult;
  /** Of the search: within which filters, and which words. */
  filter: ExperienceFilter;
  text: string;
  /** Goes to a place in the widget, as in an address: `go('edit', id)`, `go('mine')`, `go()` for the feed. */
  go: (...path: string[]) => void;
  /** Erases one's own, after ten seconds in which it can be taken back; `isLater`: others read it until the next morning. */
  erase: (experience: ExperienceView, isLater: boolean) => void;
}

export const PARTS: PartTable<PartName> = {
  composer: () => import('./parts/composer').then(({ BackpackComposer }) => BackpackComposer),
  mine: () => import('./parts/mine').then(({ BackpackMine }) => BackpackMine),
  replies: () => import('./parts/replies').then(({ BackpackReplies }) => BackpackReplies),
  search: () => import('./parts/search').then(({ BackpackSearch }) => BackpackSearch),
  moderation: () => import('./parts/moderation').then(({ BackpackModeration }) => BackpackModeration),
  actions: () => import('./parts/actions').then(({ BackpackActions }) => BackpackActions),
  missing: () => import('./parts/missing').then(({ BackpackMissing }) => BackpackMissing),
  refused: () => import('./parts/refused').then(({ BackpackRefused }) => BackpackRefused),
};
