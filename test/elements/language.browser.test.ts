import { LitElement, html } from 'lit';
import { languageOf } from '../../src/elements/language-of';
import { SamenLocalize } from '../../src/elements/localize';
import { defineElement } from '../../src/elements/define';
import { addMessages } from '../../src/locales/register';
import { clear, equal, place, until, warningsDuring } from './support';

addMessages('nl', { testWord: 'kompas', testOnlyDutch: 'bedoeling' });
addMessages('en', { testWord: 'compass' });

class LanguageTest extends LitElement {
  readonly localize = new SamenLocalize<{ testWord: string; testOnlyDutch: string }>(this);

  override render() {
    return html`${this.localize.term('testWord')} ${this.localize.term('testOnlyDutch')}`;
  }
}
defineElement('samen-language-test', LanguageTest);

const words = (element: Element | null) => element?.shadowRoot?.textContent?.trim();

describe('the language of an element', () => {
  afterEach(clear);

  it('is the nearest lang up the page', () => {
    const container = place(html`<div lang="en"><p lang="nl"><b></b></p><i></i></div>`);
    equal(languageOf(container.querySelector('b') ?? container), 'nl');
    equal(languageOf(container.querySelector('i') ?? container), 'en');
  });

  it('is found through shadow roots', () => {
    const container = place(html`<div lang="en-GB"><p></p></div>`);
    const inner = document.createElement('b');
    container.querySelector('p')?.attachShadow({ mode: 'open' }).append(inner);
    equal(languageOf(inner), 'en');
  });

  it('is Dutch on a page in a language it does not speak', () => {
    const container = place(html`<div lang="en"><p lang="de"><b></b></p></div>`);
    equal(languageOf(container.querySelector('b') ?? container), 'nl');
  });

  it('is that of the page when its own value is unknown', () => {
    const container = place(html`<div lang="en"><b lang="de"></b></div>`);
    equal(languageOf(container.querySelector('b') ?? container), 'en');
  });

  it('changes at once when a lang above it changes, also outside its shadow root', async () => {
    const container = place(html`<div lang="nl"><p></p></div>`);
    const element = document.createElement('samen-language-test');
    container.querySelector('p')?.attachShadow({ mode: 'open' }).append(element);
    await until('it is Dutch', () => words(element)?.startsWith('kompas'));
    container.querySelector('div')?.setAttribute('lang', 'en');
    await until('it is English', () => words(element)?.startsWith('compass'));
  });

  it('says in Dutch what has not been said in English yet', async () => {
    const container = place(html`<div lang="en"><samen-language-test></samen-language-test></div>`);
    await until('it speaks', () => words(container.querySelector('samen-language-test')) === 'compass bedoeling');
  });
});

describe('defining an element', () => {
  it('keeps the first when two copies come, and warns', async () => {
    const said = await warningsDuring(() => defineElement('samen-language-test', class extends HTMLElement {}));
    equal(customElements.get('samen-language-test') === LanguageTest, true);
    equal(said.length, 1);
  });

  it('is silent when the same one comes again', async () => {
    equal(await warningsDuring(() => defineElement('samen-language-test', LanguageTest)), []);
  });
});
