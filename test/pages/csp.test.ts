import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { contentSecurityPolicy } from '../../scripts/serve.mjs';
import { eachScreen } from './screens';
import { compassOn, openDemonstration, openSite, pageWith, untilDrawn, visit } from './support';
import type { Site } from './support';

const TAG = `<samen-compass backend="local:" space="sociaal-domein"><p>Hier staat straks het kompas.</p></samen-compass>`;
const scripts = (...files: string[]) => files.map((file) => `<script type="module" src="${file}"></script>`).join('');

describe('ways in, under a strict policy', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      '/one-file.html': pageWith(TAG, scripts('/samen/samen.all.js')),
      '/twice.html': pageWith(TAG, scripts('/samen/samen.js', '/samen/samen.js?again', '/samen/samen.all.js')),
      '/other-way-round.html': pageWith(TAG, scripts('/samen/samen.all.js', '/samen/samen.js')),
      '/split.html': pageWith(TAG),
    });
  });
  after(() => site.close());

  it('is a policy that allows nothing but the page itself, and no text as script', () =>
    visit(site, {}, async (visitor) => {
      const response = await (await visitor.open()).request.get(site.url);
      assert.equal(response.headers()['content-security-policy'], contentSecurityPolicy);
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "require-trusted-types-for 'script'",
      ])
        assert.ok(contentSecurityPolicy.includes(part), part);
      assert.doesNotMatch(contentSecurityPolicy, /unsafe|\*/);
    }));

  it('shows every screen', () =>
    visit(site, {}, async (visitor) => {
      const { page } = await openDemonstration(visitor);
      let screens = 0;
      await eachScreen(page, async () => void (screens += 1));
      assert.ok(screens >= 10);
    }));

  it('notices when something is refused', () =>
    visit(site, { expected: [/./] }, async (visitor) => {
      const page = await visitor.open();
      const isTold = page.waitForEvent('console', { predicate: (said) => said.text().startsWith('policy: style-src') });
      await page.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'p { color: red }';
        document.head.append(style);
      });
      await isTold;
      assert.match(visitor.said.join('\n'), /policy: style-src/);
    }));

  /** The space, and a person in it; then a page without the demonstration around it. */
  const seeded = async (visitor: Parameters<Parameters<typeof visit>[2]>[0], path: string): Promise<Page> => {
    await openDemonstration(visitor);
    return visitor.open(path);
  };

  for (const [path, about] of [
    ['/split.html', 'with samen.js'],
    ['/one-file.html', 'with everything in one file'],
    ['/twice.html', 'with samen.js twice, and everything in one file beside it'],
    ['/other-way-round.html', 'with everything in one file, and samen.js after it'],
    ['/demo/bare.html', 'on a bare page'],
  ] as const) {
    it(`works ${about}`, () =>
      visit(site, {}, async (visitor) => {
        const page = await seeded(visitor, path);
        const only = ['the compass', 'a driver', 'needs', 'asking', 'history', 'opening a round', 'checking in'];
        await eachScreen(
          page,
          async (screen) => {
            assert.equal(await compassOn(page).count(), 1, `${screen}: one compass`);
          },
          { only },
        );
      }));
  }

  it('shows what is inside the tag while the script is blocked, and when a part of it is', () =>
    visit(site, { expected: [/ERR_FAILED|could not be loaded|Failed to fetch/] }, async (visitor) => {
      await openDemonstration(visitor);
      for (const blocked of ['**/samen/samen.js', '**/samen/chunks/compass-*.js']) {
        await visitor.context.route(blocked, (route) => route.abort());
        const page = await visitor.open('/split.html');
        await page.getByText('Hier staat straks het kompas.').waitFor();
        await page.waitForLoadState('networkidle');
        assert.ok(await page.getByText('Hier staat straks het kompas.').isVisible(), blocked);
        assert.equal(await compassOn(page).count(), 0);
        await visitor.context.unroute(blocked);
        await page.reload();
        await untilDrawn(compassOn(page));
        assert.ok(!(await page.getByText('Hier staat straks het kompas.').isVisible()));
        await page.close();
      }
    }));
});
