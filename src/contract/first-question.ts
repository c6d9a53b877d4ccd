/**
 * The first page of the feed, as a page asks for it before the table of operations is there: the table has the path
 * from here, and whoever asks by the table asks the very same.
 */
import type { Id } from '../model/types';

export const FEED_PATH = '/spaces/{spaceId}/experiences';

/** So many experiences are asked for at first, where an editor says nothing else. */
export const FIRST_POSTS = 20;

/** Below the address of the backend. */
export function firstQuestion(spaceId: Id): string {
  return `${FEED_PATH.replace('{spaceId}', spaceId)}?limit=${String(FIRST_POSTS)}`;
}
