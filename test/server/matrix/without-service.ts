/**
 * The service with its own check switched off: whoever asks is taken for whatever they claim to be, and only
 * the transaction was begun as who they are. What the model does not allow them must come to nothing.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Pool, PoolClient } from 'pg';
import { acting, fingerprint, tablesOf } from './acting';
import type { Acting, OpenForTest } from './acting';
import type { Case } from './cases';
import { prove } from './experience-world';
import { LINES } from './lines';
import {
  CANARY,
  PEOPLE,
  TODAY,
  WRITER_ELSEWHERE,
  canariesOf,
  everybody,
  isCanaryFor,
  partyOf,
  put,
  seedFor,
  spaces,
  viewerOf,
} from './world';
import { TINY_PICTURE } from '../../backends/conformance/kit';
import { isRead } from '../../../src/contract/old-after';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { OperationName } from '../../../src/contract/operations';
import { isMember } from '../../../src/model/permissions';
import type { Id, Role, Viewer } from '../../../src/model/types';
import { PgTx } from '../../../src/server/database/pg-tx';
import { read } from '../../../src/service/reads';
import { write } from '../../../src/service/writes';

const ROLES: Role[] = ['coreTeam', 'admin', 'member'];

/** Somebody of a department, in this role, of this party. */
function claim(personId: Id, spaceId: Id, partyId: Id, role: Role): Viewer {
  return {
    ...{ personId, spaceId },
    member: { id: personId, partyId, name: '', jobTitle: 'x', role },
    party: { id: partyId, kind: 'department', name: partyId, shortName: partyId },
  };
}

/** What somebody would claim, to be let through by every check and every filter of the service. */
function claimsFor(personId: Id, { spaceId, about }: Case): Viewer[] {
  const of = about?.audience.startsWith('person:') ? about.audience.slice('person:'.length) : personId;
  return ROLES.map((role) => claim(of, spaceId, about?.partyId ?? partyOf(personId), role));
}

/** What is done in one's own name: as somebody else it must fail for everybody. */
const IN_ONES_NAME: ReadonlySet<OperationName> = new Set([
  ...(['saveNeed', 'saveCheckIn', 'saveMeaning', 'eraseMeaning', 'saveExperience', 'saveReply', 'saveIdea'] as const),
  ...(['setReaction', 'packExperience', 'makeCalendarKey', 'eraseCalendarKey', 'savePreferences'] as const),
]);

/** Who takes part may leave, whatever that is called: the database lets them take away their own membership. */
function isLeaving(operation: OperationName, { spaceId, input }: Case, personId: Id): boolean {
  const isOneself = operation === 'removeMember' && (input as { id?: Id }).id === personId;
  return isOneself && isMember(viewerOf(personId, spaceId));
}

async function saltIn(client: PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ salt: string | null }>('select samen.my_salt() as salt');
  return rows[0]?.salt ?? undefined;
}

/** What came of it; undefined when it was refused, and so rolled back. */
function attemptOn(
  pool: Pool,
  who: Acting,
  operation: OperationName,
  { spaceId, input }: Pick<Case, 'spaceId' | 'input'>,
  viewer: Viewer,
): Promise<{ answer: unknown } | undefined> {
  return acting(pool, { ...who, spaceId }, async (client) => {
    // The service is told that there is such a space: whether one may know is not for it to find out here.
    const data = spaces[spaceId] && { ...spaces[spaceId], name: 'as claimed' };
    const space = data && { version: 1, audience: 'everyone' as const, data };
    // Their own: nobody gets another's.
    const salt = who.unguarded ? undefined : await saltIn(client);
    const tx = new PgTx(
      client,
      viewer,
      { member: undefined, space, lastChange: '0', ...(salt && { salt }) },
      { mark: () => '', prove },
    );
    const now = new Date(`${TODAY}T10:00:00Z`);
    const picture = { type: 'image/png', data: TINY_PICTURE } as const;
    const context = {
      tx,
      viewer,
      today: TODAY,
      now,
      timeZone: 'Europe/Amsterdam',
      asOf: '',
      random: Math.random,
      picture,
    };
    const answer: unknown = isRead(operation)
      ? await read(operation, context, input as never)
      : await write(context, operation, input as never, {});
    if (!who.unguarded) await tx.tell();
    return { answer };
  }).catch(() => undefined);
}

