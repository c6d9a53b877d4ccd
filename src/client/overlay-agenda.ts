/** What waits of the agenda, laid over what is known of it: by the rules of the model, as the backend will do it. */
import { lay } from './lay';
import type { Overlays } from './lay';
import type { AgendaFilter, AgendaItemInput, BallInput, ItemActInput, ItemPairInput } from '../contract/agenda';
import type { Input, Me, Page, ReadName, WriteName } from '../contract/operations';
import { tidyTopics } from '../model/agenda-item';
import type { AgendaItem, AgendaItemView, Ball, BallMove, BallView } from '../model/agenda-types';
import {
  ballState,
  clearBall,
  lapsesAt,
  movedBall,
  movesFor,
  touchBall,
  withParticipation,
  withdrawOffer,
} from '../model/ball';
import type { BallSituation, Moved } from '../model/ball';
import { signalOf } from '../model/signals';
import { toDay } from '../model/today';
import type { Id } from '../model/types';

type Change = (input: never, situation: BallSituation) => Moved;

const change = <I>(work: (input: I, situation: BallSituation) => Moved): Change => work as Change;

const MOVE_OF = {
  takeBall: 'take',
  offerBall: 'offer',
  acceptBall: 'accept',
  returnBall: 'return',
  withdrawBall: 'withdraw',
  releaseBall: 'release',
  progressBall: 'progress',
} as const satisfies Partial<Record<WriteName, BallMove>>;

/** The item with another status, after what became of its ball. */
function standing(moved: Moved, status: Pick<AgendaItem, 'status' | 'statusReason' | 'mergedIntoId'>): Moved {
  const { statusReason: _reason, ...rest } = moved.item;
  return { ...moved, item: { ...rest, ...status, version: rest.version + 1 } };
}

const isHeld = ({ ball }: BallSituation): boolean => ball.holderId !== undefined;

/** What becomes of one item, wherever it is shown. */
const CHANGES: Partial<Record<WriteName, Change>> = {
  ...Object.fromEntries(
    Object.entries(MOVE_OF).map(([write, move]) => [
      write,
      change<BallInput & { toPartyId?: Id }>((input, situation) => movedBall(move, input, situation)),
    ]),
  ),
  saveAgendaItem: change<AgendaItemInput>((input, { item, ball }) => {
    const { version: _version, phaseId, ...said } = input;
    const { phaseId: _phase, ...rest } = item;
    const topics = tidyTopics(said.topics);
    return { item: { ...rest, ...said, topics, ...(phaseId && { phaseId }) }, ball, handovers: [] };
  }),
  setParticipation: change<Input<'setParticipation'>>(({ partyId, as }, { item, ball }) => ({
    item: {
      ...item,
      participations:
        as === 'none'
          ? item.participations.filter((each) => each.partyId !== partyId)
          : withParticipation(item.participations, partyId, as),
    },
    ball,
    handovers: [],
  })),
  pauseItem: change<ItemActInput>(({ reason }, situation) =>
    standing(withdrawOffer(situation), { status: 'paused', ...(reason && { statusReason: reason }) }),
  ),
  resumeItem: change<ItemActInput>((_input, situation) => {
    const { item, ball } = situation;
    const moved = isHeld(situation) ? touchBall(situation) : { item, ball, handovers: [] };
    return standing(moved, { status: isHeld(situation) ? 'running' : 'idea' });
  }),
  finishItem: change<ItemActInput>((_input, situation) =>
    standing(clearBall('cleared', situation), { status: 'done' }),
  ),
  stopItem: change<ItemActInput>(({ reason }, situation) =>
    standing(clearBall('cleared', situation, reason), { status: 'stopped', ...(reason && { statusReason: reason }) }),
  ),
  reopenItem: change<ItemActInput>((_input, situation) =>
    standing(clearBall('reopened', situation), { status: 'running' }),
  ),
  mergeItem: change<ItemPairInput>(({ otherId }, situation) =>
    standing(clearBall('cleared', situation), { status: 'stopped', mergedIntoId: otherId }),
  ),
};

/** A ball as the model has it: who offered it is told to nobody, and counts here only against oneself. */
function ballOf({ ball }: AgendaItemView, personId: Id): Ball {
  const { state: _state, ofItemId: _of, moves, offer, ...rest } = ball;
  if (!offer) return rest;
  const { lapsesAt: _lapses, ...said } = offer;
  const isMine = offer.toPartyId !== '' && !moves.includes('accept');
  return { ...rest, offer: { ...said, byPersonId: isMine ? personId : '' } };
}

function itemOf({ ball: _ball, signal: _signal, ...item }: AgendaItemView): AgendaItem {
  return item;
}

/** As its maker sees it until the backend has answered. */
function made(input: AgendaItemInput, me: Me): AgendaItemView {
  const { version: _version, ...said } = input;
  const partyId = me.member?.partyId ?? '';
  const now = new Date();
  const today = toDay(now);
  const item: AgendaItem = {
    ...said,
    topics: tidyTopics(said.topics),
    status: 'idea',
    participations: [{ partyId, as: 'thinking' }],
    createdByPartyId: partyId,
    createdOn: today,
    changedOn: today,
    settled: [],
    version: 0,
  };
  // As the ball of a new item has it everywhere: who takes it at once needs that.
  const ball: Ball = { id: item.id, movedAt: now.toISOString(), version: 1 };
  return asShown({ item, ball }, situationOf(item, ball, me, now));
}

