import { elementsOf, hasOwnText, isSeen, nameOf, showEveryPart } from './every-part';
import type { UiStage } from '../../stories/ui-stage';
import { clear, equal, holds } from '../elements/support';

/** Where the text of an element itself is; not that of what is in it. */
function textBoxes(element: Element): DOMRect[] {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  return texts.map((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  });
}

const sticksOut = (text: DOMRect, box: DOMRect) =>
  text.left < box.left - 1 || text.right > box.right + 1 || text.top < box.top - 1 || text.bottom > box.bottom + 1;

/** Text runs over the edge of its own box, or is cut off by a part around it that hides what is outside. */
function isLost(element: HTMLElement): boolean {
  return textBoxes(element).some((text) => {
    for (let around: HTMLElement | null = element; around; around = around.parentElement) {
      const { display, overflow } = getComputedStyle(around);
      const holdsText = around === element && display !== 'inline';
      if ((holdsText || overflow !== 'visible') && sticksOut(text, around.getBoundingClientRect())) return true;
    }
    return false;
  });
}

function broken(stages: readonly UiStage[]): string[] {
  return elementsOf(stages)
    .filter((element) => isSeen(element) && hasOwnText(element))
    .filter(isLost)
    .map(nameOf);
}

function inject(stages: readonly UiStage[], css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const { shadowRoot } of stages) {
    if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  }
}

const fits = (stages: readonly UiStage[]) =>
  stages.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map(nameOf);

describe('text of another size', () => {
  afterEach(clear);

  it('of 200 % is not cut off, and needs no scrolling sideways, in a column of 320 px', async () => {
    const stages = await showEveryPart('inline-size: 320px; font-size: 32px');
    holds(elementsOf(stages).some(hasOwnText), 'there is text');
    equal(broken(stages), []);
    equal(fits(stages), []);
  });

  it('spaced as in WCAG 1.4.12 is not cut off', async () => {
    const stages = await showEveryPart('inline-size: 320px; font-size: 16px');
    inject(
      stages,
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
       p { margin-block-end: 2em !important; }`,
    );
    equal(broken(stages), []);
    equal(fits(stages), []);
  });
});
