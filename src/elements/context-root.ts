import { ContextRoot } from '@lit/context';

const ATTACHED = Symbol.for('samen-context-root-1');

/**
 * Keeps what elements ask of a provider that is not there yet, and asks again when it comes: an
 * element may upgrade before the `<samen-space>` around it. Attached once, before any define. The key
 * carries a version, so that two versions of the library on a page each keep their own.
 */
export function attachContextRoot(document: Document = globalThis.document): void {
  const root = document.documentElement as HTMLElement & { [ATTACHED]?: ContextRoot };
  if (root[ATTACHED]) return;
  root[ATTACHED] = new ContextRoot();
  root[ATTACHED].attach(root);
}
