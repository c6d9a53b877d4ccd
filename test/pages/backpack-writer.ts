import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Site, Visit } from './support';
import type { ExperienceInput } from '../../src/contract/experiences';
import type { Page as PageOf } from '../../src/contract/operations';
import type { ExperienceView, ReplyView } from '../../src/model/experience-types';

/* The backpack on the demonstration's page, over a real server, and what that server says beside it. */

export const WRITER = 'afd-werk-3';
export const COLLEAGUE = 'afd-toegang-2';

export const backpackOn = (page: Page): Locator => page.getByRole('region', { name: 'Rugzak met ervaringen' });

/** Sits at this browser as somebody. */
export async function sitDown(
  { context }: Pick<Visit, 'context'>,
  site: Pick<Site, 'url'>,
  personId: string,
): Promise<void> {
  await context.addCookies([{ name: 'samen-demo-person', value: personId, url: site.url }]);
}

/** Puts the backpack in the page instead of what is there, at a place. */
export async function placeBackpack(page: Page, path = '', attributes: Record<string, string> = {}): Promise<Locator> {
  await page.evaluate(
    ([at, all]) => {
      const backpack = document.createElement('samen-backpack');
      for (const [name, value] of Object.entries(all)) backpack.setAttribute(name, value);
      const main = document.querySelector('main') ?? document.body;
      main.replaceChildren(backpack);
      location.hash = at ? `#samen=backpack/${at}` : '';
    },
    [path, attributes] as const,
  );
  const backpack = backpackOn(page);
  await backpack.waitFor();
  return backpack;
}

/** A page with the backpack, opened as somebody. */
export async function openBackpack(
  visitor: Visit,
  site: Site,
  { as = WRITER, path = '', attributes = {} }: { as?: string; path?: string; attributes?: Record<string, string> } = {},
): Promise<{ page: Page; backpack: Locator }> {
  await sitDown(visitor, site, as);
  const page = await visitor.open();
  return { page, backpack: await placeBackpack(page, path, attributes) };
}

export const composerIn = (backpack: Locator) => ({
  happened: backpack.getByLabel('Wat gebeurde er?'),
  title: backpack.getByLabel('Titel (optioneel)'),
  learned: backpack.getByLabel('Dus: wat leerde ik?'),
  next: backpack.getByLabel('Nu: wat ga ik doen?'),
  send: backpack.getByRole('button', { name: /^Delen/ }),
});

/** What somebody asks the server by itself, in the words of the API. */
async function ask(site: Pick<Site, 'url'>, as: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'samen-demo-person': as, ...(init.headers as Record<string, string> | undefined) };
  return fetch(`${site.url}/v1/spaces/sociaal-domein${path}`, { ...init, headers });
}

async function save(site: Pick<Site, 'url'>, as: string, path: string, body: object): Promise<Response> {
  return ask(site, as, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), 'If-None-Match': '*' },
    body: JSON.stringify(body),
  });
}

export const saveExperience = (site: Site, as: string, input: Omit<ExperienceInput, 'version'>): Promise<Response> =>
  save(site, as, '/experiences/_save', input);

export const saveReply = (site: Site, as: string, experienceId: string, text: string): Promise<Response> =>
  save(site, as, `/experiences/${experienceId}/replies/_save`, { id: randomUUID(), text, isQuestion: true });

/** Everything that somebody is given, to the end. */
export async function listAll(site: Site, as: string): Promise<ExperienceView[]> {
  const all: ExperienceView[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const answer = await ask(
      site,
      as,
      `/experiences?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    assert.equal(answer.status, 200);
    const page = (await answer.json()) as PageOf<ExperienceView>;
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

export async function repliesAt(site: Site, as: string, id: string): Promise<ReplyView[]> {
  const answer = await ask(site, as, `/experiences/${id}/replies?limit=100`);
  return ((await answer.json()) as PageOf<ReplyView>).items;
}

/** Waits until the server says so. */
export async function untilServer<T>(about: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 40_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain until ${about}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
