/** 50 people, 20 balls, two instances, and a network that breaks at random: what was acknowledged is in the log, once. */
import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { assertExplained } from '../../model/agenda-explained';
import { doMove } from './mover';
import type { Move } from './mover';
import { filled } from '../filled';
import { itemOf } from '../matrix/agenda-world';
import { startPostgres } from '../postgres';
import type { Postgres } from '../postgres';
import { PARTIES, SPACE, TODAY, madeSpace, seedRow } from '../../backends/conformance/kit';
import { BALL_MOVES } from '../../../src/model/agenda-types';
import type { Ball, Handover } from '../../../src/model/agenda-types';
import { SamenError } from '../../../src/model/errors';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';
import { fillSpace } from '../../../src/server/database/fill';
import { migrate } from '../../../src/server/database/migrate';
import { PgStorage } from '../../../src/server/database/pg-storage';
import { proveWith } from '../../../src/server/database/proof';

const PEOPLE = Array.from({ length: 50 }, (_, index) => `mens-${String(index)}`);
const ITEMS = Array.from({ length: 20 }, (_, index) => `punt-${String(index)}`);
const MOVES_EACH = 80;
const CUTS = 150;

const partyOf = (index: number): Id => PARTIES[index % PARTIES.length]?.id ?? '';
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

/** Between an instance and its database: every now and then all that is open breaks off, whatever it was doing. */
class BreakingWire {
  readonly #open = new Set<Socket>();
  #server: Server | undefined;
  breaks = 0;

  async listen(port: number): Promise<number> {
    const server = createServer((socket) => {
      const there = connect(port, '127.0.0.1');
      for (const [one, other] of [
        [socket, there],
        [there, socket],
      ] as const) {
        this.#open.add(one);
        one.pipe(other);
        one.on('error', () => undefined);
        one.on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  /** Some of what is open: an answer may be on its way, or the commit itself. */
  cut(): void {
    for (const socket of this.#open)
      if (Math.random() < 0.5) {
        this.breaks += 1;
        socket.destroy();
      }
  }

  close(): void {
    this.#server?.close();
    for (const socket of this.#open) socket.destroy();
  }
}

describe('balls that many move at once, over a network that breaks', () => {
  let postgres: Postgres;
  let owner: Pool;
  const wires: BreakingWire[] = [];
  const pools: Pool[] = [];
  const instances: PgStorage[] = [];

  before(async () => {
    postgres = await startPostgres();
    owner = new Pool({ connectionString: postgres.ownerUrl, max: 1 });
    await migrate(owner);
    const members = PEOPLE.map((id, index) => {
      const member = { id, partyId: partyOf(index), name: '', jobTitle: 'medewerker', role: 'member', version: 1 };
      return seedRow('member', id, member as never);
    });
    const items = ITEMS.flatMap((id) => [
      seedRow('agendaItem', id, itemOf(id, { status: 'idea' })),
      seedRow('ball', id, { id, movedAt: `${TODAY}T08:00:00.000Z`, version: 1 }),
    ]);
    await fillSpace(owner, SPACE, filled([seedRow('space', SPACE, madeSpace()), ...members, ...items]));
    for (let instance = 0; instance < 2; instance += 1) {
      const wire = new BreakingWire();
      const url = new URL(postgres.url);
      url.port = String(await wire.listen(Number(url.port)));
      const pool = new Pool({ connectionString: url.href, max: 8 });
      pool.on('error', () => undefined);
      wires.push(wire);
      pools.push(pool);
      instances.push(
        new PgStorage({
          pool,
          today: () => TODAY,
          maySpacesBeMadeBy: () => false,
          mark: () => '',
          prove: proveWith(Buffer.alloc(32, 7)),
        }),
      );
    }
  });
  after(async () => {
    for (const wire of wires) wire.close();
    for (const pool of pools) await pool.end();
    await owner.end();
    await postgres.close();
  });

  it(
    'are each with one party or nobody, as the log says, and no acknowledged move is lost',
    { timeout: 240_000 },
    async () => {
      const acknowledged: Move[] = [];
      let refused = 0;
      let again = 0;

      /** Until it is answered: what broke off is asked again with its key, of the other instance. */
      const insist = async (move: Move) => {
        for (let tries = 0; ; tries += 1) {
          assert.ok(tries < 200, 'a move is never answered');
          const storage = instances[tries % 2] as PgStorage;
          try {
            await doMove(storage, move);
            acknowledged.push(move);
            return;
          } catch (error) {
            assert.ok(error instanceof SamenError, String(error));
            if (error.kind === 'conflict') {
              refused += 1;
              return;
            }
            assert.equal(error.kind, 'busy', `${move.move}: ${error.message} ${String(error.cause)}`);
            again += 1;
            await sleep(5);
          }
        }
      };
      const person = async (personId: Id) => {
        for (let turn = 0; turn < MOVES_EACH; turn += 1)
          await insist({
            ...{ personId, spaceId: SPACE, itemId: pick(ITEMS), move: pick(BALL_MOVES) },
            ...{
              toPartyId: partyOf(Math.floor(Math.random() * 4)),
              key: newId(),
              handoverId: newId(),
              now: new Date(),
            },
          });
      };
      let isOver = false;
      const breaking = async () => {
        for (let cuts = 0; cuts < CUTS && !isOver; cuts += 1) {
          await sleep(40 + Math.random() * 60);
          wires[cuts % 2]?.cut();
        }
      };
      const all = Promise.all(PEOPLE.map(person)).finally(() => (isOver = true));
      await Promise.all([all, breaking()]);

      assert.ok(again > 0, 'the network broke nothing off');
      assert.ok(acknowledged.length > 200 && refused > 0, `${String(acknowledged.length)} done`);
      const { rows: balls } = await owner.query<{ data: Ball }>(`select data from samen.balls`);
      const { rows: lines } = await owner.query<{ data: Handover }>(`select data from samen.handovers`);
      assert.equal(balls.length, ITEMS.length);
      for (const { data: ball } of balls)
        assertExplained(
          ball,
          lines.flatMap(({ data }) => (data.itemId === ball.id ? [data] : [])),
        );
      assert.deepEqual(
        lines.map(({ data }) => data.id).sort(),
        acknowledged.map(({ handoverId }) => handoverId).sort(),
        'every acknowledged move is in the log once, and nothing else is',
      );
    },
  );
});
