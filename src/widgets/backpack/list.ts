import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackpackTerm } from './card';
import { icon } from '../../ui/icon';
import { boneCard } from '../../ui/skeleton';

/** What is asked of the feed. */
export interface ListedFeed {
  readonly arrivals: number;
  readonly hasCome: boolean;
  readonly hasMore: boolean;
  /** The last that is drawn is not the last that is here. */
  readonly isBeginning?: boolean;
  readonly hasFailedMore: boolean;
  more(): void;
}

export interface ListOptions {
  t: BackpackTerm;
  feed: ListedFeed;
  isFiltered: boolean;
  /** How many are shown. */
  count: number;
  /** The feed itself. */
  shown: () => TemplateResult;
  /** Says why there is nothing in it. */
  empty: () => TemplateResult;
  onClear: () => void;
  onArrivals: () => void;
}

/** The feed with what is said above it and asked for below it. */
export function list({ t, feed, isFiltered, count, shown, empty, onClear, onArrivals }: ListOptions): TemplateResult {
  const { arrivals, hasCome, hasMore, hasFailedMore, isBeginning } = feed;
  // Both regions are there before they say something: else nobody hears it.
  return html`<div class="row found">
      <p class="small" role="status">${isFiltered && hasCome ? html`<b>${t('found', count, hasMore)}</b>` : nothing}</p>
      ${isFiltered ? html`<button type="button" class="btn btn--quiet small no-print" @click=${onClear}>${t('clearFilters')}</button>` : nothing}
    </div>
    <div class="arrived" aria-live="polite">${
      arrivals > 0
        ? html`<button type="button" class="btn fresh no-print" @click=${onArrivals}>${icon('arrow-up')}${t('arrived', arrivals)}</button>`
        : nothing
    }</div>
    ${!hasCome ? html`<div aria-hidden="true" class="stack">${boneCard()}${boneCard()}</div>` : count > 0 ? shown() : empty()}
    ${hasFailedMore ? html`<p role="alert">${t('olderFailed')}</p>` : nothing}
    ${hasMore && !isBeginning ? html`<button type="button" class="btn older no-print" @click=${() => feed.more()}>${t('older')}</button>` : nothing}`;
}
