import { LitElement, html } from 'lit';
import { defineElement } from '../../src/elements/define';
import { HashController } from '../../src/elements/hash';
import { hashFor, parseHash } from '../../src/elements/hash-address';
import { clear, equal, place, until } from './support';

class HashTest extends LitElement {
  readonly place = new HashController(this, 'test');

  override render() {
    return html`${this.place.path.join(' ')}`;
  }
}
defineElement('samen-hash-test', HashTest);

const shown = (element: Element | undefined) => element?.shadowRoot?.textContent?.trim();

describe('a link to a thing in a widget', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('names the widget and the way within it', () => {
    equal(parseHash('#samen=agenda/a2'), { widget: 'agenda', path: ['a2'] });
    equal(hashFor('compass', 'driver', 'd1'), '#samen=compass/driver/d1');
    equal(parseHash(hashFor('compass', 'a/b é')), { widget: 'compass', path: ['a/b é'] });
  });

  it('is not every hash, nor a broken one', () => {
    equal(parseHash('#inhoud'), undefined);
    equal(parseHash('#samen=%E0%A4%A'), undefined);
    equal(parseHash('#samen='), undefined);
  });

  it('opens in the first of two widgets, and Back returns', async () => {
    const [first, second] = [
      ...place(html`<samen-hash-test></samen-hash-test><samen-hash-test></samen-hash-test>`).children,
    ];
    location.hash = hashFor('test', 'een');
    await until('the first shows it', () => shown(first) === 'een');
    equal(shown(second), '');
    history.back();
    await until('it is back', () => shown(first) === '');
  });

  it('follows the widget in which a person walks', async () => {
    const [first, second] = [
      ...place(html`<samen-hash-test></samen-hash-test><samen-hash-test></samen-hash-test>`).children,
    ];
    (second as HashTest).place.go('twee');
    await until('the second shows it', () => shown(second) === 'twee');
    equal(shown(first), '');
  });
});
