/**
 * Random histories of a ball, by several people who do not wait for each other: against a small model that knows no more
 * than DOMAIN's table, who wants what, and which version they looked at.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ACTS, BEGUN, PEOPLE, assertSound, tried } from './agenda-world';
import type { Act, Action, Standing } from './agenda-world';
import { CORE, PARTIES, PARTNER_CORE, WELZIJN, WERK, WONEN, ZORG } from './agenda-made';
import { BALL_MOVES } from '../../src/model/agenda-types';
import type { BallMove, ItemStatus } from '../../src/model/agenda-types';
import type { Id, Viewer } from '../../src/model/types';

const RUNS = 1_000;
const LONGEST = 60;

/** What the table knows: who has it, to whom it was offered by whom, and since how many days. */
interface Model {
  status: ItemStatus;
  audience: 'internal' | 'everyone';
  holder?: Id | undefined;
  offer?: { to: Id; by: Id; days: number } | undefined;
}
interface Real {
  standing: Standing;
}

const kindOf = (id: Id | undefined) => PARTIES.find((party) => party.id === id)?.kind;
const sees = (id: Id | undefined, { audience }: Model) =>
  kindOf(id) !== undefined && (audience === 'everyone' || kindOf(id) === 'department');
const isClosed = ({ status }: Model) => status === 'done' || status === 'stopped';
const isCore = ({ member }: Viewer) => member?.role === 'coreTeam';

/** Why somebody may do nothing at all here; undefined when they may. */
function stranger(by: Viewer, model: Model): string | undefined {
  if (!by.member || !sees(by.member.partyId, model)) return 'notFound';
  return by.member.role === 'admin' ? 'forbidden' : undefined;
}

type Move = Extract<Action, { kind: 'move' }>;
/** What becomes of the model, or why not. */
type Outcome = Partial<Model> | string;

function movedBy({ by, move, toPartyId, onBehalfOf }: Move, model: Model): Outcome {
  const own = by.member?.partyId;
  const party = onBehalfOf ?? own;
  if (party !== own && !isCore(by)) return 'forbidden';
  if (party !== own && !sees(party, model)) return 'toCannotSee';
  if (isClosed(model)) return 'itemClosed';
  if (model.status === 'paused') return 'itemPaused';
  const { holder, offer } = model;
  const isOpenOffer = offer !== undefined && offer.days < 7;
  const table: Record<BallMove, () => Outcome> = {
    take: () => (holder ? 'ballIsHeld' : { holder: party, status: 'running' }),
    progress: () => (!holder ? 'nobodyHolds' : holder === party ? {} : 'forbidden'),
    offer() {
      if (!holder) return 'nobodyHolds';
      if (holder !== party) return 'forbidden';
      if (isOpenOffer) return 'offerIsOpen';
      if (toPartyId === holder) return 'toItself';
      if (!sees(toPartyId, model)) return 'toCannotSee';
      return { offer: { to: toPartyId ?? '', by: by.personId, days: 0 } };
    },
    release() {
      if (!holder) return 'nobodyHolds';
      if (holder !== party) return 'forbidden';
      return isOpenOffer ? 'offerIsOpen' : { holder: undefined, offer: undefined };
    },
    accept() {
      if (!offer) return 'noOffer';
      if (offer.to !== party || offer.by === by.personId) return 'forbidden';
      return { holder: party, offer: undefined, status: 'running' };
    },
    return: () => (!offer ? 'noOffer' : offer.to === party ? { offer: undefined } : 'forbidden'),
    withdraw: () => (!offer ? 'noOffer' : holder === party ? { offer: undefined } : 'forbidden'),
  };
  return table[move]();
}

function actedBy(by: Viewer, act: Act, model: Model): Outcome {
  if (act === 'reopen') {
    if (!isCore(by)) return 'forbidden';
    return isClosed(model) ? { status: 'running' } : 'itemIsOpen';
  }
  if (isClosed(model)) return 'itemClosed';
  const mine = model.holder ?? BEGUN.item.createdByPartyId;
  if (!isCore(by) && by.member?.partyId !== mine) return 'forbidden';
  if (act === 'finish') return { status: 'done', holder: undefined, offer: undefined };
  if (act === 'stop') return { status: 'stopped', holder: undefined, offer: undefined };
  if (act === 'pause') return model.status === 'paused' ? 'itemPaused' : { status: 'paused', offer: undefined };
  return model.status === 'paused' ? { status: model.holder ? 'running' : 'idea' } : 'itemNotPaused';
}

const outcomeOf = (action: Extract<Action, { kind: 'move' | 'act' }>, model: Model): Outcome =>
  stranger(action.by, model) ??
  (action.kind === 'move' ? movedBy(action, model) : actedBy(action.by, action.act, model));

function assertAsModelled({ standing }: Real, model: Model): void {
  const { item, ball } = standing;
  assert.deepEqual(
    [item.status, item.audience, ball.holderId, ball.offer?.toPartyId],
    [model.status, model.audience, model.holder, model.offer?.to],
  );
  assertSound(standing);
}

const named = (action: Action) =>
  JSON.stringify(action, (key, value: unknown) => (key === 'by' ? (value as Viewer).personId : value));

/** One does something with what there is now. */
class One implements fc.Command<Model, Real> {
  constructor(readonly action: Extract<Action, { kind: 'move' | 'act' }>) {}
  check = () => true;
  run(model: Model, real: Real): void {
    const outcome = outcomeOf(this.action, model);
    const next = tried(real.standing, this.action);
    if (typeof outcome === 'string') assert.equal(typeof next === 'string' ? next : 'done', outcome);
    else {
      assert.ok(typeof next !== 'string', `refused: ${String(next)}`);
      real.standing = next;
      Object.assign(model, outcome);
    }
    assertAsModelled(real, model);
  }
  toString = () => named(this.action);
}

