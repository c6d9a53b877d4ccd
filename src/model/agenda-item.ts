/**
 * What may become of an agenda item (DOMAIN: "Agenda"). Its ball is a thing of its own: model/ball.ts.
 *
 *            take                 pause
 *   idea ────────────▶ running ◀──────────▶ paused          any of these three is open
 *     │                   │       resume       │
 *     └───────────────────┴── finish, stop, ───┘
 *                              merge    │
 *                                       ▼   reopen (core team)
 *                               done, stopped ──────────▶ running, and nobody has the ball
 */
import {
  actorOf,
  clearBall,
  isClosed,
  partySees,
  refuse,
  refuseFields,
  touchBall,
  withParticipation,
  withdrawOffer,
} from './ball';
import type { BallSituation, Moved } from './ball';
import { SamenError } from './errors';
import type { FieldError } from './errors';
import { MOST_DRIVERS, MOST_TOPICS, TOPIC_LIMIT } from './limits';
import { demand, demandMember, isCoreTeam, mayEditItem, mayWriteItems } from './permissions';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import type { AgendaItem, AgendaItemContent, Ball, Participation } from './agenda-types';
import type { Day, Driver, Id, Party, Phase, Viewer } from './types';
import { maySee } from './visibility';

export interface ItemChange extends AgendaItemContent {
  id: Id;
  /** Of a new item: what it was made from. */
  experienceId?: Id;
  needId?: Id;
  sessionId?: Id;
}

export interface ItemState {
  previous: { item: AgendaItem; ball: Ball } | undefined;
  viewer: Viewer;
  parties: readonly Party[];
  phases: readonly Phase[];
  /** The drivers of the intention today. */
  drivers: readonly Driver[];
  now: Date;
  today: Day;
}

/** Words in lower case, each once. */
export function tidyTopics(topics: readonly string[]): string[] {
  return [...new Set(topics.map((topic) => tidyText(topic).toLowerCase().replace(/\s+/g, ' ')))].filter(Boolean);
}

/**
 * A new item, of which nobody has the ball, or a changed one. Throws `notFound`, `forbidden` (not theirs to edit, to
 * narrow, or to choose this audience), `invalid`, or `conflict`: `partnerHasBall`.
 */
export function saveItem(input: ItemChange, state: ItemState): { item: AgendaItem; ball: Ball } {
  const { previous, viewer, now, today } = state;
  const { partyId } = demandMember(viewer);
  demand(mayWriteItems(viewer), viewer, 'write an agenda item');
  if (previous) demandEditor(viewer, previous.item, previous.ball);
  refuseFields(findItemErrors(input, state));
  const content = tidyContent(input);
  if (previous?.item.audience !== content.audience) refuseAudience(content.audience, state);
  if (previous) {
    const { phaseId: _phase, ...rest } = previous.item;
    const participations = rest.participations.filter((each) =>
      partySees(state.parties, each.partyId, content.audience),
    );
    const isNarrower = rest.audience === 'everyone' && content.audience === 'internal';
    return {
      item: {
        ...rest,
        ...content,
        // Who no longer reads it does not take part in it either.
        participations: isNarrower ? participations : rest.participations,
        changedOn: today,
        version: rest.version + 1,
      },
      ball: previous.ball,
    };
  }
  const { id, experienceId, needId, sessionId } = input;
  return {
    item: {
      id,
      ...content,
      status: 'idea',
      participations: [{ partyId, as: 'thinking' }],
      createdByPartyId: partyId,
      createdOn: today,
      changedOn: today,
      settled: [],
      ...(experienceId && { experienceId }),
      ...(needId && { needId }),
      ...(sessionId && { sessionId }),
      version: 1,
    },
    ball: { id, movedAt: now.toISOString(), version: 1 },
  };
}

