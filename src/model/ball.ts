/**
 * The ball of an agenda item (DOMAIN: "Agenda"): exactly one party is to move. Whoever gives it stays responsible until
 * the other accepts.
 *
 *              take                     offer                      seven days
 *   nobody ───────────▶ held by H ───────────────▶ offered to T ┄┄┄┄┄┄┄┄┄┄┄▶ lapsed: H holds, and is told
 *     ▲ ▲                │  ▲  ▲                       │   │                  │  │  │
 *     │ └──── release ───┘  │  └── return, withdraw ───┘   │    as offered ◀──┘  │  └─▶ release; offer to anyone
 *     │                     └────────── accept ────────────┘◀──── late, too ─────┘
 *   reopened       done, stopped: no ball (model/agenda-item.ts)
 *
 * Each move is a line in a log to which one can only add, and its number is the version that the ball had: so no two
 * lines of an item have the same, and no ball changes without one.
 */
import { addDays } from './day';
import { SamenError } from './errors';
import type { ConflictReason, FieldError } from './errors';
import { LATEST_DUE_DAYS, OFFER_LAPSES_DAYS } from './limits';
import { demand, demandMember, isCoreTeam, mayWriteItems } from './permissions';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import { BALL_MOVES } from './agenda-types';
import type {
  Actor,
  AgendaItem,
  Ball,
  BallMove,
  BallState,
  Handover,
  HandoverKind,
  ItemAudience,
} from './agenda-types';
import type { Day, Id, Member, Moment, Party, Viewer } from './types';
import { maySee } from './visibility';

const DAY_MS = 86_400_000;

/** What is typed with a move; what is absent stays as it was. */
export interface MoveInput {
  note?: string;
  reason?: string;
  nextStep?: string;
  dueOn?: Day;
  jobTitle?: string;
  /** The party for which the core team acts, with a reason. */
  onBehalfOf?: Id;
  /** Of an offer. */
  toPartyId?: Id;
}

/** An item, its ball, who acts and when. */
export interface BallSituation {
  item: AgendaItem;
  ball: Ball;
  viewer: Viewer;
  /** Of the space. */
  parties: readonly Party[];
  now: Date;
  today: Day;
  /** Of the line in the log. */
  newId: () => Id;
}

/** What became of it. The item only changes when a party takes or accepts the ball; its version never does. */
export interface Moved {
  item: AgendaItem;
  ball: Ball;
  handovers: Handover[];
}

export const isClosed = ({ status }: Pick<AgendaItem, 'status'>): boolean => status === 'done' || status === 'stopped';

/** The moment at which an offer lapses. */
export function lapsesAt({ offeredAt }: { offeredAt: Moment }): Moment {
  return new Date(Date.parse(offeredAt) + OFFER_LAPSES_DAYS * DAY_MS).toISOString();
}

/** Offers made at this moment or before have lapsed now. */
export function offeredUntil(now: Date): Moment {
  return new Date(now.getTime() - OFFER_LAPSES_DAYS * DAY_MS).toISOString();
}

/** Derived from the time, and never stored: all see an offer lapse at the same moment. */
export function ballState(item: Pick<AgendaItem, 'status'>, { holderId, offer }: Ball, now: Date): BallState {
  if (isClosed(item)) return 'none';
  if (holderId === undefined) return 'nobody';
  if (!offer) return 'held';
  return offer.offeredAt <= offeredUntil(now) ? 'lapsed' : 'offered';
}

/** Whether a party can read what carries this audience; one that left the space reads nothing. */
export function partySees(parties: readonly Party[], partyId: Id, audience: ItemAudience): boolean {
  const party = parties.find(({ id }) => id === partyId);
  return party !== undefined && (audience === 'everyone' || party.kind === 'department');
}

/**
 * Moves a ball. Throws `notFound` and `forbidden` (not theirs to move, on behalf without being core team, accepting
 * what one offered oneself), `invalid`, or `conflict`: `ballIsHeld`, `nobodyHolds`, `noOffer`, `offerIsOpen`,
 * `toItself`, `toCannotSee`, `itemClosed`, `itemPaused`.
 */
export function moveBall(move: BallMove, input: MoveInput, situation: BallSituation): Moved {
  const { item, ball, viewer, now } = situation;
  const party = actingParty(input, situation);
  refuseFields(findMoveErrors(move, input, situation));
  if (isClosed(item)) refuse('itemClosed', 'The item is closed');
  if (item.status === 'paused') refuse('itemPaused', 'The item is paused');
  refuseMove(move, input, { state: ballState(item, ball, now), party, situation });
  return MOVES[move](tidied(input), { ...situation, party, byPersonId: viewer.personId });
}

