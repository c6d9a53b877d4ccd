import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { THEMES } from '../../demo/looks';
import { commonNl } from '../../src/locales/common.nl';
import { commonEn } from '../../src/locales/common.en';
import { compassPartsEn } from '../../src/locales/compass-parts.en';
import { compassPartsNl } from '../../src/locales/compass-parts.nl';
import { compassEn } from '../../src/locales/compass.en';
import { compassNl } from '../../src/locales/compass.nl';
import { eachScreen } from './screens';
import type { Language } from './screens';
import { compassOn, openDemonstration, openSite, untilDrawn, visit } from './support';
import type { Site, Visit } from './support';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeNode {
  target: unknown;
  failureSummary?: string;
}
interface Axe {
  run: (
    context: unknown,
    options: { runOnly: string[]; resultTypes: string[] },
  ) => Promise<{ violations: { id: string; nodes: AxeNode[] }[] }>;
}

/** What axe finds wrong in the compass, in a line each. */
function findings(page: Page, runOnly: readonly string[] = STANDARD): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const options = { runOnly: [...rules], resultTypes: ['violations'] };
    const { violations } = await axe.run({ include: [['main samen-compass']] }, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
    );
  }, runOnly);
}

/** The same on every screen, by its name. */
async function findingsAnywhere(
  page: Page,
  { runOnly, ...which }: { language?: Language; only?: readonly string[]; runOnly?: readonly string[] } = {},
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await eachScreen(
    page,
    async (screen) => {
      const here = await findings(page, runOnly);
      if (here.length > 0) found[screen] = here;
    },
    which,
  );
  return found;
}

/** What moves in the compass: animations, and what would be one as soon as something changes. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const isLong = (durations: string) => durations.split(',').some((duration) => parseFloat(duration) > 0.01);
    const look = (root: ShadowRoot): void => {
      for (const animation of root.getAnimations()) if (animation.playState === 'running') found.push('an animation');
      for (const element of root.querySelectorAll('*')) {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
        const name = `${element.localName}.${String(element.getAttribute('class'))}`;
        if (isLong(transitionDuration)) found.push(`${name}: a transition of ${transitionDuration}`);
        if (animationName !== 'none' && isLong(animationDuration)) found.push(`${name}: ${animationName}`);
        if (scrollBehavior === 'smooth') found.push(`${name}: scrolls smoothly`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    const root = document.querySelector('main samen-compass')?.shadowRoot;
    if (root) look(root);
    return found;
  });
}

/** Every Dutch message that has another form in English. */
function dutchMessages(): Set<string> {
  const dutch = Object.entries<unknown>({ ...commonNl, ...compassNl, ...compassPartsNl });
  const english = new Set(Object.values<unknown>({ ...commonEn, ...compassEn, ...compassPartsEn }));
  return new Set(
    dutch.flatMap(([, message]) => (typeof message === 'string' && !english.has(message) ? [message] : [])),
  );
}

