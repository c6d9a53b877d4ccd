import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { filled } from './filled';
import { startPostgres } from './postgres';
import type { Postgres } from './postgres';
import { startForTest } from './running';
import type { Started } from './running';
import { ask, heard } from './wire-client';
import { ADMIN, TINY_PICTURE, experienceInput, madeSeed } from '../backends/conformance/kit';
import type { Input, OperationName, Output } from '../../src/contract/operations';
import { isRead } from '../../src/contract/old-after';
import { newId } from '../../src/model/new-id';
import type { Id } from '../../src/model/types';
import { fillSpace } from '../../src/server/database/fill';
import { publishedUntil } from '../../src/server/publishing';

const AMSTERDAM = 'Europe/Amsterdam';

describe('the hour of publication', () => {
  it('is seven in the morning where the municipality is, in summer and in winter', () => {
    const until = (moment: string) => publishedUntil(new Date(moment), AMSTERDAM);
    assert.equal(until('2026-03-02T05:59:59Z'), '2026-03-01');
    assert.equal(until('2026-03-02T06:00:00Z'), '2026-03-02');
    assert.equal(until('2026-07-02T04:59:59Z'), '2026-07-01');
    assert.equal(until('2026-07-02T05:00:00Z'), '2026-07-02');
    // After midnight in Amsterdam, and not yet in Greenwich.
    assert.equal(until('2026-03-01T23:30:00Z'), '2026-03-01');
  });
});

describe('two servers at one database', () => {
  const clock = { now: new Date('2026-03-02T10:00:00Z') };
  const servers: Started[] = [];
  let postgres: Postgres;
  before(async () => {
    postgres = await startPostgres();
    const environment = { SAMEN_DATABASE: postgres.url, SAMEN_DATABASE_OWNER: postgres.ownerUrl, SAMEN_LOG: 'warn' };
    for (let instance = 0; instance < 2; instance += 1)
      servers.push(await startForTest(environment, { now: () => clock.now, publishesEveryMs: 5 }));
    for (const [spaceId, rows] of madeSeed()) await fillSpace(server().database.owner, spaceId, filled(rows));
  });
  after(async () => {
    for (const each of servers) await each.close();
    await postgres.close();
  });
  const server = () => servers[0] ?? assert.fail('No server');
  const rowsOf = async (sql: string) => (await server().database.owner.query<Record<string, unknown>>(sql)).rows;
  const by = async <N extends OperationName>(personId: Id, operation: N, input: Input<N>): Promise<Output<N>> => {
    const asked = { url: server().url, headers: { 'samen-demo-person': personId } };
    const key = isRead(operation) ? {} : { key: newId() };
    return (await heard(await ask(asked, operation, 'samen', input, key))) as Output<N>;
  };
  const published = async (count: number) => {
    for (let tries = 0; (await rowsOf('select id from samen.waiting')).length > 0; tries += 1) {
      assert.ok(tries < 200, 'nothing is published');
      await sleep(25);
    }
    assert.equal((await rowsOf('select id from samen.experiences')).length, count);
  };

  it('publish what waits once, together, and tell of each once', async () => {
    for (const personId of ['wonen-2', 'wonen-3', 'beleid-2'])
      await by(personId, 'saveExperience', experienceInput({ authorShownAs: 'anonymous' }));
    await sleep(100);
    assert.equal((await rowsOf('select id from samen.waiting')).length, 3, 'before its day');
    clock.now = new Date('2026-03-03T06:00:10Z');
    await published(3);
    assert.deepEqual(
      (
        await rowsOf(`select id, count(*)::integer as times from samen.events where kind = 'experience' group by id`)
      ).map(({ times }) => times),
      [1, 1, 1],
    );
    assert.deepEqual(
      servers.flatMap(({ logged }) => logged),
      [],
    );
  });

  it('take the name of who leaves from all they wrote, also from what the admin does not see', async () => {
    const named = { authorShownAs: 'named' } as const;
    const open = await by('wonen-4', 'saveExperience', experienceInput(named));
    const party = await by('wonen-4', 'saveExperience', experienceInput({ ...named, audience: 'party' }));
    const own = await by('wonen-4', 'saveExperience', experienceInput({ ...named, audience: 'me', title: 'Voor mij' }));
    const reply = { experienceId: open.id, id: newId(), version: 0, text: 'Hoe?', isQuestion: true };
    const other = await by('wonen-3', 'saveExperience', experienceInput(named));
    await by('wonen-4', 'saveReply', { ...reply, experienceId: other.id });
    await by('wonen-4', 'setReaction', { id: other.id, reaction: 'help' });
    await by('wonen-4', 'packExperience', { id: other.id, isPacked: true });
    await by(ADMIN, 'removeMember', { id: 'wonen-4', version: 1 });
    const former = { name: '', jobTitle: '', partyId: 'wonen', isFormer: true };
    for (const id of [open.id, party.id])
      assert.deepEqual((await by('wonen-3', 'getExperience', { id })).author, former);
    const { items } = await by('wonen-3', 'listReplies', { id: other.id });
    assert.deepEqual(items[0]?.author, former);
    const { helpers, reactions } = await by('wonen-3', 'getExperience', { id: other.id });
    assert.deepEqual([helpers, reactions.help], [[former], 1]);
    for (const table of ['experiences', 'replies', 'reactions', 'packings', 'author_salts'])
      assert.deepEqual(await rowsOf(`select * from samen.${table} t where t::text like '%wonen-4%'`), [], table);
    assert.deepEqual(await rowsOf(`select id from samen.experiences where id = '${own.id}'`), []);
    const told = await rowsOf(`select id from samen.events where id = '${party.id}' order by seq`);
    assert.equal(told.length, 2, 'its party was not told');
  });

  it('sweep out pictures that nothing came to hold, after a day', async () => {
    const [loose, held, waits] = [newId(), newId(), newId()];
    for (const id of [loose, held, waits]) await by('wonen-2', 'savePicture', { id, data: TINY_PICTURE });
    await by('wonen-2', 'saveExperience', experienceInput({ pictureId: held }));
    await by('wonen-2', 'saveExperience', experienceInput({ pictureId: waits, authorShownAs: 'anonymous' }));
    const left = async (day: string) => {
      await server().database.pool.query('select samen.purge($1)', [day]);
      return (await rowsOf('select id from samen.pictures')).map(({ id }) => id).sort();
    };
    assert.deepEqual(await left('2026-03-04'), [loose, held, waits].sort());
    assert.deepEqual(await left('2026-03-05'), [held, waits].sort());
  });
});
