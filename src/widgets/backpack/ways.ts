import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackpackTerm } from './card';
import { icon } from '../../ui/icon';

type Part = TemplateResult | typeof nothing;

export interface WaysOptions {
  t: BackpackTerm;
  /** Somebody with a backpack of their own. */
  mine: boolean;
  moderates: boolean;
  go: (...path: string[]) => void;
}

/** The ways to what is mine, and to keeping order. */
export function ways({ t, mine, moderates, go }: WaysOptions): TemplateResult {
  const opens = (name: string, label: string, sign: TemplateResult) =>
    html`<button type="button" class="btn" data-opens=${name} @click=${() => go(name)}>${sign}${label}</button>`;
  return html`${mine ? opens('mine', t('myBackpack'), icon('backpack')) : nothing}${moderates ? opens('moderation', t('moderation'), icon('users')) : nothing}`;
}

export interface NarrowSideOptions extends WaysOptions {
  /** How many filters are chosen. */
  count: number;
  isOpen: boolean;
  onToggle: () => void;
}

/** Above the feed, where there is no room beside it: the filters behind a button. */
export function narrowSide(options: NarrowSideOptions, shown: Part = nothing): TemplateResult {
  const { t, count, isOpen, onToggle } = options;
  return html`<div class="row">
      <button type="button" class="btn" aria-expanded=${isOpen ? 'true' : 'false'} aria-label=${t('filtersOn', count)} @click=${onToggle}>
        ${icon('search')}${t('filters')} ${count > 0 ? html`<b class="num">${count}</b>` : nothing}
      </button>
      ${ways(options)}
    </div>
    ${shown}`;
}
