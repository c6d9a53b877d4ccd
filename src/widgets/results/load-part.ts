import type { BoardPartProps } from '../../elements/board-element';
import type { PartTable } from '../../elements/part-keeper';
import type { ResultView } from '../../model/result-types';
import type { Id } from '../../model/types';

/**
 * What a first look at the results does not need: fetched, and defined, when first shown. `result`: the page of a result
 * (`about` is its id). The others are about what the address says. `edit`: a new result, or a changed one (`new`,
 * `new/experience/{id}`, `new/item/{id}`, `edit/{id}`). `publish`: showing it to everybody (`publish/{id}`). `measure`: its
 * values (`measure/{id}`, `measure/{id}/{measurementId}`). `waiting`: what the core team may publish, above the board. `ideas`: all ideas (`ideas`, `ideas/{id}`). `idea`: sharing one,
 * or changing one's own (`ideas/new`, `ideas/new/experience/{id}`, `ideas/edit/{id}`). `report`: the report of a period
 * (`report`, `report/{from}/{until}`, `report/kept/{id}`).
 */
export type PartName = 'result' | 'edit' | 'publish' | 'measure' | 'waiting' | 'ideas' | 'idea' | 'report';

export interface ResultsPartProps extends BoardPartProps {
  /** All results that the widget has read, whatever is filtered; undefined before they are there. */
  results: readonly ResultView[] | undefined;
  /** The id of the space, as configured. */
  spaceId: Id;
}

export const PARTS: PartTable<PartName> = {
  result: () => import('./parts/result').then(({ ResultPage }) => ResultPage),
  edit: () => import('./parts/edit').then(({ ResultEdit }) => ResultEdit),
  publish: () => import('./parts/publish').then(({ ResultPublish }) => ResultPublish),
  measure: () => import('./parts/measure').then(({ ResultMeasure }) => ResultMeasure),
  waiting: () => import('./parts/waiting').then(({ ResultsWaiting }) => ResultsWaiting),
  ideas: () => import('./parts/ideas').then(({ ResultsIdeas }) => ResultsIdeas),
  idea: () => import('./parts/idea').then(({ ResultsIdea }) => ResultsIdea),
  report: () => import('./parts/report').then(({ ResultsReport }) => ResultsReport),
};
