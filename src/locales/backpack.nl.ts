import { backpackFirstNl } from './backpack-first.nl';

/** What the feed of the backpack says, in Dutch (B1). The English next to it has the same keys, or does not compile. */
export const backpackNl = {
  ...backpackFirstNl,
  onItsWay: 'Wordt verzonden.',
  onItsWayText: 'Je kunt gewoon verder werken.',
  olderFailed: 'De oudere ervaringen konden niet laden.',
  arrived: (count: number) => (count === 1 ? '1 nieuwe ervaring, tonen' : `${count} nieuwe ervaringen, tonen`),
  found: (count: number, more: boolean) =>
    more ? `Meer dan ${count} ervaringen` : count === 1 ? '1 ervaring' : `${count} ervaringen`,
  clearFilters: 'Filters wissen',
  open: 'Openen',
  emptyTitle: 'Nog niets in de rugzak',
  emptyText: 'Hier delen we wat lukte en wat we leerden. Drie zinnen zijn genoeg. Jij kiest wie het leest.',
  noneFound: 'Niets gevonden',
  noneFoundText: 'Kies minder filters, of deel zelf een ervaring hierover.',
  toFeed: 'Alle ervaringen',
  willBeErased: (isLater: boolean) =>
    `De ervaring wordt gewist.${isLater ? ' Wat zonder naam staat, verdwijnt om 7.00 uur.' : ''}`,
};

export type BackpackMessages = typeof backpackNl;
