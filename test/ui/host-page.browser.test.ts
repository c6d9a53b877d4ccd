import { elementsOf, nameOf, showEveryPart } from './every-part';
import type { UiStage } from '../../stories/ui-stage';
import { clear, equal, holds } from '../elements/support';

/** What a page could change of what is inside. Size, letter and colours of the page are meant to be taken over. */
const PROPERTIES = [
  'font-size',
  'font-style',
  'font-weight',
  'font-variant',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'text-transform',
  'text-indent',
  'text-align',
  'text-shadow',
  'white-space',
  'word-break',
  'cursor',
  'visibility',
  'list-style-type',
  'overflow-wrap',
  'width',
  'height',
] as const;

/** The lines of an icon are left out: one that came late is drawn otherwise than one that was there. */
const looks = (stages: readonly UiStage[]) =>
  elementsOf(stages).flatMap((element) => {
    if (element.matches('.icon *')) return [];
    const style = getComputedStyle(element);
    return `${nameOf(element)} ${PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`;
  });

const PLACE = 'inline-size: 480px; font-size: 16px';
const HOSTILE =
  'text-transform: uppercase; letter-spacing: 0.3em; line-height: 3; word-spacing: 1em; text-indent: 2em; white-space: pre; text-align: center; font-style: italic; font-weight: 700; font-variant: small-caps; word-break: break-all; text-shadow: 1px 1px red; list-style: square; cursor: wait; hyphens: auto; overflow-wrap: anywhere';

describe('a page with styles of its own', () => {
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('style');
  });

  it('changes nothing inside: root size, capitals, spacing and line height', async () => {
    const calm = looks(await showEveryPart(PLACE));
    clear();
    document.documentElement.style.cssText = 'font-size: 62.5%';
    const stages = await showEveryPart(`${PLACE}; ${HOSTILE}`);
    const hostile = looks(stages);
    holds(calm.length > 100, 'there are parts to compare');
    equal(
      hostile.filter((line, index) => line !== calm[index]),
      calm.filter((line, index) => line !== hostile[index]),
    );
  });

  it('sets the size of everything: twice the letters, twice the text', async () => {
    const size = async (style: string) => {
      const [stage] = await showEveryPart(style);
      const found = parseFloat(getComputedStyle(stage?.shadowRoot?.querySelector('button') ?? document.body).fontSize);
      clear();
      return found;
    };
    equal((await size('font-size: 32px')) / (await size('font-size: 16px')), 2);
  });
});
