/** "Mijn gegevens" in a widget at a server: the file, the preferences, and leaving with a clear question before it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { WORK, openAgenda } from './agenda-support';
import { LIMIT, openServedSite, visit } from './support';
import type { Site } from './support';
import type { OwnData } from '../../src/model/privacy-types';

describe('what is kept of me', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('is not left at a moment that nobody chose: without a network nothing waits', LIMIT, () =>
    visit(site, { expected: [/ERR_INTERNET_DISCONNECTED/] }, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, { as: WORK });
      await agenda.getByRole('button', { name: 'Mijn gegevens', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Mijn gegevens' });
      await dialog.getByRole('button', { name: /^Samenwerking verlaten/ }).click();
      await page.context().setOffline(true);
      await dialog.getByRole('button', { name: 'Ja, ik verlaat de samenwerking' }).click();
      await dialog.getByRole('alert').filter({ hasText: 'Je bent niet weggegaan.' }).waitFor();
      await dialog.getByRole('button', { name: 'Nee, ik blijf' }).click();
      await page.context().setOffline(false);
      await page.reload();
      await agenda.getByRole('button', { name: 'Mijn gegevens', exact: true }).waitFor();
      // What would still wait has gone out by now.
      await page.waitForTimeout(2000);
      const me = await page.evaluate(async () =>
        (await fetch('/v1/me?space=sociaal-domein', { headers: { 'Samen-Client': '1' } })).json(),
      );
      assert.notEqual((me as { member?: object }).member, undefined);
    }),
  );

  it('is a file, a choice, and mine to take along; all by keyboard', LIMIT, () =>
    // Who left is told of nothing any more.
    visit(site, { expected: [/status of 404/] }, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, { as: WORK });
      const opener = agenda.getByRole('button', { name: 'Mijn gegevens', exact: true });
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Mijn gegevens' });
      await dialog.waitFor();

      // Escape closes, and the focus is back where it was.
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      assert.ok(await opener.evaluate((element) => element.matches(':focus')), 'the focus is elsewhere');
      await page.keyboard.press('Enter');

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Bestand maken' }).press('Enter'),
      ]);
      assert.match(download.suggestedFilename(), /^samen-sociaal-domein-\d{4}-\d\d-\d\d\.json$/);
      const own = JSON.parse(await readFile(await download.path(), 'utf8')) as OwnData;
      assert.equal(own.personId, WORK);
      assert.deepEqual(
        (own.kinds['member'] as { id: string }[]).map(({ id }) => id),
        [WORK],
      );
      await dialog.getByText('Het bestand is gemaakt.').waitFor();

      await dialog.getByLabel('Bericht per e-mail als er iets op mij wacht').selectOption({ label: 'Nooit' });
      await dialog.getByRole('button', { name: 'Bewaren', exact: true }).press('Enter');
      await dialog.getByText('Je keuze is bewaard.').waitFor();
      const kept = await page.evaluate(async () =>
        (await fetch('/v1/me/preferences?space=sociaal-domein', { headers: { 'Samen-Client': '1' } })).json(),
      );
      assert.equal((kept as { mail: string }).mail, 'never');

      // A second file has what was kept since the first.
      const [later] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Bestand maken' }).press('Enter'),
      ]);
      const anew = JSON.parse(await readFile(await later.path(), 'utf8')) as OwnData;
      assert.equal((anew.kinds['preferences'] as { mail: string }[])[0]?.mail, 'never');

      // First it is asked, with what goes and what stays; nothing has happened yet.
      await dialog.getByRole('button', { name: /^Samenwerking verlaten/ }).press('Enter');
      await dialog.getByRole('heading', { name: 'Weet je zeker dat je weggaat?' }).waitFor();
      await dialog.getByText('daar staat dan ‘oud-deelnemer’').waitFor();
      await dialog.getByRole('button', { name: 'Nee, ik blijf' }).press('Enter');
      const again = dialog.getByRole('button', { name: /^Samenwerking verlaten/ });
      await again.waitFor();
      assert.ok(await again.evaluate((element) => element.matches(':focus')), 'the focus is not back');
      await again.press('Enter');
      await dialog.getByRole('button', { name: 'Ja, ik verlaat de samenwerking' }).press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await opener.waitFor({ state: 'detached' });
      const me = await page.evaluate(async () =>
        (await fetch('/v1/me?space=sociaal-domein', { headers: { 'Samen-Client': '1' } })).json(),
      );
      assert.equal((me as { member?: object }).member, undefined);
    }),
  );
});