/** Signals rest; an open offer is taken back. Throws `conflict`: `itemClosed`, `itemPaused`. */
export function pauseItem(reason: string, situation: BallSituation): Moved {
  const { item } = demandOpen(situation);
  demandEditorOf(situation);
  if (item.status === 'paused') refuse('itemPaused', 'It is paused');
  refuseFields(checkText('/reason', reason, { required: true }));
  return after(withdrawOffer(situation), situation, { status: 'paused', statusReason: tidyText(reason) });
}

/** From now on "still" counts anew. Throws `conflict`: `itemClosed`, `itemNotPaused`. */
export function resumeItem(situation: BallSituation): Moved {
  const { item, ball } = demandOpen(situation);
  demandEditorOf(situation);
  if (item.status !== 'paused') refuse('itemNotPaused', 'It is not paused');
  const moved = ball.holderId === undefined ? { item, ball, handovers: [] } : touchBall(situation);
  return after(moved, situation, { status: ball.holderId === undefined ? 'idea' : 'running' });
}

/** Done, or with a reason stopped: it has no ball any more. Throws `conflict`: `itemClosed`. */
export function closeItem(status: 'done' | 'stopped', reason: string | undefined, situation: BallSituation): Moved {
  demandOpen(situation);
  demandEditorOf(situation);
  refuseFields(checkText('/reason', reason, { required: status === 'stopped' }));
  const why = tidyText(reason ?? '');
  return after(clearBall('cleared', situation, why), situation, { status, ...(why && { statusReason: why }) });
}

/** Open again, and nobody has the ball. For the core team. Throws `conflict`: `itemIsOpen`. */
export function reopenItem(situation: BallSituation): Moved {
  demandVisible(situation);
  demand(isCoreTeam(situation.viewer), situation.viewer, 'reopen an item');
  if (!isClosed(situation.item)) refuse('itemIsOpen', 'It is open');
  const { mergedIntoId: _merged, ...item } = situation.item;
  return after(clearBall('reopened', { ...situation, item }), { ...situation, item }, { status: 'running' });
}

/**
 * The item goes on in another, whose ball stays where it is. For the core team. Throws `invalid`, or `conflict`:
 * `itemClosed`, `otherAudience`.
 */
export function mergeItem(target: AgendaItem, situation: BallSituation): Moved {
  demandOpen(situation);
  demand(isCoreTeam(situation.viewer), situation.viewer, 'merge items');
  demandPair(target, situation);
  const before = withdrawOffer(situation);
  const cleared = clearBall('cleared', { ...situation, ball: before.ball });
  const moved = { ...cleared, handovers: [...before.handovers, ...cleared.handovers] };
  return after(moved, situation, { status: 'stopped', mergedIntoId: target.id });
}

/**
 * "Samen verder": the item goes along with another, whose ball is its ball from now on. Throws `conflict`:
 * `itemClosed`, `otherAudience`; `itemFollows` when the other follows one itself; `itemIsFollowed` when one follows this.
 */
export function linkItems(
  target: AgendaItem,
  { isFollowed, ...situation }: BallSituation & { isFollowed: boolean },
): Moved {
  const { item, ball } = demandOpen(situation);
  demandEditorOf(situation);
  demandPair(target, situation);
  if (target.followsId !== undefined) refuse('itemFollows', 'The other follows one itself');
  if (isFollowed) refuse('itemIsFollowed', 'Another follows this one');
  const before = withdrawOffer(situation);
  const moved: Moved =
    ball.holderId === undefined ? before : joined(before, clearBall('released', { ...situation, ball: before.ball }));
  const { statusReason: _reason, ...rest } = item;
  // What rested goes on with the other.
  const status = item.status === 'paused' ? 'running' : item.status;
  return { ...moved, item: changed({ ...rest, status, followsId: target.id }, situation.today) };
}

/**
 * "Toch anders": the two no longer count as alike, and no longer go along with each other. Whoever edits one of them
 * says so. Throws `forbidden`, or `conflict`: `itemClosed`.
 */
