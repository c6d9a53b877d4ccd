/**
 * `npm run screenshots`: the pictures of README.md and docs/, taken anew from the demonstration as it is
 * now. Chromium opens it in Dutch, as the first of the core team, in a browser that remembers nothing.
 */
import { join } from 'node:path';
import { takeAttributePictures } from './attribute-pictures.mjs';
import { build } from './build.mjs';
import { chromiumFlags, findBrowsers } from './browsers.mjs';
import { startServer } from './serve.mjs';
import { root, setup } from './setup.mjs';

/** One picture: how the page is opened, how wide the page or the widget is, and how much of it is seen. */
const pictures = [
  { file: 'page-1200.png', scheme: 'light', isWholePage: true, height: 2400 },
  { file: 'compass.png', scheme: 'light', height: 885 },
  { file: 'compass-640-dark.png', scheme: 'dark', widgetWidth: 640 },
  { file: 'driver-320.png', scheme: 'light', pageWidth: 320, height: 985, open: openFirstDriver },
  { file: 'backpack.png', tag: 'samen-backpack', scheme: 'light', height: 1010 },
  { file: 'backpack-320-dark.png', tag: 'samen-backpack', scheme: 'dark', pageWidth: 320, height: 985 },
  { file: 'agenda.png', tag: 'samen-agenda', scheme: 'light', height: 1010, open: openBalls },
  { file: 'agenda-360.png', tag: 'samen-agenda', scheme: 'light', pageWidth: 360, height: 985, open: openLapsed },
  { file: 'results.png', tag: 'samen-results', scheme: 'light', height: 1010 },
  { file: 'composer-640.png', tag: 'samen-backpack', scheme: 'light', widgetWidth: 640, open: openComposer },
];

/** In the content of the page: a second compass stands beside it. */
const widgetOn = (page, tag = 'samen-compass') => page.getByRole('main').locator(tag);
const compassOn = (page) => widgetOn(page);

async function openComposer(page) {
  await widgetOn(page, 'samen-backpack').getByRole('button', { name: 'Ervaring delen' }).click();
  await widgetOn(page, 'samen-backpack').getByLabel('Wat gebeurde er?').waitFor();
}

async function openBalls(page) {
  await widgetOn(page, 'samen-agenda').getByText('Waar ligt de bal?', { exact: true }).click();
  await widgetOn(page, 'samen-agenda').getByRole('heading', { name: 'Niemand' }).waitFor();
}

async function openLapsed(page) {
  await widgetOn(page, 'samen-agenda').getByRole('link', { name: 'Snel helpen bij geldzorgen' }).click();
  await widgetOn(page, 'samen-agenda').getByRole('heading', { name: 'Waar was de bal?' }).waitFor();
}

async function openFirstDriver(page) {
  await compassOn(page).getByRole('listitem').getByRole('button').first().click();
  await compassOn(page).getByRole('heading', { name: 'Per groep' }).waitFor();
}

async function untilDrawn(page) {
  await compassOn(page).getByRole('button', { name: 'Vraag en aanbod' }).first().waitFor({ timeout: 20_000 });
  await page.getByRole('feed').waitFor();
  await widgetOn(page, 'samen-agenda').getByRole('article').first().waitFor();
  await widgetOn(page, 'samen-results').getByRole('article').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Makes the page so wide that the widget on it has this width. */
async function fitWidget(page, tag, width) {
  for (let turn = 0; turn < 4; turn += 1) {
    const { width: now } = await widgetOn(page, tag).boundingBox();
    if (Math.abs(now - width) < 1) return;
    const viewport = page.viewportSize();
    await page.setViewportSize({ ...viewport, width: Math.round(viewport.width + width - now) });
  }
  throw new Error(`<${tag}> does not become ${width} px wide.`);
}

/** The widget with some of the page around it, in the measures of the whole page. */
async function clipOf(page, tag, height = Infinity) {
  const margin = 24;
  const box = await widgetOn(page, tag).boundingBox();
  const { scrollY, clientWidth } = await page.evaluate(() => ({
    scrollY: globalThis.scrollY,
    clientWidth: document.documentElement.clientWidth,
  }));
  const x = Math.max(0, box.x - margin);
  return {
    x,
    y: box.y + scrollY - margin,
    width: Math.min(clientWidth, box.x + box.width + margin) - x,
    height: Math.min(box.height + 2 * margin, height),
  };
}

async function take(browser, url, { file, tag, scheme, isWholePage, pageWidth = 1200, widgetWidth, height, open }) {
  const context = await browser.newContext({
    // Tall: of what is far below the screen a browser draws nothing.
    viewport: { width: pageWidth, height: 5000 },
    deviceScaleFactor: isWholePage ? 1 : 1.5,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${url}?theme=lindeveld&lang=nl&scheme=${scheme}`);
    await untilDrawn(page);
    if (widgetWidth) await fitWidget(page, tag, widgetWidth);
    await open?.(page);
    // Icons of what was opened are fetched after it.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    // The focus ring of a click that was ours is not part of the picture.
    await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      active?.blur?.();
    });
    const path = join(root, 'docs', file);
    const clip = isWholePage ? { x: 0, y: 0, width: pageWidth, height } : await clipOf(page, tag, height);
    await page.screenshot({ path, fullPage: true, clip });
    console.log(`docs/${file}`);
  } finally {
    await context.close();
  }
}

/** The settings of an editor, each in a picture of its own: over the demonstration, in one browser that opened it. */
async function takeOfAttributes(browser, url) {
  const context = await browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${url}?theme=lindeveld&lang=nl&scheme=light`);
    await untilDrawn(page);
    // With a round open there is something to check in to, and to leave out where one only reads.
    await compassOn(page).getByRole('button', { name: 'Ronde openen' }).first().click();
    await compassOn(page).getByRole('heading', { name: 'Ronde openen' }).waitFor();
    await compassOn(page).getByRole('button', { name: 'Ronde openen' }).last().click();
    await compassOn(page).getByRole('button', { name: 'Inchecken' }).first().waitFor();
    await takeAttributePictures(context, url);
  } finally {
    await context.close();
  }
}

try {
  setup();
  build({ ifStale: true, types: false });
  const { chromium } = await import('playwright-core');
  const { file: executablePath } = findBrowsers().chromium;
  if (!executablePath) throw new Error('Chromium is missing: run `node scripts/setup.mjs --browsers`.');
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    for (const picture of pictures) {
      if (!process.env.SAMEN_PICTURES) await take(browser, server.url, picture);
    }
    await takeOfAttributes(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
} catch (error) {
  console.error(`Samen: ${error.message}`);
  process.exitCode = 1;
}
