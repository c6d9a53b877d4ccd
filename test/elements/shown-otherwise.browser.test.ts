import { emulateMedia } from '@web/test-runner-commands';
import { html, nothing } from 'lit';
import { FakeBackend } from './fake-backend';
import { button, clear, equal, holds, place, textOf, until, warningsDuring } from './support';
import { defineElement } from '../../src/elements/define';
import { setBackendOpener } from '../../src/elements/open-client';
import { SamenElement } from '../../src/elements/samen-element';
import { elementsOf, hasOwnText, isSeen, nameOf, showEveryPart } from '../ui/every-part';

class OtherwiseTest extends SamenElement {
  protected readonly ownHeading = 'Proef';

  protected get isReady(): boolean {
    return this.spaceData !== undefined;
  }

  protected renderSkeleton() {
    return html`<div class="bone"></div>`;
  }

  protected override headerActions() {
    return this.mayWrite ? html`<button type="button" class="btn btn--main">Delen</button>` : nothing;
  }

  protected renderContent() {
    return html`<p>Inhoud</p>
      <button type="button" class="btn">Meer lezen</button>`;
  }

  tell(text: string) {
    this.announce(text, { undo: () => undefined });
  }
}
defineElement('samen-otherwise-test', OtherwiseTest);

let turn = 0;

async function show(attributes: Record<string, string> = {}): Promise<OtherwiseTest> {
  const element = document.createElement('samen-otherwise-test') as OtherwiseTest;
  const all = { backend: 'fake:', space: `otherwise-${(turn += 1)}`, ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  place(html``).append(element);
  await until('it shows its content', () => textOf(element).includes('Inhoud'));
  return element;
}

/** What a system colour is here. */
function system(name: string): string {
  const probe = document.createElement('i');
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Only Chromium lets a test choose how a page is shown; the rules themselves are in every engine. */
const inChromium = /Chrom(e|ium)\//.test(navigator.userAgent) ? describe : describe.skip;

inChromium('in the colours a person chose for everything', () => {
  before(() => emulateMedia({ forcedColors: 'active' }));
  after(() => emulateMedia({ forcedColors: 'none' }));
  afterEach(clear);

  it('text has the colour of text, also where ours would differ', async () => {
    holds(matchMedia('(forced-colors: active)').matches, 'it is emulated');
    const elements = elementsOf(await showEveryPart()).filter((one) => hasOwnText(one) && isSeen(one));
    const known = ['CanvasText', 'LinkText', 'ButtonText', 'HighlightText', 'FieldText', 'GrayText'].map(system);
    // Labels of drivers and the main button choose for themselves; the latter is tested below.
    const others = elements.filter((one) => !(one instanceof SVGElement) && !one.closest('.btn--main'));
    equal(others.filter((one) => !known.includes(getComputedStyle(one).color)).map(nameOf), []);
  });

  it('a state that colour says elsewhere has an outline', async () => {
    const elements = elementsOf(await showEveryPart());
    const states = elements.filter((one) =>
      one.matches('.btn[aria-pressed=true], .chip[aria-pressed=true], .tab[aria-selected=true], label:has(:checked)'),
    );
    holds(states.length >= 5, 'there are states');
    const without = states.filter((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      return outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2 || outlineColor !== system('Highlight');
    });
    equal(without.map(nameOf), []);
  });

  it('what a colour sets apart elsewhere has an edge: notices, labels, cards, the toast', async () => {
    const elements = elementsOf(await showEveryPart());
    const planes = elements.filter((one) => one.matches('.note, .tag, .toast, .card--flat'));
    holds(planes.length >= 8, 'there are planes');
    equal(planes.filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) < 1).map(nameOf), []);
  });

  it('the main button and the focus keep standing out', async () => {
    const elements = elementsOf(await showEveryPart());
    const main = elements.find((one) => one.matches('.btn--main'));
    const { color, backgroundColor } = getComputedStyle(main ?? document.body);
    equal([color, backgroundColor], [system('HighlightText'), system('Highlight')]);
    const field = elements.find((one) => one.matches('input.input'));
    field?.focus();
    const { outlineStyle, outlineColor } = getComputedStyle(field ?? document.body);
    equal([outlineStyle, outlineColor], ['solid', system('Highlight')]);
  });
});

inChromium('on paper', () => {
  before(() => {
    setBackendOpener(() => new FakeBackend());
  });
  after(() => emulateMedia({ media: 'screen' }));
  afterEach(async () => {
    await emulateMedia({ media: 'screen' });
    clear();
  });

  it('a widget is its heading and its content, without buttons or what was said for a moment', async () => {
    const element = await show({ readonly: '' });
    await until('it says that it is read-only', () => textOf(element).includes('Alleen lezen.'));
    element.tell('Gekoppeld.');
    await until('it is said', () => button(element, 'Ongedaan maken'));
    await emulateMedia({ media: 'print' });
    const seen = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.samen *') ?? [])].filter(isSeen);
    equal(seen.filter((one) => one.matches('button, .toast, .read-only')).map(nameOf), []);
    equal(
      seen.filter(hasOwnText).map((one) => one.textContent),
      ['Proef', 'Inhoud'],
    );
  });

  it('no part shows a button, a filter, tabs or a skeleton; words and charts stay', async () => {
    const stages = await showEveryPart();
    const before = elementsOf(stages).filter((one) => hasOwnText(one) && isSeen(one) && !one.closest('button'));
    await emulateMedia({ media: 'print' });
    const elements = elementsOf(stages);
    equal(elements.filter((one) => one.matches('button, .tabs, .bone') && isSeen(one)).map(nameOf), []);
    const gone = before.filter((one) => !isSeen(one) && !one.closest('.toast'));
    equal(gone.map(nameOf), []);
  });
});

describe('seen as a partner sees it', () => {
  before(() => {
    setBackendOpener(() => new FakeBackend());
  });
  afterEach(clear);

  it('is read-only for who may write, and says as whom one looks', async () => {
    const element = await show();
    await until('there is something to do', () => button(element, 'Delen'));
    element.setAttribute('preview', 'partner');
    await until('it says so', () => textOf(element).includes('Zo ziet een partner deze pagina.'));
    holds(textOf(element).includes('Alleen lezen.'), 'it says that it is read-only');
    equal(button(element, 'Delen'), undefined);
    holds(button(element, 'Meer lezen'), 'what changes nothing stays');
    element.removeAttribute('preview');
    await until('it is as before', () => button(element, 'Delen'));
  });

  it('is so from the first drawing on, in whatever capitals and quotes', async () => {
    const element = await show({ preview: '“Partner”' });
    equal(button(element, 'Delen'), undefined);
    await until('it says so', () => textOf(element).includes('Zo ziet een partner deze pagina.'));
  });

  it('is not so for a word nobody knows, which gives one warning', async () => {
    const said = await warningsDuring(async () => {
      const element = await show({ preview: 'inwoner' });
      await until('there is something to do', () => button(element, 'Delen'));
    });
    equal(said.length, 1);
  });
});
