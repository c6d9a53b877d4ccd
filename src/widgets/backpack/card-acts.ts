import { parseHash } from '../../elements/hash-address';
import type { Id } from '../../model/types';

/** What somebody did at a card. */
export interface CardAct {
  act: string;
  id: Id;
  /** Of what is on or off: it was on. */
  wasOn: boolean;
}

/** What was clicked at which card, through the shadow roots of parts that show cards; undefined when nothing was. */
export function cardActOf(event: Event): CardAct | undefined {
  const path = event.composedPath().filter((node): node is HTMLElement => node instanceof HTMLElement);
  const button = path.find(({ dataset }) => dataset.act);
  const id = path.find(({ dataset }) => dataset.id)?.dataset.id;
  const act = button?.dataset.act;
  return act && id ? { act, id, wasOn: button.getAttribute('aria-pressed') === 'true' } : undefined;
}

/** Whether a link to a place in a backpack was followed: of two on a page, this is the one in which somebody walks. */
export function isLinkWithin(event: Event): boolean {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  return parseHash(link?.hash ?? '')?.widget === 'backpack';
}
