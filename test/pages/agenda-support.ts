import type { Locator, Page } from 'playwright-core';
import { pageWith } from './support';
import type { Site, Visit } from './support';

/* The agenda over a real server: a page of a test's own, beside the demonstration. */

export const CORE_TEAM = 'afd-beleid-1';
export const WORK = 'afd-werk-3';
export const CARE = 'afd-toegang-2';
export const PARTNER = 'par-wonen-2';

const AGENDA = '<samen-agenda backend="/v1" space="sociaal-domein"><p>Hier staat straks de agenda.</p></samen-agenda>';

export const agendaOn = (page: Page): Locator => page.getByRole('region', { name: 'Toekomstagenda', exact: true });

export const item = (agenda: Locator, title: string): Locator =>
  agenda.getByRole('article').filter({ has: agenda.page().getByRole('link', { name: title, exact: true }) });

export interface AgendaVisit {
  as?: string;
  /** Below the widget in the address: `a2`. */
  path?: string;
  body?: string;
}

/** A page with the agenda, opened by somebody, with its first content. */
export async function openAgenda(
  site: Site,
  visitor: Visit,
  { as = WORK, path, body = AGENDA }: AgendaVisit = {},
): Promise<{ page: Page; agenda: Locator }> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: as, url: site.url }]);
  await visitor.context.route(`${site.url}/agenda`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(body) }),
  );
  const page = await visitor.open(`/agenda${path ? `#samen=agenda/${path}` : ''}`);
  const agenda = agendaOn(page);
  await agenda.getByRole('heading', { level: 3 }).first().waitFor();
  return { page, agenda };
}

/** The lines of the log, the newest first, as they read. */
export async function logOf(agenda: Locator): Promise<string[]> {
  const lines = await agenda.locator('ol.log > li').all();
  return Promise.all(lines.map(async (line) => (await line.innerText()).replace(/\s+/g, ' ').trim()));
}