export function settleOverlap(
  other: { item: AgendaItem; ball: Ball },
  situation: BallSituation,
): { item: AgendaItem; other: AgendaItem } {
  const { viewer, today } = situation;
  const { item, ball } = demandOpen(situation);
  if (other.item.id === item.id) refuseSame();
  demandOpen({ ...situation, item: other.item, ball: other.ball });
  const mayEdit = (one: { item: AgendaItem; ball: Ball }) => mayEditItem(viewer, one.item, one.ball);
  const me = { item, ball };
  demand(mayEdit(me) || mayEdit(other), viewer, 'say that these are not the same');
  // Who goes along with whom is for whoever edits the one that does.
  if (item.followsId === other.item.id) demand(mayEdit(me), viewer, 'take these apart');
  if (other.item.followsId === item.id) demand(mayEdit(other), viewer, 'take these apart');
  const by = actorOf(demandMember(viewer));
  const without = ({ followsId, ...rest }: AgendaItem, id: Id): AgendaItem => ({
    ...rest,
    ...(followsId !== undefined && followsId !== id && { followsId }),
    settled: rest.settled.some((each) => each.itemId === id)
      ? rest.settled
      : [...rest.settled, { itemId: id, by, on: today }],
  });
  return {
    item: changed(without(item, other.item.id), today),
    other: changed(without(other.item, item.id), today),
  };
}

/**
 * How a party joins, in one tap; whoever has the ball is doing. A party says so for itself, the core team for any. The
 * version stays: two parties that join at once are in nobody's way. Throws `forbidden`, or `conflict`: `itemClosed`,
 * `toCannotSee`, `partyHasBall`.
 */
export function setParticipation(partyId: Id, as: Participation | 'none', situation: BallSituation): AgendaItem {
  const { viewer, today, parties } = situation;
  const { item, ball } = demandOpen(situation);
  demand(mayWriteItems(viewer), viewer, 'take part');
  demand(viewer.member?.partyId === partyId || isCoreTeam(viewer), viewer, 'say how another party joins');
  if (as !== 'none' && !partySees(parties, partyId, item.audience))
    refuse('toCannotSee', 'That party cannot read this');
  if (ball.holderId === partyId && as !== 'doing') refuse('partyHasBall', 'Whoever has the ball is doing');
  const { participations } = item;
  const next =
    as === 'none'
      ? participations.filter((each) => each.partyId !== partyId)
      : withParticipation(participations, partyId, as);
  return { ...item, participations: next, changedOn: today };
}

/** Whether an item goes along with another: that one is there and open, and nobody has this one's own ball. */
export function follows<T extends { item: AgendaItem }>(
  { item, ball }: { item: AgendaItem; ball: Ball },
  followed: T | undefined,
): followed is T {
  return (
    followed !== undefined &&
    item.followsId === followed.item.id &&
    ball.holderId === undefined &&
    !isClosed(item) &&
    !isClosed(followed.item)
  );
}

/** Everything that whoever takes away a party must know: it stays until it has no ball any more. */
export function refusePartiesWithBalls(ids: readonly Id[], items: readonly { id: Id; title: string }[]): void {
  if (ids.length === 0) return;
  throw new SamenError('conflict', 'These parties have a ball', { reason: 'partyHasBall', current: { items } });
}

function findItemErrors(input: ItemChange, { previous, drivers, phases }: ItemState): FieldError[] {
  const { driverIds, phaseId, topics } = input;
  const before = previous?.item;
  const errors: FieldError[] = [
    ...checkText('/title', input.title, { required: true, limit: TITLE_LIMIT }),
    ...checkText('/question', input.question),
    ...topics.flatMap((topic, index) => checkText(`/topics/${String(index)}`, topic, { limit: TOPIC_LIMIT })),
  ];
  if (tidyTopics(topics).length > MOST_TOPICS) errors.push({ pointer: '/topics', code: 'tooLong' });
  if (driverIds.length > MOST_DRIVERS) errors.push({ pointer: '/driverIds', code: 'tooLong' });
  driverIds.forEach((id, index) => {
    const pointer = `/driverIds/${String(index)}`;
    // A driver may leave the intention, and a phase the space, after the item was written: then it keeps them.
    const isKnown = drivers.some((driver) => driver.id === id) || before?.driverIds.includes(id);
    if (!isKnown) errors.push({ pointer, code: 'unknown' });
    else if (driverIds.indexOf(id) < index) errors.push({ pointer, code: 'duplicate' });
  });
  if (phaseId !== undefined && phaseId !== before?.phaseId && !phases.some(({ id }) => id === phaseId)) {
    errors.push({ pointer: '/phaseId', code: 'unknown' });
  }
  return errors;
}

