import { LitElement, css, html } from 'lit';
import { contrast, over, parseColor } from '../../src/elements/contrast';
import type { Rgb } from '../../src/elements/contrast';
import { ContrastGuard } from '../../src/elements/contrast-guard';
import { defineElement } from '../../src/elements/define';
import { tokensStyles } from '../../src/ui/tokens.styles';
import { clear, equal, frame, place, until, warningsDuring } from './support';

class GuardTest extends LitElement {
  // The frame that every widget has, in our own colour of text.
  static override styles = [
    tokensStyles,
    css`
      .samen {
        color: var(--_text);
      }
    `,
  ];
  readonly guard = new ContrastGuard(this);

  override render() {
    return html`<div class="samen"><p>Tekst</p></div>`;
  }
}
defineElement('samen-guard-test', GuardTest);

/** A theme as a sheet on the page; returns the way to take it away. */
function theme(css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

const WHITE: Rgb = [1, 1, 1, 1];

/** The contrast of two properties as they are rendered in the element. */
function rendered(element: Element, front: string, back: string): number {
  const probe = document.createElement('i');
  element.shadowRoot?.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--_${name})`;
    return parseColor(getComputedStyle(probe).color) ?? WHITE;
  };
  const [above, below] = [read(front), over(read(back), WHITE)];
  probe.remove();
  return contrast(over(above, below), below);
}

describe('contrast', () => {
  const ratio = (one: string, other: string) =>
    Math.round(contrast(parseColor(one) ?? WHITE, parseColor(other) ?? WHITE) * 10) / 10;

  it('is that of WCAG', () => {
    equal(ratio('rgb(0, 0, 0)', 'rgb(255, 255, 255)'), 21);
    equal(ratio('rgb(118, 118, 118)', 'rgb(255, 255, 255)'), 4.5);
  });

  it('reads every form a computed colour has', () => {
    equal(ratio('color(srgb 0 0 0)', 'rgb(255 255 255 / 1)'), 21);
    equal(ratio('oklab(0 0 0)', 'oklch(1 0 0)'), 21);
    equal(parseColor('url(#x)'), undefined);
  });
});

describe('the contrast guard', () => {
  let takeAway = () => {};
  afterEach(() => {
    takeAway();
    clear();
  });

  const guarded = async () => {
    const element = place(html`<samen-guard-test></samen-guard-test>`).querySelector('samen-guard-test') as GuardTest;
    await element.updateComplete;
    await frame();
    return element;
  };

  /** Whether the page has fetched the check itself. */
  const isFetched = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('contrast-check'));

  it('leaves a page without a theme alone, and fetches nothing for it', async () => {
    const takeBackground = theme('body { background: #f2f4f5; }');
    equal((await guarded()).getAttribute('style') ?? '', '');
    await frame();
    equal(isFetched(), false);
    takeBackground();
  });

  it('leaves a good theme alone', async () => {
    takeAway = theme(
      ':root { --utrecht-document-color: #111; --nl-button-primary-background-color: #00405a; --nl-button-primary-color: #fff; }',
    );
    const element = await guarded();
    await until('the check is fetched', isFetched);
    await frame();
    equal(element.getAttribute('style') ?? '', '');
  });

  it('puts our own pair where the button of a theme cannot be read, with one line in the console', async () => {
    takeAway = theme(':root { --nl-button-primary-background-color: #ffd400; --nl-button-primary-color: #fffbe0; }');
    const said = await warningsDuring(async () => {
      const [one, other] = [await guarded(), await guarded()];
      for (const element of [one, other]) {
        await until('the button can be read', () => rendered(element, 'on-action', 'action') >= 4.5);
      }
    });
    equal(said.filter((line) => line.includes('on-action')).length, 1);
  });

  it('mends grey text on a coloured page, where our own grey would fail too', async () => {
    takeAway = theme(':root { --utrecht-document-background-color: #7a8a99; --utrecht-document-color: #000; }');
    const element = await guarded();
    for (const name of ['text', 'muted', 'link']) {
      await until(`${name} can be read`, () => rendered(element, name, 'page') >= 4.5);
    }
    await until('focus can be seen', () => rendered(element, 'focus', 'page') >= 3);
  });

  it('looks again when the theme changes, and goes back when it is good', async () => {
    takeAway = theme('.bad-theme { --nl-link-color: #ffee88; }');
    const element = await guarded();
    equal(element.getAttribute('style') ?? '', '');
    document.body.classList.add('bad-theme');
    await until('the link is mended', () => rendered(element, 'link', 'page') >= 4.5 && element.getAttribute('style'));
    document.body.classList.remove('bad-theme');
    await until('it is left alone again', () => !element.getAttribute('style'));
  });

  it('brings its own ground to a page that is dark without saying so', async () => {
    takeAway = theme('body { background: #101418; }');
    const element = await guarded();
    await until('it has a ground', () => element.style.getPropertyValue('--_ground') === 'var(--_page)');
  });
});
