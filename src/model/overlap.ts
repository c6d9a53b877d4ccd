/**
 * How alike two items are (DOMAIN: "Overlap"): half by their topics, a tenth by their drivers, a fifth by the parties
 * that join, a fifth by how title and question are worded.
 */
import { isClosed } from './ball';
import { OVERLAP_FROM } from './limits';
import { jaccard, wordingLikeness } from './trigrams';
import type { AgendaItem, SimilarItem } from './agenda-types';
import type { Id } from './types';

const WEIGHTS = { topics: 0.5, drivers: 0.1, parties: 0.2, wording: 0.2 };

type Compared = Pick<AgendaItem, 'title' | 'question' | 'topics' | 'driverIds' | 'participations'>;

/** What an item is worded as. */
export const wordingOf = ({ title, question }: Pick<AgendaItem, 'title' | 'question'>): string =>
  `${title} ${question}`;

/** From 0 to 1. */
export function likeness(one: Compared, other: Compared): number {
  const { topics, drivers, parties, wording } = parts(one, other);
  return (
    WEIGHTS.topics * topics() + WEIGHTS.drivers * drivers() + WEIGHTS.parties * parties() + WEIGHTS.wording * wording()
  );
}

/**
 * The same while something is still being written: of what is not there yet (topics, drivers; who joins is never known)
 * nothing can be said, and the rest counts for the whole.
 */
export function draftLikeness(
  draft: { title: string; question?: string; topics: readonly string[]; driverIds: readonly Id[] },
  other: Compared,
): number {
  const { title, question = '', topics, driverIds } = draft;
  const one = { title, question, topics: [...topics], driverIds: [...driverIds], participations: [] };
  // Of a question that is not there yet nothing can be said either.
  const compared = parts(one, question ? other : { ...other, question: '' });
  const given = [
    ...(topics.length > 0 ? [[WEIGHTS.topics, compared.topics()] as const] : []),
    ...(driverIds.length > 0 ? [[WEIGHTS.drivers, compared.drivers()] as const] : []),
    [WEIGHTS.wording, compared.wording()] as const,
  ];
  const whole = given.reduce((sum, [weight]) => sum + weight, 0);
  return given.reduce((sum, [weight, part]) => sum + weight * part, 0) / whole;
}

function parts(one: Compared, other: Compared) {
  const partiesOf = ({ participations }: Compared) => new Set(participations.map(({ partyId }) => partyId));
  return {
    topics: () => jaccard(new Set(one.topics), new Set(other.topics)),
    drivers: () => jaccard(new Set(one.driverIds), new Set(other.driverIds)),
    parties: () => jaccard(partiesOf(one), partiesOf(other)),
    wording: () => wordingLikeness(wordingOf(one), wordingOf(other)),
  };
}

/** Whether two may be told to be alike: both open and going on, not linked, and nobody said that they are not the same. */
export function mayOverlap(one: AgendaItem, other: AgendaItem): boolean {
  const isSettled = (item: AgendaItem, by: Id) => item.settled.some(({ itemId }) => itemId === by);
  return (
    one.id !== other.id &&
    !isClosed(one) &&
    !isClosed(other) &&
    one.followsId !== other.id &&
    other.followsId !== one.id &&
    // Two that go along with the same one are settled by that.
    (one.followsId === undefined || one.followsId !== other.followsId) &&
    !isSettled(one, other.id) &&
    !isSettled(other, one.id)
  );
}

/** Those that are alike enough, the likest first; ids break ties, so that nothing flickers. */
export function similarItems(candidates: readonly AgendaItem[], scoreOf: (item: AgendaItem) => number): SimilarItem[] {
  return candidates
    .map((item) => ({ id: item.id, title: item.title, score: scoreOf(item) }))
    .filter(({ score }) => score >= OVERLAP_FROM)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map((found) => ({ ...found, score: Math.min(1, Math.round(found.score * 1000) / 1000) }));
}

/** The item that this one overlaps with most. */
export function overlapOf(item: AgendaItem, candidates: readonly AgendaItem[]): SimilarItem | undefined {
  const others = candidates.filter((other) => mayOverlap(item, other));
  return similarItems(others, (other) => likeness(item, other))[0];
}
