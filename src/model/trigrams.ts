/**
 * How alike two texts are worded, from 0 to 1: the measure of PostgreSQL's pg_trgm, so that the server and a browser
 * find the same. Words in lower case, two blanks before and one after each; the trigrams in common, of all that there are.
 */
export function wordingLikeness(one: string, other: string): number {
  return jaccard(trigramsOf(one), trigramsOf(other));
}

export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = [...`  ${word} `];
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3).join(''));
  }
  return found;
}

/** What is in both, of what is in either; 0 when there is nothing at all. */
export function jaccard<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  let common = 0;
  for (const each of one) if (other.has(each)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
