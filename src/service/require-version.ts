import { SamenError } from '../model/errors';

/**
 * Refuses a change based on another version than the one stored, with what is there now; of what is not
 * there, or not for who asks, there is nothing to say.
 */
export function requireVersion(
  current: { version: number } | undefined,
  expected: number,
  show: unknown = current,
): void {
  if (!current && expected > 0) throw new SamenError('notFound', 'Not there, or not for you');
  if ((current?.version ?? 0) !== expected) {
    throw new SamenError('stale', 'Somebody else changed it first', { current: show });
  }
}
