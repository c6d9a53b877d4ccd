import type { Chain, ChainKind, ChainLink } from '../model/result-types';

/** A place in the chain: things of one kind, side by side with what led to them and what followed. */
export interface ChainPlaces {
  kind: ChainKind;
  links: readonly ChainLink[];
  /** What was asked about stands here. */
  isHere: boolean;
}

/** Small things lead to large ones: in this order one reads from an experience to a result. */
const ORDER: readonly ChainKind[] = ['experience', 'need', 'driver', 'idea', 'agendaItem', 'result'];

/** From what it began with to what came of it, with what was asked about between. Nearest first within each place. */
export function chainOrder({ of, earlier, later }: Pick<Chain, 'of' | 'earlier' | 'later'>): ChainPlaces[] {
  const places = (links: readonly ChainLink[]): ChainPlaces[] =>
    ORDER.flatMap((kind) => {
      const own = links.filter((link) => link.kind === kind);
      return own.length > 0 ? [{ kind, links: own, isHere: false }] : [];
    });
  return [...places(earlier), { kind: of.kind, links: [of], isHere: true }, ...places(later)];
}
