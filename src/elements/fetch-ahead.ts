import { atRest } from '../client/at-rest';

/** Who looks for so long goes on working here. */
const STAY_MS = 3000;

/** What somebody is likely to open, by its way to its code. */
export type Ahead = readonly (() => Promise<unknown>)[];

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Fetches what is opened next before anybody does, one by one while the page has nothing better to do: without a network
 * it cannot be fetched any more. Not for who asked their browser to be sparing.
 */
export async function fetchAhead(ahead: Ahead): Promise<void> {
  await sleep(STAY_MS);
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  for (const fetchIt of ahead) {
    await atRest();
    // Some browsers remember that a script did not come. It is asked for once more when somebody wants it.
    if (navigator.onLine) await fetchIt().catch(() => undefined);
  }
}
