/** What is to be done for each space that has it, by whichever instance is first: looked for every now and then. */
import type { Id } from '../model/types';

export interface BySpaceOptions {
  /** Where there is something to do. */
  due: () => Promise<readonly Id[]>;
  /** Does it for a space, in one transaction of the instance's own: the second who tries finds nothing left. */
  work: (spaceId: Id) => Promise<unknown>;
  onError: (error: unknown) => void;
}

/** To be called every now and then; does nothing while it is at it. */
export function bySpace({ due, work, onError }: BySpaceOptions): () => void {
  let isAtIt = false;
  const look = async () => {
    // A space of which it fails is in nobody else's way.
    for (const spaceId of await due()) await work(spaceId).catch(onError);
  };
  return () => {
    if (isAtIt) return;
    isAtIt = true;
    void look()
      .catch(onError)
      .finally(() => {
        isAtIt = false;
      });
  };
}
