const queues = new Map<string, Promise<unknown>>();

/** One at a time over all tabs; without Web Locks, one at a time in this one. */
export async function overTabs<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'object' ? (navigator.locks as LockManager | undefined) : undefined;
  if (!locks) return inThisTab(name, work);
  let isGranted = false;
  try {
    return (await locks.request(name, () => {
      isGranted = true;
      return work();
    })) as T;
  } catch (error) {
    if (isGranted) throw error;
    // A sandboxed frame has no locks, nor anything that it shares with another tab.
    return inThisTab(name, work);
  }
}

function inThisTab<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
  queues.set(name, turn);
  return turn;
}
