/** The agenda by keyboard alone, in a narrow place, looked at by axe: over a real server. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { CARE, CORE_TEAM, WORK, agendaOn, item, openAgenda } from './agenda-support';
import { cutOff, focused, spaceOut, sticksOut, tabTo } from './by-keyboard';
import { LIMIT, openServedSite, visit } from './support';
import type { Site } from './support';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Axe {
  run: (context: unknown, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

/** What axe finds within the agenda, against WCAG 2.2 AA. */
async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run('samen-agenda', { runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
  });
}

describe('the agenda by keyboard alone', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('is filtered, opened, and a ball offered with a note, next step and date', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, { as: CARE });
      await tabTo(page, /^Te laat: ?1$/);
      await page.keyboard.press('Space');
      await agenda.getByRole('status').filter({ hasText: '1 agendapunt' }).waitFor();
      assert.match((await focused(page)).name, /^Te laat/, 'the focus stays on the filter');
      await tabTo(page, /^Een melding krijgt altijd antwoord$/);
      await page.keyboard.press('Enter');
      await agenda.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
      assert.match((await focused(page)).name, /^Een melding krijgt altijd antwoord$/);
      await tabTo(page, /^Bal aanbieden$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Aan wie\?$/);
      await page.keyboard.type('Werk');
      await tabTo(page, /^Wat moet de ander weten/);
      await page.keyboard.type('Kunnen jullie dit schrijven?');
      await tabTo(page, /^Volgende stap/);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Eerste versie maken');
      await tabTo(page, /^Bal aanbieden$/);
      await page.keyboard.press('Enter');
      // The date that is past is asked anew.
      await agenda.getByRole('heading', { name: 'Jullie boden de bal aan Werk en Inkomen aan' }).waitFor();
      await tabTo(page, /^Intrekken$/);
      await page.keyboard.press('Enter');
      await agenda.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
      await agenda.getByText('Ingetrokken. De bal is weer van jullie.', { exact: true }).waitFor();
    }),
  );

  it('has a new item written, and who joins chosen', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, { as: WORK });
      await tabTo(page, /^Nieuw agendapunt$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Waar gaat het over\?$/);
      await page.keyboard.type('Eén nummer voor de wijk');
      await page.keyboard.press('Enter');
      await agenda.getByRole('heading', { name: 'Niemand heeft de bal', exact: true }).waitFor();
      await tabTo(page, /^Meedenken$/);
      await page.keyboard.press('ArrowRight');
      await agenda.getByText('Kunnen de bal krijgen.').waitFor();
      await tabTo(page, /^Toekomstagenda$/);
      await page.keyboard.press('Enter');
      await item(agenda, 'Eén nummer voor de wijk').waitFor();
    }),
  );

  it('shows axe nothing to say on any of its screens', LIMIT, () =>
    visit(site, { viewport: { width: 360, height: 740 } }, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, { as: CORE_TEAM });
      assert.deepEqual(await findings(page), []);
      for (const [path, heading] of [
        ['show/balls', 'Niemand'],
        ['show/list', 'Rust voor de mantelzorger'],
        ['show/timeline', 'Zonder datum'],
        ['a2', 'Waar was de bal?'],
        ['new', 'Nieuw agendapunt'],
        ['sessions', 'Bijeenkomsten'],
        ['silent', 'Balrondje'],
      ]) {
        await page.evaluate((to) => (location.hash = `#samen=agenda/${to}`), path ?? '');
        await agenda
          .getByRole('heading', { name: heading ?? '', exact: true })
          .first()
          .waitFor();
        assert.deepEqual(await findings(page), [], path);
      }
    }),
  );

  for (const [place, viewport] of [
    ['320 by 256 px', { width: 320, height: 256 }],
    ['640 px', { width: 640, height: 900 }],
  ] as const) {
    it(`never scrolls sideways in ${place}, with text spaced out as a reader likes it`, LIMIT, () =>
      visit(site, { viewport }, async (visitor) => {
        const { page } = await openAgenda(site, visitor, { as: CARE });
        for (const path of ['show/phases', 'show/balls', 'show/list', 'a1', 'new']) {
          await page.goto(`${site.url}/agenda#samen=agenda/${path}`);
          await page.reload();
          await agendaOn(page).getByRole('heading').nth(1).waitFor();
          assert.deepEqual(await sticksOut(page), [], path);
          await spaceOut(page);
          assert.deepEqual(await sticksOut(page), [], `${path}, spaced out`);
          assert.deepEqual(await cutOff(page, 'samen-agenda'), [], path);
        }
      }),
    );
  }
});
