import { elementsOf, hasOwnText, isSeen, nameOf, showEveryPart } from './every-part';
import { THEMES, putOn } from './themes';
import { clear, equal, holds, until } from '../elements/support';
import { contrast, over, parseColor } from '../../src/elements/contrast';
import type { Rgb } from '../../src/elements/contrast';
import { elementsFrom } from '../../src/elements/flat-tree';
import type { UiStage } from '../../stories/ui-stage';

const WHITE: Rgb = [1, 1, 1, 1];

/** The colour that is seen behind what stands in an element, all layers laid over each other. */
function groundOf(element: Element): Rgb {
  const layers = [...elementsFrom(element)].map((one) => parseColor(getComputedStyle(one).backgroundColor));
  return layers.reverse().reduce<Rgb>((below, layer) => (layer ? over(layer, below) : below), WHITE);
}

/** How far a colour stands out from what is behind it. */
function ratio(css: string, ground: Rgb): number {
  const color = parseColor(css);
  if (!color) throw new Error(`${css} is not a colour this test can read`);
  return contrast(over(color, ground), ground);
}

interface Finding {
  what: string;
  found: number;
  atLeast: number;
}

/** Text, wherever it stands: 4.5 (WCAG 1.4.3). */
function textOfParts(elements: readonly HTMLElement[]): Finding[] {
  return elements
    .filter((element) => isSeen(element) && hasOwnText(element))
    .map((element) => {
      const { color, fill } = getComputedStyle(element);
      const css = element instanceof SVGElement ? fill : color;
      return { what: `text of ${nameOf(element)}`, found: ratio(css, groundOf(element)), atLeast: 4.5 };
    });
}

/** The edges by which one knows a control: 3 (WCAG 1.4.11). */
function edgesOfParts(elements: readonly HTMLElement[]): Finding[] {
  const known = '.input, .seg, .chip, .btn:not(.btn--main, .btn--quiet, .toast .btn)';
  return elements
    .filter((element) => element.matches(known) && isSeen(element))
    .map((element) => {
      const ground = groundOf(element.parentElement ?? element);
      return {
        what: `edge of ${nameOf(element)}`,
        found: ratio(getComputedStyle(element).borderTopColor, ground),
        atLeast: 3,
      };
    });
}

/** The outline of what has the focus: 3, on what it is drawn on. */
function focusOfParts(elements: readonly HTMLElement[]): Finding[] {
  return elements
    .filter((element) => element.matches('button, a[href], .input, [tabindex="-1"]') && isSeen(element))
    .flatMap((element) => {
      // The option is newer than the types.
      element.focus({ focusVisible: true } as FocusOptions);
      if (!element.matches(':focus-visible')) return [];
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(element);
      const isDrawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const found = isDrawn ? ratio(outlineColor, groundOf(element.parentElement ?? element)) : 1;
      return [{ what: `focus on ${nameOf(element)}`, found, atLeast: 3 }];
    });
}

function findings(stages: readonly UiStage[]): Finding[] {
  const elements = elementsOf(stages);
  return [...textOfParts(elements), ...edgesOfParts(elements), ...focusOfParts(elements)];
}

const failed = (all: readonly Finding[]) =>
  all.filter(({ found, atLeast }) => found < atLeast).map(({ what, found }) => `${what}: ${found.toFixed(2)}`);

const DARK = 'color-scheme: dark; background: #15191e';

describe('text, edges and focus can be seen', () => {
  let takeOff = () => {};
  const { warn } = console;
  before(() => {
    // A theme whose colours fail says so in the console; that it does is another test's.
    console.warn = () => undefined;
  });
  after(() => {
    console.warn = warn;
  });
  afterEach(() => {
    takeOff();
    clear();
  });

  for (const theme of THEMES) {
    for (const scheme of theme.files.length === 0 ? ['light', 'dark'] : ['light']) {
      it(`in the theme ${theme.name}, ${scheme}`, async () => {
        takeOff = await putOn(theme);
        const stages = await showEveryPart(scheme === 'dark' ? DARK : 'color-scheme: light');
        const all = findings(stages);
        for (const kind of ['text', 'edge', 'focus']) {
          holds(all.filter(({ what }) => what.startsWith(kind)).length >= 5, `some ${kind} is measured`);
        }
        // The check of a theme's colours is fetched, and mends what fails.
        await until('nothing fails', () => failed(findings(stages)).length === 0).catch(() => undefined);
        equal(failed(findings(stages)), []);
      });
    }
  }

  it('in a theme that nobody can read', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root {
      --basis-color-default-color-document: #999; --basis-color-default-color-subtle: #ddd;
      --nl-button-primary-background-color: #ff0; --nl-button-primary-color: #fff;
      --basis-form-control-border-color: #eee; --basis-focus-outline-color: #ffe; --nl-link-color: #9cf;
      --basis-color-negative-color-default: #fbb; --basis-color-default-border-default: #eee; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    takeOff = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
    const stages = await showEveryPart();
    await until('nothing fails', () => failed(findings(stages)).length === 0).catch(() => undefined);
    holds(
      stages.every(({ style }) => style.getPropertyValue('--_action')),
      'our own colours took the place of the theme',
    );
    equal(failed(findings(stages)), []);
  });
});
