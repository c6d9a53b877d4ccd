import type { CSSResult } from 'lit';

/** Adds style sheets that came late to a shadow root, once. They come last, and carry classes of their own. */
export function adoptStyles(root: ShadowRoot | null, ...styles: readonly CSSResult[]): void {
  if (!root) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  // Assigned only when something is missing: the browser looks at all styles anew.
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