function situationOf(item: AgendaItem, ball: Ball, me: Me, now = new Date()): BallSituation {
  return {
    item,
    ball,
    viewer: { ...me, spaceId: '' },
    parties: [],
    now,
    today: toDay(now),
    newId: () => `waiting ${String(ball.version)}`,
  };
}

/** The item and its ball as they are answered; what it looks like, it still looks like. */
function asShown(
  { item, ball }: Pick<Moved, 'item' | 'ball'>,
  { viewer, now, today }: BallSituation,
  known?: AgendaItemView,
): AgendaItemView {
  const { offer, ...rest } = ball;
  const signal = signalOf(
    { item, ball, isFollowing: known?.ball.ofItemId !== undefined, overlapsWithId: known?.signal?.otherId },
    { now, today },
  );
  const { byPersonId: _person, isExpiryLogged: _logged, ...said } = offer ?? {};
  return {
    ...item,
    ball: {
      ...rest,
      state: ballState(item, ball, now),
      ...(offer && { offer: { ...(said as typeof offer), lapsesAt: lapsesAt(offer) } }),
      ...(known?.ball.ofItemId && { ofItemId: known.ball.ofItemId }),
      moves: movesFor(viewer, item, ball, now),
    },
    ...(signal && { signal }),
  };
}

/** What a write makes of an item; nothing for who is not a member, or where it is known already. */
function applied(
  write: WriteName,
  known: AgendaItemView,
  input: unknown,
  me: Me | undefined,
): AgendaItemView | undefined {
  if (!me?.member) return undefined;
  const { version } = input as { version?: number };
  const isBall = write in MOVE_OF;
  if (version !== undefined && version < (isBall ? known.ball.version : known.version)) return undefined;
  // Of an item that goes along with another, the ball is the other's.
  if (isBall && known.ball.ofItemId) return undefined;
  const situation = situationOf(itemOf(known), ballOf(known, me.personId), me);
  const moved = CHANGES[write]?.(input as never, situation);
  if (!moved) return undefined;
  const item = isBall ? moved.item : { ...moved.item, changedOn: situation.today };
  return asShown({ ...moved, item }, situation, known);
}

function fits(item: AgendaItemView, asked: AgendaFilter): boolean {
  if (asked.phase && item.phaseId !== asked.phase) return false;
  if (asked.driver && !item.driverIds.includes(asked.driver)) return false;
  if (asked.status && item.status !== asked.status) return false;
  return !(asked.party || asked.holder || asked.signal || asked.only);
}

function changeList(
  write: WriteName,
  known: Page<AgendaItemView>,
  input: unknown,
  me: Me | undefined,
): Page<AgendaItemView> {
  const { id } = input as { id: Id };
  const there = known.items.find((each) => each.id === id);
  const next = there && applied(write, there, input, me);
  return next ? { ...known, items: known.items.map((each) => (each === there ? next : each)) } : known;
}

const WRITES = Object.keys(CHANGES) as WriteName[];

const everywhere = (work: (write: WriteName) => ReturnType<typeof lay>) =>
  Object.fromEntries(WRITES.map((write) => [write, work(write)]));

export const AGENDA_OVERLAYS: Overlays = {
  listAgendaItems: {
    ...everywhere((write) =>
      lay<'listAgendaItems', 'saveAgendaItem'>((known, input, me) => changeList(write, known, input, me)),
    ),
    saveAgendaItem: lay<'listAgendaItems', 'saveAgendaItem'>((known, input, me, asked) => {
      if (known.items.some(({ id }) => id === input.id)) return changeList('saveAgendaItem', known, input, me);
      if (!me?.member || input.version !== 0 || asked.cursor) return known;
      const one = made(input, me);
      return fits(one, asked) ? { ...known, items: [one, ...known.items] } : known;
    }),
    eraseAgendaItem: lay<'listAgendaItems', 'eraseAgendaItem'>((known, { id }) => ({
      ...known,
      items: known.items.filter((item) => item.id !== id),
    })),
  },
  getAgendaItem: everywhere((write) =>
    lay<'getAgendaItem', 'saveAgendaItem'>((known, input, me) =>
      known.id === input.id ? (applied(write, known, input, me) ?? known) : known,
    ),
  ),
};

/** What nobody but its maker has yet, for who asks for it by its id. */
export function itemMadeHere(
  operation: ReadName,
  id: Id,
  write: WriteName,
  input: unknown,
  me: Me | undefined,
): unknown {
  const item = input as AgendaItemInput;
  const isNew = operation === 'getAgendaItem' && write === 'saveAgendaItem' && item.id === id && item.version === 0;
  return isNew && me?.member ? made(item, me) : undefined;
}

/** The item or the ball as the backend answered, in the place of what was laid there. */
export function withAgendaAnswer(operation: ReadName, known: unknown, write: WriteName, output: unknown): unknown {
  if (!(write in CHANGES)) return known;
  const { id } = output as { id?: Id };
  const isBall = write in MOVE_OF;
  const put = (item: AgendaItemView): AgendaItemView => {
    if (item.id !== id) return item;
    return isBall ? { ...item, ball: output as BallView } : (output as AgendaItemView);
  };
  if (operation === 'getAgendaItem') return put(known as AgendaItemView);
  if (operation !== 'listAgendaItems') return known;
  const page = known as Page<AgendaItemView>;
  return { ...page, items: page.items.map(put) };
}
