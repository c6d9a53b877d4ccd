import { feedSpace, openBackpack, tidyUp, titles } from './bench';
import { withMany } from '../../../stories/backpack-rows';
import { find, press, see } from '../../../stories/compass-find';
import { equal, frame, holds, until } from '../../elements/support';

/** Where lists are this long, some machines need their time. */
const PATIENCE = 240_000;

declare global {
  interface Window {
    /** The page's own search, as far as a browser lets a page ask for it. */
    find?: (text: string) => boolean;
  }
}

describe('a long feed', function () {
  afterEach(tidyUp);

  it('of two thousand is read to its end by scrolling, and the page’s own search finds its last', async function (this: {
    timeout: (milliseconds: number) => void;
  }) {
    this.timeout(PATIENCE);
    const backpack = await openBackpack(await feedSpace((rows, day) => withMany(rows, day, 2000)));
    await see(backpack, 'article');
    await until(
      'all are there',
      () => {
        window.scrollTo(0, document.documentElement.scrollHeight);
        return !find(backpack, 'button', 'Oudere ervaringen tonen') && titles(backpack).length > 20;
      },
      PATIENCE,
    );
    const all = titles(backpack);
    equal(all.length, 2015);
    equal(new Set(all).size, 2015);
    window.scrollTo(0, 0);
    await frame();
    const articles = backpack.shadowRoot?.querySelectorAll('article') ?? [];
    const hidden = [...articles].filter((each) => !each.checkVisibility({ contentVisibilityAuto: true }));
    holds(hidden.length > 1500, `only what is near is drawn: ${String(hidden.length)} of 2,015 are passed over`);
    getSelection()?.removeAllRanges();
    // Not every engine lets a page ask for what is in a shadow root.
    const search = window.find?.bind(window);
    if (search?.(all[0] ?? '')) holds(search(all[1990] ?? ''), 'the browser’s search finds what is far below');
  });

  it('changes nothing in the parts in which nothing changed', async () => {
    const space = await feedSpace((rows, day) => withMany(rows, day, 95));
    const backpack = await openBackpack(space, { attributes: { limit: '100' } });
    await until('a hundred', () => titles(backpack).length === 100);
    const parts = [...(backpack.shadowRoot?.querySelectorAll('.chunk') ?? [])];
    holds(parts.length > 3, 'it is drawn in parts');
    const drawn = new Set<number>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) drawn.add(parts.findIndex((part) => part.contains(target)));
    });
    for (const part of parts)
      observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true });
    const target = titles(backpack)[30] ?? '';
    const one = await see(backpack, 'article', target);
    await press(one, 'Inpakken');
    await see(await see(backpack, 'article', target), 'button', 'Ingepakt');
    await frame();
    observer.disconnect();
    equal([...drawn], [parts.findIndex((part) => part.contains(one))]);
  });
});
