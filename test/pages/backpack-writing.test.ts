/** Writing in the backpack, over a real server: nothing that was typed or said is lost, and nothing is sent twice. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import {
  COLLEAGUE,
  WRITER,
  backpackOn,
  composerIn,
  listAll,
  openBackpack,
  placeBackpack,
  repliesAt,
  sitDown,
  untilServer,
} from './backpack-writer';
import { LIMIT, openServedSite, visit } from './support';
import type { Site } from './support';
import { chromiumFlags, findBrowsers } from '../../scripts/browsers.mjs';

const NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to load resource/;
const STORY = 'Een meneer kwam met drie brieven. Ik belde met Toegang.';

/** What was killed may still have a file half made: Node's own retries do not look for new ones. */
async function removed(directory: string): Promise<void> {
  for (let attempt = 0; existsSync(directory) && attempt < 40; attempt += 1) {
    try {
      rmSync(directory, { recursive: true, force: true });
    } catch {
      await new Promise((done) => setTimeout(done, 250));
    }
  }
}

describe('what somebody writes in the backpack', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('is shared with those one chose, and with nobody else', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { backpack } = await openBackpack(visitor, site);
      await backpack.getByRole('button', { name: 'Ervaring delen', exact: true }).click();
      const { title, happened, send } = composerIn(backpack);
      await title.fill('Alleen voor afdelingen');
      await happened.fill(STORY);
      await backpack.getByRole('radio', { name: /^Alle afdelingen(?! en partners)/ }).check();
      assert.equal((await send.innerText()).trim(), 'Delen met alle afdelingen');
      await send.click();
      await backpack.getByRole('article', { name: 'Alleen voor afdelingen' }).waitFor();
      await untilServer('a colleague has it', async () =>
        (await listAll(site, COLLEAGUE)).some((one) => one.title === 'Alleen voor afdelingen'),
      );
      assert.ok(!(await listAll(site, 'par-wonen-2')).some((one) => one.title === 'Alleen voor afdelingen'));
    }),
  );

  it('is there again after the tab was closed', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, backpack } = await openBackpack(visitor, site, { path: 'new' });
      await composerIn(backpack).happened.fill('Half getypt in een tabblad.');
      await backpack.getByText(/Bewaard als concept/).waitFor();
      await page.close();
      const again = await placeBackpack(await visitor.open(), 'new');
      await assert.doesNotReject(again.getByText('Je gaat verder met wat je eerder begon.').waitFor());
      assert.equal(await composerIn(again).happened.inputValue(), 'Half getypt in een tabblad.');
    }),
  );

  it('is there again after the browser was killed', LIMIT, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'samen-killed-'));
    const { file } = findBrowsers().chromium;
    assert(file, 'Chromium is missing: run `node scripts/setup.mjs --browsers`.');
    const running: ChildProcess[] = [];
    /** With all that it started: what lives on would go on writing in the directory. */
    const kill = ({ pid, exitCode, signalCode }: ChildProcess) => {
      if (pid && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
    };
    /** A browser of its own, with what it keeps in a directory, as on somebody's desk. */
    const begin = async () => {
      const flags = [...chromiumFlags, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${directory}`];
      const child = spawn(file, flags, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
      running.push(child);
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        child.once('error', reject);
        child.once('exit', () => reject(new Error(`Chromium ended: ${said}`)));
        child.stderr.on('data', (data: Buffer) => {
          said += String(data);
          const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
          if (found) resolve(found);
        });
      });
      const browser: Browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      assert(context);
      await sitDown({ context }, site, WRITER);
      const page = await context.newPage();
      await page.goto(site.url);
      const end = () =>
        new Promise<void>((resolve) => {
          child.once('exit', () => resolve());
          kill(child);
        });
      return { page, end };
    };
    try {
      const first = await begin();
      const backpack = await placeBackpack(first.page, 'new');
      await composerIn(backpack).happened.fill('Half getypt, en toen viel de stroom uit.');
      await backpack.getByText(/Bewaard als concept/).waitFor();
      await first.end();
      const second = await begin();
      const again = await placeBackpack(second.page, 'new');
      await again.getByText('Je gaat verder met wat je eerder begon.').waitFor();
      assert.equal(await composerIn(again).happened.inputValue(), 'Half getypt, en toen viel de stroom uit.');
      await second.end();
    } finally {
      running.forEach(kill);
      await removed(directory);
    }
  });

  it('is there again after the session ended while one wrote, and can be sent after signing in', LIMIT, () =>
    visit(site, { expected: [/401|Failed to load resource/] }, async (visitor) => {
      const { page, backpack } = await openBackpack(visitor, site, { path: 'new' });
      const { happened } = composerIn(backpack);
      await happened.fill('Getypt in een sessie');
      await backpack.getByText(/Bewaard als concept/).waitFor();
      await visitor.context.route('**/v1/**', (route) =>
        route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' }),
      );
      await happened.fill('Getypt in een sessie, die toen ophield.');
      await composerIn(backpack).send.click();
      await backpack
        .getByText(/niet meer ingelogd/)
        .first()
        .waitFor();
      // Not before it is kept: until then it is in the form.
      await backpack.getByRole('article').filter({ hasText: 'Getypt in een sessie, die toen ophield.' }).waitFor();
      await visitor.context.unroute('**/v1/**');
      await page.reload();
      await placeBackpack(page);
      // Sent, or still there: what was said to be kept is on its way.
      await untilServer('it is at the server', async () =>
        (await listAll(site, COLLEAGUE)).some((one) => one.whatHappened === 'Getypt in een sessie, die toen ophield.'),
      );
      const all = (await listAll(site, COLLEAGUE)).filter((one) => one.whatHappened.startsWith('Getypt in een sessie'));
      assert.equal(all.length, 1);
    }),
  );

  it('keeps the draft of a session that ended, for the same person only', LIMIT, () =>
    visit(site, { expected: [/401|Failed to load resource/] }, async (visitor) => {
      const { page, backpack } = await openBackpack(visitor, site, { path: 'new', as: 'afd-werk-4' });
      await composerIn(backpack).happened.fill('Van een ander aan deze computer.');
      await backpack.getByText(/Bewaard als concept/).waitFor();
      await sitDown(visitor, site, COLLEAGUE);
      await page.reload();
      const other = await placeBackpack(page, 'new');
      await composerIn(other).happened.waitFor();
      assert.equal(await composerIn(other).happened.inputValue(), '');
      await sitDown(visitor, site, 'afd-werk-4');
      await page.reload();
      const again = await placeBackpack(page, 'new');
      await again.getByText('Je gaat verder met wat je eerder begon.').waitFor();
      assert.equal(await composerIn(again).happened.inputValue(), 'Van een ander aan deze computer.');
    }),
  );

  it('without a network waits where one sees it, and is on the server exactly once when it returns', LIMIT, () =>
    visit(site, { expected: [NETWORK] }, async (visitor) => {
      const { page, backpack } = await openBackpack(visitor, site);
      await backpack.getByRole('article').first().waitFor();
      const before = (await listAll(site, COLLEAGUE)).find((one) => one.id === 'e1');
      // What writing needs is fetched when a form is opened; a form was opened before the network went.
      await backpack.getByRole('button', { name: 'Ervaring delen', exact: true }).click();
      await composerIn(backpack).happened.waitFor();
      await backpack.getByRole('button', { name: 'Later verder', exact: true }).click();
      const card = backpack.getByRole('article', { name: 'Even bellen scheelt een week' });
      await card.getByRole('button', { name: 'Stel een vraag', exact: true }).click();
      await card.getByLabel('Stel eerst een vraag').waitFor();

      await visitor.context.setOffline(true);
      await card.getByLabel('Stel eerst een vraag').fill('Wie belde je als eerste?');
      await card.getByRole('button', { name: 'Vraag plaatsen' }).click();
      await card.getByText('Wie belde je als eerste?', { exact: true }).first().waitFor();
      await card.getByRole('button', { name: /^Herkenbaar/ }).click();
      await card.getByRole('button', { name: /^Herkenbaar/, pressed: true }).waitFor();
      await card.getByRole('button', { name: 'Inpakken', exact: true }).click();
      await backpack.getByRole('button', { name: 'Ervaring delen', exact: true }).click();
      await composerIn(backpack).title.fill('Zonder netwerk geschreven');
      await composerIn(backpack).happened.fill('De lijn was weg.');
      await composerIn(backpack).send.click();
      const waiting = backpack.getByRole('article', { name: 'Zonder netwerk geschreven' });
      await waiting.getByText('Wordt verzonden.').waitFor();
      await backpack
        .getByText(/wijzigingen wachten/)
        .first()
        .waitFor();

      await visitor.context.setOffline(false);
      await untilServer('the post is there', async () =>
        (await listAll(site, COLLEAGUE)).some((one) => one.title === 'Zonder netwerk geschreven'),
      );
      await untilServer('the reply is there', async () => (await repliesAt(site, COLLEAGUE, 'e1')).length > 0);
      await waiting.getByText('Wordt verzonden.').waitFor({ state: 'detached' });
      await page.reload();
      const again = await placeBackpack(page);
      await again.getByRole('article', { name: 'Zonder netwerk geschreven' }).waitFor();
      const all = await listAll(site, COLLEAGUE);
      assert.equal(all.filter((one) => one.title === 'Zonder netwerk geschreven').length, 1);
      const asked = (await repliesAt(site, COLLEAGUE, 'e1')).filter(({ text }) => text === 'Wie belde je als eerste?');
      assert.equal(asked.length, 1);
      const now = all.find((one) => one.id === 'e1');
      assert.equal(now?.reactions.recognise, (before?.reactions.recognise ?? 0) + 1);
      assert.ok((await listAll(site, WRITER)).find((one) => one.id === 'e1')?.isPacked, 'and it is packed');
    }),
  );

  it('goes with its picture, in the order in which it can', LIMIT, () =>
    visit(site, { expected: [NETWORK] }, async (visitor) => {
      const { page, backpack } = await openBackpack(visitor, site, { path: 'new' });
      const { title, happened } = composerIn(backpack);
      await title.fill('Met een foto');
      await happened.fill('Kijk maar.');
      await backpack.getByRole('button', { name: 'Foto toevoegen' }).click();
      const png = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } });
      await backpack
        .getByLabel('Foto (optioneel)')
        .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: png });
      await backpack.getByRole('img', { name: 'De foto bij je ervaring' }).waitFor();
      await backpack.getByText(/Bewaard als concept/).waitFor();
      await page.reload();
      const again = await placeBackpack(page, 'new');
      await again.getByRole('img', { name: 'De foto bij je ervaring' }).waitFor();
      await visitor.context.setOffline(true);
      await composerIn(again).send.click();
      await again.getByRole('article', { name: 'Met een foto' }).getByText('Wordt verzonden.').waitFor();
      await visitor.context.setOffline(false);
      const one = await untilServer('it is there', async () =>
        (await listAll(site, COLLEAGUE)).find((each) => each.title === 'Met een foto'),
      );
      assert.ok(one.pictureId);
      const answer = await fetch(`${site.url}/v1/spaces/sociaal-domein/pictures/${one.pictureId}`, {
        headers: { 'samen-demo-person': COLLEAGUE },
      });
      assert.match(answer.headers.get('Content-Type') ?? '', /^image\//);
    }),
  );

  it('can be written with the keyboard alone', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, backpack } = await openBackpack(visitor, site);
      const button = backpack.getByRole('button', { name: 'Ervaring delen', exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      await backpack.getByRole('heading', { name: 'Ervaring delen' }).waitFor();
      const order: string[] = [];
      const named = () =>
        page.evaluate(() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          const labels =
            active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active.labels : null;
          return (labels?.[0]?.textContent ?? active?.textContent ?? '').replace(/\s+/g, ' ').trim();
        });
      for (let step = 0; step < 25; step += 1) {
        await page.keyboard.press('Tab');
        const name = await named();
        order.push(name);
        if (name.startsWith('Titel')) await page.keyboard.type('Met het toetsenbord');
        if (name === 'Wat gebeurde er?') await page.keyboard.type('Ik typte dit.');
        if (name.startsWith('Alle afdelingen en partners')) await page.keyboard.press('ArrowUp');
        if (name.startsWith('Delen')) break;
      }
      const at = (start: string) => order.findIndex((name) => name.startsWith(start));
      const places = [
        'Gelukt',
        'Titel',
        'Wat gebeurde er?',
        'Dus:',
        'Nu:',
        'Vraag aan anderen',
        'Alle afdelingen',
        'Alleen mijn functie',
        'Delen',
      ].map(at);
      assert.ok(
        places.every((place) => place >= 0),
        `all are reached: ${order.join(' | ')}`,
      );
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
        'in the order in which one reads',
      );
      assert.equal(order.at(-1), 'Delen met alle afdelingen');
      await page.keyboard.press('Enter');
      await backpackOn(page).getByRole('article', { name: 'Met het toetsenbord' }).waitFor();
    }),
  );
});
