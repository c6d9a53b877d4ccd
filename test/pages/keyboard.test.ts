import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, openDemonstration, openSite, untilDrawn, visit } from './support';
import type { Site, Visit } from './support';

const DRIVERS = ['De inwoner eerst', 'Samen eigenaar', 'Open en eerlijk', 'Leren door te doen', 'Dichtbij en simpel'];
const TASKS = ['Ronde openen', 'Bedoeling aanpassen', 'Fasen aanpassen'];
const WIDTHS = {
  1200: { width: 1200, height: 900 },
  320: { width: 320, height: 640 },
} as const;
/** What Tab meets on the compass, in the order in which one reads. */
const STOPS: Record<keyof typeof WIDTHS, string[]> = {
  1200: ['Vraag en aanbod', ...DRIVERS, 'Alle rondes', ...TASKS, 'Mijn gegevens'],
  320: [...DRIVERS, 'Vraag en aanbod', 'Alle rondes', 'Voor het kernteam', 'Mijn gegevens'],
};

interface Focus {
  name: string;
  tag: string;
  /** Within the compass in the content of the page. */
  isInside: boolean;
  /** Its place in what is seen, with room for an outline. */
  box: { x: number; y: number; width: number; height: number };
  isInView: boolean;
}

/** What has the focus, through shadow roots. */
function focusOn(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    let element = document.activeElement;
    const isInside = element?.matches('main samen-compass') ?? false;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels = element && 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
    const label = labels.map(({ textContent }) => textContent).join(' ');
    const said = element?.getAttribute('aria-label') ?? (label || (element?.textContent ?? ''));
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    const radio = element instanceof HTMLInputElement && element.type === 'radio' ? element.closest('label') : null;
    const around = radio?.getBoundingClientRect() ?? { x, y, width, height };
    return {
      name: said.replace(/\s+/g, ' ').trim(),
      tag: element?.localName ?? '',
      isInside,
      box: {
        x: Math.max(0, Math.floor(around.x - 6)),
        y: Math.max(0, Math.floor(around.y - 6)),
        width: Math.ceil(around.width + 12),
        height: Math.ceil(around.height + 12),
      },
      isInView: y + height > 0 && y < innerHeight && x + width > 0 && x < innerWidth,
    };
  });
}

/** Puts the focus just before the compass, as the link to the content does. */
async function stepToContent(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Direct naar de inhoud' }).focus();
  await page.keyboard.press('Enter');
}

/** Every stop of Tab in the compass, from the place before it until Tab leaves. */
async function stops(page: Page, each: (focus: Focus) => Promise<void> = async () => {}): Promise<Focus[]> {
  const found: Focus[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOn(page);
    await each(focus);
    if (!focus.isInside) return found;
    found.push(focus);
  }
  throw new Error('Tab does not leave the compass');
}

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const met: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    await page.keyboard.press(key);
    const focus = await focusOn(page);
    met.push(focus.name);
    if (focus.isInside && focus.name.startsWith(name)) return;
  }
  throw new Error(`${key} does not reach "${name}", but ${met.join(' | ')}`);
}

/** Waits until this has the focus: it comes with the screen that is drawn. */
async function untilFocusOn(page: Page, name: string, tag?: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const focus = await focusOn(page);
    if (focus.isInside && focus.name.startsWith(name) && (!tag || focus.tag === tag)) return;
    if (Date.now() > end) assert.fail(`the focus is on ${focus.tag} "${focus.name.slice(0, 60)}", not on "${name}"`);
    await page.waitForTimeout(20);
  }
}

