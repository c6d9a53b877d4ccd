import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { eachScreen } from './screens';
import { openDemonstration, openSite, visit } from './support';
import type { Site, VisitOptions } from './support';

/** What sticks out of the page at its side, or out of what scrolls by itself: nothing should. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      found.push(`the page is ${String(scrollWidth)} px wide in ${String(clientWidth)} px`);
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const style = getComputedStyle(element);
        // A table of all rounds may scroll in its own place; what only ears meet has no size.
        if (/auto|scroll/.test(style.overflowX)) continue;
        if (style.clipPath !== 'none' || style.position === 'fixed' || !element.checkVisibility()) continue;
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 0 && (right > clientWidth + 1 || left < -1) && !element.closest('.scroll, svg, .hidden')) {
          found.push(`${element.localName}.${element.className}: ${String(left)} to ${String(right)}`);
        }
      }
    };
    const compass = document.querySelector('main samen-compass');
    if (compass?.shadowRoot) look(compass.shadowRoot);
    return found.slice(0, 5);
  });
}

/** The same on every screen, by its name. */
async function sticksOutAnywhere(
  page: Page,
  counts: (line: string) => boolean = () => true,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await eachScreen(page, async (screen) => {
    const here = (await sticksOut(page)).filter(counts);
    if (here.length > 0) found[screen] = here;
  });
  return found;
}

const PLACES: Record<string, VisitOptions> = {
  '320 by 256 px': { viewport: { width: 320, height: 256 } },
  'a window of 1280 px at 200 %': { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
};

/** Properties that a page's old style sheets leak into what stands on it. */
const LEAKS = [
  'textTransform',
  'lineHeight',
  'fontSize',
  'letterSpacing',
  'wordSpacing',
  'textAlign',
  'textIndent',
  'fontStyle',
  'fontVariantCaps',
  'whiteSpaceCollapse',
  'textWrapMode',
  'textShadow',
  'boxSizing',
  'color',
  'fontFamily',
] as const;

interface Seen {
  path: string;
  style: string;
  box: [number, number];
}

/** How every element in the compass is drawn: its style, and the size of its box. */
function everyBox(page: Page): Promise<Seen[]> {
  return page.evaluate((leaks) => {
    const found: Seen[] = [];
    const look = (root: ParentNode, path: string): void => {
      // The group around an icon that came after its place was drawn is no box of its own.
      for (const element of root.querySelectorAll('*:not(g)')) {
        const name = `${path} ${element.localName}.${String(element.getAttribute('class'))}`;
        const style = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        found.push({
          path: name,
          style: leaks.map((leak) => `${leak}: ${style[leak as keyof CSSStyleDeclaration] as string}`).join('; '),
          box: [Math.round(width), Math.round(height)],
        });
        if (element.shadowRoot) look(element.shadowRoot, name);
      }
    };
    const root = document.querySelector('samen-compass')?.shadowRoot;
    if (root) look(root, '');
    return found;
  }, LEAKS);
}

/** What is seen once it no longer changes: icons and late parts have come, however busy the machine is. */
async function settled<T>(look: () => Promise<T>): Promise<T> {
  let before = '';
  for (let alike = 0; ;) {
    const now = await look();
    const text = JSON.stringify(now);
    alike = text === before ? alike + 1 : 0;
    if (alike === 4) return now;
    before = text;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('the compass in a narrow or a hostile place', () => {
  let site: Site;
  before(async () => (site = await openSite()));
  after(() => site.close());

  for (const [place, options] of Object.entries(PLACES)) {
    it(`never scrolls sideways, in ${place}`, () =>
      visit(site, options, async (visitor) => {
        const { page } = await openDemonstration(visitor);
        assert.deepEqual(await sticksOutAnywhere(page), {});
      }));
  }

  it('never scrolls sideways with letters twice as large in 640 px', () =>
    visit(site, { viewport: { width: 640, height: 600 } }, async (visitor) => {
      const { page } = await openDemonstration(visitor);
      await page.evaluate(() => {
        for (const compass of document.querySelectorAll('samen-compass')) compass.style.fontSize = '200%';
      });
      // The page itself is not the widget's: only what is in the compass is looked at.
      assert.deepEqual(await sticksOutAnywhere(page, (line) => !line.startsWith('the page')), {});
    }));

  it('is drawn alike on a calm page and on one with old style sheets', () =>
    visit(site, {}, async (visitor) => {
      // Seeds the space, and makes somebody of the core team of who visits.
      await openDemonstration(visitor);
      const seen = new Map<string, Seen[]>();
      const looked = async (host: string) => {
        const page = await visitor.open(`/demo/hosts/${host}.html`);
        await page.mouse.move(0, 0);
        await eachScreen(
          page,
          async (screen) => {
            seen.set(`${host}: ${screen}`, await settled(() => everyBox(page)));
          },
          { only: ['the compass', 'a driver', 'needs', 'history', 'phases'] },
        );
        await page.close();
      };
      await looked('calm');
      await looked('hostile');
      for (const [key, calm] of seen) {
        if (!key.startsWith('calm')) continue;
        const hostile = seen.get(key.replace('calm', 'hostile')) ?? [];
        assert.ok(calm.length > 30, `${key} was drawn`);
        assert.equal(hostile.length, calm.length, `${key}: as many elements`);
        const unlike = calm.flatMap((one, index) => {
          const other = hostile[index];
          const isAsLarge = one.box.every((side, at) => Math.abs(side - (other?.box[at] ?? 0)) <= 1);
          return isAsLarge && one.path === other?.path && one.style === other.style
            ? []
            : [{ path: one.path, calm: [one.style, one.box], hostile: [other?.style, other?.box] }];
        });
        assert.deepEqual(unlike.slice(0, 3), [], key);
      }
    }));
});
