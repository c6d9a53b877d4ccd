import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import type { RepeatDirectiveFn } from 'lit/directives/repeat.js';
import { card } from './card';
import type { CardFrame, CardState } from './card';
import type { ExperienceView } from '../../model/experience-types';
import type { Id } from '../../model/types';

/** So many cards are laid out, or passed over, together. */
export const CHUNK = 25;
/** Of the first of them: few are seen at once, and what is not seen costs nothing then. It divides the other. */
export const FIRST_CHUNK = 1;

export interface FeedOptions {
  frame: CardFrame;
  label: string;
  chunks: readonly (readonly ExperienceView[])[];
  states: ReadonlyMap<Id, CardState>;
  isBusy: boolean;
  /** There is more than is known: nobody can say how many. */
  hasMore: boolean;
  /** Cards that come after these and are drawn otherwise (`plain-cards.ts`). */
  others?: { count: number; drawn: Node } | undefined;
  /** Draws a part of several cards; before there are so many, it need not be there. */
  repeat?: RepeatDirectiveFn;
}

/** One experience as an article of the feed. */
export function article(
  frame: CardFrame,
  experience: ExperienceView,
  state: CardState | undefined,
  place?: { at: number; of: number },
): TemplateResult {
  const { id } = experience;
  return html`<article
    class=${state?.isSending ? 'card is-waiting' : 'card'}
    data-id=${id}
    tabindex="0"
    aria-labelledby="title-${id}"
    aria-posinset=${place?.at ?? nothing}
    aria-setsize=${place?.of ?? nothing}
  >
    ${card(frame, experience, state)}
  </article>`;
}

/**
 * The feed. In parts of 25 that are compared as a whole: of ten thousand cards those are drawn again in
 * which something changed.
 */
export function feed({ frame, label, chunks, states, isBusy, hasMore, others, repeat }: FeedOptions): TemplateResult {
  const count = chunks.reduce((sum, { length }) => sum + length, others?.count ?? 0);
  const of = hasMore ? -1 : count;
  let next = 0;
  const drawn = (chunk: readonly ExperienceView[], index: number): TemplateResult => {
    const own = chunk.map(({ id }) => states.get(id));
    const begin = next;
    next += chunk.length;
    return html`<div class="chunk" data-chunk=${index}>
        ${guard([frame, of, chunk, ...own], () =>
          index < CHUNK
            ? chunk.map((one, at) => keyed(one.id, article(frame, one, own[at], { at: begin + at + 1, of })))
            : repeat?.(
                chunk,
                ({ id }) => id,
                (one, at) => article(frame, one, own[at], { at: begin + at + 1, of }),
              ),
        )}
      </div>`;
  };
  return html`<div role="feed" class="feed" aria-label=${label} aria-busy=${isBusy ? 'true' : 'false'}>
    ${[...chunks.map(drawn), ...(others ? [others.drawn] : [])]}
  </div>`;
}