/** What a move that was allowed makes of a ball: for who shows it before the backend has answered. */
export function movedBall(move: BallMove, input: MoveInput, situation: BallSituation): Moved {
  const { viewer } = situation;
  const party = input.onBehalfOf ?? demandMember(viewer).partyId;
  return MOVES[move](tidied(input), { ...situation, party, byPersonId: viewer.personId });
}

/** What somebody may do now for their own party; nothing of what is refused whatever one types. */
export function movesFor(viewer: Viewer, item: AgendaItem, ball: Ball, now: Date): BallMove[] {
  const party = viewer.member?.partyId;
  if (!party || !mayWriteItems(viewer) || item.status === 'paused') return [];
  const { holderId, offer } = ball;
  const state = ballState(item, ball, now);
  const isHolder = holderId === party;
  const isOffered = offer?.toPartyId === party;
  const may: Record<BallMove, boolean> = {
    take: state === 'nobody',
    progress: isHolder,
    offer: isHolder && state !== 'offered',
    release: isHolder && state !== 'offered',
    accept: isOffered && offer.byPersonId !== viewer.personId,
    return: isOffered,
    withdraw: isHolder && offer !== undefined,
  };
  return state === 'none' ? [] : BALL_MOVES.filter((move) => may[move]);
}

/** That an offer lapsed, as the log tells it; nothing when it did not, or when it is told already. */
export function expireOffer(
  item: AgendaItem,
  ball: Ball,
  { now, newId }: Pick<BallSituation, 'now' | 'newId'>,
): { ball: Ball; handover: Handover } | undefined {
  const { holderId, offer } = ball;
  if (!offer || offer.isExpiryLogged || ballState(item, ball, now) !== 'lapsed') return undefined;
  return {
    // Time passed: nobody moved it, so "still" goes on counting.
    ball: { ...ball, offer: { ...offer, isExpiryLogged: true }, version: ball.version + 1 },
    handover: {
      ...lineOf('expired', { item, ball, now, newId }),
      fromPartyId: offer.toPartyId,
      ...(holderId && { toPartyId: holderId }),
    },
  };
}

/** Takes an offer back while something else is done with the item; nothing when there is none. */
export function withdrawOffer(situation: BallSituation): Moved {
  const { item, ball, viewer } = situation;
  if (!ball.offer) return { item, ball, handovers: [] };
  return withdrawn({}, { ...situation, party: ball.holderId ?? '', byPersonId: viewer.personId });
}

/** What a closed item, or one that goes along with another, leaves of its ball: nobody has it. */
export function clearBall(kind: 'cleared' | 'released' | 'reopened', situation: BallSituation, reason?: string): Moved {
  const { item, ball, now, viewer } = situation;
  const { id, version } = ball;
  // What was to be done next tells whoever takes it up.
  const nextStep = kind === 'released' ? ball.nextStep : undefined;
  return {
    item,
    ball: { id, ...(nextStep !== undefined && { nextStep }), movedAt: now.toISOString(), version: version + 1 },
    handovers: [
      {
        ...lineOf(kind, situation),
        ...(ball.holderId && { fromPartyId: ball.holderId }),
        ...(reason && { reason }),
        by: actorOf(demandMember(viewer)),
      },
    ],
  };
}

/** Whatever one typed: that it goes on from now. */
export function touchBall(situation: BallSituation): Moved {
  const party = situation.ball.holderId ?? '';
  return progressed({}, { ...situation, party, byPersonId: situation.viewer.personId });
}

/** Sets how a party joins; at the place it had, or after the others. */
export function withParticipation(
  participations: AgendaItem['participations'],
  partyId: Id,
  as: AgendaItem['participations'][number]['as'],
): AgendaItem['participations'] {
  const joins = participations.some((each) => each.partyId === partyId);
  if (!joins) return [...participations, { partyId, as }];
  return participations.map((each) => (each.partyId === partyId ? { partyId, as } : each));
}

/** Who acts, as the log says it: never by name. */
export function actorOf({ partyId, jobTitle }: Member): Actor {
  return { partyId, jobTitle };
}

/** Whether what a move wanted is so already: then that it comes too late is nobody's concern. */
export function isSoAlready(
  move: BallMove,
  { toPartyId }: MoveInput,
  { holderId, offer }: Pick<Ball, 'holderId'> & { offer?: { toPartyId: Id } },
  party: Id,
): boolean {
  switch (move) {
    case 'take':
    case 'accept':
      return holderId === party;
    case 'offer':
      return offer !== undefined && offer.toPartyId === toPartyId;
    case 'return':
      return holderId !== party && offer?.toPartyId !== party;
    case 'withdraw':
      return holderId === party && !offer;
    case 'release':
      return holderId !== party;
    case 'progress':
      return false;
  }
}

