/** Moving the cards of the agenda over a real server: whichever way it is done, the same becomes of it. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { MEMBER, PARTNER, ask } from './backpack-support';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site, Visit } from './support';
import type { AgendaItemView } from '../../src/model/agenda-types';
import { newId } from '../../src/model/new-id';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WORK = 'afd-werk';
interface Axe {
  run: (context: unknown, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
}

/** Of the same party: another person. */
const COLLEAGUE = 'afd-werk-2';
const AGENDA = '<samen-agenda backend="/v1" space="sociaal-domein"></samen-agenda>';

const agendaOn = (page: Page): Locator => page.getByRole('region', { name: 'Toekomstagenda', exact: true });
const lane = (page: Page, name: string): Locator => agendaOn(page).getByRole('region', { name, exact: true });
const cardIn = (within: Locator, title: string): Locator =>
  within.getByRole('article').filter({ has: within.page().getByRole('link', { name: title, exact: true }) });
const menuButton = (page: Page, title: string): Locator =>
  agendaOn(page).getByRole('button', { name: `Verplaatsen: ${title}`, exact: true });

async function openAgenda(site: Site, visitor: Visit, { as = MEMBER, path = 'show/phases' } = {}): Promise<Page> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: as, url: site.url }]);
  await visitor.context.route(`${site.url}/agenda`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(AGENDA) }),
  );
  const page = await visitor.open(`/agenda#samen=agenda/${path}`);
  await agendaOn(page).getByRole('article').first().waitFor();
  return page;
}

/** An item in phase 3; Werk has its ball. */
async function makeItem(site: Site, title: string, as = MEMBER): Promise<AgendaItemView> {
  const id = newId();
  await ask(site, as, 'saveAgendaItem', {
    id,
    version: 0,
    title,
    question: 'Wie weet het?',
    driverIds: ['d-samen'],
    phaseId: 'f3',
    topics: [`over ${title.toLowerCase()}`],
    audience: 'everyone',
  });
  const { status } = await ask(site, as, 'takeBall', { id, version: 1 });
  assert.equal(status, 200);
  return itemNow(site, id);
}

async function itemNow(site: Site, id: string): Promise<AgendaItemView> {
  return (await ask(site, MEMBER, 'getAgendaItem', { id })).answer;
}

/** What people write of it, and nothing of what the server adds. */
const wordsOf = ({ title, question, driverIds, phaseId, topics, audience }: AgendaItemView) => ({
  title,
  question,
  driverIds,
  phaseId,
  topics,
  audience,
});

/** So high that the whole board is in sight. */
const DESK = { viewport: { width: 1200, height: 3000 } };

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  assert(box, 'it is on the page');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
}