export function matrixWithoutService(open: OpenForTest): void {
  let database: Awaited<ReturnType<OpenForTest>>;
  let tables: string[];
  before(async () => {
    database = await open();
    tables = await tablesOf(database.owner);
  });
  after(() => database.close());

  it('would all come true, were there nothing beneath the service', async () => {
    const personId = PEOPLE['a stranger'];
    const seed = seedFor(personId);
    await put(database.owner, seed);
    const untouched = await fingerprint(database.owner, tables);
    const nobody = { personId, unguarded: true };
    for (const operation of Object.keys(OPERATIONS).filter((name) => name !== 'getMe') as OperationName[]) {
      let howMany = 0;
      for (const each of LINES[operation](personId) as Case[])
        for (const viewer of claimsFor(personId, each)) {
          const came = await attemptOn(database.owner, nobody, operation, each, viewer);
          if (!came) continue;
          if (isRead(operation)) howMany += 1;
          else if ((await fingerprint(database.owner, tables)) !== untouched) howMany += 1;
          if (!isRead(operation)) await put(database.owner, seed);
        }
      assert.ok(howMany > 0, `${operation} comes to nothing anyway`);
    }
  });

  for (const who of everybody) {
    const personId = PEOPLE[who];
    const seed = seedFor(personId);
    const canaries = canariesOf(seed);
    let untouched = '';

    const attempt = (operation: OperationName, each: Pick<Case, 'spaceId' | 'input'>, viewer: Viewer) =>
      attemptOn(database.pool, { personId }, operation, each, viewer);

    const changesNothing = async (operation: OperationName, each: Case, viewer: Viewer) => {
      const came = await attempt(operation, each, viewer);
      if (!came || (await fingerprint(database.owner, tables)) === untouched) return;
      await put(database.owner, seed);
      assert.fail(`${operation}, ${each.label}: changed as ${JSON.stringify(viewer.member)}`);
    };

    describe(`${who}, taken for another`, () => {
      before(async () => {
        await put(database.owner, seed);
        untouched = await fingerprint(database.owner, tables);
      });

      for (const operation of Object.keys(OPERATIONS) as OperationName[]) {
        const cases = LINES[operation](personId) as Case[];
        if (isRead(operation)) {
          it(`reads no more by ${operation} than is theirs`, async () => {
            const parties = ['wonen', 'beleid', 'welzijn', 'jeugd', 'derde'];
            const claims = parties.flatMap((partyId) => [
              claim(personId, '', partyId, 'coreTeam'),
              claim(WRITER_ELSEWHERE, '', partyId, 'coreTeam'),
            ]);
            for (const each of cases)
              for (const viewer of claims) {
                const came = await attempt(operation, each, { ...viewer, spaceId: each.spaceId });
                // Of oneself nothing is read: it is handed back what was claimed.
                const text = JSON.stringify(operation === 'getMe' ? null : (came?.answer ?? null));
                for (const [word] of text.matchAll(CANARY)) {
                  assert.ok(
                    isCanaryFor(canaries.get(word), personId, operation),
                    `${operation}, ${each.label}: ${word}`,
                  );
                }
              }
            assert.equal(await fingerprint(database.owner, tables), untouched);
          });
          continue;
        }
        it(`changes nothing by ${operation} that is not theirs`, async () => {
          for (const each of cases.filter((one) => one.outcome !== 'allowed' && !isLeaving(operation, one, personId)))
            for (const viewer of claimsFor(personId, each)) await changesNothing(operation, each, viewer);
          if (!IN_ONES_NAME.has(operation)) return;
          // One who has a card and a check-in, and one who has not.
          for (const other of [WRITER_ELSEWHERE, 'derde-1'])
            for (const { label, ...each } of cases.filter(({ about }) => about === undefined))
              for (const version of [1, 0]) {
                const input = { ...each.input, version } as Case['input'];
                const theirs = { ...each, input, label: `${label} as ${other}` };
                await changesNothing(operation, theirs, claim(other, each.spaceId, partyOf(other), 'member'));
              }
        });
      }
    });
  }
}