type Acting = BallSituation & { party: Id; byPersonId: Id };

/** Their own party, or the one for which the core team acts. */
function actingParty({ onBehalfOf }: MoveInput, { item, viewer, parties }: BallSituation): Id {
  const { partyId } = demandMember(viewer);
  if (!maySee(item.audience, viewer)) throw new SamenError('notFound', 'Not there, or not for you');
  demand(mayWriteItems(viewer), viewer, 'move a ball');
  if (onBehalfOf === undefined || onBehalfOf === partyId) return partyId;
  demand(isCoreTeam(viewer), viewer, 'act for another party');
  if (!partySees(parties, onBehalfOf, item.audience)) refuse('toCannotSee', 'That party cannot read this item');
  return onBehalfOf;
}

function findMoveErrors(move: BallMove, input: MoveInput, { ball, today, viewer }: BallSituation): FieldError[] {
  const { onBehalfOf, dueOn } = input;
  const isForAnother = onBehalfOf !== undefined && onBehalfOf !== viewer.member?.partyId;
  const wantsReason = move === 'return' || move === 'release' || isForAnother;
  const errors = [
    ...checkText('/note', input.note),
    ...checkText('/reason', input.reason, { required: wantsReason }),
    ...checkText('/nextStep', input.nextStep, { limit: TITLE_LIMIT }),
    ...checkText('/jobTitle', input.jobTitle, { limit: TITLE_LIMIT }),
    // A form sends along what was there.
    ...(dueOn === undefined || dueOn === ball.dueOn ? [] : checkDue('/dueOn', dueOn, today)),
  ];
  if (move === 'offer' && input.toPartyId === undefined) errors.push({ pointer: '/toPartyId', code: 'required' });
  return errors;
}

/** A day that somebody can mean: not gone, and not beyond all measure. */
export function checkDue(pointer: string, dueOn: Day, today: Day): FieldError[] {
  if (dueOn < today) return [{ pointer, code: 'tooEarly' }];
  return dueOn > addDays(today, LATEST_DUE_DAYS) ? [{ pointer, code: 'tooLate' }] : [];
}

function refuseMove(
  move: BallMove,
  { toPartyId }: MoveInput,
  { state, party, situation }: { state: BallState; party: Id; situation: BallSituation },
): void {
  const { item, ball, viewer, parties } = situation;
  const { offer } = ball;
  const demandParty = (id: Id | undefined) => {
    demand(id === party, viewer, `${move} this ball`);
  };
  if (move === 'take') {
    if (state !== 'nobody') refuse('ballIsHeld', 'Somebody has the ball');
    return;
  }
  if (move === 'accept' || move === 'return' || move === 'withdraw') {
    if (!offer) refuse('noOffer', 'The ball is not offered');
    demandParty(move === 'withdraw' ? ball.holderId : offer.toPartyId);
    // Else one person alone could move a ball from one party to another.
    if (move === 'accept') demand(offer.byPersonId !== viewer.personId, viewer, 'accept what they offered');
    return;
  }
  if (state === 'nobody') refuse('nobodyHolds', 'Nobody has the ball');
  demandParty(ball.holderId);
  if (move === 'progress') return;
  if (state === 'offered') refuse('offerIsOpen', 'The offer is still open');
  if (move === 'release' || toPartyId === undefined) return;
  if (toPartyId === ball.holderId) refuse('toItself', 'That party has the ball');
  if (!partySees(parties, toPartyId, item.audience)) refuse('toCannotSee', 'That party cannot read this item');
}

const MOVES: Record<BallMove, (input: MoveInput, acting: Acting) => Moved> = {
  take: (input, acting) => holds('taken', input, acting),
  progress: progressed,
  offer: offered,
  release: ({ reason = '', note }, acting) => {
    const { item, ball, handovers } = clearBall('released', acting, reason);
    return { item, ball, handovers: handovers.map((line) => ({ ...line, ...spoken({ note }, acting), reason })) };
  },
  accept: (input, acting) => {
    const { ball, item, now } = acting;
    const { nextStep, dueOn, jobTitle } = ball.offer ?? {};
    const proposed = { ...(nextStep && { nextStep }), ...(dueOn && { dueOn }), ...(jobTitle && { jobTitle }) };
    const isLate = ballState(item, ball, now) === 'lapsed';
    return holds('accepted', { ...proposed, ...input }, acting, isLate);
  },
  return: (input, acting) => back('returned', input, acting),
  withdraw: withdrawn,
};

