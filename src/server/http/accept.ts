/** Which of what we can answer a request would rather have (RFC 9110, 12.5). */

/** The first of the best; undefined when none of them will do. Without the header all are as good. */
export function preferred<T extends string>(header: string | undefined, offers: readonly T[]): T | undefined {
  if (header === undefined || header.trim() === '') return offers[0];
  const ranges = header.split(',').map(rangeOf);
  const rated = offers.map((offer) => ({ offer, quality: qualityOf(offer, ranges) }));
  const best = Math.max(...rated.map(({ quality }) => quality));
  return best > 0 ? rated.find(({ quality }) => quality === best)?.offer : undefined;
}

interface Range {
  name: string;
  quality: number;
}

function rangeOf(text: string): Range {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  return { name, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** That of the range that says most precisely what it is about. */
function qualityOf(offer: string, ranges: readonly Range[]): number {
  const [kind = ''] = offer.split('/');
  for (const name of [offer, `${kind}/*`, '*/*', '*']) {
    const range = ranges.find((each) => each.name === name);
    if (range) return range.quality;
  }
  return 0;
}