/** Takes a card with the mouse and holds it over something, without letting go. */
async function carry(page: Page, title: string, over: Locator): Promise<void> {
  const card = cardIn(agendaOn(page), title).first();
  // Once it stands still: on a busy machine what is beside it may still come.
  await card.hover({ trial: true });
  const from = await middleOf(card);
  const to = await middleOf(over);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

const WAYS = {
  'by drag': async (page: Page, title: string, _target: string, aim: Locator) => {
    await carry(page, title, aim);
    await page.mouse.up();
  },
  'by menu': async (page: Page, title: string, target: string) => {
    await menuButton(page, title).click();
    await agendaOn(page).getByRole('menu').getByText(target, { exact: true }).click();
  },
  'by keyboard': async (page: Page, title: string, target: string) => {
    await menuButton(page, title).focus();
    await page.keyboard.press('Enter');
    const items = agendaOn(page).getByRole('menu').locator('[role^="menuitem"]');
    await items.first().waitFor();
    const words = await items.allInnerTexts();
    const at = words.findIndex((each) => each.trim() === target);
    assert(at >= 0, `${target} is in the menu: ${words.join('; ')}`);
    await page.keyboard.press('Home');
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  },
};

/** The name of what has the focus, through shadow roots. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '';
  });

describe('a card of the agenda is moved', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  for (const [how, move] of Object.entries(WAYS)) {
    it(`to another phase ${how}, with its words and the focus`, LIMIT, () =>
      visit(site, DESK, async (visitor) => {
        const title = `Naar een fase ${how}`;
        const item = await makeItem(site, title);
        const page = await openAgenda(site, visitor);
        await cardIn(lane(page, '3. Proberen en leren'), title).waitFor();
        await move(page, title, '4. Laten zien', lane(page, '4. Laten zien'));
        await cardIn(lane(page, '4. Laten zien'), title).waitFor();
        await page.getByText(`‘${title}’ staat nu in 4. Laten zien.`, { exact: true }).waitFor();
        assert.equal(await focusedName(page), `Verplaatsen: ${title}`);
        const moved = await untilServer(site, item.id, ({ phaseId }) => phaseId === 'f4');
        assert.deepEqual(wordsOf(moved), { ...wordsOf(item), phaseId: 'f4' });
        assert.equal(moved.version, item.version + 1);
        await agendaOn(page).getByRole('button', { name: 'Ongedaan maken', exact: true }).click();
        await cardIn(lane(page, '3. Proberen en leren'), title).waitFor();
        await page.waitForFunction(() => location.hash.includes('show/phases'));
        await untilServer(site, item.id, ({ phaseId }) => phaseId === 'f3');
      }),
    );

    it(`to another party ${how}: the ball is offered, with a note, and not given`, LIMIT, () =>
      visit(site, DESK, async (visitor) => {
        const title = `Naar een partij ${how}`;
        const item = await makeItem(site, title);
        const page = await openAgenda(site, visitor, { path: 'show/balls' });
        await move(page, title, 'Welzijnswerk', lane(page, 'Welzijnswerk'));
        await page.waitForURL(`**/agenda#samen=agenda/${item.id}/offer/par-welzijn`);
        assert.equal(await agendaOn(page).getByLabel('Aan wie?').inputValue(), 'par-welzijn');
        assert.equal((await itemNow(site, item.id)).ball.state, 'held', 'nothing was done yet');
        await agendaOn(page).getByRole('button', { name: 'Annuleren', exact: true }).click();
        await cardIn(lane(page, 'Werk en Inkomen'), title).waitFor();
        assert.equal(await focusedName(page), title);
        await move(page, title, 'Welzijnswerk', lane(page, 'Welzijnswerk'));
        await agendaOn(page).getByLabel('Wat moet de ander weten?').fill('Kunnen jullie bellen?');
        await agendaOn(page).getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
        await cardIn(lane(page, 'Welzijnswerk'), title).getByText('aangeboden door Werk en Inkomen').waitFor();
        await agendaOn(page).getByText('Bal aangeboden aan Welzijnswerk.', { exact: true }).waitFor();
        const { ball } = await untilServer(site, item.id, (now) => now.ball.offer !== undefined);
        assert.equal(ball.holderId, WORK);
        assert.equal(ball.offer?.toPartyId, 'par-welzijn');
        assert.equal(ball.offer.note, 'Kunnen jullie bellen?');
      }),
    );
  }

  it('with nothing that axe finds wrong, in the menu and while it is carried', LIMIT, () =>
    visit(site, DESK, async (visitor) => {
      const title = 'Voor iedereen';
      await makeItem(site, title);
      const page = await openAgenda(site, visitor, { path: 'show/balls' });
      await page.addScriptTag({ path: AXE });
      await menuButton(page, title).click();
      await agendaOn(page).getByRole('menu').waitFor();
      assert.deepEqual(await findings(page), []);
      await page.keyboard.press('Escape');
      await carry(page, title, lane(page, 'Welzijnswerk'));
      await agendaOn(page).getByText('Bal aanbieden aan Welzijnswerk', { exact: true }).waitFor();
      assert.deepEqual(await findings(page), []);
      await page.keyboard.press('Escape');
    }),
  );

  it('not by who may not, and it is said why', LIMIT, () =>
    visit(site, DESK, async (visitor) => {
      const title = 'Niet van de woningcorporatie';
      const item = await makeItem(site, title);
      const page = await openAgenda(site, visitor, { as: PARTNER });
      const why = 'Alleen Werk en Inkomen en het kernteam kunnen dit punt in een andere fase zetten.';
      await carry(page, title, lane(page, '4. Laten zien'));
      await agendaOn(page).getByText(why, { exact: true }).waitFor();
      await page.mouse.up();
      await agendaOn(page).getByRole('status').getByText(why, { exact: true }).waitFor();
      await menuButton(page, title).click();
      const menu = agendaOn(page).getByRole('menu');
      assert.deepEqual(
        await menu
          .getByRole('menuitem')
          .evaluateAll((all) => all.map((one) => [one.textContent?.trim(), one.ariaDisabled])),
        [
          [why, 'true'],
          ['De bal ligt bij Werk en Inkomen. Alleen zij kunnen hem aanbieden.', 'true'],
        ],
      );
      assert.equal(await menu.getByRole('menuitemradio').count(), 0);
      await page.keyboard.press('Escape');
      assert.equal(await focusedName(page), `Verplaatsen: ${title}`);
      assert.deepEqual(await itemNow(site, item.id), item);
    }),
  );

  it('and stays where it was when Escape ends it', LIMIT, () =>
    visit(site, DESK, async (visitor) => {
      const title = 'Toch maar niet';
      const item = await makeItem(site, title);
      const page = await openAgenda(site, visitor);
      await carry(page, title, lane(page, '4. Laten zien'));
      await agendaOn(page).getByText('Naar 4. Laten zien', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await agendaOn(page).getByText('Naar 4. Laten zien', { exact: true }).waitFor({ state: 'detached' });
      await page.mouse.up();
      assert.equal(new URL(page.url()).hash, '#samen=agenda/show/phases', 'letting go opened nothing');
      assert.equal(await cardIn(lane(page, '4. Laten zien'), title).count(), 0);
      assert.deepEqual(await itemNow(site, item.id), item);
    }),
  );

  it('too late when a colleague moved it first: that is said, and the card stands where it is now', LIMIT, () =>
    visit(site, { ...DESK, expected: [/412/] }, async (visitor) => {
      const title = 'Twee tegelijk';
      const item = await makeItem(site, title);
      const page = await openAgenda(site, visitor);
      await page.route(`**/agenda-items/${item.id}`, async (route) => {
        if (route.request().method() === 'PUT') {
          const { id, version } = item;
          await ask(site, COLLEAGUE, 'saveAgendaItem', { ...wordsOf(item), id, version, phaseId: 'f5' });
        }
        await route.continue();
      });
      await WAYS['by menu'](page, title, '4. Laten zien');
      const said = `Niet verplaatst: iemand anders veranderde ‘${title}’ net. Het staat nu in 5. Zelf verder.`;
      await agendaOn(page).getByRole('status').getByText(said, { exact: true }).waitFor();
      await cardIn(lane(page, '5. Zelf verder'), title).waitFor();
      assert.equal(await cardIn(lane(page, '4. Laten zien'), title).count(), 0);
      assert.equal(await focusedName(page), `Verplaatsen: ${title}`);
      assert.equal((await itemNow(site, item.id)).phaseId, 'f5');
    }),
  );
});

