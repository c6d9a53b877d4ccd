import { html } from 'lit';
import type { TemplateResult, nothing } from 'lit';
import type { BackpackTerm } from './card';
import { icon } from '../../ui/icon';
import { bone, boneCard } from '../../ui/skeleton';

type Part = TemplateResult | typeof nothing;

/** The feed and what stands beside it. Drawn before the widget's class is there (`first-view.ts`), and by it. */
export function feedScreen(parts: {
  side: TemplateResult;
  composer: Part;
  refused: Part;
  list: TemplateResult;
}): TemplateResult {
  return html`<div class="two">
    <div class="side no-print">${parts.side}</div>
    <div class="stack">${parts.composer} ${parts.refused} ${parts.list}</div>
  </div>`;
}

export function shareButton(t: BackpackTerm, onClick: () => void): TemplateResult {
  return html`<button type="button" class="btn btn--main" data-opens="new" @click=${onClick}>
    ${icon('plus')}${t('share')}
  </button>`;
}

/** Beside the heading. */
export function headerRow(button: TemplateResult): TemplateResult {
  return html`<div class="row no-print">${button}</div>`;
}

/** The shape of what stands beside the feed. */
export function sideBones(): TemplateResult {
  return html`${[1, 2, 3, 4].map(() => bone('100%', '2.75em'))}`;
}

/** The shape of the feed, while it is on its way. */
export function feedSkeleton(isWide: boolean): TemplateResult {
  const cards = html`<div class="stack">${boneCard()}${boneCard()}${boneCard()}</div>`;
  return isWide ? html`<div class="two"><div class="side">${sideBones()}</div>${cards}</div>` : cards;
}

/** From here the filters stand beside the feed; below it behind one button. */
export const WIDE_FROM_EM = 47.5;
