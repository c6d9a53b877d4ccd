/** Markup of every kind in every field, over a real server: nothing runs, and all of it is shown as the text it is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { openBackpack as openWithoutPolicy } from './backpack-support';
import {
  COLLEAGUE,
  WRITER,
  composerIn,
  openBackpack,
  placeBackpack,
  saveExperience,
  saveReply,
} from './backpack-writer';
import { LIMIT, openServedSite, visit } from './support';
import type { Site, Visit } from './support';
import { OWN_VECTORS, VECTORS, isKept } from './vectors';
import { newId } from '../../src/model/new-id';
import { tidyText } from '../../src/model/text';

const KEPT = VECTORS.filter(isKept);
/** As many replies as one experience shows. */
const UNDER_ONE = 100;

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
const asTitle = (vector: string) => ([...tidyText(vector)].length <= 200 ? vector : 'Te lang voor een titel');

/** So often does it stand in a text. */
const countIn = (text: string, vector: string) => text.split(vector).length - 1;

/** Whatever would run says so. */
async function listen(visitor: Visit): Promise<void> {
  await visitor.context.addInitScript(() => {
    const all = globalThis as unknown as Record<string, unknown>;
    all['hasRun'] = 0;
    for (const name of ['ran', 'alert', 'confirm', 'prompt']) {
      all[name] = () => {
        all['hasRun'] = (all['hasRun'] as number) + 1;
      };
    }
    // A page that is printed would wait for somebody at the desk.
    all['print'] = () => undefined;
  });
}

/**
 * What no text may ever become: elements and attributes that run, load or lead somewhere. Undefined: instead of what
 * people wrote there is still the shape of something on its way.
 */
function foreignIn(page: Page): Promise<string[] | undefined> {
  return page.evaluate(() => {
    const found: string[] = [];
    let isComing = false;
    const forbidden = new Set(
      'script iframe object embed link meta base style img video audio source picture math marquee body html template frame frameset applet use animate set foreignobject'.split(
        ' ',
      ),
    );
    const walk = (root: Element | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        isComing ||= element.classList.contains('bone');
        if (forbidden.has(element.localName.toLowerCase())) found.push(element.outerHTML.slice(0, 120));
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') found.push(`${name}=${value}`);
          if (/^(href|src|action|formaction|data)$/i.test(name) && /^\s*(javascript|data|vbscript)/i.test(value))
            found.push(`${name}=${value}`);
        }
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    for (const backpack of document.querySelectorAll('samen-backpack')) {
      walk(backpack);
      if (backpack.shadowRoot) walk(backpack.shadowRoot);
    }
    return isComing ? undefined : found;
  });
}

async function nothingRan(page: Page): Promise<void> {
  let foreign = await foreignIn(page);
  // A shape may come back at any moment, so that it and what is looked for are seen in one look.
  for (let looks = 1; !foreign; looks += 1) {
    assert.ok(looks < 300, 'something is still on its way');
    await sleep(100);
    foreign = await foreignIn(page);
  }
  assert.deepEqual(foreign, []);
  assert.equal(await page.evaluate(() => (globalThis as unknown as { hasRun: number }).hasRun), 0);
}

/** The whole text of each of these, also of what is further down. */
const textsOf = (all: Locator): Promise<string[]> =>
  all.evaluateAll((elements) => {
    const read = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      const root = node instanceof Element && node.shadowRoot;
      const text = [...(root || node).childNodes].map(read).join('');
      // What stands in a line goes on in it: an address in a text is a link.
      return node instanceof Element && !/^(a|b|span)$/.test(node.localName) ? ` ${text} ` : text;
    };
    return elements.map((element) => read(element).replace(/\s+/g, ' ').trim());
  });

