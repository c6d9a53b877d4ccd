import { openBackend } from './backends/registry';
import { attachContextRoot } from './elements/context-root';
import { setBackendOpener } from './elements/open-client';

/**
 * Joins the two sides that do not know each other: elements get the registry of backends, and the page
 * a context root. Called by everything that defines elements, before the first define; again is harmless.
 */
export function wire(): void {
  if (typeof document === 'undefined') return;
  setBackendOpener(openBackend);
  attachContextRoot(document);
}
