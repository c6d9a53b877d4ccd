import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackpackTerm } from './card';
import { emptyState } from '../../ui/empty-state';
import { icon } from '../../ui/icon';

export interface EmptyFeedOptions {
  t: BackpackTerm;
  isFiltered: boolean;
  heading: (content: string) => TemplateResult;
  /** The button with which one begins. */
  firstStep: TemplateResult | typeof nothing;
}

/** Says what this is for, or that the filters leave nothing, and the first step. */
export function emptyFeed({ t, isFiltered, heading, firstStep }: EmptyFeedOptions): TemplateResult {
  return emptyState({
    picture: html`<span class="disc d4">${icon('backpack')}</span>`,
    heading: heading(isFiltered ? t('noneFound') : t('emptyTitle')),
    text: isFiltered ? t('noneFoundText') : t('emptyText'),
    // Among filters the button above is near enough.
    action: isFiltered ? nothing : firstStep,
  });
}