function tidyContent(input: ItemChange): AgendaItemContent {
  return {
    title: tidyText(input.title),
    question: tidyText(input.question),
    driverIds: [...input.driverIds],
    ...(input.phaseId !== undefined && { phaseId: input.phaseId }),
    topics: tidyTopics(input.topics),
    audience: input.audience,
  };
}

/** Nobody chooses readers among whom they are not; only the core team takes an item from those who read it. */
function refuseAudience(audience: AgendaItem['audience'], { previous, viewer, parties }: ItemState): void {
  const isNarrower = previous?.item.audience === 'everyone' && audience === 'internal';
  if (!maySee(audience, viewer) || (isNarrower && !isCoreTeam(viewer))) {
    throw new SamenError('forbidden', `This member cannot choose the audience "${audience}"`, {
      fields: [{ pointer: '/audience', code: 'unknown' }],
    });
  }
  if (!previous || !isNarrower) return;
  const { holderId, offer } = previous.ball;
  const inHands = [holderId, offer?.toPartyId].filter((id) => id !== undefined);
  if (!inHands.every((id) => partySees(parties, id, audience))) refuse('partnerHasBall', 'A partner has the ball');
}

function demandVisible({ item, viewer }: Pick<BallSituation, 'item' | 'viewer'>): void {
  demandMember(viewer);
  if (!maySee(item.audience, viewer)) throw new SamenError('notFound', 'Not there, or not for you');
}

/** First whether it is theirs to see, then whether there is anything to be done with it. */
function demandOpen<T extends Pick<BallSituation, 'item' | 'viewer'>>(situation: T): T {
  demandVisible(situation);
  demand(mayWriteItems(situation.viewer), situation.viewer, 'do this with an item');
  if (isClosed(situation.item)) refuse('itemClosed', 'It is closed');
  return situation;
}

function demandEditorOf({ viewer, item, ball }: BallSituation): void {
  demandEditor(viewer, item, ball);
}

function demandEditor(viewer: Viewer, item: AgendaItem, ball: Ball): void {
  demandVisible({ item, viewer });
  demand(mayEditItem(viewer, item, ball), viewer, 'edit this item');
}

function demandPair(target: AgendaItem, { item, viewer }: BallSituation): void {
  demandVisible({ item: target, viewer });
  if (target.id === item.id) refuseSame();
  if (isClosed(target)) refuse('itemClosed', 'The other is closed');
  if (target.audience !== item.audience) refuse('otherAudience', 'They do not have the same readers');
}

function refuseSame(): never {
  throw new SamenError('invalid', 'That is the same item', { fields: [{ pointer: '/otherId', code: 'duplicate' }] });
}

const joined = (one: Moved, other: Moved): Moved => ({ ...other, handovers: [...one.handovers, ...other.handovers] });

const changed = (item: AgendaItem, today: Day): AgendaItem => ({
  ...item,
  changedOn: today,
  version: item.version + 1,
});

/** The item with another status, after what became of its ball. */
function after(
  moved: Moved,
  { today, item }: Pick<BallSituation, 'today' | 'item'>,
  status: Pick<AgendaItem, 'status' | 'statusReason' | 'mergedIntoId'>,
): Moved {
  const { statusReason: _reason, ...rest } = item;
  return { ...moved, item: changed({ ...rest, ...status }, today) };
}
