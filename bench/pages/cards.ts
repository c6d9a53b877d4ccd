/** A thousand cards by the backpack's own templates, and the same by hand: every element made, filled and put in. */
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CSSResult } from 'lit';
import { headingTag } from '../../src/elements/heading';
import { SamenElement } from '../../src/elements/samen-element';
import { backpackNl } from '../../src/locales/backpack.nl';
import type { ExperienceView } from '../../src/model/experience-types';
import { backpackStyles } from '../../src/widgets/backpack/backpack.styles';
import type { BackpackTerm, CardFrame } from '../../src/widgets/backpack/card';
import { experienceStyles } from '../../src/widgets/backpack/card.styles';
import { CHUNK, FIRST_CHUNK, feed } from '../../src/widgets/backpack/feed';
import { chunksOf } from '../../src/widgets/backpack/chunks';

type Told = Pick<CardFrame, 'labels' | 'today'>;

const sheets = [SamenElement.styles, experienceStyles, backpackStyles].flat() as CSSResult[];

const t = ((key: keyof typeof backpackNl, ...args: never[]) => {
  const said = backpackNl[key] as string | ((...args: never[]) => string);
  return typeof said === 'string' ? said : said(...args);
}) as BackpackTerm;

const frameOf = (told: Told): CardFrame => ({
  ...told,
  t,
  language: 'nl',
  mayWrite: true,
  level: 2,
  heading: (content, options) => headingTag(3, content, options),
  date: (day) => day,
  driverHref: (id) => `#samen=backpack/filter/driver/${id}`,
});

function placeIn(page: HTMLElement): ShadowRoot {
  const root = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets.flatMap(({ styleSheet }) => styleSheet ?? []);
  return root;
}

const draw = (root: ShadowRoot, told: Told, items: readonly ExperienceView[]): void => {
  const shown = feed({
    frame: frameOf(told),
    label: 'Ervaringen',
    chunks: chunksOf(items, CHUNK, [], FIRST_CHUNK),
    states: new Map(),
    isBusy: false,
    hasMore: false,
    repeat,
  });
  render(html`<section class="samen">${shown}</section>`, root);
};

export function byTemplates(page: HTMLElement, told: Told, items: readonly ExperienceView[]): void {
  draw(placeIn(page), told, items);
}

/**
 * The lines that somebody would have typed for one card: which elements, with which attributes and texts, in
 * which order. Read off a card of the templates before the clock runs, so that both sides hold the same.
 */
interface Line {
  name: string;
  isDrawn: boolean;
  attributes: readonly (readonly [string, string])[];
  parts: readonly (Line | string)[];
}

/** For `byHand`: what is to be made. */
export function linesOf(told: Told, items: readonly ExperienceView[]): Line[] {
  const root = placeIn(document.createElement('div'));
  return items.map((one) => {
    draw(root, told, [one]);
    const article = root.querySelector('article');
    if (!article) throw new Error('no card was drawn');
    return lineOf(article);
  });
}

const SVG = 'http://www.w3.org/2000/svg';

function lineOf(element: Element): Line {
  return {
    name: element.localName,
    isDrawn: element.namespaceURI === SVG,
    attributes: [...element.attributes].map(({ name, value }) => [name, value]),
    parts: [...element.childNodes].flatMap((node): (Line | string)[] => {
      if (node instanceof Element) return [lineOf(node)];
      // What templates leave between their parts nobody would type.
      return node.nodeType === Node.TEXT_NODE && node.textContent?.trim() ? [node.textContent] : [];
    }),
  };
}

/** Node by node, as one writes it without a library: all of it at once, and laid out as it comes. */
export function byHand(page: HTMLElement, lines: readonly Line[]): void {
  const root = placeIn(page);
  const section = root.appendChild(document.createElement('section'));
  section.className = 'samen';
  const list = section.appendChild(document.createElement('div'));
  list.className = 'feed';
  list.setAttribute('role', 'feed');
  for (const line of lines) list.append(made(line));
}

function made({ name, isDrawn, attributes, parts }: Line): Node {
  const element = isDrawn ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of attributes) element.setAttribute(key, value);
  for (const part of parts) element.append(typeof part === 'string' ? part : made(part));
  return element;
}