describe('the compass by keyboard alone', () => {
  let site: Site;
  before(async () => (site = await openSite()));
  after(() => site.close());

  for (const width of [1200, 320] as const) {
    const isNarrow: boolean = width === 320;
    const at = (walk: (visitor: Visit) => Promise<void>, height: number = WIDTHS[width].height) =>
      visit(site, { viewport: { width, height } }, walk);

    it(`is walked in the order in which one reads, and left again, at ${String(width)} px`, () =>
      at(async (visitor) => {
        const { page } = await openDemonstration(visitor);
        await stepToContent(page);
        const met = await stops(page);
        assert.equal(met.length, STOPS[width].length, met.map(({ name }) => name).join(' | '));
        met.forEach(({ name, isInView }, index) => {
          assert.ok(
            name.startsWith(STOPS[width][index] ?? '?'),
            `${name} stands where one reads ${String(STOPS[width][index])}`,
          );
          assert.ok(isInView, `${name} is in view when it has the focus`);
        });
        await tabTo(page, met.at(-1)?.name ?? '', 'Shift+Tab');
      }));

    it(`shows where the focus is, at ${String(width)} px`, () =>
      at(async (visitor) => {
        const { page } = await openDemonstration(visitor);
        await stepToContent(page);
        const picture = ({ box: clip }: Focus) => page.screenshot({ clip });
        let last: { focus: Focus; withFocus: Buffer } | undefined;
        const seen: string[] = [];
        await stops(page, async (focus) => {
          if (last) {
            const without = await picture(last.focus);
            assert.ok(!last.withFocus.equals(without), `the focus on "${last.focus.name}" is seen`);
            seen.push(last.focus.name);
          }
          last = focus.isInside ? { focus, withFocus: await picture(focus) } : undefined;
        });
        assert.equal(seen.length, STOPS[width].length, seen.join(' | '));
        // So high that nothing scrolls: a picture with the focus and one without are of the same place.
      }, 6000));

    it(`opens a driver, and goes back to its button, at ${String(width)} px`, () =>
      at(async (visitor) => {
        const { page } = await openDemonstration(visitor);
        await stepToContent(page);
        await tabTo(page, 'Open en eerlijk');
        await page.keyboard.press('Enter');
        await untilFocusOn(page, 'Open en eerlijk', width === 1200 ? 'h3' : undefined);
        await tabTo(page, 'Kompas', 'Shift+Tab');
        await page.keyboard.press('Space');
        await untilFocusOn(page, 'Open en eerlijk', 'button');
      }));

    it(`gives the focus back after a task of the core team, at ${String(width)} px`, () =>
      at(async (visitor) => {
        const { page, compass } = await openDemonstration(visitor);
        await stepToContent(page);
        if (isNarrow) {
          await tabTo(page, 'Voor het kernteam');
          await page.keyboard.press('Enter');
        }
        await tabTo(page, 'Fasen aanpassen');
        await page.keyboard.press('Enter');
        await untilFocusOn(page, 'Fasen aanpassen', 'h3');
        await tabTo(page, 'Annuleren');
        await page.keyboard.press('Enter');
        await untilDrawn(compass);
        await untilFocusOn(page, 'Fasen aanpassen', 'button');
      }));

    it(`opens and closes a dialog, at ${String(width)} px`, () =>
      at(async (visitor) => {
        const { page } = await openDemonstration(visitor);
        await stepToContent(page);
        await tabTo(page, 'Vraag en aanbod');
        await page.keyboard.press('Enter');
        await untilFocusOn(page, 'Vraag en aanbod', 'h3');
        await tabTo(page, 'Vraag toevoegen');
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog', { name: 'Vraag toevoegen' });
        await dialog.waitFor();
        for (let turn = 0; turn < 12; turn += 1) {
          await page.keyboard.press('Tab');
          const inDialog = await dialog.evaluate((element) => element.matches(':focus-within'));
          const inPage = await page.evaluate(() => document.hasFocus() && document.activeElement !== document.body);
          assert.ok(inDialog || !inPage, 'the focus stays in the dialog');
        }
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
        await untilFocusOn(page, 'Vraag toevoegen', 'button');
        await tabTo(page, 'Kompas', 'Shift+Tab');
        await page.keyboard.press('Enter');
        await untilFocusOn(page, 'Vraag en aanbod', 'button');
      }));

    it(`opens a round and checks in, at ${String(width)} px`, () =>
      at(async (visitor) => {
        const { page, compass } = await openDemonstration(visitor);
        await stepToContent(page);
        if (isNarrow) {
          await tabTo(page, 'Voor het kernteam');
          await page.keyboard.press('Enter');
        }
        await tabTo(page, 'Ronde openen');
        await page.keyboard.press('Enter');
        await untilFocusOn(page, 'Ronde openen', 'h3');
        await tabTo(page, 'Ronde openen');
        await page.keyboard.press('Enter');
        await compass.getByRole('button', { name: 'Inchecken', exact: true }).waitFor();

        await stepToContent(page);
        await tabTo(page, 'Inchecken');
        await page.keyboard.press('Enter');
        const steps = DRIVERS.length;
        for (let step = 1; step <= steps; step += 1) {
          await compass.getByText(`${String(step)} van ${String(steps)}`, { exact: true }).waitFor();
          await untilFocusOn(page, '', 'h3');
          await tabTo(page, 'Goed');
          if (step === 1) {
            // The error of a step without an answer takes the focus to what to do.
            await page.keyboard.press('Enter');
            await untilFocusOn(page, 'Kijk dit nog even na');
            await tabTo(page, 'Goed');
          }
          await page.keyboard.press('Space');
          await page.keyboard.press('ArrowDown');
          await untilFocusOn(page, 'Kan beter', 'input');
          assert.ok(await compass.getByRole('radio', { name: 'Kan beter', exact: true }).isChecked());
          if (step === 2) {
            await tabTo(page, 'Wil je er iets bij zeggen?');
            await page.keyboard.type('Met het toetsenbord.');
            await tabTo(page, 'Volgende');
          }
          await page.keyboard.press('Enter');
        }
        await compass.getByText('Dank je. Je antwoord telt mee.').first().waitFor();
        await untilFocusOn(page, 'Inchecken aanpassen', 'button');
      }));
  }
});
