/** Colleagues with a browser each, over a real server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { LIMIT, become, compassOn, openDemonstration, openRound, openServedSite, untilDrawn, visit } from './support';
import type { Site } from './support';

/** Writes an ask of one's own party; it shows at once. */
async function ask(page: Page, text: string): Promise<void> {
  await page.evaluate(() => (location.hash = '#samen=compass/needs'));
  const compass = compassOn(page);
  await compass.getByRole('button', { name: 'Vraag toevoegen', exact: true }).click();
  const dialog = compass.getByRole('dialog', { name: 'Vraag toevoegen' });
  await dialog.getByRole('textbox').first().fill(text);
  await dialog.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await compass.getByText(text, { exact: true }).first().waitFor();
}

/** Every name and every value that the client keeps in this browser, as text. */
function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    const database = await asked(indexedDB.open('samen-client'));
    const store = database.transaction('kept').objectStore('kept');
    const [names, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
    const text = (value: unknown): unknown =>
      value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value;
    return JSON.stringify([names, values], (_, value: unknown) => text(value));
  });
}

describe('two browsers at one server', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('show each what the other does, without being loaded anew', LIMIT, () =>
    visit(site, {}, (core) =>
      visit(site, {}, async (partner) => {
        const [one, other] = [await openDemonstration(core), await openDemonstration(partner)];
        await become(other.page, 'par-welzijn-2');
        await untilDrawn(other.compass);
        assert.equal(await other.compass.getByRole('button', { name: 'Inchecken', exact: true }).count(), 0);
        await openRound(one.compass);
        await other.compass.getByRole('button', { name: 'Inchecken', exact: true }).waitFor();

        await ask(other.page, 'Wie kent een tolk Tigrinya?');
        await one.page.evaluate(() => (location.hash = '#samen=compass/needs'));
        await one.compass.getByText('Wie kent een tolk Tigrinya?', { exact: true }).first().waitFor();
        await ask(one.page, 'Wie heeft er een zaal?');
        await other.compass.getByText('Wie heeft er een zaal?', { exact: true }).first().waitFor();
      }),
    ),
  );

  it('lose nothing while one of them has no network, and catch up after', LIMIT, () =>
    visit(site, {}, (core) =>
      visit(
        site,
        { expected: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to load resource/] },
        async (partner) => {
          const [one, other] = [await openDemonstration(core), await openDemonstration(partner)];
          await become(other.page, 'par-jeugd-2');
          await untilDrawn(other.compass);
          await ask(other.page, 'Toen er nog netwerk was');
          await partner.context.setOffline(true);
          await ask(other.page, 'Toen er geen netwerk was');
          await other.compass.getByText('Geen verbinding', { exact: false }).first().waitFor();
          await ask(one.page, 'Intussen, van een ander');
          // What waits lies in the browser, and no word of it can be read there.
          const kept = await keptBy(other.page);
          assert.match(kept, /sealed outbox/);
          assert.doesNotMatch(kept, /netwerk|par-jeugd-2/);
          await partner.context.setOffline(false);
          await one.compass.getByText('Toen er geen netwerk was', { exact: true }).first().waitFor();
          await other.compass.getByText('Intussen, van een ander', { exact: true }).first().waitFor();
          for (const page of [one.page, other.page]) {
            await page.reload();
            const compass = compassOn(page);
            await compass.getByText('Intussen, van een ander', { exact: true }).first().waitFor();
            assert.equal(await compass.getByRole('article').filter({ hasText: 'Toen er geen netwerk was' }).count(), 1);
          }
        },
      ),
    ),
  );

  it('live apart from the page that keeps everything in the browser', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page } = await openDemonstration(visitor, '/lokaal');
      assert.equal(await page.locator('meta[name="samen-backend"]').getAttribute('content'), 'local:');
      await page.evaluate(() => (location.hash = '#samen=compass/needs'));
      const compass = compassOn(page);
      await compass.getByRole('article').first().waitFor();
      assert.equal(await compass.getByText('Wie heeft er een zaal?', { exact: true }).count(), 0);
    }),
  );
});
