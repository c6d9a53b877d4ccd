/** Runs `work` while nobody else runs one of this name. */
export type Lock = (name: string, work: () => Promise<void>) => Promise<void>;

const queues = new Map<string, Promise<unknown>>();

/** Over all tabs; where Web Locks are missing (plain http) or refused (a sandboxed frame), within this one. */
export async function withWebLock(name: string, work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'object' ? (navigator.locks as LockManager | undefined) : undefined;
  if (!locks) return inTurn(name, work);
  let began = false;
  try {
    await locks.request(name, () => {
      began = true;
      return work();
    });
  } catch (error) {
    if (began) throw error;
    await inTurn(name, work);
  }
}

async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
  queues.set(name, turn);
  await turn;
}
