/** Every function that the server may call, and what it must not tell within what is done for a person. */
import assert from 'node:assert/strict';
import type { Acting } from './acting';
import { agendaFunctionsFor } from './agenda-functions';
import { experienceFunctionsFor } from './experience-functions';
import { storyFunctionsFor } from './story-functions';
import { privacyFunctionsFor } from './privacy-functions';
import { CLOSED, NEW_SPACE, ROUND, SPACE, TODAY, seedFor, spaces, viewerOf } from './world';
import { isMember, isSettingUp, mayRunRounds } from '../../../src/model/permissions';
import type { Id } from '../../../src/model/types';
import { audiencesOf } from '../../../src/model/visibility';

type Ask = (asked: Partial<Acting>, sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
export type Check = (ask: Ask) => Promise<void>;

const one = async (ask: Ask, sql: string, asked: Partial<Acting> = {}) =>
  (await ask(asked, `select ${sql} as it`))[0]?.['it'];
const [BEFORE, AFTER] = ['2026-02-20', '2026-03-03'];

export function functionsFor(personId: Id): Record<string, Check> {
  const viewer = viewerOf(personId);
  const isHere = isMember(viewer);
  const isAre =
    (sql: string, expected: unknown, asked: Partial<Acting> = {}): Check =>
    async (ask) =>
      assert.deepEqual((await one(ask, sql, asked)) ?? null, expected ?? null, sql);
  /** For the instance itself: within what is done for a person, there is nothing. */
  const nothing =
    (sql: string): Check =>
    async (ask) => {
      assert.deepEqual(await ask({}, sql), []);
    };
  return {
    ...experienceFunctionsFor(personId),
    ...agendaFunctionsFor(personId),
    ...storyFunctionsFor(personId),
    ...privacyFunctionsFor(personId),
    person: isAre('samen.person()', personId),
    space: isAre('samen.space()', SPACE),
    today: isAre('samen.today()', TODAY),
    my_role: isAre('samen.my_role()', viewer.member?.role),
    my_party: isAre('samen.my_party()', viewer.member?.partyId),
    my_audiences: async (ask) => {
      const mine = (await one(ask, 'samen.my_audiences()')) as string[];
      assert.deepEqual([...mine].sort(), audiencesOf(viewer).sort());
    },
    is_set_up: async (ask) => {
      for (const spaceId of [SPACE, NEW_SPACE]) {
        const expected = isHere && !isSettingUp(spaces[spaceId] ?? { setup: 'done' });
        await isAre('samen.is_set_up()', expected, { spaceId })(ask);
      }
    },
    is_making: async (ask) => {
      await isAre('samen.is_making()', false)(ask);
      await isAre('samen.is_making()', false, { makesSpaces: true })(ask);
      await isAre('samen.is_making()', true, { makesSpaces: true, spaceId: 'zomaar' })(ask);
    },
    is_first: async (ask) => {
      for (const spaceId of [SPACE, 'zomaar'])
        await isAre('samen.is_first()', false, { makesSpaces: true, spaceId })(ask);
    },
    is_instance: isAre('samen.is_instance()', false),
    may_settle: async (ask) => {
      await isAre(`samen.may_settle('${ROUND}')`, false, { today: BEFORE })(ask);
      await isAre(`samen.may_settle('${ROUND}')`, mayRunRounds(viewer))(ask);
      await isAre(`samen.may_settle('${ROUND}')`, isHere, { today: AFTER })(ask);
      await isAre(`samen.may_settle('${CLOSED}')`, false, { today: AFTER })(ask);
    },
    check_ins_of_round: async (ask) => {
      const sql = `select * from samen.check_ins_of_round('${ROUND}', '', 100)`;
      for (const today of [BEFORE, TODAY, AFTER]) {
        const rows = await ask({ today }, sql);
        const mayRead = today === AFTER ? isHere : today === TODAY && mayRunRounds(viewer);
        if (mayRead) assert.notEqual(rows.length, 0);
        else assert.deepEqual(rows, []);
      }
      assert.deepEqual(await ask({ today: AFTER, spaceId: NEW_SPACE }, sql), []);
    },
    erase_check_in: async (ask) => {
      for (const today of [BEFORE, TODAY, AFTER])
        for (const each of [personId, 'wonen-3'])
          assert.equal(await one(ask, `samen.erase_check_in('${ROUND}.${each}')`, { today }), false);
    },
    write_key: async (ask) => {
      const keyOf = (of: Id, id: string, asked: Partial<Acting> = {}) =>
        ask(asked, `select * from samen.write_key($1, $2)`, [of, id]);
      // Whoever has the random key itself is told that it was used; nobody is told of any other.
      assert.equal((await keyOf(SPACE, 'key-canary')).length, 1);
      assert.deepEqual(await keyOf(SPACE, '%'), []);
      assert.deepEqual(await keyOf(SPACE, 'key-canary', { spaceId: NEW_SPACE }), []);
    },
    tell: async (ask) => {
      const changes = JSON.stringify([{ kind: 'member', id: personId, before: 'everyone', after: null }]);
      const told = ask({}, 'select samen.tell($1)', [changes]);
      await (isHere ? told : assert.rejects(told, { code: '42501' }));
    },
    last_change: async (ask) => {
      const last = Number(await one(ask, 'samen.last_change()'));
      assert.equal(last, 0);
    },
    my_spaces: async (ask) => {
      const expected = seedFor(personId).keys();
      const mine = [...expected].filter((spaceId) => isMember(viewerOf(personId, spaceId)));
      if (personId === 'buur-1') mine.push('elders');
      assert.deepEqual((await ask({}, 'select id from samen.my_spaces()')).map(({ id }) => id).sort(), mine.sort());
    },
    refuse: async (ask) => {
      await assert.rejects(ask({}, `select samen.refuse('x')`), { code: '42501' });
    },
    admit: async (ask) => {
      // No space of this world takes the word of a sign-in: nobody comes in, whatever they claim to be of.
      for (const spaceId of [SPACE, NEW_SPACE, 'zomaar']) {
        for (const party of ['wonen', 'elders', '']) {
          assert.equal(await one(ask, `samen.admit('${party}', 'N', 'm')`, { spaceId }), false, party);
        }
      }
    },
    changes_since: nothing(`select * from samen.changes_since('${SPACE}', -1, 100)`),
    change_bounds: nothing(`select * from samen.change_bounds('${SPACE}')`),
    audiences_of_all: nothing(`select * from samen.audiences_of_all('${SPACE}', array['wonen-2', 'beheer'])`),
    purge: async (ask) => {
      await ask({}, `select samen.purge('9999-01-01')`);
    },
  };
}
