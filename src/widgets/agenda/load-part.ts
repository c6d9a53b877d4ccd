import type { BoardPartProps } from '../../elements/board-element';
import type { PartTable } from '../../elements/part-keeper';
import type { AgendaItemView } from '../../model/agenda-types';
import type { Id } from '../../model/types';

/**
 * What a first look at the agenda does not need: fetched, and defined, when first shown. `item`: the page of an item
 * (`about` is its id). `edit`: a new item, or a changed one (`about` is what the address says: `new`, `edit/{id}`,
 * `new/experience/{id}`, `new/need/{id}`). `sessions`: all reflection meetings. `session`, `plan`, `run`: the page of one,
 * planning or changing it, holding it (`about` is what the address says: `sessions/{id}`, `sessions/new`,
 * `sessions/{id}/edit`, `run/{id}`). `silent`: the round of silent balls.
 */
export type PartName = 'item' | 'edit' | 'sessions' | 'session' | 'plan' | 'run' | 'silent';

export interface AgendaPartProps extends BoardPartProps {
  /** All items that the widget has read, whatever is filtered; undefined before they are there. */
  items: readonly AgendaItemView[] | undefined;
  /** Of `item`: the party that its ball is about to be offered to, as a card was put there. */
  offerTo: Id | undefined;
  /** The address of the backend, as configured: a calendar is read from there. */
  backend: string;
}

export const PARTS: PartTable<PartName> = {
  item: () => import('./parts/item').then(({ AgendaItemPage }) => AgendaItemPage),
  edit: () => import('./parts/edit').then(({ AgendaEdit }) => AgendaEdit),
  sessions: () => import('./parts/sessions').then(({ AgendaSessions }) => AgendaSessions),
  session: () => import('./parts/session').then(({ AgendaSession }) => AgendaSession),
  plan: () => import('./parts/session-plan').then(({ AgendaSessionPlan }) => AgendaSessionPlan),
  run: () => import('./parts/run').then(({ AgendaRun }) => AgendaRun),
  silent: () => import('./parts/silent').then(({ AgendaSilent }) => AgendaSilent),
};
