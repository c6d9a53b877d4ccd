import { html } from 'lit';
import { FakeBackend } from './fake-backend';
import { button, clear, equal, frame, holds, place, textOf, until, warningsDuring } from './support';
import { defineElement } from '../../src/elements/define';
import { setBackendOpener } from '../../src/elements/open-client';
import { QueryController } from '../../src/elements/query-controller';
import { SamenElement } from '../../src/elements/samen-element';
import { SamenError } from '../../src/model/errors';

class FrameTest extends SamenElement {
  readonly meanings = new QueryController(this, 'listMeanings', () => ({}));
  breaks = false;
  readonly drawn: string[] = [];

  protected override updated(): void {
    super.updated();
    this.drawn.push(textOf(this));
  }

  protected readonly ownHeading = 'Proef';

  protected get isReady(): boolean {
    return this.meanings.data !== undefined;
  }

  protected renderSkeleton() {
    return html`<div class="bone">skelet</div>`;
  }

  protected renderContent() {
    if (this.breaks) throw new TypeError('cut off');
    return html`<p>Inhoud</p>
      ${this.mayWrite ? html`<button>Delen</button>` : ''}`;
  }

  share(text: string) {
    return this.write('saveMeaning', { text, audience: 'everyone', version: 0 });
  }

  tell(text: string, undo?: () => void) {
    this.announce(text, undo ? { undo } : {});
  }
}
defineElement('samen-frame-test', FrameTest);

let backend = new FakeBackend();
let turn = 0;

/** One on the page, in a space of its own. */
async function show(attributes: Record<string, string> = {}): Promise<FrameTest> {
  const element = document.createElement('samen-frame-test') as FrameTest;
  for (const [name, value] of Object.entries({ backend: 'fake:', space: `frame-${(turn += 1)}`, ...attributes })) {
    element.setAttribute(name, value);
  }
  place(html``).append(element);
  await element.updateComplete;
  return element;
}

const says = (element: Element, words: string) =>
  until(`it says "${words}", not "${textOf(element)}"`, () => textOf(element).includes(words));

