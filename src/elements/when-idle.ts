/** Does what nobody waits for, once the page has nothing better to do. */
export function whenIdle(work: () => void): void {
  (globalThis.requestIdleCallback ?? setTimeout)(work);
}
