/** The lines of the agenda: what somebody tries with a ball in every state, and what the model says must come of it. */
import { AUDIENCES, itemId, sessionId, sessionOf, standingsFor } from './agenda-world';
import type { Standing } from './agenda-world';
import { decided, ofSpace, reading, told } from './cases';
import type { Case, Line } from './cases';
import { NO_SPACE, SPACE, partyOf, spaces, viewerOf } from './world';
import { DRIVERS, TODAY, itemInput, sessionInput } from '../../backends/conformance/kit';
import type { AgendaOperations } from '../../../src/contract/agenda';
import type { Input } from '../../../src/contract/operations';
import {
  closeItem,
  follows,
  linkItems,
  mergeItem,
  pauseItem,
  reopenItem,
  resumeItem,
  saveItem,
  setParticipation,
  settleOverlap,
} from '../../../src/model/agenda-item';
import type { BallMove } from '../../../src/model/agenda-types';
import { moveBall, refuse } from '../../../src/model/ball';
import type { BallSituation, MoveInput } from '../../../src/model/ball';
import { newId } from '../../../src/model/new-id';
import { demand, isCoreTeam, isMember, mayRunSessions, mayWriteItems } from '../../../src/model/permissions';
import type { Id, Party, Viewer } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

type Name = keyof AgendaOperations;
type Decide = (situation: BallSituation, standing: Standing) => unknown;

const ABSENT: Id = newId();
function situationOf({ item, ball }: Standing, viewer: Viewer): BallSituation {
  const parties: readonly Party[] = spaces[SPACE]?.parties ?? [];
  return { item, ball, viewer, parties, now: new Date(`${TODAY}T10:00:00Z`), today: TODAY, newId };
}

/** On a ball in every state; whose party somebody would claim to be of, is by default that of who may edit. */
function onItems<N extends Name>(
  input: (id: Id, standing: Standing, personId: Id) => Input<N>,
  decide: Decide,
  claims: (standing: Standing) => Id = ({ item, ball }) => ball.holderId ?? item.createdByPartyId,
): Line<N> {
  return (personId) =>
    standingsFor(personId, partyOf(personId)).map((standing): Case<N> => {
      const viewer = viewerOf(personId);
      const { item } = standing;
      const sees = isMember(viewer) && maySee(item.audience, viewer);
      const partyId = claims(standing);
      const made = input(item.id, standing, personId);
      return {
        label: item.id,
        spaceId: SPACE,
        input: made,
        outcome: sees ? decided(() => decide(situationOf(standing, viewer), standing)) : 'hidden',
        absent: isMember(viewer)
          ? { spaceId: SPACE, input: input(ABSENT, standing, personId) }
          : { spaceId: NO_SPACE, input: made },
        about: { audience: item.audience, partyId, writtenBy: `${partyId}-7` },
      };
    });
}

const anybody: Decide = () => undefined;
const byId = <N extends 'getAgendaItem' | 'getBall' | 'listHandovers'>(): Line<N> =>
  onItems<N>((id) => ({ id }) as Input<N>, anybody);

/** An item that goes along with one that they see has the ball of that one. */
function refuseFollowing({ item, ball, viewer }: BallSituation): void {
  const followed = standingsFor(viewer.personId, partyOf(viewer.personId)).find(
    (each) => each.item.id === item.followsId && maySee(each.item.audience, viewer),
  );
  if (follows({ item, ball }, followed)) refuse('itemFollows', 'It follows');
}

const moving = <N extends Name>(
  move: BallMove,
  typed: (standing: Standing) => MoveInput = () => ({}),
  claims?: (standing: Standing) => Id,
): Line<N> =>
  onItems<N>(
    (id, standing) => ({ id, version: 2, ...typed(standing) }) as Input<N>,
    (situation, standing) => {
      refuseFollowing(situation);
      return moveBall(move, typed(standing), situation);
    },
    claims,
  );
const because = () => ({ reason: 'Omdat' });
const toThird = ({ sides }: Standing) => ({ toPartyId: sides.third });
const offeredTo = ({ ball, sides }: Standing) => ball.offer?.toPartyId ?? sides.third;

const both =
  <N extends Name>(...lines: Line<N>[]): Line<N> =>
  (personId) =>
    lines.flatMap((line) => line(personId));

const acting = <N extends Name>(decide: Decide, reason?: string): Line<N> =>
  onItems<N>((id) => ({ id, version: 1, ...(reason && { reason }) }) as Input<N>, decide);

/** The other of a pair: of the same readers, held by their own party; of that one, the one held by another. */
const otherOf = ({ item: { audience }, state }: Standing): Id => itemId(audience, state === 'mine' ? 'byMe' : 'mine');
const found = (id: Id, { viewer }: BallSituation): Standing =>
  standingsFor(viewer.personId, partyOf(viewer.personId)).find(({ item }) => item.id === id) as Standing;