/** The acting party has the ball, and so does something. */
function holds(kind: 'taken' | 'accepted', input: MoveInput, acting: Acting, isLate = false): Moved {
  const { item, ball, party, now, today } = acting;
  const at = now.toISOString();
  // Somebody else's day and job title say nothing of what this party will do.
  const { nextStep = ball.nextStep, dueOn, jobTitle } = input;
  return {
    item: {
      ...item,
      status: 'running',
      participations: withParticipation(item.participations, party, 'doing'),
      changedOn: today,
    },
    ball: {
      id: ball.id,
      holderId: party,
      ...plan({ nextStep, dueOn, jobTitle }),
      heldSinceAt: at,
      movedAt: at,
      version: ball.version + 1,
    },
    handovers: [
      {
        ...lineOf(kind, acting),
        ...(ball.holderId && { fromPartyId: ball.holderId }),
        toPartyId: party,
        ...spoken(input, acting),
        ...plan({ nextStep: input.nextStep, dueOn }),
        ...(isLate && { isLate }),
      },
    ],
  };
}

function progressed(input: MoveInput, acting: Acting): Moved {
  const { item, ball, party, now } = acting;
  const { nextStep = ball.nextStep, dueOn = ball.dueOn, jobTitle = ball.jobTitle } = input;
  const { nextStep: _step, dueOn: _due, jobTitle: _title, ...rest } = ball;
  return {
    item,
    ball: {
      ...rest,
      ...plan({ nextStep, dueOn, jobTitle }),
      movedAt: now.toISOString(),
      version: ball.version + 1,
    },
    handovers: [
      {
        ...lineOf('progress', acting),
        toPartyId: party,
        ...spoken(input, acting),
        ...plan({ nextStep: input.nextStep, dueOn: input.dueOn }),
      },
    ],
  };
}

function offered(input: MoveInput, acting: Acting): Moved {
  const { item, ball, party, now, byPersonId } = acting;
  const { note = '', toPartyId = '', nextStep, dueOn, jobTitle } = input;
  const at = now.toISOString();
  const offer = { toPartyId, note, ...plan({ nextStep, dueOn, jobTitle }), offeredAt: at, byPersonId };
  return {
    item,
    ball: { ...ball, offer, movedAt: at, version: ball.version + 1 },
    handovers: [
      {
        ...lineOf('offered', acting),
        fromPartyId: party,
        toPartyId,
        ...spoken(input, acting),
        ...plan({ nextStep, dueOn }),
      },
    ],
  };
}

function withdrawn(input: MoveInput, acting: Acting): Moved {
  return back('withdrawn', input, acting);
}

/** The one who gave it has it again, as before. */
function back(kind: 'returned' | 'withdrawn', input: MoveInput, acting: Acting): Moved {
  const { item, ball, now } = acting;
  const { offer, ...rest } = ball;
  return {
    item,
    ball: { ...rest, movedAt: now.toISOString(), version: ball.version + 1 },
    handovers: [
      {
        ...lineOf(kind, acting),
        ...(offer && { fromPartyId: offer.toPartyId }),
        ...(ball.holderId && { toPartyId: ball.holderId }),
        ...spoken(input, acting),
      },
    ],
  };
}

type Line = Pick<Handover, 'id' | 'itemId' | 'number' | 'kind' | 'at' | 'audience'>;

function lineOf(
  kind: HandoverKind,
  { item, ball, now, newId }: Pick<BallSituation, 'item' | 'ball' | 'now' | 'newId'>,
): Line {
  const { id: itemId, audience } = item;
  return { id: newId(), itemId, number: ball.version, kind, at: now.toISOString(), audience };
}

/** What was said, and by whom. */
function spoken(
  { note, reason, onBehalfOf }: MoveInput,
  { viewer }: Acting,
): Pick<Handover, 'note' | 'reason' | 'by' | 'onBehalfOf'> {
  const member = demandMember(viewer);
  const isForAnother = onBehalfOf !== undefined && onBehalfOf !== member.partyId;
  return {
    ...(note && { note }),
    ...(reason && { reason }),
    by: actorOf(member),
    ...(isForAnother && { onBehalfOf }),
  };
}

/** Without what is not there, or was taken away. */
function plan<T extends Partial<Record<'nextStep' | 'dueOn' | 'jobTitle', string>>>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Partial<T>;
}

const TEXTS = ['note', 'reason', 'nextStep', 'jobTitle'] as const;

function tidied(input: MoveInput): MoveInput {
  const texts = TEXTS.flatMap((key) => (input[key] === undefined ? [] : [[key, tidyText(input[key])]]));
  return { ...input, ...(Object.fromEntries(texts) as Pick<MoveInput, (typeof TEXTS)[number]>) };
}

export function refuse(reason: ConflictReason, message: string): never {
  throw new SamenError('conflict', message, { reason });
}

export function refuseFields(fields: FieldError[]): void {
  if (fields.length > 0) throw new SamenError('invalid', 'The input is wrong', { fields });
}
