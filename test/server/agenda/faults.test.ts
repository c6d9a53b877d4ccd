/**
 * 50 people, 20 balls, two instances of the service, and a network that breaks at random while days go by: what was
 * acknowledged is in the log, once, and the log explains where each ball is.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { BreakingWire } from './breaking-wire';
import { filled } from '../filled';
import { itemOf } from '../matrix/agenda-world';
import { startPostgres } from '../postgres';
import type { Postgres } from '../postgres';
import { PARTIES, SPACE, TODAY, madeSpace, seedRow } from '../../backends/conformance/kit';
import { assertExplained } from '../../model/agenda-explained';
import type { Input, Output, OperationName } from '../../../src/contract/operations';
import type { AgendaItem, Ball, Handover } from '../../../src/model/agenda-types';
import { SamenError } from '../../../src/model/errors';
import { newId } from '../../../src/model/new-id';
import type { Id, Role } from '../../../src/model/types';
import { fillSpace } from '../../../src/server/database/fill';
import { migrate } from '../../../src/server/database/migrate';
import { PgStorage } from '../../../src/server/database/pg-storage';
import { proveWith } from '../../../src/server/database/proof';
import { createService } from '../../../src/service/service';
import type { Service } from '../../../src/service/service';

const PEOPLE = Array.from({ length: 50 }, (_, index) => `mens-${String(index)}`);
const ITEMS = Array.from({ length: 20 }, (_, index) => `punt-${String(index)}`);
const TURNS_EACH = 30;
/** So many turns at least are taken before the network breaks again. */
const LEAST_BETWEEN_CUTS = 10;
/** More than a machine that is busy with other things needs. */
const MOST_TRIES = 4_000;
/** In the end, so many days went by: offers lapse. */
const DAYS = 100;
const MOVES = [
  'takeBall',
  'offerBall',
  'acceptBall',
  'returnBall',
  'withdrawBall',
  'releaseBall',
  'progressBall',
] as const;
const ACTS = ['pauseItem', 'resumeItem', 'finishItem', 'reopenItem'] as const;
/** Of so many turns of the core team one is with the item, not with its ball. */
const ACT_ONE_IN = 4;
const REFUSALS = new Set(['conflict', 'forbidden', 'stale']);

const partyOf = (index: number): Id => PARTIES[index % PARTIES.length]?.id ?? '';
/** The first of each party. */
const roleOf = (index: number): Role => (index < PARTIES.length ? 'coreTeam' : 'member');
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

