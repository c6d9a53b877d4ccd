import { ContextConsumer } from '@lit/context';
import { LitElement, html } from 'lit';
import { configContext } from '../../src/elements/config-context';
import { attachContextRoot } from '../../src/elements/context-root';
import { defineElement } from '../../src/elements/define';
import { clear, equal, place, until } from './support';

class SpaceReader extends LitElement {
  readonly config = new ContextConsumer(this, { context: configContext, subscribe: true });
}

const said = (container: Element) =>
  (container.querySelector('samen-space-reader') as SpaceReader | null)?.config.value;

describe('samen-space', () => {
  before(() => attachContextRoot());
  afterEach(clear);

  it('serves an element that was there before it, and one that comes later', async () => {
    // In this order: the reader is upgraded first, its provider only afterwards.
    defineElement('samen-space-reader', SpaceReader);
    const container = place(
      html`<samen-space space="wonen" backend="local:"><samen-space-reader></samen-space-reader></samen-space>`,
    );
    equal(said(container), undefined);
    await import('../../src/elements/define-samen-space');
    await until('the earlier one is served', () => said(container)?.space === 'wonen');
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
