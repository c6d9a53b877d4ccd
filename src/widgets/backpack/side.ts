import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { countFilters, filters } from './filters';
import type { FilterOptions } from './filters';
import { icon } from '../../ui/icon';

export interface SideOptions extends FilterOptions {
  /** Beside the feed; else behind a button. */
  isWide: boolean;
  isOpen: boolean;
  /** Somebody with a backpack of their own. */
  mine: boolean;
  moderates: boolean;
  onToggle: () => void;
  go: (...path: string[]) => void;
}

/** What stands beside the feed, or above it: searching, filters, and the ways to what is mine and to keeping order. */
export function side(options: SideOptions): TemplateResult {
  const { t, filter, isWide, isOpen, mine, moderates, onToggle, go } = options;
  const count = countFilters(filter);
  const opens = (name: string, label: string, sign: TemplateResult | typeof nothing) =>
    html`<button type="button" class="btn" data-opens=${name} @click=${() => go(name)}>${sign}${label}</button>`;
  const ways = html`${mine ? opens('mine', t('myBackpack'), icon('backpack')) : nothing}${moderates ? opens('moderation', t('moderation'), icon('users')) : nothing}`;
  if (isWide) return html`${filters(options)}<div class="stack stack--tight ways">${ways}</div>`;
  return html`<div class="row">
      <button type="button" class="btn" aria-expanded=${isOpen ? 'true' : 'false'} aria-label=${t('filtersOn', count)} @click=${onToggle}>
        ${icon('search')}${t('filters')}${count > 0 ? html` <b class="num">${count}</b>` : nothing}
      </button>
      ${ways}
    </div>
    ${isOpen ? filters(options) : nothing}`;
}
