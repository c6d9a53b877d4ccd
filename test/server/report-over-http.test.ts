import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { filled } from './filled';
import { startForTest } from './running';
import type { Started } from './running';
import { TODAY } from '../backends/conformance/kit';
import { PERIOD, experience, handover, item, result, storySeed } from '../backends/conformance/story-kit';
import { sectionsIn } from '../model/csv';
import type { PeriodReport } from '../../src/model/result-types';
import { fillSpace } from '../../src/server/database/fill';
import { preferred } from '../../src/server/http/accept';

const by = { partyId: 'wonen', jobTitle: 'consulent' };
const inside = { audience: 'internal', publication: { on: '2026-02-10', reason: '', by } } as const;

describe('what a request would rather have', () => {
  const offers = ['application/json', 'text/csv'] as const;
  const cases: [accept: string | undefined, expected: string | undefined][] = [
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV;charset=utf-8', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv, */*;q=0.1', 'text/csv'],
    ['text/csv;q=0.5, application/json', 'application/json'],
    ['application/json;q=0.5, text/csv;q=0.7', 'text/csv'],
    ['*/*, application/json;q=0', 'text/csv'],
    ['text/csv;q=0, text/*', undefined],
    ['application/xml', undefined],
    ['text/csv;q=nonsense', undefined],
    ['text/csv;q=2', undefined],
  ];
  it('is the best of what there is, by the range that says most', () => {
    for (const [accept, expected] of cases) assert.equal(preferred(accept, offers), expected, accept);
  });
});

describe('a report over HTTP', () => {
  let server: Started;
  before(async () => {
    const now = () => new Date(`${TODAY}T10:00:00Z`);
    server = await startForTest({ SAMEN_LOG: 'error', SAMEN_ORIGINS: 'https://intranet.example' }, { now });
    const rows = [
      experience('e1', { writtenOn: '2026-02-10' }),
      experience('e2', { writtenOn: '2026-02-11', audience: 'internal' }),
      ...item('i1', { title: '=Punt' }, {}),
      handover('i1', 1, { kind: 'taken', toPartyId: 'wonen', at: '2026-02-10T10:00:00.000Z' }),
      result('r1', { title: 'Één', driverIds: ['d-een'], publication: { on: '2026-02-10', reason: '', by } }),
      result('r2', { title: 'geheim', ...inside }),
    ];
    for (const [spaceId, own] of storySeed(rows)) await fillSpace(server.database.owner, spaceId, filled(own));
  });
  after(() => server.close());

  const ask = (headers: Record<string, string> = {}, { person = 'jeugd-1', more = '' } = {}) =>
    fetch(`${server.url}v1/spaces/samen/report?from=${PERIOD.from}&until=${PERIOD.until}${more}`, {
      headers: { 'samen-demo-person': person, ...headers },
    });

  it('comes as JSON, unless a spreadsheet asks', async () => {
    for (const accept of ['application/json', '*/*', 'application/json, text/csv']) {
      const response = await ask({ accept });
      assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
      assert.equal(((await response.json()) as PeriodReport).results.length, 1);
    }
  });

  it('comes as CSV to be kept under its own name, with the same figures', async () => {
    const response = await ask({ accept: 'text/csv', origin: 'https://intranet.example' });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(
      response.headers.get('content-disposition'),
      'attachment; filename="tussenbericht-2026-02-01-2026-02-28.csv"',
    );
    const vary = (response.headers.get('vary') ?? '').toLowerCase().split(/, */);
    for (const name of ['accept', 'accept-language', 'origin']) assert.ok(vary.includes(name), name);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const said = sectionsIn(bytes.toString());
    const { results, figures, movements, experiences } = (await (await ask()).json()) as PeriodReport;
    assert.deepEqual(
      said.get('Resultaten')?.map(([title, , , , , , drivers]) => [title, drivers]),
      results.map(({ title }) => [title, 'een']),
    );
    assert.deepEqual(
      said.get('Cijfers')?.map(([, value]) => Number(value)),
      [figures.results, figures.experiences, figures.handovers].map(({ value }) => value),
    );
    assert.deepEqual(said.get('Van wie naar wie'), [['', 'Wonen', '1']]);
    assert.equal(movements.between[0]?.times, 1);
    assert.deepEqual(
      said.get('Ervaringen gedeeld')?.map(([, count]) => Number(count)),
      Object.values(experiences.kind),
    );
  });

  it('tells a partner in no form of what is between departments', async () => {
    const [partner, department] = await Promise.all([
      ask({ accept: 'text/csv' }),
      ask({ accept: 'text/csv' }, { person: 'wonen-2' }),
    ]);
    assert.doesNotMatch(await partner.text(), /geheim/);
    assert.match(await department.text(), /geheim/);
    assert.doesNotMatch(
      await (await ask({ accept: 'text/csv' }, { person: 'wonen-2', more: '&as=partner' })).text(),
      /geheim/,
    );
  });

  it('comes in English to who reads that', async () => {
    const response = await ask({ accept: 'text/csv', 'accept-language': 'en-GB, nl;q=0.5' });
    assert.match(await response.text(), /"Interim report"/);
    assert.equal(response.headers.get('content-language'), 'en');
    assert.match(await (await ask({ accept: 'text/csv', 'accept-language': 'fr' })).text(), /"Tussenbericht"/);
  });

  it('is refused in a form that there is not, and for a period that is none, as every problem is', async () => {
    const refused = await ask({ accept: 'application/pdf' });
    assert.deepEqual(
      [refused.status, refused.headers.get('content-type')],
      [406, 'application/problem+json; charset=utf-8'],
    );
    const wrong = await ask({ accept: 'text/csv' }, { more: '&until=2026-01-01' });
    assert.equal(wrong.status, 400);
    const none = await fetch(`${server.url}v1/spaces/samen/report?from=2026-02-02&until=2026-02-01`, {
      headers: { 'samen-demo-person': 'jeugd-1', accept: 'text/csv' },
    });
    assert.equal(none.status, 400);
    assert.match(await none.text(), /"pointer":"\/until","code":"tooEarly"/);
    assert.equal((await ask({ accept: 'text/csv' }, { person: 'vreemde' })).status, 404);
  });
});