const pairing = <N extends 'mergeItem' | 'linkItems' | 'settleOverlap'>(
  decide: (other: Standing, situation: BallSituation, standing: Standing) => unknown,
): Line<N> =>
  onItems<N>(
    (id, standing) => ({ id, otherId: otherOf(standing), version: 1 }) as Input<N>,
    (situation, standing) => decide(found(otherOf(standing), situation), situation, standing),
  );

function onSessions<N extends 'saveSession' | 'eraseSession' | 'getSessionProposal'>(
  input: (id: Id, audience: (typeof AUDIENCES)[number]) => Input<N>,
  may: (viewer: Viewer) => boolean,
): Line<N> {
  return (personId) =>
    AUDIENCES.map((audience): Case<N> => {
      const viewer = viewerOf(personId);
      const made = input(sessionId(audience), audience);
      return {
        label: `the session for ${audience}`,
        spaceId: SPACE,
        input: made,
        outcome: told(viewer, may(viewer), audience),
        absent: isMember(viewer)
          ? { spaceId: SPACE, input: input(ABSENT, audience) }
          : { spaceId: NO_SPACE, input: made },
        about: { audience, partyId: partyOf(personId), writtenBy: personId },
      };
    });
}

const everybodyHere = (viewer: Viewer) => told(viewer, true);

export const AGENDA_LINES: { [N in Name]: Line<N> } = {
  listAgendaItems: reading<'listAgendaItems'>({ limit: 100 }),
  getAgendaItem: byId(),
  saveAgendaItem: both<'saveAgendaItem'>(
    ofSpace(
      () => ({ new: itemInput() }),
      (viewer) => told(viewer, mayWriteItems(viewer)),
    ),
    onItems(
      (id, { item: { audience } }) => itemInput({ id, version: 1, audience }),
      ({ item, ball, ...situation }) =>
        saveItem(itemInput({ id: item.id, audience: item.audience }), {
          ...situation,
          previous: { item, ball },
          phases: spaces[SPACE]?.phases ?? [],
          drivers: DRIVERS,
        }),
    ),
  ),
  eraseAgendaItem: onItems(
    (id) => ({ id, version: 1 }),
    ({ viewer }) => {
      demand(isCoreTeam(viewer), viewer, 'erase');
    },
  ),
  findSimilarItems: reading<'findSimilarItems'>({ title: 'canary', topics: ['huur'] }),
  getBall: byId(),
  takeBall: moving('take'),
  offerBall: moving('offer', toThird),
  acceptBall: moving('accept', undefined, offeredTo),
  returnBall: moving('return', because, offeredTo),
  withdrawBall: moving('withdraw'),
  releaseBall: moving('release', because),
  progressBall: both(
    moving('progress'),
    moving('progress', ({ sides }) => ({ onBehalfOf: sides.other, reason: 'Omdat' })),
  ),
  listHandovers: byId(),
  pauseItem: acting((situation) => pauseItem('Omdat', situation), 'Omdat'),
  resumeItem: acting((situation) => resumeItem(situation)),
  finishItem: acting((situation) => closeItem('done', undefined, situation)),
  stopItem: acting((situation) => closeItem('stopped', 'Omdat', situation), 'Omdat'),
  reopenItem: acting((situation) => reopenItem(situation)),
  mergeItem: pairing((other, situation) => mergeItem(other.item, situation)),
  linkItems: pairing((other, situation, { state }) =>
    linkItems(other.item, { ...situation, isFollowed: state === 'theirs' }),
  ),
  settleOverlap: pairing((other, situation) => settleOverlap(other, situation)),
  setParticipation: both<'setParticipation'>(
    onItems(
      (id, _standing, personId) => ({ id, partyId: partyOf(personId), as: 'thinking' }),
      (situation) => setParticipation(situation.viewer.member?.partyId ?? '', 'thinking', situation),
    ),
    onItems(
      (id, { sides }) => ({ id, partyId: sides.third, as: 'watching' }),
      (situation, { sides }) => setParticipation(sides.third, 'watching', situation),
    ),
  ),
  listSessions: reading<'listSessions'>({ limit: 100 }),
  saveSession: both<'saveSession'>(
    ofSpace(
      () => ({ new: sessionInput() }),
      (viewer) => told(viewer, mayRunSessions(viewer)),
    ),
    onSessions((id, audience) => ({ ...sessionOf(audience), id, title: 'Anders' }), mayRunSessions),
  ),
  eraseSession: onSessions((id) => ({ id, version: 1 }), mayRunSessions),
  getSessionProposal: onSessions(
    (id) => ({ id }),
    () => true,
  ),
  listMethods: reading<'listMethods'>({ limit: 100 }),
  getCalendarKey: reading<'getCalendarKey'>({}),
  makeCalendarKey: ofSpace(() => ({ mine: {} }), everybodyHere),
  eraseCalendarKey: ofSpace(() => ({ mine: {} }), everybodyHere),
};
