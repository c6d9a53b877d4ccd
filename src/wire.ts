import { openBackend } from './backends/open-backend';
import { setBackendOpener } from './elements/open-client';

/**
 * Joins the two sides that do not know each other: elements get the registry of backends. Called by
 * everything that defines elements, before the first define; again is harmless.
 */
export function wire(): void {
  setBackendOpener(openBackend);
}
