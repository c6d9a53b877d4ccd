/** The report on paper: sheets of A4 with nothing of the page around it, and no button. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { CORE_TEAM } from './backpack-support';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site, Visit } from './support';

const REPORT =
  '<nav><p>Het menu van het intranet</p></nav><samen-results backend="/v1" space="sociaal-domein"></samen-results><p>De voet van het intranet</p>';
/** A point is a 72nd of an inch; A4 is 210 by 297 mm. */
const A4 = [595, 842];

async function open(site: Site, visitor: Visit, body = REPORT, hash = '#samen=results/report'): Promise<Page> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: CORE_TEAM, url: site.url }]);
  await visitor.context.route(`${site.url}/bericht`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(body) }),
  );
  const page = await visitor.open(`/bericht${hash}`);
  await page.getByText('Zes brieven zijn simpel.', { exact: true }).waitFor();
  return page;
}

/** The sheets of a PDF, by their width and height in points. */
function sheetsOf(pdf: Buffer): number[][] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g);
  return [...boxes].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
}

/** What would stand on paper: as just before it is printed. */
async function onPaper(page: Page): Promise<{ text: string; buttons: string[] }> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const said = await page.evaluate(() => {
    const buttons: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (element.matches('button, summary, input, .btn') && element.checkVisibility())
          buttons.push(element.textContent ?? '');
      }
    };
    look(document);
    return { text: document.body.innerText, buttons };
  });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  return said;
}

describe('the report on paper', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('is two or three sheets of A4, alone, with no button on it', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const page = await open(site, visitor);
      const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
      assert(sheets.length >= 2 && sheets.length <= 3, `${String(sheets.length)} sheets`);
      for (const sheet of sheets) assert.deepEqual(sheet, A4);
      const { text, buttons } = await onPaper(page);
      assert.deepEqual(buttons, []);
      assert.equal(/intranet|Proef/.test(text), false, text);
      // Afterwards the page stands as it stood.
      await page.getByText('Het menu van het intranet', { exact: true }).waitFor();
      assert.equal(await page.locator('[data-samen-beside-print], [data-samen-around-print]').count(), 0);
    }),
  );

  it('leaves the page of an editor as it is, unless the button for it was pressed', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const page = await open(site, visitor, REPORT.replace('space=', 'view="report" space='), '');
      assert.match((await onPaper(page)).text, /Het menu van het intranet/);
      await page.evaluate(() => (window.print = () => undefined));
      await page.getByRole('button', { name: 'Afdrukken of PDF', exact: true }).click();
      assert.doesNotMatch((await onPaper(page)).text, /Het menu van het intranet/);
    }),
  );
});
