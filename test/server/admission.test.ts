/** Who comes for the first time, with a party that their sign-in says. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { empty, filled } from './filled';
import { startForTest } from './running';
import type { Started } from './running';
import { ask } from './wire-client';
import { ADMIN, SPACE, madeSeed, madeSpace } from '../backends/conformance/kit';
import type { Authenticator } from '../../src/server/auth/authenticator';
import { fillSpace } from '../../src/server/database/fill';
import { newId } from '../../src/model/new-id';
import type { Me } from '../../src/contract/operations';
import type { SpaceSettings } from '../../src/model/types';

const NAME = 'Noor de Wit';
const BY_CLAIM: SpaceSettings = { ...madeSpace().settings, signIn: 'byClaim' };

/** Believes the headers of a test: who asks, and of which party the sign-in says they are. */
const authenticator: Authenticator = {
  authenticate({ headers }) {
    const { person, party } = headers;
    const claim = typeof party === 'string' && { partyClaim: party };
    const signedIn = typeof person === 'string' && { personId: person, name: NAME, byCookie: false, ...claim };
    return Promise.resolve(signedIn || undefined);
  },
};

let server: Started;
before(async () => {
  server = await startForTest({}, { authenticator });
});
after(() => server.close());

async function setSpace(settings: SpaceSettings): Promise<void> {
  const { owner } = server.database;
  await empty(owner);
  for (const [spaceId, rows] of madeSeed({ settings })) await fillSpace(owner, spaceId, filled(rows));
}

const reading = (person: string, party?: string, spaceId = SPACE) =>
  ask({ url: server.url, headers: { person, ...(party && { party }) } }, 'getSpace', spaceId, {});

async function memberAt(person: string, party?: string): Promise<Me['member']> {
  const asked = { url: server.url, headers: { person, ...(party && { party }) } };
  return ((await (await ask(asked, 'getMe', SPACE, {})).json()) as Me).member;
}

describe('a first sign-in, where the space takes its word for the party', () => {
  // Another person each time: what was asked a moment ago is not asked again.
  let person = '';
  let count = 0;
  beforeEach(async () => {
    count += 1;
    person = `nieuw-${String(count)}`;
    await setSpace(BY_CLAIM);
  });

  it('makes a member of that party, with the name of the sign-in, and no more than a member', async () => {
    assert.equal((await reading(person, 'jeugd')).status, 200);
    const member = await memberAt(person, 'jeugd');
    assert.deepEqual(member, { id: person, partyId: 'jeugd', name: NAME, jobTitle: '', role: 'member' });
  });

  it('makes one member of twenty requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => reading(person, 'wonen')));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    const { rows } = await server.database.owner.query('select id from samen.members where id = $1', [person]);
    assert.equal(rows.length, 1);
    const { rows: told } = await server.database.owner.query(
      `select kind from samen.events where kind = 'member' and id = $1`,
      [person],
    );
    assert.equal(told.length, 1);
  });

  it('makes nothing of a party that the space has not, of none, or of what is no id', async () => {
    for (const party of ['elders', undefined, "wonen'; drop table", 'Wonen']) {
      assert.equal((await reading(person, party)).status, 404);
    }
    assert.equal(
      (await server.database.owner.query('select 1 from samen.members where id = $1', [person])).rowCount,
      0,
    );
  });

  it('does not move a member to another party, nor give back a role', async () => {
    assert.equal((await memberAt('wonen-2', 'jeugd'))?.partyId, 'wonen');
    assert.equal((await memberAt(ADMIN, 'jeugd'))?.role, 'admin');
  });

  it('brings nobody back who was removed, until the admin does', async () => {
    await reading(person, 'jeugd');
    const asAdmin = { url: server.url, headers: { person: ADMIN } };
    const removed = await ask(asAdmin, 'removeMember', SPACE, { id: person, version: 1 }, { key: newId() });
    assert.equal(removed.status, 204, await removed.text());
    // Asked as if by an instance that has not asked yet.
    assert.equal((await reading(person, 'wonen')).status, 404);
    const { rows } = await server.database.owner.query<{ mark: string }>('select mark from samen.left_members');
    assert.equal(rows.length, 1);
    assert.ok(!rows[0]?.mark.includes(person));
    const input = {
      id: person,
      version: 0,
      name: '',
      jobTitle: 'begeleider',
      partyId: 'jeugd',
      role: 'member',
    } as const;
    const added = await ask(asAdmin, 'saveMember', SPACE, input, { key: newId() });
    assert.ok(added.ok, await added.text());
    assert.equal((await reading(person)).status, 200);
  });
});

describe('a first sign-in, where the space does not', () => {
  it('is as if it said nothing of a party', async () => {
    await setSpace(madeSpace().settings);
    const [here, nowhere] = [await reading('nieuw-a', 'wonen'), await reading('nieuw-b', 'wonen', 'bestaat-niet')];
    assert.deepEqual([here.status, nowhere.status], [404, 404]);
    assert.equal(await here.text(), await nowhere.text());
  });
});

describe('the database, asked by a server that would let in anybody', () => {
  const admitted = async (personId: string, party: string, spaceId = SPACE) => {
    const client = await server.database.pool.connect();
    try {
      await client.query('begin; set local role samen_app');
      await client.query(`select set_config('samen.space', $1, true), set_config('samen.person', $2, true)`, [
        spaceId,
        personId,
      ]);
      return (await client.query<{ did: boolean }>(`select samen.admit($1, '', 'x') as did`, [party])).rows[0]?.did;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('lets nobody in whom the space does not', async () => {
    await setSpace(madeSpace().settings);
    assert.equal(await admitted('indringer', 'wonen'), false);
    assert.equal(await admitted('', 'wonen'), false);
    await setSpace(BY_CLAIM);
    assert.equal(await admitted('indringer', 'elders'), false);
    assert.equal(await admitted('indringer', 'wonen', 'bestaat-niet'), false);
    assert.equal(await admitted('wonen-2', 'jeugd'), false);
    assert.equal(await admitted('welkom', 'wonen'), true);
  });
});
