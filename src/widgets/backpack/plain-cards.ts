import type { ExperienceView } from '../../model/experience-types';

/** What a plain card says where it stands. */
export interface PlainCards {
  items: readonly ExperienceView[];
  /** Of all cards, so many stand above these; and so many there are, or -1. */
  above: number;
  of: number;
  headingLevel: number;
}

/**
 * Cards as their words alone: to be read, found and come to, until they are drawn whole. For who draws once, in haste,
 * what stands below the window.
 */
export function plainCards({ items, above, of, headingLevel }: PlainCards): DocumentFragment {
  const all = document.createDocumentFragment();
  for (const [at, item] of items.entries()) all.append(plainCard(item, above + at + 1, of, headingLevel));
  return all;
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
  const chunk = Object.assign(document.createElement('div'), { className: 'chunk' });
  chunk.append(card);
  return chunk;
}
