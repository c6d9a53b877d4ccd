/** Replaced by the version in package.json when the library is built. */
declare const __SAMEN_VERSION__: string;
export const version = typeof __SAMEN_VERSION__ === 'undefined' ? '0.0.0' : __SAMEN_VERSION__;

const CLAIM = Symbol.for('samen-widgets');

/**
 * Whether this copy of the library serves the page. The first to load does, for every tag; a second
 * load of the same version is nothing to speak of, another version warns once.
 */
export function claimPage(): boolean {
  const page = globalThis as { [CLAIM]?: { version: string } };
  const first = page[CLAIM];
  if (first === undefined) {
    page[CLAIM] = { version };
    return true;
  }
  if (first.version !== version) {
    console.warn(`Samen: ${version} is left aside, for ${first.version} serves this page. Load one.`);
  }
  return false;
}
