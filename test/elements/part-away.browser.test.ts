import { html } from 'lit';
import { FakeBackend } from './fake-backend';
import { button, clear, equal, holds, place, textOf, until } from './support';
import { defineElement } from '../../src/elements/define';
import { setBackendOpener } from '../../src/elements/open-client';
import { PartKeeper } from '../../src/elements/part-keeper';
import { QueryController } from '../../src/elements/query-controller';
import { SamenElement } from '../../src/elements/samen-element';
import { SamenError } from '../../src/model/errors';

class Part extends HTMLElement {
  connectedCallback(): void {
    this.textContent = 'Het onderdeel';
  }
}

/** Answers to who asks for the code of the part, in turn; the last is given ever after. */
let answers: ('comes' | 'fails')[] = ['comes'];
let asked = 0;
let backend = new FakeBackend();
let turn = 0;

const TABLE = {
  part: async () => {
    asked += 1;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'fails') throw new TypeError('cannot be fetched');
    return Part;
  },
};

/** A widget that shows one part, or where one came from. */
class AwayTest extends SamenElement {
  readonly meanings = new QueryController(this, 'listMeanings', () => ({}));
  readonly keeper = new PartKeeper(this, 'samen-away-test', TABLE, () => undefined);
  isOpen = false;

  protected readonly ownHeading = 'Proef';

  protected get isReady(): boolean {
    return this.meanings.data !== undefined;
  }

  protected renderSkeleton() {
    return html`<div></div>`;
  }

  protected renderContent() {
    const { client, mayWrite } = this;
    if (!this.isOpen) return html`<button @click=${this.open}>Open</button>`;
    const props = { client, headingLevel: 2, mayWrite, takesFocus: true, about: '' };
    return html`${this.renderPart(this.keeper, 'part', props, this.open)}`;
  }

  readonly open = (): void => {
    this.isOpen = !this.isOpen;
    if (!this.isOpen) this.keeper.clear();
    this.requestUpdate();
  };
}
defineElement('samen-away-test', AwayTest);

const says = (element: Element, words: string) =>
  until(`it says "${words}", not "${textOf(element)}"`, () => textOf(element).includes(words));

/** One on the page, of which the part was asked for. */
async function open(): Promise<AwayTest> {
  const element = document.createElement('samen-away-test') as AwayTest;
  element.setAttribute('backend', 'fake:');
  element.setAttribute('space', `away-${(turn += 1)}`);
  place(html``).append(element);
  await says(element, 'Open');
  await press(element, 'Open');
  return element;
}

async function press(element: Element, name: string): Promise<void> {
  (await until(`there is "${name}"`, () => button(element, name))).click();
}

const comes = (element: Element) =>
  until('the part is there', () => element.shadowRoot?.querySelector('samen-away-test-part')?.textContent);

/** The network goes, or comes, and the next question tells. */
function network(is: 'gone' | 'there'): void {
  backend.fails = is === 'gone' ? new SamenError('network', 'away') : undefined;
  backend.reset();
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 300));

const hasFocus = (element: Element, name: string) =>
  until(`"${name}" has the focus`, () => {
    const { activeElement } = element.shadowRoot ?? {};
    return activeElement !== null && activeElement === button(element, name);
  });

describe('a part whose code does not come', () => {
  before(() => setBackendOpener(() => backend));
  beforeEach(() => {
    backend = new FakeBackend();
    answers = ['comes'];
    asked = 0;
  });
  afterEach(clear);

  it('is shown when it does', async () => {
    await comes(await open());
    equal(asked, 1);
  });

  it('says so, with the focus on what one can do, and comes when one tries again', async () => {
    answers = ['fails', 'comes'];
    const element = await open();
    await says(element, 'Dit onderdeel kon niet laden. Probeer het opnieuw.');
    holds(element.shadowRoot?.querySelector('[role=alert]'), 'it is said at once');
    await hasFocus(element, 'Opnieuw proberen');
    await press(element, 'Opnieuw proberen');
    await comes(element);
    equal([asked, element.shadowRoot?.querySelector('[role=alert]') ?? null], [2, null]);
  });

  it('says that it did not help, and keeps the focus', async () => {
    answers = ['fails'];
    const element = await open();
    await says(element, 'Probeer het opnieuw.');
    await press(element, 'Opnieuw proberen');
    await says(element, 'Het lukte weer niet.');
    await hasFocus(element, 'Opnieuw proberen');
    equal(asked, 2);
  });

  it('leads back to where one was, and is asked for anew when one comes again', async () => {
    answers = ['fails', 'comes'];
    const element = await open();
    await press(element, 'Terug');
    await press(element, 'Open');
    await comes(element);
    equal(asked, 2);
  });

  it('comes by itself when the network does', async () => {
    answers = ['fails'];
    const element = await open();
    await says(element, 'Probeer het opnieuw.');
    network('gone');
    await says(element, 'Zodra die er is, komt het vanzelf.');
    equal(asked, 1, 'not asked for in vain');
    answers = ['comes'];
    network('there');
    await comes(element);
    equal(asked, 2);
  });

  it('is asked for once more where the network was said to be there too early, and takes the focus from nobody', async () => {
    answers = ['fails', 'fails', 'fails', 'comes'];
    const element = await open();
    await says(element, 'Probeer het opnieuw.');
    network('gone');
    await says(element, 'Zodra die er is, komt het vanzelf.');
    const elsewhere = document.createElement('input');
    place(html``).append(elsewhere);
    elsewhere.focus();
    network('there');
    await says(element, 'We blijven het proberen.');
    const isElsewhere = document.activeElement === elsewhere;
    // Who reads is nowhere, and is not taken along at each attempt.
    elsewhere.blur();
    await until('it is asked for once more', () => asked === 3);
    await element.updateComplete;
    await pause();
    equal([isElsewhere, document.activeElement === document.body], [true, true]);
    await comes(element);
    equal(asked, 4);
  });

  it('is asked for no more once its widget left the page, also without a network', async () => {
    answers = ['fails'];
    const element = await open();
    await says(element, 'Probeer het opnieuw.');
    network('gone');
    await says(element, 'Zodra die er is, komt het vanzelf.');
    element.remove();
    await pause();
    await pause();
    equal(asked, 1);
  });
});