describe('balls that many move at once, over a network that breaks', () => {
  let postgres: Postgres;
  let owner: Pool;
  let days = 0;
  const wires: BreakingWire[] = [];
  const pools: Pool[] = [];
  const instances: Service[] = [];
  const now = () => new Date(Date.parse(`${TODAY}T10:00:00Z`) + days * 86_400_000);

  async function startInstance(): Promise<void> {
    const wire = new BreakingWire();
    const url = new URL(postgres.url);
    url.port = String(await wire.listen(Number(url.port)));
    const pool = new Pool({ connectionString: url.href, max: 8 });
    pool.on('error', () => undefined);
    const storage = new PgStorage({
      ...{ pool, today: () => now().toISOString().slice(0, 10), maySpacesBeMadeBy: () => false, mark: () => '' },
      prove: proveWith(Buffer.alloc(32, 7)),
    });
    wires.push(wire);
    pools.push(pool);
    instances.push(createService({ storage, now, random: Math.random }));
  }

  before(async () => {
    postgres = await startPostgres();
    owner = new Pool({ connectionString: postgres.ownerUrl, max: 1 });
    await migrate(owner);
    const members = PEOPLE.map((id, index) => {
      const who = { id, partyId: partyOf(index), name: '', jobTitle: 'medewerker', role: roleOf(index), version: 1 };
      return seedRow('member', id, who);
    });
    const items = ITEMS.flatMap((id) => [
      seedRow('agendaItem', id, itemOf(id, { status: 'idea' })),
      seedRow('ball', id, { id, movedAt: `${TODAY}T08:00:00.000Z`, version: 1 }),
    ]);
    await fillSpace(owner, SPACE, filled([seedRow('space', SPACE, madeSpace()), ...members, ...items]));
    await startInstance();
    await startInstance();
  });
  after(async () => {
    for (const wire of wires) wire.close();
    for (const pool of pools) await pool.end();
    await owner.end();
    await postgres.close();
  });

  let again = 0;
  let refused = 0;

  /** Until it is answered: what broke off is asked again with its key, of the other instance. Undefined: it was refused. */
  async function insist<N extends OperationName>(
    personId: Id,
    operation: N,
    input: Input<N>,
    key?: string,
  ): Promise<Output<N> | undefined> {
    for (let tries = Math.floor(Math.random() * 2); ; tries += 1) {
      assert.ok(tries < MOST_TRIES, `${operation} is never answered`);
      try {
        return await (instances[tries % 2] as Service).execute(personId, SPACE, operation, input, key);
      } catch (error) {
        assert.ok(error instanceof SamenError, String(error));
        if (REFUSALS.has(error.kind)) return undefined;
        assert.equal(error.kind, 'busy', `${operation}: ${error.message} ${String(error.cause)}`);
        again += 1;
        await sleep(5);
      }
    }
  }

  /** What somebody saw is what they act upon, however late; the words they say with it are in no other line. */
  async function turn(personId: Id, role: Role): Promise<string | undefined> {
    const id = pick(ITEMS);
    const words = newId();
    const item = await insist(personId, 'getAgendaItem', { id });
    assert.ok(item, 'everybody reads it');
    if (role === 'coreTeam' && Math.random() * ACT_ONE_IN < 1) {
      await insist(personId, pick(ACTS), { id, version: item.version, reason: 'Daarom' }, newId());
      return undefined;
    }
    // Mostly what they may, as far as they know; now and then whatever else.
    const known = item.ball.moves.map((move) => `${move}Ball` as (typeof MOVES)[number]);
    const move = Math.random() < 0.8 && known.length > 0 ? pick(known) : pick(MOVES);
    const typed = { id, version: item.ball.version, note: words, reason: 'Daarom', toPartyId: pick(PARTIES).id };
    const { toPartyId: _party, ...rest } = typed;
    const done = await insist(personId, move, (move === 'offerBall' ? typed : rest) as Input<'offerBall'>, newId());
    if (done) return words;
    refused += 1;
    return undefined;
  }

  it(
    'are each with one party or nobody, as the log says, and no acknowledged move is lost',
    { timeout: 1_200_000 },
    async () => {
      const acknowledged: string[] = [];
      const turns = PEOPLE.length * TURNS_EACH;
      let taken = 0;
      const person = async (personId: Id, index: number) => {
        for (let at = 0; at < TURNS_EACH; at += 1) {
          const words = await turn(personId, roleOf(index));
          if (words) acknowledged.push(words);
          taken += 1;
          days = Math.floor((taken / turns) * DAYS);
        }
      };
      let isOver = false;
      const breaking = async () => {
        for (let cuts = 0, goneOn = 0; !isOver;) {
          await sleep(100 + Math.random() * 100);
          // On a slow machine too something is done between two cuts.
          if (taken - goneOn < LEAST_BETWEEN_CUTS) continue;
          goneOn = taken;
          wires[cuts++ % 2]?.cut();
        }
      };
      // Both instances look for what lapsed, as a server does; what fails is tried again the next time.
      const lapsing = async (service: Service) => {
        while (!isOver) {
          await sleep(30);
          await service
            .expireOffers(SPACE)
            .catch((error: unknown) => assert.ok(error instanceof SamenError, String(error)));
        }
      };
      const all = Promise.all(PEOPLE.map(person)).finally(() => (isOver = true));
      await Promise.all([all, breaking(), ...instances.map(lapsing)]);

      assert.ok(again > 0, 'the network broke nothing off');
      assert.ok(acknowledged.length > 150 && refused > 0, `${String(acknowledged.length)} done`);
      const { rows: balls } = await owner.query<{ data: Ball; item: AgendaItem }>(
        `select b.data, i.data as item from samen.balls b join samen.agenda_items i using (space_id, id)`,
      );
      const lines = (await owner.query<{ data: Handover }>(`select data from samen.handovers`)).rows.map(
        ({ data }) => data,
      );
      assert.equal(balls.length, ITEMS.length);
      for (const { data: ball, item } of balls) {
        assertExplained(
          ball,
          lines.filter(({ itemId }) => itemId === ball.id),
        );
        if (item.status === 'done') assert.deepEqual([ball.holderId, ball.offer], [undefined, undefined]);
        if (ball.holderId)
          assert.ok(item.participations.some((each) => each.partyId === ball.holderId && each.as === 'doing'));
      }
      assert.deepEqual(
        lines.flatMap(({ note }) => note ?? []).sort(),
        acknowledged.sort(),
        'every acknowledged move is in the log once, and no other is',
      );
      assert.ok(
        lines.some(({ kind }) => kind === 'expired'),
        'no offer lapsed',
      );
    },
  );
});
