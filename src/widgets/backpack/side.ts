import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { countFilters, filters } from './filters';
import type { FilterOptions } from './filters';
import { narrowSide, ways } from './ways';
import type { WaysOptions } from './ways';

export interface SideOptions extends FilterOptions, WaysOptions {
  /** Beside the feed; else behind a button. */
  isWide: boolean;
  isOpen: boolean;
  onToggle: () => void;
}

/** What stands beside the feed, or above it: searching, filters, and the ways to what is mine and to keeping order. */
export function side(options: SideOptions): TemplateResult {
  const { filter, isWide, isOpen } = options;
  if (isWide) return html`${filters(options)}<div class="stack stack--tight ways">${ways(options)}</div>`;
  return narrowSide({ ...options, count: countFilters(filter) }, isOpen ? filters(options) : nothing);
}
