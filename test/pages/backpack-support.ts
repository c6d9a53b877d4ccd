import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { pageWith } from './support';
import type { Site, Visit } from './support';
import type { ExperienceInput } from '../../src/contract/experiences';
import type { Input, OperationName, Output } from '../../src/contract/operations';
import { wireOf } from '../../src/contract/all-operations';
import type { ExperienceView } from '../../src/model/experience-types';
import { newId } from '../../src/model/new-id';

/* The backpack over a real server: a page of a test's own, beside the demonstration. */

export const CORE_TEAM = 'afd-beleid-1';
export const MEMBER = 'afd-werk-3';
/** Who wrote what Werk wrote. */
export const AUTHOR = 'afd-werk-2';
export const PARTNER = 'par-wonen-2';

const BACKPACK =
  '<samen-backpack backend="/v1" space="sociaal-domein"><p>Hier staat straks de rugzak.</p></samen-backpack>';

export const backpackOn = (page: Page): Locator =>
  page.getByRole('region', { name: 'Rugzak met ervaringen', exact: true });

export const card = (backpack: Locator, title: string): Locator =>
  backpack.getByRole('article', { name: title, exact: true });

export interface BackpackVisit {
  as?: string;
  /** Below the widget in the address: `e2`. */
  path?: string;
  body?: string;
}

/** A page with the backpack, opened by somebody; nothing of it is there before its first post is. */
export async function openBackpack(
  site: Site,
  visitor: Visit,
  { as = MEMBER, path, body = BACKPACK }: BackpackVisit = {},
): Promise<{ page: Page; backpack: Locator }> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: as, url: site.url }]);
  await visitor.context.route(`${site.url}/rugzak`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(body) }),
  );
  const page = await visitor.open(`/rugzak${path ? `#samen=backpack/${path}` : ''}`);
  const backpack = backpackOn(page);
  await backpack.getByRole('article').first().waitFor();
  return { page, backpack };
}

/** Asks the server directly, as this person; what it answers, and what it says of it. */
export async function ask<N extends OperationName>(
  site: Site,
  as: string,
  operation: N,
  input: Input<N>,
): Promise<{ status: number; answer: Output<N>; text: string }> {
  const { method, path, headers, body } = wireOf(operation, 'sociaal-domein', input);
  const response = await fetch(`${site.url}/v1${path}`, {
    method,
    headers: {
      ...headers,
      'Samen-Demo-Person': as,
      'Samen-Client': '1',
      Origin: site.url,
      ...(method !== 'GET' && { 'Idempotency-Key': newId() }),
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, answer: (text ? JSON.parse(text) : undefined) as Output<N>, text };
}

/** Somebody shares something elsewhere. */
export async function share(
  site: Site,
  as: string,
  title: string,
  more: Partial<ExperienceInput> = {},
): Promise<ExperienceView> {
  const { status, answer } = await ask(site, as, 'saveExperience', {
    id: newId(),
    version: 0,
    title,
    kind: 'success',
    whatHappened: `Dit gebeurde er bij ${title}.`,
    adviceWelcome: false,
    driverIds: [],
    language: 'nl',
    authorShownAs: 'jobTitle',
    audience: 'everyone',
    ...more,
  });
  assert.ok(status === 200 || status === 201, `shared: ${String(status)}`);
  return answer;
}
