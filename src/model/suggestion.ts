import type { Id, Need, NeedSuggestion } from './types';

/**
 * Pairs worth a look: an open ask and an open offer of different parties on the same driver, those
 * with most words in common first. Each need stands in one pair only: a list in which one offer
 * comes back five times helps nobody.
 */
export function suggestMatches(needs: readonly Need[]): NeedSuggestion[] {
  const open = needs.filter((need) => need.status === 'open');
  const offers = open.filter((need) => need.kind === 'offer');
  const ranked = open
    .filter((need) => need.kind === 'ask')
    .flatMap((ask) =>
      offers
        .filter((offer) => offer.driverId === ask.driverId && offer.partyId !== ask.partyId)
        .map((offer) => ({ ask, offer, likeness: likenessOf(ask.text, offer.text) })),
    )
    .sort((a, b) => b.likeness - a.likeness || byAge(a.ask, b.ask) || byAge(a.offer, b.offer));
  const used = new Set<Id>();
  return ranked.flatMap(({ ask, offer }) => {
    if (used.has(ask.id) || used.has(offer.id)) return [];
    used.add(ask.id).add(offer.id);
    return [{ askId: ask.id, offerId: offer.id }];
  });
}

/** Words in common, as a Jaccard index. Short words (wij, een, the) say nothing of the subject. */
function likenessOf(one: string, other: string): number {
  const words = wordsOf(one);
  const others = wordsOf(other);
  const common = [...words].filter((word) => others.has(word)).length;
  const all = words.size + others.size - common;
  return all === 0 ? 0 : common / all;
}

function wordsOf(text: string): Set<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]{4,}/gu) ?? []);
}

/** Who waits longest comes first; ids break ties, so that everybody gets the same list. */
function byAge(a: Need, b: Need): number {
  return compare(a.createdOn, b.createdOn) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
