/** Chance is handed in: 0 up to 1, unpredictable. */
export type Random = () => number;

const LARGEST_VERSION = 999_999_999;

/** A version that tells nothing: not how often something was changed, and not when. Another than the one before. */
export function randomVersion(random: Random, previous = 0): number {
  const version = 1 + Math.floor(random() * LARGEST_VERSION);
  return version === previous ? (version % LARGEST_VERSION) + 1 : version;
}

/** What things of one day are ordered by. */
export function randomSortKey(random: Random): string {
  return Array.from({ length: 3 }, () =>
    Math.floor(random() * 0x10000)
      .toString(16)
      .padStart(4, '0'),
  ).join('');
}

/** The items in a random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return out;
}
