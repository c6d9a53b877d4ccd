import { loadEnglish } from './message-sources';
import type { MessageSource } from './message-sources';
import { atRest } from '../client/at-rest';
import type { Frame } from './states';
import type { SpaceClient } from '../client/types';

/** Who looks for so long goes on working here. */
const STAY_MS = 3000;

/** What somebody is likely to open, by its way to its code. */
export type Ahead = readonly (() => Promise<unknown>)[];

export { partAway } from './part-away';
export type { PartAway } from './part-away';

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Of a widget; without a client once it left the page. */
type Looked = Pick<Frame, 'connection' | 'localize'> & { client: SpaceClient | undefined };

const nobody = () => undefined;

/** How it went on stands on every page. */
const CHAIN = () => import('./chain-part').then(({ ChainPart }) => ChainPart);

/**
 * Fetches what is opened next before anybody does, with its words, one by one while the page has nothing better to do:
 * without a network it cannot be fetched any more. Not for who asked their browser to be sparing. `frame`: of the widget, as
 * it is by then; without a connection once that is gone.
 */
export async function fetchAhead(ahead: Ahead, frame: () => Looked): Promise<void> {
  // What is asked when the network may be gone, also where no widget needs it.
  frame().client?.watch('getMe', {}, nobody);
  const isEnglish = frame().localize.lang() === 'en';
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  // What is said when the network is gone.
  if (isEnglish) await loadEnglish();
  if (connection?.saveData) return;
  await sleep(STAY_MS);
  for (const fetchIt of [...ahead, CHAIN]) {
    while (frame().connection?.network === 'offline') await sleep(STAY_MS);
    if (!frame().connection) return;
    await atRest();
    try {
      const part = await fetchIt();
      if (isEnglish) await loadEnglish(wordsOf(part));
    } catch {
      // Some browsers remember that a script did not come: no other is put at that risk.
      return;
    }
  }
}

/** What a part says; of anything else, nothing. */
function wordsOf(part: unknown): readonly MessageSource[] {
  const { prototype } = Object(part) as { prototype?: { messages?: readonly MessageSource[] } };
  return prototype?.messages ?? [];
}