/** What axe finds wrong in the agenda, in a line each. */
function findings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await axe.run({ include: [['samen-agenda']] }, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
  });
}

/** What was shown at once is kept by the server a little later. */
async function untilServer(site: Site, id: string, isSo: (item: AgendaItemView) => boolean): Promise<AgendaItemView> {
  for (let turn = 0; turn < 200; turn += 1) {
    const item = await itemNow(site, id);
    if (isSo(item)) return item;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('the server never heard of it');
}

describe('on a touch screen of 360 px', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

  /** A finger on the screen. */
  async function finger(page: Page) {
    const devtools = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    return {
      down: (x: number, y: number) => send('touchStart', [{ x, y }]),
      to: (x: number, y: number) => send('touchMove', [{ x, y }]),
      up: () => send('touchEnd', []),
    };
  }

  it('a long press lifts a card, the page scrolls at its edge, and letting go puts it there', LIMIT, () =>
    visit(site, phone, async (visitor) => {
      const title = 'Met de vinger';
      const item = await makeItem(site, title);
      const page = await openAgenda(site, visitor);
      await cardIn(lane(page, '3. Proberen en leren'), title).scrollIntoViewIfNeeded();
      const start = await middleOf(cardIn(lane(page, '3. Proberen en leren'), title));
      const touch = await finger(page);
      await touch.down(start.x, start.y);
      await page.locator('[data-lifted]').waitFor();
      const target = lane(page, '4. Laten zien');
      const scrolled = await page.evaluate(() => scrollY);
      await touch.to(start.x, 300);
      await touch.to(start.x, 630);
      await page.waitForFunction(
        (element) => (element?.getBoundingClientRect().top ?? Infinity) < 480,
        await target.elementHandle(),
      );
      assert((await page.evaluate(() => scrollY)) > scrolled, 'the page scrolled along');
      const box = await target.boundingBox();
      assert(box, 'it is in sight');
      await touch.to(start.x, box.y + 30);
      await agendaOn(page).getByText('Naar 4. Laten zien', { exact: true }).waitFor();
      await touch.up();
      await cardIn(target, title).waitFor();
      await untilServer(site, item.id, ({ phaseId }) => phaseId === 'f4');
      assert.equal(new URL(page.url()).hash, '#samen=agenda/show/phases', 'it was no tap');
    }),
  );

  it('moving at once scrolls, and moves no card', LIMIT, () =>
    visit(site, phone, async (visitor) => {
      const title = 'Alleen schuiven';
      const item = await makeItem(site, title);
      const page = await openAgenda(site, visitor);
      await cardIn(lane(page, '3. Proberen en leren'), title).scrollIntoViewIfNeeded();
      const start = await middleOf(cardIn(lane(page, '3. Proberen en leren'), title));
      const before = await page.evaluate(() => scrollY);
      const touch = await finger(page);
      await touch.down(start.x, start.y);
      for (let step = 1; step <= 10; step += 1) await touch.to(start.x, start.y + step * 20);
      await page.waitForFunction((was) => scrollY < was, before);
      assert.equal(await page.locator('[data-lifted]').count(), 0);
      await touch.up();
      assert.deepEqual(await itemNow(site, item.id), item);
    }),
  );

  it('the menu offers the same, in targets of 44 px', LIMIT, () =>
    visit(site, phone, async (visitor) => {
      const title = 'Met het menu';
      const item = await makeItem(site, title);
      const page = await openAgenda(site, visitor);
      await menuButton(page, title).tap();
      const menu = agendaOn(page).getByRole('menu');
      const sizes = await menu
        .locator('[role^="menuitem"]')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      assert(Math.min(...sizes) >= 44, `of ${sizes.join(', ')}`);
      const box = await menu.boundingBox();
      assert(
        box && box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 640,
        'it is on the screen',
      );
      await menu.getByText('5. Zelf verder', { exact: true }).tap();
      await cardIn(lane(page, '5. Zelf verder'), title).waitFor();
      await untilServer(site, item.id, ({ phaseId }) => phaseId === 'f5');
    }),
  );
});
