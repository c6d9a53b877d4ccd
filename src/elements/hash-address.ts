/** `#samen=agenda/a2`: what mails and colleagues send (WIDGETS.md, embedding). */
export interface HashLink {
  widget: string;
  path: string[];
}

/** The link in a hash, or undefined if it is not one of ours. Other parts of the hash stay the page's. */
export function parseHash(hash: string): HashLink | undefined {
  const said = hash
    .replace(/^#/, '')
    .split('&')
    .find((part) => part.startsWith('samen='));
  if (!said) return undefined;
  try {
    const [widget, ...path] = said.slice('samen='.length).split('/').map(decodeURIComponent).filter(Boolean);
    return widget ? { widget, path } : undefined;
  } catch {
    return undefined;
  }
}

/** The hash for a place in a widget: `hashFor('compass', 'driver', 'd1')` gives `#samen=compass/driver/d1`. */
export function hashFor(widget: string, ...path: string[]): string {
  return `#samen=${[widget, ...path].map(encodeURIComponent).join('/')}`;
}
