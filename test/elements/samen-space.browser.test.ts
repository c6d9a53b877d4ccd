import { LitElement, html } from 'lit';
import type { SamenConfig } from '../../src/elements/config';
import { defineElement } from '../../src/elements/define';
import { Surroundings, surrounding } from '../../src/elements/surroundings';
import { clear, equal, place, until } from './support';

class SpaceReader extends LitElement {
  config: SamenConfig = {};

  constructor() {
    super();
    new Surroundings(this, () => this.#look());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
  }

  #look(): void {
    this.config = surrounding(this);
  }
}

const said = (container: Element) => (container.querySelector('samen-space-reader') as SpaceReader | null)?.config;

describe('samen-space', () => {
  afterEach(clear);

  it('serves an element that was there before it, and one that comes later', async () => {
    // In this order: the reader is upgraded first, its provider only afterwards.
    defineElement('samen-space-reader', SpaceReader);
    const container = place(
      html`<samen-space space="wonen" backend="local:"><samen-space-reader></samen-space-reader></samen-space>`,
    );
    equal(said(container)?.space, 'wonen', 'also before the provider is defined');
    await import('../../src/elements/define-samen-space');
    container.querySelector('samen-space')?.setAttribute('space', 'buurt');
    await until('the earlier one hears of a change', () => said(container)?.space === 'buurt');
    const later = place(html`<samen-space space="werk"><samen-space-reader></samen-space-reader></samen-space>`);
    await until('the later one is served', () => said(later)?.space === 'werk');
  });

  it('passes on a change of its attributes', async () => {
    await import('../../src/elements/define-samen-space');
    const container = place(html`<samen-space space="wonen"><samen-space-reader></samen-space-reader></samen-space>`);
    await until('it is served', () => said(container)?.space === 'wonen');
    container.querySelector('samen-space')?.setAttribute('space', 'werk');
    await until('the change arrived', () => said(container)?.space === 'werk');
  });

  it('takes from an outer one what it does not say', async () => {
    await import('../../src/elements/define-samen-space');
    const container = place(
      html`<samen-space backend="local:" space="a"><samen-space space="b"><samen-space-reader></samen-space-reader></samen-space></samen-space>`,
    );
    await until('both arrive', () => said(container)?.space === 'b' && said(container)?.backend === 'local:');
  });

  it('draws nothing of its own', async () => {
    const container = place(html`<samen-space><p>Tekst</p></samen-space>`);
    await until('it is there', () => customElements.get('samen-space'));
    equal(container.querySelector('samen-space')?.shadowRoot, null);
    equal(container.textContent?.trim(), 'Tekst');
  });
});
