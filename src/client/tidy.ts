/** Puts a browser in order that keeps what is sealed (`sealed.ts`); fetched once nobody waits for anything. */
import type { Kept } from './kept';

/** How long what is sealed waits for its owner. */
const PATIENCE_MS = 30 * 86_400_000;

/** Who opened it, and what for. */
export interface Opened {
  kept: Kept;
  /** That of the client: its backend and space. */
  key: string;
  /** The owner in the names of what is kept. */
  whose: string;
  now: () => number;
}

/** What waited too long for its owner goes, of anybody; so do answers that somebody else was given here. */
export function tidy({ kept, key, whose, now }: Opened): void {
  void kept.use('readwrite', async (store) => {
    const walk = store.openCursor(IDBKeyRange.bound('sealed ', 'sealed \uffff'));
    walk.onsuccess = () => {
      const cursor = walk.result;
      if (!cursor) return;
      const [, area, ...from] = String(cursor.key).split(' ');
      const isAnswerOfAnother = area === 'cache' && from.slice(0, -2).join(' ') === key && from.at(-2) !== whose;
      const at = (cursor.value as { at?: unknown } | undefined)?.at;
      // What lost its date gets one.
      if (typeof at !== 'number') cursor.update({ ...Object(cursor.value), at: now() });
      else if (isAnswerOfAnother || now() - at > PATIENCE_MS) cursor.delete();
      cursor.continue();
    };
  });
}
