import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { BackpackLatePart } from './late';
import { experienceStyles } from '../card.styles';
import { QueryController } from '../../../elements/query-controller';
import { emptyState } from '../../../ui/empty-state';
import { boneCard } from '../../../ui/skeleton';
import { skeletonStyles } from '../../../ui/skeleton.styles';

/** So long after the last letter one is taken to look for what stands there. */
const PAUSE_MS = 300;
const FIRST = 20;
const MOST = 100;

/** What was found for some words, within the filters that are on. The words are asked for in a body, and stand in no address. */
export class BackpackSearch extends BackpackLatePart {
  static override styles: CSSResultGroup = [
    BackpackLatePart.styles,
    experienceStyles,
    skeletonStyles,
    css`
      .found { margin-block-end: 0.5em; }
    `,
  ];

  @state() private asked = '';
  @state() private limit = FIRST;
  #timer?: ReturnType<typeof setTimeout>;

  readonly #found = new QueryController(this, 'searchExperiences', () => {
    const { kind, driver, party } = this.filter;
    return this.asked
      ? {
          text: this.asked,
          limit: this.limit,
          ...(kind && { kind }),
          ...(driver && { driver }),
          ...(party && { party }),
        }
      : undefined;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text')) return;
    clearTimeout(this.#timer);
    const text = this.text.trim();
    if (text === this.asked) return;
    this.#timer = setTimeout(() => {
      this.asked = text;
      this.limit = FIRST;
    }, PAUSE_MS);
  }

  override render(): TemplateResult {
    const { t, asked } = this;
    const { data, status } = this.#found.view;
    const isAsking = asked !== this.text.trim() || status === 'loading';
    const count = data?.items.length ?? 0;
    const hasMore = data?.nextCursor !== undefined;
    return html`<div class="samen">
      <p class="small found" role="status">${
        isAsking
          ? t('searching')
          : data && count > 0
            ? html`<b>${t('foundFor', count, hasMore, asked)}</b>`
            : data
              ? t('nothingFor', asked)
              : nothing
      }</p>
      <div class="stack" aria-busy=${isAsking ? 'true' : nothing}>
        ${this.renderFailed()}
        ${
          data
            ? data.items.map((experience) => this.renderCard(experience))
            : isAsking
              ? html`<div class="stack" aria-hidden="true">${boneCard()}${boneCard()}</div>`
              : nothing
        }
        ${
          data && count === 0 && !isAsking
            ? emptyState({
                heading: this.heading(0, t('nothingFor', asked), { class: 'h-part' }),
                text: t('nothingForText'),
              })
            : nothing
        }
        ${
          hasMore && this.limit < MOST
            ? html`<div><button type="button" class="btn no-print" @click=${() => (this.limit = MOST)}>${t('moreFound')}</button></div>`
            : nothing
        }
      </div>
    </div>`;
  }
}
