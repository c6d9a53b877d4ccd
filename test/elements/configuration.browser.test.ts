import { html } from 'lit';
import { checkConfiguration } from '../../src/elements/check-configuration';
import { configurationOf, headingLevelOf, oneOf, warnOnce } from '../../src/elements/configuration';
import { clear, equal, place, warningsDuring } from './support';

function meta(name: string, content: string): HTMLMetaElement {
  const element = document.createElement('meta');
  Object.assign(element, { name, content });
  document.head.append(element);
  return element;
}

describe('where an element looks for its backend and space', () => {
  afterEach(() => {
    clear();
    document.head.querySelectorAll('meta[name^=samen-]').forEach((one) => one.remove());
  });

  const look = (container: Element, own = {}) => configurationOf(container.querySelector('p') ?? container, own);

  it('uses local: and default when nobody says anything', () => {
    equal(look(place(html`<p></p>`)), { backend: 'local:', space: 'default' });
  });

  it('lets the page say it once for all', () => {
    meta('samen-backend', 'https://intranet.example/samen/v1');
    meta('samen-space', 'wonen');
    equal(look(place(html`<p></p>`)), { backend: 'https://intranet.example/samen/v1', space: 'wonen' });
  });

  it('prefers a surrounding samen-space to the page, also one that is not defined', () => {
    meta('samen-space', 'page');
    equal(look(place(html`<samen-space space="around"><p></p></samen-space>`)).space, 'around');
  });

  it('prefers the nearest of two around it, and takes from the outer what the inner does not say', () => {
    const container = place(
      html`<samen-space backend="outer:" space="outer"><samen-space space="inner"><p></p></samen-space></samen-space>`,
    );
    equal(look(container), { backend: 'outer:', space: 'inner' });
  });

  it('prefers its own attributes to all', () => {
    meta('samen-space', 'page');
    equal(look(place(html`<samen-space space="around"><p></p></samen-space>`), { space: 'own' }).space, 'own');
  });

  it('finds a samen-space outside the shadow root it stands in', () => {
    const container = place(html`<samen-space space="outside"><div></div></samen-space>`);
    const root = container.querySelector('div')?.attachShadow({ mode: 'open' });
    const inner = document.createElement('p');
    root?.append(inner);
    equal(configurationOf(inner, {}).space, 'outside');
  });

  it('strips the curly quotes of an editor', () => {
    equal(look(place(html`<p></p>`), { space: '”wonen”' }).space, 'wonen');
  });
});

describe('a wrong backend or space', () => {
  const fault = (backend: string, space = 'default') => checkConfiguration({ backend, space })?.fault;

  it('is plain http, except on this machine', () => {
    equal(fault('http://intranet.example/v1'), 'backendNotHttps');
    equal(fault('http://127.0.0.1:8080/v1'), undefined);
    equal(fault('http://localhost/v1'), undefined);
    equal(fault('http://127.0.0.1.evil.example/v1'), 'backendNotHttps');
  });

  it('is what is no address', () => {
    equal(fault('intranet.example/v1'), 'backendNotAnAddress');
    equal(fault('https://'), 'backendNotAnAddress');
    equal(fault('https://een adres'), 'backendNotAnAddress');
  });

  it('is a space that is no id', () => {
    equal(fault('local:', 'Sociaal Domein'), 'spaceNotAnId');
    equal(fault('local:', 'sociaal-domein'), undefined);
  });
});

describe('an attribute with a value nobody knows', () => {
  it('gives the default and one warning, however often it is met', async () => {
    const said = await warningsDuring(() => {
      for (let time = 0; time < 3; time += 1) equal(oneOf('xyz', ['rose', 'needs'], 'rose', warnOnce, 'view'), 'rose');
    });
    equal(said.length, 1);
  });

  it('does not warn about a known one, in whatever case and quotes', async () => {
    const said = await warningsDuring(() => equal(oneOf('“Needs”', ['rose', 'needs'], 'rose'), 'needs'));
    equal(said, []);
  });

  it('makes a heading level of 9 a 2', async () => {
    const said = await warningsDuring(() => equal(headingLevelOf('9'), 2));
    equal(said.length, 1);
    equal(headingLevelOf('4'), 4);
    equal(headingLevelOf(null), 2);
  });
});
