/**
 * A picture of each attribute of each element, for docs/redacteuren.md: the tag as an editor writes it, over the
 * demonstration, in a column of an intranet page. Small files: they are to show a difference, not the details.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const FOLDER = 'docs/instellingen';
const PATH = '/instelling';
const WIDTH = 560;
const HEIGHT = 460;

/** The name of the picture, the tag, and what is there once it is drawn. */
const pictures = [
  ['alle-heading', '<samen-agenda heading="Wie pakt dit op?" view="list" only="signals"></samen-agenda>', 'article'],
  [
    'alle-heading-level',
    '<h2>Werk en zorg</h2><samen-agenda heading="Wat loopt er?" heading-level="3" view="list"></samen-agenda>',
    'article',
  ],
  ['alle-readonly', '<samen-compass readonly></samen-compass>', 'button'],
  ['alle-lang', '<samen-compass lang="en"></samen-compass>', 'button'],
  ['alle-preview', '<samen-agenda preview="partner" view="list"></samen-agenda>', 'article'],
  ['alle-space', '<samen-compass space="wijkteams"></samen-compass>', 'heading'],
  ['alle-backend', '<samen-compass backend="ftp://samen"></samen-compass>', 'heading'],
  ['compass-view-check-in', '<samen-compass view="check-in"></samen-compass>', 'radio'],
  ['compass-view-needs', '<samen-compass view="needs"></samen-compass>', 'article'],
  ['compass-view-history', '<samen-compass view="history"></samen-compass>', 'table'],
  ['compass-party', '<samen-compass party="afd-werk"></samen-compass>', 'button'],
  ['compass-round', '<samen-compass round="ronde-1"></samen-compass>', 'button'],
  ['backpack-view-mine', '<samen-backpack view="mine"></samen-backpack>', 'heading'],
  ['backpack-kind', '<samen-backpack kind="question"></samen-backpack>', 'article'],
  ['backpack-driver', '<samen-backpack driver="d-samen"></samen-backpack>', 'article'],
  ['backpack-party', '<samen-backpack party="afd-werk"></samen-backpack>', 'article'],
  ['backpack-limit', '<samen-backpack limit="1"></samen-backpack>', 'article'],
  ['backpack-composer-open', '<samen-backpack composer="open"></samen-backpack>', 'textbox'],
  ['backpack-composer-none', '<samen-backpack composer="none"></samen-backpack>', 'article'],
  ['agenda-view-balls', '<samen-agenda view="balls"></samen-agenda>', 'article'],
  ['agenda-view-timeline', '<samen-agenda view="timeline"></samen-agenda>', 'article'],
  ['agenda-party', '<samen-agenda party="par-wonen" view="list"></samen-agenda>', 'article'],
  ['agenda-phase', '<samen-agenda phase="f3" view="list"></samen-agenda>', 'article'],
  ['agenda-only', '<samen-agenda only="signals" view="list"></samen-agenda>', 'article'],
  ['results-status', '<samen-results status="stopped"></samen-results>', 'article'],
  ['results-driver', '<samen-results driver="d-samen"></samen-results>', 'article'],
  ['results-view-report', '<samen-results view="report"></samen-results>', 'heading'],
  [
    'results-from-until',
    '<samen-results view="report" from="2026-07-01" until="2026-09-30"></samen-results>',
    'heading',
  ],
  ['space', '<samen-space lang="en"><samen-agenda view="list" only="signals"></samen-agenda></samen-space>', 'article'],
];

/** All four beside each other, as far as one sees them at once. */
const FOUR = {
  name: 'vier',
  size: { width: 1600, height: 1600 },
  tag: `<style>main { display: grid; grid-template-columns: 1fr 1fr; gap: 40px } main > div { block-size: 740px; overflow: hidden }</style>${['compass', 'backpack', 'agenda', 'results'].map((name) => `<div><samen-${name}></samen-${name}></div>`).join('')}`,
};

const pageOf = (tag) => `<!doctype html><html lang="nl"><head><meta charset="utf-8" /><title>Instelling</title>
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="samen-backend" content="local:" /><meta name="samen-space" content="sociaal-domein" />
  <style>body { margin: 24px; font: 16px/1.55 system-ui, sans-serif }</style>
  <script type="module" src="/samen/samen.js"></script></head><body><main>${tag}</main></body></html>`;

/** In a browser that knows the demonstration already: it was opened there once. */
export async function takeAttributePictures(context, url) {
  const { default: sharp } = await import('sharp');
  mkdirSync(join(root, FOLDER), { recursive: true });
  const wanted = process.env.SAMEN_PICTURES;
  const all = [...pictures, [FOUR.name, FOUR.tag, 'article', FOUR.size]];
  for (const [name, tag, role, size = { width: WIDTH, height: HEIGHT }] of all) {
    if (wanted && !new RegExp(wanted).test(name)) continue;
    const page = await context.newPage();
    await page.setViewportSize(size);
    await page.route(`**${PATH}`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(tag) }),
    );
    await page.goto(new URL(PATH, url).href);
    await page.getByRole('main').getByRole(role).first().waitFor({ timeout: 20_000 });
    if (tag.includes('samen-backpack>') && role === 'article') await page.getByRole('feed').waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    const picture = sharp(await page.screenshot()).png({ palette: true, colours: 48, effort: 8 });
    writeFileSync(join(root, FOLDER, `${name}.png`), await picture.toBuffer());
    console.log(`${FOLDER}/${name}.png`);
    await page.close();
  }
}