describe('the frame of a widget', () => {
  before(() => {
    setBackendOpener((address) => {
      if (!address.startsWith('fake')) throw new SamenError('misconfigured', 'unknown scheme');
      return backend;
    });
  });
  beforeEach(() => {
    backend = new FakeBackend();
  });
  afterEach(clear);

  it('is a region named by its heading, in the language of its place', async () => {
    const element = await show();
    await says(element, 'Inhoud');
    const section = element.shadowRoot?.querySelector('section');
    const heading = element.shadowRoot?.getElementById(section?.getAttribute('aria-labelledby') ?? '');
    equal([heading?.localName, heading?.textContent, section?.lang], ['h2', 'Proef', 'nl']);
  });

  it('takes a heading and a level, also when they change, and warns once of a wrong level', async () => {
    const element = await show({ heading: 'Ons kompas', 'heading-level': '4' });
    await says(element, 'Inhoud');
    equal(element.shadowRoot?.querySelector('h4')?.textContent, 'Ons kompas');
    const said = await warningsDuring(async () => {
      element.setAttribute('heading-level', '9');
      await element.updateComplete;
      element.setAttribute('heading', 'Anders');
      await element.updateComplete;
    });
    equal(element.shadowRoot?.querySelector('h2')?.textContent, 'Anders');
    equal(said.length, 1);
  });

  it('shows the shape of what is coming, and says that it is busy', async () => {
    let open = () => {};
    backend.gate = new Promise<void>((resolve) => (open = resolve));
    const element = await show();
    await until('it is busy', () => element.shadowRoot?.querySelector('section')?.ariaBusy === 'true');
    holds(element.shadowRoot?.querySelector('[aria-hidden=true] .bone'), 'the skeleton is there');
    open();
    await says(element, 'Inhoud');
    equal(element.shadowRoot?.querySelector('section')?.getAttribute('aria-busy'), null);
  });

  it('comes without that shape where it comes at once: nothing flickers', async () => {
    const element = await show();
    let isBusy = false;
    const look = () => (isBusy ||= element.shadowRoot?.querySelector('[aria-busy]') !== null);
    look();
    const observer = new MutationObserver(look);
    observer.observe(element.shadowRoot as ShadowRoot, { subtree: true, childList: true, attributes: true });
    await says(element, 'Inhoud');
    observer.disconnect();
    equal(isBusy, false);
  });

  it('says what is wrong with a backend to whoever keeps the page, and mends itself', async () => {
    const element = await show({ backend: 'http://intranet.example/v1' });
    await says(element, 'Voor de beheerder van deze pagina:');
    await says(element, 'hier moet het ‘https’ zijn');
    element.setAttribute('backend', 'fake:');
    await says(element, 'Inhoud');
  });

  it('says that it does not know a scheme', async () => {
    await says(await show({ backend: 'acme:hier' }), 'we kennen het soort adres bij ‘backend’ niet');
  });

  it('tells the page of an error by its kind, once', async () => {
    const kinds: string[] = [];
    document.addEventListener(
      'samen-error',
      ({ detail }: CustomEventInit<{ kind: string }>) => kinds.push(detail?.kind ?? ''),
      { once: true },
    );
    const element = await show({ backend: 'een adres' });
    await until('the page is told', () => kinds.length > 0);
    element.requestUpdate();
    await element.updateComplete;
    equal(kinds, ['misconfigured']);
  });

  it('says what happened, what was kept, and tries again', async () => {
    backend.meaningsFail = new SamenError('forbidden', 'no');
    const element = await show();
    await says(element, 'Dit onderdeel kon niet laden.');
    await says(element, 'Wat je hier typte, is bewaard.');
    await says(element, 'noem code S-403');
    backend.meaningsFail = undefined;
    button(element, 'Opnieuw proberen')?.click();
    await says(element, 'Inhoud');
  });

  it('works on what is known without a connection, and says so', async () => {
    const element = await show();
    await says(element, 'Inhoud');
    backend.fails = new SamenError('network', 'gone');
    backend.reset();
    await says(element, 'Geen verbinding. Je ziet wat we om');
    await says(element, 'Inhoud');
  });

  it('warns when the browser keeps nothing, once on a page', async () => {
    backend.storage = 'memory';
    const first = await show();
    await says(first, 'Deze browser bewaart niets.');
    const second = await show({ space: first.space ?? '' });
    await says(second, 'Inhoud');
    equal(textOf(second).includes('bewaart niets'), false);
  });

  it('has no buttons in a read-only place, and says why', async () => {
    const element = await show({ readonly: '' });
    await says(element, 'Alleen lezen.');
    equal(button(element, 'Delen'), undefined);
    element.removeAttribute('readonly');
    await until('the button is there', () => button(element, 'Delen'));
  });

  it('says that the session has ended', async () => {
    const element = await show();
    await says(element, 'Inhoud');
    backend.fails = new SamenError('notSignedIn', '401');
    backend.reset();
    await says(element, 'Je bent niet meer ingelogd.');
    holds(button(element, 'Inloggen'), 'there is a button to sign in');
  });

  it('tells who is no member whose it is', async () => {
    backend.me = { personId: 'x-1', name: '' };
    const element = await show();
    await says(element, 'Je bent nog geen deelnemer');
    await says(element, 'samenwerken in het sociaal domein');
    equal(textOf(element).includes('Inhoud'), false);
  });

  it('says that a space does not exist', async () => {
    backend.space = new SamenError('notFound', '404');
    const element = await show({ space: 'weg' });
    await says(element, 'er is geen samenwerking met de naam ‘weg’');
  });

  it('says so when something cannot be drawn, and throws nothing', async () => {
    const element = await show();
    await says(element, 'Inhoud');
    const { error } = console;
    console.error = () => undefined;
    try {
      element.breaks = true;
      element.requestUpdate();
      await says(element, 'Hier ging iets mis.');
    } finally {
      console.error = error;
    }
  });

  it('keeps what was refused with its reason and its text, to be sent again or thrown away', async () => {
    backend.refuses = new SamenError('conflict', 'no', { reason: 'roundIsClosed' });
    const element = await show();
    await says(element, 'Inhoud');
    const other = await show({ space: element.space ?? '' });
    await element.share('Wat samenwerken voor mij betekent').then(({ confirmed }) => confirmed.catch(() => undefined));
    await says(element, 'De ronde is gesloten.');
    await says(element, 'Wat samenwerken voor mij betekent');
    equal(textOf(other).includes('De ronde is gesloten.'), false, 'the other element of this space');
    backend.refuses = undefined;
    button(element, 'Opnieuw')?.click();
    await until('it is gone', () => !textOf(element).includes('De ronde is gesloten.'));
  });

  it('gives the focus to the heading when the last refused thing is thrown away', async () => {
    backend.refuses = new SamenError('invalid', 'no');
    const element = await show();
    await says(element, 'Inhoud');
    await element.share('Tekst').then(({ confirmed }) => confirmed.catch(() => undefined));
    const discard = await until('it is refused', () => button(element, 'Weggooien'));
    discard.focus();
    discard.click();
    await until('the focus is on the heading', () => element.shadowRoot?.activeElement?.id === 'samen-heading');
    await until('it is gone', () => !button(element, 'Weggooien'));
  });

  it('announces in a region that was there before, and can be undone', async () => {
    const element = await show();
    await says(element, 'Inhoud');
    const region = element.shadowRoot?.querySelector('[role=status]');
    holds(region, 'the region is there');
    let undone = false;
    element.tell('Gekoppeld.', () => (undone = true));
    await until('it is said', () => region?.textContent === 'Gekoppeld.');
    button(element, 'Ongedaan maken')?.click();
    await until('it is said that it is undone', () => region?.textContent === 'Ongedaan gemaakt.');
    equal(undone, true);
  });

  it('speaks English where the page does, from its first drawing on', async () => {
    const container = place(html`<div lang="en"></div>`);
    const element = document.createElement('samen-frame-test') as FrameTest;
    element.setAttribute('backend', 'een adres');
    container.firstElementChild?.append(element);
    await says(element, 'For whoever keeps this page:');
    equal(
      element.drawn.filter((text) => text.includes('Voor de beheerder')),
      [],
    );
    equal(element.shadowRoot?.querySelector('section')?.lang, 'en');
    container.firstElementChild?.setAttribute('lang', 'nl');
    await says(element, 'Voor de beheerder van deze pagina:');
  });

  it('shares one connection among elements of a space, and opens another when the space changes', async () => {
    const element = await show({ space: 'samen-een' });
    await show({ space: 'samen-een' });
    await says(element, 'Inhoud');
    equal(backend.opened, ['samen-een']);
    element.setAttribute('space', 'samen-twee');
    await until('the other is opened', () => backend.opened.includes('samen-twee'));
  });

  it('keeps its connection when it is moved in the page', async () => {
    const element = await show();
    await says(element, 'Inhoud');
    place(html``).append(element);
    await frame();
    await says(element, 'Inhoud');
    equal(backend.opened.length, 1);
    backend.meaningsFail = new SamenError('storage', 'full');
    backend.reset();
    await says(element, 'Niet alles kon laden.');
  });
});

describe('a host page with styles of its own', () => {
  before(() => setBackendOpener(() => backend));
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('style');
  });

  it('changes size and letter, and nothing that was not meant to be inherited', async () => {
    document.documentElement.style.cssText = 'font-size: 62.5%';
    const container = place(html``);
    container.style.cssText =
      'font-size: 16px; text-transform: uppercase; line-height: 3; letter-spacing: .3em; word-spacing: 1em; text-indent: 2em; white-space: pre; text-align: center; font-style: italic';
    const element = document.createElement('samen-frame-test');
    element.setAttribute('backend', 'een adres');
    container.append(element);
    await says(element, 'Proef');
    const text = element.shadowRoot?.querySelector('.note p');
    const style = getComputedStyle(text ?? element);
    equal(
      [
        style.fontSize,
        style.lineHeight,
        style.textTransform,
        style.letterSpacing,
        style.wordSpacing,
        style.textIndent,
        style.whiteSpace,
        style.fontStyle,
      ],
      ['16px', '24px', 'none', 'normal', '0px', '0px', 'normal', 'normal'],
    );
  });
});
