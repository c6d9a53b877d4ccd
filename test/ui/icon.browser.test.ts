import { html, render } from 'lit';
import { clear, equal, holds, place, until } from '../elements/support';
import { icon } from '../../src/ui/icon';
import type { IconName } from '../../src/ui/icon';

const drawing = (container: Element) => container.querySelector('svg')?.querySelectorAll('path, circle, rect').length;

describe('an icon', () => {
  afterEach(clear);

  it('of a first view is there at once', () => {
    const container = place(html`${icon('compass')}`);
    holds(drawing(container), 'it is drawn');
    equal(container.querySelector('svg')?.getAttribute('aria-hidden'), 'true');
  });

  it('that nobody brought along keeps its place, and comes', async () => {
    const container = place(html`${icon('pencil', { label: 'Aanpassen' })}`);
    equal(drawing(container), 0);
    equal(container.querySelector('svg')?.getAttribute('aria-label'), 'Aanpassen');
    await until('it is drawn', () => drawing(container));
    const shapes = drawing(container);
    render(html`${icon('pencil', { label: 'Aanpassen' })}`, container);
    equal(drawing(container), shapes, 'drawn once, also when drawn again');
  });

  it('changes into another', () => {
    const show = (name: IconName) => html`${icon(name)}`;
    const container = place(show('compass'));
    const before = container.querySelector('svg')?.innerHTML;
    render(show('house'), container);
    holds(before !== container.querySelector('svg')?.innerHTML, 'it is another drawing');
  });
});
