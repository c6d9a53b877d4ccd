import type { ExperienceView } from '../../model/experience-types';

/** What a plain card says where it stands. */
export interface PlainCards {
  items: readonly ExperienceView[];
  /** Of all cards, so many stand above these; and so many there are, or -1. */
  above: number;
  of: number;
  headingLevel: number;
}

/** As much of them as the feed guesses of a card that was never laid out. */
const CARD_EM = 20;
const GAP_EM = 1;

/**
 * Cards as their words alone: to be read, found and come to, until they are drawn whole. For who draws once, in haste,
 * what stands below the window. In two parts: a browser lays out what is near what is seen, and passes over the rest;
 * each part that it must decide about costs as much as drawing a card.
 */
export function plainCards({ items, above, of, headingLevel }: PlainCards, near: number): DocumentFragment {
  const cards = items.map((item, at) => plainCard(item, above + at + 1, of, headingLevel));
  const all = document.createDocumentFragment();
  for (const part of [cards.slice(0, near), cards.slice(near)]) if (part.length > 0) all.append(chunkOf(part));
  return all;
}

function chunkOf(cards: readonly Element[]): Element {
  const chunk = Object.assign(document.createElement('div'), { className: 'chunk' });
  const height = cards.length * (CARD_EM + GAP_EM) - GAP_EM;
  chunk.style.containIntrinsicBlockSize = `auto ${String(height)}em`;
  chunk.append(...cards);
  return chunk;
}

function plainCard(item: ExperienceView, at: number, of: number, headingLevel: number): Element {
  const { id, title, whatHappened, whatLearned, whatNext, askOthers } = item;
  const heading = Object.assign(document.createElement(`h${headingLevel}`), {
    ...{ className: 'h-card', id: `title-${id}`, textContent: title },
  });
  const words = Object.assign(document.createElement('p'), {
    ...{ className: 'words', dir: 'auto', textContent: [whatHappened, whatLearned, whatNext, askOthers].join(' ') },
  });
  const card = Object.assign(document.createElement('article'), { className: 'card', tabIndex: 0 });
  card.dataset.id = id;
  card.setAttribute('aria-labelledby', heading.id);
  card.setAttribute('aria-posinset', String(at));
  card.setAttribute('aria-setsize', String(of));
  card.append(heading, words);
  return card;
}