describe('what people paste into the backpack', () => {
  let site: Site;
  /** The experiences under which all of it was said as well, with what was said there. */
  const replied = new Map<string, string[]>();

  before(async () => {
    site = await openServedSite({ SAMEN_WRITES_A_MINUTE: '100000' });
    assert.ok(OWN_VECTORS.length >= 300, `written for it: ${String(OWN_VECTORS.length)}`);
    const queue = [...VECTORS.entries()];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await put(...next);
    };
    await Promise.all(Array.from({ length: 6 }, work));
    // Replies afterwards, as many as fit under the first ones.
    const ids = [...replied.keys()];
    await Promise.all(
      ids.map(async (id, index) => {
        for (const vector of KEPT.slice(index * UNDER_ONE, (index + 1) * UNDER_ONE)) {
          assert.equal((await saveReply(site, COLLEAGUE, id, vector)).status < 300, true, vector);
          replied.get(id)?.push(vector);
        }
      }),
    );
  }, LIMIT);
  after(() => site.close());

  async function put(index: number, vector: string): Promise<void> {
    const id = newId();
    const { status } = await saveExperience(site, WRITER, {
      id,
      title: asTitle(vector) || 'leeg',
      kind: 'lesson',
      whatHappened: vector,
      whatLearned: vector,
      whatNext: vector,
      askOthers: vector,
      adviceWelcome: false,
      driverIds: [],
      language: 'nl',
      authorShownAs: 'jobTitle',
      audience: 'everyone',
    });
    assert.equal(status < 300, isKept(vector), `${JSON.stringify(vector)}: ${String(status)}`);
    if (isKept(vector) && index % UNDER_ONE === 0) replied.set(id, []);
  }

  for (const policy of ['the strict policy', 'no policy at all'] as const) {
    const open = async (visitor: Visit, path = ''): Promise<{ page: Page; backpack: Locator }> => {
      await listen(visitor);
      if (policy === 'the strict policy')
        return openBackpack(visitor, site, { as: COLLEAGUE, path, attributes: { limit: '100' } });
      const body = '<samen-backpack backend="/v1" space="sociaal-domein" limit="100"></samen-backpack>';
      return openWithoutPolicy(site, visitor, { as: COLLEAGUE, body, ...(path ? { path } : {}) });
    };

    it(`is text on the cards, under ${policy}`, LIMIT, () =>
      visit(site, {}, async (visitor) => {
        const { page, backpack } = await open(visitor);
        const cards = backpack.getByRole('article');
        // A first page of a hundred begins with what the window has room for, and goes on by itself.
        await cards.nth(99).waitFor();
        const older = backpack.getByRole('button', { name: 'Oudere ervaringen tonen' });
        for (let count = await cards.count(); await older.isVisible(); count = await cards.count()) {
          await older.click();
          await page.waitForFunction(
            ([selector, before]) =>
              (document.querySelector(selector)?.shadowRoot?.querySelectorAll('article').length ?? 0) > before,
            ['samen-backpack', count] as const,
          );
        }
        const texts = await textsOf(cards);
        assert.ok(texts.length > KEPT.length, `all are here: ${String(texts.length)}`);
        const missing = KEPT.filter((vector) => {
          const [shown, wanted] = [tidy(vector), asTitle(vector) === vector ? 5 : 4];
          return !texts.some((text) => text.includes(shown) && countIn(text, shown) >= wanted);
        });
        assert.deepEqual(missing, []);
        await nothingRan(page);
      }),
    );

    it(`is text in what is said under them, under ${policy}`, LIMIT, () =>
      visit(site, {}, async (visitor) => {
        for (const [id, vectors] of replied) {
          if (vectors.length === 0) continue;
          const { page, backpack } = await open(visitor, id);
          const replies = backpack.getByRole('region', { name: /^Vragen en reacties bij/ });
          await replies.waitFor();
          // Each says when it was written.
          const said = replies.getByRole('time');
          await said.first().waitFor();
          const more = replies.getByRole('button', { name: 'Meer reacties tonen' });
          if (await more.isVisible()) await more.click();
          await said.nth(vectors.length - 1).waitFor();
          const [text = ''] = await textsOf(replies);
          assert.deepEqual(
            vectors.filter((vector) => !text.includes(tidy(vector))),
            [],
          );
          await nothingRan(page);
          await page.close();
        }
      }),
    );
  }

  it('is text while it is typed, in every field', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await listen(visitor);
      const { page, backpack } = await openBackpack(visitor, site, { as: COLLEAGUE, path: 'new' });
      await backpack.getByRole('button', { name: 'Vraag aan anderen' }).click();
      const { title, happened, learned, next } = composerIn(backpack);
      const fields = [title, happened, learned, next, backpack.getByLabel('Vraag aan anderen (optioneel)')];
      const handles = await Promise.all(fields.map((field) => field.elementHandle()));
      const wrong = await page.evaluate(
        async ([elements, vectors]) => {
          const lost: string[] = [];
          for (const vector of vectors) {
            for (const element of elements) {
              const field = element as HTMLTextAreaElement;
              field.value = vector;
              field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
              field.dispatchEvent(new FocusEvent('blur'));
            }
            await new Promise((resolve) => requestAnimationFrame(resolve));
            // A field of lines has its own idea of line breaks, and one of a line has none.
            const plain = (text: string) => text.replace(/[\r\n]/g, '');
            for (const element of elements)
              if (plain((element as HTMLTextAreaElement).value) !== plain(vector)) lost.push(vector);
          }
          return lost;
        },
        [handles, [...VECTORS]] as const,
      );
      assert.deepEqual(wrong, []);
      await nothingRan(page);
      // Without a title of its own it gets the first words, as text.
      await title.fill('');
      await happened.fill('<img src=x onerror=ran(1)>');
      await backpack.getByText('dan wordt het ‘<img src=x onerror=ran(1)>’').waitFor();
      const shared = page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const heard = (event: Event) => resolve((event as CustomEvent<{ id: string }>).detail.id);
            document.addEventListener('samen-experience-shared', heard, { once: true });
          }),
      );
      await composerIn(backpack).send.click();
      // On a page of its own: among hundreds of one day it may stand anywhere in the feed.
      const id = await shared;
      await page.evaluate((to) => (location.hash = `#samen=backpack/${to}`), id);
      await backpack.getByRole('heading', { name: '<img src=x onerror=ran(1)>' }).first().waitFor();
      await nothingRan(page);
    }),
  );

  it('is text among one’s own, in the file and on the page that is printed', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await listen(visitor);
      const { page, backpack } = await openBackpack(visitor, site, { path: 'mine' });
      await backpack.getByRole('tab', { name: `Van mij ${String(KEPT.length)}` }).waitFor();
      const [text = ''] = await textsOf(backpack);
      assert.deepEqual(
        KEPT.filter((vector) => !text.includes(tidy(asTitle(vector)))),
        [],
      );
      await nothingRan(page);

      const downloading = page.waitForEvent('download');
      await backpack.getByRole('button', { name: 'Alles bewaren als bestand' }).click();
      const download = await downloading;
      assert.match(download.suggestedFilename(), /^mijn-rugzak-\d{4}-\d\d-\d\d\.json$/);
      const own = JSON.parse(readFileSync(await download.path(), 'utf8')) as { mine: { whatHappened: string }[] };
      const kept = new Set(own.mine.map(({ whatHappened }) => whatHappened));
      assert.deepEqual(
        KEPT.filter((vector) => !kept.has(tidyText(vector))),
        [],
      );

      await backpack.getByRole('button', { name: 'Afdrukken' }).click();
      const frame = page.frameLocator('iframe').last();
      await frame.getByText('Mijn rugzak', { exact: true }).waitFor({ state: 'attached' });
      const printed = tidy((await frame.locator('body').textContent()) ?? '');
      assert.deepEqual(
        KEPT.filter((vector) => !printed.includes(tidy(vector))),
        [],
      );
      assert.equal(await frame.locator('img, script, iframe, a, [onerror]').count(), 0);
      await nothingRan(page);
    }),
  );

  it('leads nowhere when it is pressed', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await listen(visitor);
      const { page, backpack } = await openBackpack(visitor, site, { as: COLLEAGUE });
      await backpack.getByRole('article').first().waitFor();
      const wrong = await backpack
        .getByRole('link')
        .evaluateAll((links) =>
          links.map((link) => (link as HTMLAnchorElement).href).filter((href) => !/^https?:/.test(href)),
        );
      assert.deepEqual(wrong, []);
      await placeBackpack(page, 'mine');
      await nothingRan(page);
    }),
  );
});
