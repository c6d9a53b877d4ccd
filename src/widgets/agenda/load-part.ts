import type { Me, SpaceView } from '../../contract/operations';
import type { PartProps, PartTable } from '../../elements/part-keeper';
import type { AgendaItemView } from '../../model/agenda-types';
import type { Driver, Id } from '../../model/types';

/**
 * What a first look at the agenda does not need: fetched, and defined, when first shown. `item`: the page of an item
 * (`about` is its id). `edit`: a new item, or a changed one (`about` is its id, or empty). `offer`: to whom the ball
 * goes, with a note (`about` is the item, `toPartyId` whom it was dropped on). `sessions`: the reflection meetings.
 * `run`: a session as it is held (`about` is its id). `silent`: the "balrondje" along what lies still.
 */
export type PartName = 'item' | 'edit' | 'offer' | 'sessions' | 'run' | 'silent';

export interface AgendaPartProps extends PartProps {
  /** Who I am, the parties, phases and drivers, as the widget knows them. */
  me: Me | undefined;
  space: SpaceView | undefined;
  drivers: readonly Driver[];
  /** All items that the widget has read, whatever is filtered; undefined before they are there. */
  items: readonly AgendaItemView[] | undefined;
  isCoreTeam: boolean;
  /** Of an offer: the party that the card was dropped on. */
  toPartyId: Id | undefined;
  /** Goes to a place in the widget, as in an address: `go('edit', id)`, `go('sessions')`, `go()` for the boards. */
  go: (...path: string[]) => void;
}

export const PARTS: PartTable<PartName> = {
  item: () => import('./parts/item').then(({ AgendaItemPage }) => AgendaItemPage),
  edit: () => import('./parts/edit').then(({ AgendaEdit }) => AgendaEdit),
  offer: () => import('./parts/offer').then(({ AgendaOffer }) => AgendaOffer),
  sessions: () => import('./parts/sessions').then(({ AgendaSessions }) => AgendaSessions),
  run: () => import('./parts/run').then(({ AgendaRun }) => AgendaRun),
  silent: () => import('./parts/silent').then(({ AgendaSilent }) => AgendaSilent),
};