describe('how the compass looks', () => {
  let site: Site;
  before(async () => (site = await openSite()));
  after(() => site.close());

  const openWith = async (visitor: Visit, query: string, language: Language = 'nl') => {
    await visitor.context.addInitScript({ path: AXE });
    const page = await visitor.open(`/?${query}`);
    const name = language === 'nl' ? 'Kompas' : 'Compass';
    await page.getByRole('region', { name, exact: true }).waitFor();
    return page;
  };

  for (const [scheme, language] of [
    ['light', 'nl'],
    ['dark', 'nl'],
    ['light', 'en'],
  ] as const) {
    it(`keeps WCAG 2.2 AA on every screen, as far as axe sees, ${scheme} and in ${language}`, () =>
      visit(site, { colorScheme: scheme }, async (visitor) => {
        const page = await openWith(visitor, `lang=${language}&scheme=${scheme}`, language);
        assert.deepEqual(await findingsAnywhere(page, { language }), {});
      }));
  }

  it('has contrast enough in every theme, and in the dark where a theme knows it', () =>
    visit(site, { expected: [/contrast/i] }, async (visitor) => {
      const only = ['the compass', 'a driver', 'needs', 'the intention'];
      const looks = THEMES.flatMap(({ id, dark }) => [`theme=${id}`, ...(dark ? [`theme=${id}&scheme=dark`] : [])]);
      for (const look of looks) {
        const page = await openWith(visitor, look);
        assert.deepEqual(await findingsAnywhere(page, { only, runOnly: ['color-contrast'] }), {}, look);
        await page.close();
      }
    }));

  it('speaks English on every screen when the page does', () =>
    visit(site, {}, async (visitor) => {
      const page = await openWith(visitor, 'lang=en', 'en');
      const dutch = dutchMessages();
      assert.ok(dutch.size > 100, 'there are messages to look for');
      const left: string[] = [];
      await eachScreen(
        page,
        async (screen) => {
          const texts = await page.evaluate(() => {
            const found: string[] = [];
            const look = (root: ParentNode): void => {
              for (const element of root.querySelectorAll('*')) {
                found.push(element.getAttribute('aria-label') ?? '');
                for (const { nodeType, textContent } of element.childNodes)
                  if (nodeType === Node.TEXT_NODE) found.push(textContent?.replace(/\s+/g, ' ').trim() ?? '');
                if (element.shadowRoot) look(element.shadowRoot);
              }
            };
            for (const compass of document.querySelectorAll('samen-compass'))
              if (compass.shadowRoot) look(compass.shadowRoot);
            return found;
          });
          assert.ok(texts.length > 20, `${screen} was drawn`);
          for (const text of texts) if (dutch.has(text)) left.push(`${screen}: ${text}`);
        },
        { language: 'en' },
      );
      assert.deepEqual(left, []);
    }));

  for (const width of [1200, 320])
    it(`loads in the shape and the size of what comes, at ${String(width)} px`, () =>
      visit(site, { viewport: { width, height: 900 } }, async (visitor) => {
        let goOn = () => {};
        const held = new Promise<void>((resolve) => (goOn = resolve));
        await openDemonstration(visitor);
        await visitor.context.route('**/chunks/local-*.js', async (route) => {
          await held;
          await route.continue();
        });
        const page = await visitor.open('/demo/hosts/calm.html');
        const sizeOf = async (selector: string) => {
          const box = await page.locator(`samen-compass ${selector}`).first().boundingBox();
          return [box?.x, box?.width, box?.height];
        };
        await page.locator('samen-compass .bone--round').waitFor();
        const bone = await sizeOf('.bone--round');
        goOn();
        await untilDrawn(compassOn(page));
        assert.deepEqual(bone, await sizeOf('.rose'));
      }));

  it('does not move where people asked for that, not even while it loads', () =>
    visit(site, { reducedMotion: 'reduce' }, async (visitor) => {
      let goOn = () => {};
      const held = new Promise<void>((resolve) => (goOn = resolve));
      await openDemonstration(visitor);
      await visitor.context.route('**/chunks/local-*.js', async (route) => {
        await held;
        await route.continue();
      });
      // Seeded already: the page of an editor, without the demonstration's own script.
      const page = await visitor.open('/demo/hosts/calm.html');
      await page.getByText('Bezig met laden').waitFor({ state: 'attached' });
      assert.deepEqual(await moving(page), [], 'while it loads');
      goOn();
      await page.close();

      const { page: whole } = await openDemonstration(visitor);
      await eachScreen(whole, async (screen) => assert.deepEqual(await moving(whole), [], screen));
    }));

  it('shows outlines and states in the colours that people forced', () =>
    visit(site, { forcedColors: 'active' }, async (visitor) => {
      const { page, compass } = await openDemonstration(visitor);
      await eachScreen(page, async (screen, region) => {
        const bare = await region.getByRole('button').evaluateAll((buttons) =>
          buttons
            .filter((button) => button.checkVisibility() && button.matches('.btn:not(.btn--quiet)'))
            .filter((button) => {
              const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(button);
              const page = getComputedStyle(document.body).backgroundColor;
              return parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || borderTopColor === page;
            })
            .map(({ textContent }) => textContent),
        );
        assert.deepEqual(bare, [], `${screen}: buttons without an outline`);
        if (screen !== 'checking in') return;
        const answer = region.getByRole('radio', { name: 'Goed', exact: true });
        const box = await region
          .locator('label')
          .filter({ has: page.getByRole('radio', { name: 'Goed', exact: true }) })
          .first()
          .boundingBox();
        assert.ok(box);
        const before = await page.screenshot({ clip: box });
        await answer.check();
        assert.ok(!before.equals(await page.screenshot({ clip: box })), 'an answer that is chosen looks otherwise');
      });
      await compass.waitFor();
    }));

  it('is a clean page on paper: no buttons to press, all content open', () =>
    visit(site, {}, async (visitor) => {
      const { page } = await openDemonstration(visitor);
      await page.emulateMedia({ media: 'print' });
      const drivers = /^(De inwoner eerst|Samen eigenaar|Open en eerlijk|Leren door te doen|Dichtbij en simpel)/;
      const compass = compassOn(page);
      for (const at of ['compass', 'compass/driver/d-samen', 'compass/needs', 'compass/history']) {
        await page.evaluate((path) => {
          location.hash = `#samen=${path}`;
        }, at);
        await compass.getByRole('heading').nth(1).waitFor();
        await page.waitForTimeout(300);
        const buttons = await compass
          .getByRole('button')
          .evaluateAll((all) =>
            all
              .filter((button) => button.checkVisibility())
              .map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? ''),
          );
        assert.deepEqual(
          buttons.filter((name) => !drivers.test(name)),
          [],
          at,
        );
        const closed = await compass
          .locator('details')
          .evaluateAll(
            (all) =>
              all.flatMap((details) =>
                details.checkVisibility()
                  ? [...details.children].filter((child) => child.localName !== 'summary' && !child.checkVisibility())
                  : [],
              ).length,
          );
        assert.equal(closed, 0, `${at}: what can be folded is open`);
      }
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => {
        location.hash = '#samen=compass';
      });
      await untilDrawn(compass);
    }));
});
