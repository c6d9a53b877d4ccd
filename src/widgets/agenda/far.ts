/**
 * Cards that are far from what is being read: their titles and words stand in the page, to be found and to be come to
 * with the keyboard; what only the eye wants is drawn when the reader comes near. Of a thousand items that is two thirds
 * of the work of a first drawing.
 */
import { html, noChange, render } from 'lit';
import type { TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ChildPart, DirectiveParameters } from 'lit/async-directive.js';
import { cardWords, itemCard, itemHref } from './card';
import type { CardOptions } from './card';
import type { AgendaItemView } from '../../model/agenda-types';

/** Told when a stretch of `content-visibility: auto` comes near, or goes. */
const COMES_NEAR = 'contentvisibilityautostatechange';
/** Where a browser does not tell it, all is drawn at once. */
const isTold = (): boolean => 'ContentVisibilityAutoStateChangeEvent' in globalThis;

const whole = (items: readonly AgendaItemView[], options: CardOptions): TemplateResult[] =>
  items.map((item) => itemCard(item, options));

/** A plain card without its words, to be copied: a template for each would cost as much as a whole card. */
export function plainCard({ heading }: CardOptions): Element {
  const place = document.createElement('div');
  const link = html`<a href="#" .textContent=${'-'}></a>`;
  render(html`<article class="item">${heading(2, link, 'h-small')}</article>`, place);
  const comments = document.createTreeWalker(place, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  return place.firstElementChild ?? place;
}

function plain(items: readonly AgendaItemView[], options: CardOptions, card: Element): DocumentFragment {
  const all = document.createDocumentFragment();
  for (const item of items) {
    const one = card.cloneNode(true) as Element;
    const link = one.firstElementChild?.firstElementChild;
    const title = link?.firstChild;
    link?.setAttribute('href', itemHref(item.id));
    if (title) title.nodeValue = item.title;
    one.append(cardWords(item, options));
    all.appendChild(one);
  }
  return all;
}

class Stretch extends AsyncDirective {
  #isNear = !isTold();
  #host?: Element;
  #last?: { items: readonly AgendaItemView[]; options: CardOptions; card: Element; language: string };

  override render(_items: readonly AgendaItemView[], _options: CardOptions, _card: Element): unknown {
    return noChange;
  }

  override update(part: ChildPart, [items, options, card]: DirectiveParameters<this>): unknown {
    this.#listen(part.parentNode as Element);
    const before = this.#last;
    const language = options.t('nextStepNow');
    this.#last = { items, options, card, language };
    if (this.#isNear) return whole(items, options);
    const isSame =
      before?.language === language &&
      before.card.isEqualNode(card) &&
      before.items.length === items.length &&
      before.items.every((item, at) => item === items[at]);
    return isSame ? noChange : plain(items, options, card);
  }

  #listen(host: Element): void {
    if (this.#host || this.#isNear) return;
    this.#host = host;
    host.addEventListener(COMES_NEAR, this.#draw);
  }

  readonly #draw = (event: Event): void => {
    const { skipped } = event as Event & { skipped: boolean };
    const [host, last] = [this.#host, this.#last];
    if (skipped || this.#isNear || !host || !last) return;
    this.#isNear = true;
    host.removeEventListener(COMES_NEAR, this.#draw);
    const { activeElement } = host.getRootNode() as ShadowRoot;
    const href = activeElement && host.contains(activeElement) ? activeElement.getAttribute('href') : null;
    this.setValue(whole(last.items, last.options));
    // Whoever came here with the keyboard stays at the card that they came to.
    if (href) host.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true });
  };
}

/** Cards within a stretch that is drawn as a whole once it comes near; `card` is a `plainCard`. */
export const farCards = directive(Stretch);
