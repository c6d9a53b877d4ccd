/** What is no longer begun when there is too much to do: what is least missed goes first. */
import { getHeapStatistics } from 'node:v8';
import { isRead } from '../../contract/old-after';
import type { OperationName } from '../../contract/operations';

export type Task = OperationName | 'events' | 'calendar';

export interface Load {
  /** How late the event loop is, in milliseconds. */
  delay: number;
  /** The fullest of the memories that can be full, from 0 to 1. */
  memory: number;
}

/** How far it may go before this is no longer begun: new streams first, then lists, then reads; writes go on longest. */
const PATIENCE = {
  stream: { delay: 250, memory: 0.8 },
  list: { delay: 500, memory: 0.85 },
  read: { delay: 1000, memory: 0.9 },
  write: { delay: 2000, memory: 0.95 },
} as const satisfies Record<string, Load>;

/** Whether this is to be asked again later. */
export function isTooMuch(task: Task, { delay, memory }: Load): boolean {
  const patience = PATIENCE[kindOf(task)];
  return delay > patience.delay || memory > patience.memory;
}

function kindOf(task: Task): keyof typeof PATIENCE {
  if (task === 'events') return 'stream';
  if (task === 'calendar') return 'list';
  if (!isRead(task)) return 'write';
  return /^(?:list|search)/.test(task) ? 'list' : 'read';
}

/**
 * How full what may hold `heapUsed` and `rssBytes` is. The heap ends where Node says; the whole process where its
 * container does, if it runs in one: what a machine without bounds has left is not ours alone to tell.
 */
export function memoryOf({ heapUsed, rssBytes }: { heapUsed: number; rssBytes: number }, limits = LIMITS): number {
  return Math.max(heapUsed / limits.heap, rssBytes / limits.process);
}

const LIMITS = {
  heap: getHeapStatistics().heap_size_limit,
  // Zero, or more than there can be, where nothing is set.
  process: process.constrainedMemory() || Number.POSITIVE_INFINITY,
};
