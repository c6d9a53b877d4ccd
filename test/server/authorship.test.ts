/**
 * "Nobody finds an anonymous author", attacked by who has the database, all of it, without the author key; and by
 * every other person over the API. A day is lived twice, with another author; what can be obtained is compared.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DEED, MORNINGS, QUESTION, dayOf, livedBy } from './authorship/day';
import type { Day, Moment } from './authorship/day';
import { dumped, relative } from './authorship/reader';
import { homes } from './authorship/homes';
import { proofOf, proveWith, secretOf } from '../../src/server/database/proof';

const [AUTHOR, ANOTHER] = ['wonen-2', 'beleid-3'] as const;
const KEY = Buffer.alloc(32, 7);

for (const [name, openHome] of Object.entries(homes)) {
  describe(`an anonymous author, ${name}`, () => {
    let one: Day;
    let other: Day;
    let lived: Moment[] = [];
    before(async () => {
      one = await dayOf(await openHome());
      other = await dayOf(await openHome());
    });
    after(async () => {
      await one.close();
      await other.close();
    });

    it('is the same to the database and to everybody as another would have been', { timeout: 900_000 }, async () => {
      const [mine, theirs] = [await livedBy(one, AUTHOR), await livedBy(other, ANOTHER)];
      lived = mine;
      assert.deepEqual(
        mine.map(({ when }) => when),
        ['written', ...MORNINGS, 'left'],
      );
      for (const [index, moment] of mine.entries()) {
        assert.ok(moment.database.includes(QUESTION), 'there is nothing to compare');
        assert.equal(moment.database, theirs[index]?.database, `the database, ${moment.when}`);
        for (const [reader, read] of Object.entries(moment.read)) {
          assert.equal(read, theirs[index]?.read[reader], `${reader}, ${moment.when}`);
          assert.equal(read.includes(DEED), moment.when !== 'written', `${reader}, ${moment.when}`);
        }
      }
      assert.equal(one.logged(), other.logged());
    });

    it('stands in no row but as a member, and in no line of the log', () => {
      const lines = lived.filter(({ when }) => when !== 'left').flatMap(({ database }) => database.split('\n'));
      const tables = new Set(lines.flatMap((line) => (line.includes(AUTHOR) ? [line.split(' ')[0]] : [])));
      assert.deepEqual([...tables], ['author_salts', 'members']);
      assert.doesNotMatch(one.logged(), new RegExp(`${AUTHOR}|${ANOTHER}|${DEED}`));
    });
  });

  describe(`what is published together, ${name}`, () => {
    let day: Day;
    before(async () => {
      day = await dayOf(await openHome());
    });
    after(() => day.close());
    const people = ['wonen-2', 'wonen-3', 'wonen-4', 'beleid-2', 'beleid-3', 'welzijn-2', 'welzijn-3', 'jeugd-1'];
    const rowsOf = async (table: string) => (await dumped(day.owner)).filter((each) => each.table === table);
    const ids = async (order: string) =>
      (
        await day.owner.query<{ id: string }>(
          `select id from samen.experiences where space_id = 'samen' order by ${order}`,
        )
      ).rows.map(({ id }) => id);

    it('is told to nobody, counted nowhere and linked to no person while it waits', async () => {
      const earlier = await dumped(day.owner);
      for (const person of people) await day.writes(person);
      const added = relative(await dumped(day.owner), earlier);
      assert.deepEqual([...new Set(added.map(({ table }) => table))].sort(), ['waiting', 'write_keys']);
      for (const { table, row } of added) {
        for (const person of people)
          assert.ok(!JSON.stringify(row).includes(person), `${table}: ${JSON.stringify(row)}`);
        if (table !== 'write_keys') continue;
        assert.deepEqual(Object.keys(row['data'] as object).sort(), ['expiresAt', 'inputHash']);
        assert.doesNotMatch(JSON.stringify(row), new RegExp(DEED));
      }
    });

    it('comes in one transaction that touches nothing of a person, and in an order that is not that of writing', async () => {
      const persons = ['members', 'author_salts', 'packings', 'reactions', 'meanings', 'check_ins', 'write_keys'];
      const earlier = await dumped(day.owner);
      await day.morning(0);
      const experiences = await rowsOf('experiences');
      assert.equal(experiences.length, people.length);
      assert.equal(new Set(experiences.map(({ xmin }) => xmin)).size, 1, 'in more than one transaction');
      const [{ xmin } = { xmin: '' }] = experiences;
      const together = (await dumped(day.owner)).filter((each) => each.xmin === xmin);
      assert.deepEqual([...new Set(together.map(({ table }) => table))].sort(), ['counters', 'events', 'experiences']);
      const touched = relative(await dumped(day.owner), earlier).map(({ table }) => table);
      assert.ok(!touched.some((table) => persons.includes(table)), touched.join());
      assert.equal(new Set(experiences.map(({ row }) => (row['data'] as { writtenOn: string }).writtenOn)).size, 1);

      const written = day.written();
      const orders = await Promise.all(['ctid', 'sort_key', 'id'].map(ids));
      const events = await day.owner.query<{ id: string }>(
        `select id from samen.events where kind = 'experience' order by seq`,
      );
      for (const order of [...orders, events.rows.map(({ id }) => id)]) {
        assert.equal(order.length, people.length);
        assert.notDeepEqual(order, written);
        assert.notDeepEqual(order, written.toReversed());
      }
    });

    it('is found by who has the database and the key, and by who has the database alone is not', async () => {
      const salts = new Map(
        (await rowsOf('author_salts')).map(({ row }) => [row['person_id'] as string, row['salt'] as string]),
      );
      const suspects = (prove: (text: string) => string, id: string, proof: unknown) =>
        [...salts].flatMap(([personId, salt]) =>
          proofOf(secretOf(prove, { spaceId: 'samen', id, personId, salt })) === proof ? [personId] : [],
        );
      const guesses = [proveWith(Buffer.alloc(32)), proveWith(Buffer.alloc(32, 8)), (text: string) => text];
      const experiences = await rowsOf('experiences');
      for (const { row } of experiences) {
        const [id, proof] = [row['id'] as string, row['author_proof']];
        assert.deepEqual(suspects(proveWith(KEY), id, proof), [day.authorOf(id)]);
        for (const guess of guesses) assert.deepEqual(suspects(guess, id, proof), []);
      }
    });

    it('stays as it is when its author leaves, who then is found by nobody, with whatever key', async () => {
      const earlier = await rowsOf('experiences');
      await day.leaves('wonen-2');
      assert.deepEqual(await rowsOf('experiences'), earlier);
      const id = day.written().find((each) => day.authorOf(each) === 'wonen-2') ?? '';
      assert.ok(!(await rowsOf('author_salts')).some(({ row }) => row['person_id'] === 'wonen-2'));
      // Also when they come back: they are somebody new.
      await day.returns('wonen-2');
      assert.equal((await day.reads('wonen-2', 'getExperience', { id })).isMine, false);
    });
  });
}
