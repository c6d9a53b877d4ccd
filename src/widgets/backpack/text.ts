import { html } from 'lit';
import type { TemplateResult } from 'lit';

const ADDRESS = /https?:\/\/[^\s<>"‘’“”]+/gi;

/**
 * What somebody wrote, as text. A whole web address becomes a link, and nothing else ever does: what the
 * browser itself reads as another scheme stays text.
 */
export function written(text: string): string | (string | TemplateResult)[] {
  if (!/https?:\/\//i.test(text)) return text;
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;:!?)\]]+$/, '');
    const href = webAddress(address);
    if (href === undefined) continue;
    parts.push(text.slice(from, index), html`<a href=${href} rel="noopener noreferrer">${address}</a>`);
    from = index + address.length;
  }
  parts.push(text.slice(from));
  return parts;
}

function webAddress(text: string): string | undefined {
  try {
    const { protocol, href, hostname } = new URL(text);
    return (protocol === 'https:' || protocol === 'http:') && hostname ? href : undefined;
  } catch {
    return undefined;
  }
}