/** Several looked at the same ball: whoever comes first is heard, and the others based it on what is no more. */
class AtOnce implements fc.Command<Model, Real> {
  constructor(readonly moves: readonly Move[]) {}
  check = () => true;
  run(model: Model, real: Real): void {
    const { version } = real.standing.ball;
    const seen = real.standing;
    let kept = 0;
    for (const move of this.moves) {
      const outcome = outcomeOf(move, model);
      const meant = tried(seen, move);
      // What each meant was decided on what all of them saw; it is kept where nothing was kept before.
      if (typeof meant === 'string' || real.standing.ball.version !== version) continue;
      assert.ok(typeof outcome !== 'string', `done, though ${String(outcome)}`);
      kept += 1;
      real.standing = meant;
      Object.assign(model, outcome);
    }
    assert.ok(kept <= 1, 'two moves of one version were both kept');
    assert.ok(
      real.standing.log.length - seen.log.length === kept,
      'a move that was kept has its line, and no other has',
    );
    assertAsModelled(real, model);
  }
  toString = () => `at once: ${this.moves.map(named).join(', ')}`;
}

class Wait implements fc.Command<Model, Real> {
  constructor(readonly days: number) {}
  check = () => true;
  run(model: Model, real: Real): void {
    const before = real.standing;
    real.standing = tried(before, { kind: 'wait', days: this.days }) as Standing;
    if (model.offer) model.offer = { ...model.offer, days: model.offer.days + this.days };
    assert.equal(real.standing.ball, before.ball, 'time alone changes nothing that is kept');
    assertAsModelled(real, model);
  }
  toString = () => `${String(this.days)} days`;
}

/** The job that writes in the log what lapsed: how often it looks makes no difference. */
class Log implements fc.Command<Model, Real> {
  check = () => true;
  run(model: Model, real: Real): void {
    const before = real.standing;
    const once = tried(before, { kind: 'log' }) as Standing;
    real.standing = tried(once, { kind: 'log' }) as Standing;
    assert.equal(real.standing, once, 'it is logged once');
    if (!model.offer || model.offer.days < 7) assert.equal(once, before);
    else assert.ok(once.ball.offer?.isExpiryLogged);
    assertAsModelled(real, model);
  }
  toString = () => 'the job looks';
}

class Readers implements fc.Command<Model, Real> {
  constructor(
    readonly by: Viewer,
    readonly audience: Model['audience'],
  ) {}
  check = () => true;
  run(model: Model, real: Real): void {
    const { holder, offer } = model;
    const next = tried(real.standing, { kind: 'read', by: this.by, audience: this.audience });
    if (typeof next === 'string') {
      if (next === 'partnerHasBall')
        assert.ok(
          [holder, offer?.to].some((party) => kindOf(party) === 'partner'),
          'no partner has it',
        );
    } else {
      real.standing = next;
      model.audience = this.audience;
    }
    assertAsModelled(real, model);
  }
  toString = () => `${this.by.personId} lets ${this.audience} read`;
}

const ids = PARTIES.map(({ id }) => id);
const someone = fc.constantFrom(...PEOPLE);
// Of most of what people do, something comes: those with a party of their own move, to others, for themselves.
const moveOf = (by: fc.Arbitrary<Viewer>, onBehalfOf: fc.Arbitrary<Id | undefined>) =>
  fc
    .record({
      ...{ by, onBehalfOf, toPartyId: fc.constantFrom(...ids) },
      move: fc.constantFrom(...BALL_MOVES, 'offer' as const, 'accept' as const),
    })
    .map(({ onBehalfOf: party, ...rest }): Move => ({ kind: 'move', ...rest, ...(party && { onBehalfOf: party }) }));
const move = fc.oneof(
  { weight: 5, arbitrary: moveOf(fc.constantFrom(WERK, ZORG, WELZIJN, WONEN), fc.constant(undefined)) },
  { weight: 3, arbitrary: moveOf(fc.constantFrom(CORE, PARTNER_CORE), fc.constantFrom(...ids)) },
  { weight: 1, arbitrary: moveOf(someone, fc.option(fc.constantFrom(...ids), { nil: undefined })) },
);
const act = fc
  .record({ by: someone, act: fc.constantFrom(...ACTS) })
  .map((rest) => ({ kind: 'act' as const, ...rest }));

const commands = fc.commands(
  [
    move.map((action) => new One(action)),
    move.map((action) => new One(action)),
    fc.array(move, { minLength: 2, maxLength: 5 }).map((moves) => new AtOnce(moves)),
    act.map((action) => new One(action)),
    fc.integer({ min: 1, max: 9 }).map((days) => new Wait(days)),
    fc.constant(new Log()),
    fc
      .tuple(someone, fc.constantFrom('internal' as const, 'everyone' as const))
      .map(([by, audience]) => new Readers(by, audience)),
  ],
  { maxCommands: LONGEST, size: 'max' },
);

describe('whatever people do with a ball, one after another and at once', () => {
  it('it stands as the table says, and the log explains it', () => {
    fc.assert(
      fc.property(commands, (history) => {
        const begun = (): { model: Model; real: Real } => ({
          model: { status: 'idea', audience: 'everyone' },
          real: { standing: BEGUN },
        });
        fc.modelRun(begun, history);
      }),
      { numRuns: RUNS },
    );
  });
});
