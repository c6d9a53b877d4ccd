import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { apiReference } from '../../scripts/api-reference.mjs';
import { root } from '../../scripts/setup.mjs';
import { OPERATIONS } from '../../src/contract/all-operations';
import { describeApi } from '../../src/server/http/openapi';

type Json = Record<string, unknown>;
/** A way of breaking the description, and the rule that is to notice. */
type Breakage = [rule: string, breaks: (api: ReturnType<typeof made>) => void];

const made = () =>
  structuredClone(describeApi()) as unknown as {
    openapi: string;
    info: { version: string; contact: Json };
    servers: { url: string }[];
    paths: Record<string, Record<string, { parameters?: Json[]; responses: Record<string, Json> }>>;
  };
const NEEDS = '/spaces/{spaceId}/needs';

const BREAKAGES: Breakage[] = [
  ['adr-doc-openapi', (api) => (api.openapi = '2.0.0')],
  ['adr-doc-openapi-contact', (api) => delete api.info.contact['email']],
  ['adr-semver', (api) => (api.info.version = '1')],
  ['adr-uri-version', (api) => (api.servers = [{ url: '/api' }])],
  ['adr-transport-tls', (api) => (api.servers = [{ url: 'http://samen.example/v1' }])],
  ['adr-no-trailing-slash', (api) => (api.paths[`${NEEDS}/`] = api.paths[NEEDS] ?? {})],
  ['adr-path-segments-kebab-case', (api) => (api.paths['/mySpaces'] = api.paths[NEEDS] ?? {})],
  ['adr-query-keys-camel-case', (api) => ((api.paths[NEEDS]?.['get']?.parameters?.[1] ?? {})['name'] = 'Page_size')],
  ['adr-http-methods', (api) => ((api.paths[NEEDS] ?? {})['trace'] = { responses: {} })],
  ['adr-publish-openapi', (api) => delete api.paths['/openapi.json']],
  ['adr-version-header', (api) => delete api.paths[NEEDS]?.['get']?.responses['200']?.['headers']],
  ['adr-problem-details', (api) => ((api.paths[NEEDS]?.['get']?.responses ?? {})['404'] = { description: 'No' })],
  ['adr-bad-request', (api) => delete api.paths[NEEDS]?.['get']?.responses['400']],
  ['adr-no-422', (api) => ((api.paths[NEEDS]?.['get']?.responses ?? {})['422'] = { description: 'No' })],
  ['adr-date', (api) => Object.assign(api, { 'x-any': { properties: { closesOn: { type: 'string' } } } })],
  ['adr-date-time', (api) => Object.assign(api, { 'x-any': { properties: { savedAt: { type: 'string' } } } })],
];

describe('the description of the API', () => {
  let folder = '';
  before(() => void (folder = mkdtempSync(join(tmpdir(), 'samen-openapi-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The rules that complain of each of these, by name. */
  function lint(documents: Record<string, object>): Record<string, Set<string>> {
    for (const [name, document] of Object.entries(documents))
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(document));
    const files = Object.keys(documents).map((name) => join(folder, `${name}.json`));
    const spectral = join(root, 'node_modules', '.bin', 'spectral');
    const { stdout, stderr } = spawnSync(
      spectral,
      ['lint', ...files, '-r', join(root, '.spectral.yaml'), '-f', 'json', '-q'],
      {
        encoding: 'utf8',
        maxBuffer: 50_000_000,
      },
    );
    assert.equal(stderr.replace(/^npm warn.*$|^\(.*$/gm, '').trim(), '');
    const found: Record<string, Set<string>> = Object.fromEntries(
      Object.keys(documents).map((name) => [name, new Set()]),
    );
    for (const { code, source } of JSON.parse(stdout || '[]') as { code: string; source: string }[])
      found[/([^/]+)\.json$/.exec(source)?.[1] ?? '']?.add(code);
    return found;
  }

  it('keeps the API Design Rules, each of which would notice', { timeout: 120_000 }, () => {
    const broken = BREAKAGES.map(([rule, breaks]) => {
      const api = made();
      breaks(api);
      return [rule, api] as const;
    });
    const found = lint({ whole: describeApi(), ...Object.fromEntries(broken) });
    assert.deepEqual(found['whole'], new Set());
    for (const [rule] of BREAKAGES) assert(found[rule]?.has(rule), `${rule} did not notice`);
    const rules = [...readFileSync(join(root, '.spectral.yaml'), 'utf8').matchAll(/^ {2}(adr-[\w-]+):/gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(rules.sort(), BREAKAGES.map(([rule]) => rule).sort());
  });

  it('has every operation of the table, and its name', () => {
    const { paths } = made();
    const described = Object.values(paths).flatMap((path) => Object.values(path)) as unknown as {
      operationId: string;
    }[];
    const own = ['streamEvents', 'getCalendar', 'getHealth', 'getOpenApi'];
    assert.deepEqual(
      described.map(({ operationId }) => operationId).sort(),
      [...Object.keys(OPERATIONS), ...own].sort(),
    );
  });

  it('says of a question that is a POST that it needs no key and makes nothing', () => {
    const { parameters = [], responses = {} } = made().paths['/spaces/{spaceId}/experiences/_search']?.['post'] ?? {};
    assert.deepEqual(
      parameters.map(({ name }) => name),
      ['spaceId', 'as'],
    );
    assert.deepEqual(Object.keys(responses), ['200', '400', '401', '404', '413', '503']);
  });

  it('says of a picture that it is one, and no JSON', () => {
    const { responses } = made().paths['/spaces/{spaceId}/pictures/{id}']?.['get'] ?? {};
    const { content = {} } = (responses?.['200'] ?? {}) as { content?: Json };
    assert.deepEqual(Object.keys(content), ['image/jpeg', 'image/png', 'image/webp']);
  });

  it('is what docs/api.md says', () => {
    assert.equal(
      readFileSync(join(root, 'docs', 'api.md'), 'utf8'),
      apiReference(describeApi()),
      'run `npm run api-reference`',
    );
  });
});
