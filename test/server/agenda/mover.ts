/**
 * Moves with a ball straight on the storage port, one transaction each, known again by their key. The rules are those of
 * src/model, tested there: here as little of them as makes only moves that are allowed, for the database to agree with.
 */
import type { Ball, BallMove, Handover } from '../../../src/model/agenda-types';
import { SamenError } from '../../../src/model/errors';
import type { Id, Viewer } from '../../../src/model/types';
import type { Storage, Tx } from '../../../src/service/storage';

export interface Move {
  personId: Id;
  spaceId: Id;
  itemId: Id;
  move: BallMove;
  /** Of an offer. */
  toPartyId: Id;
  key: Id;
  /** Of its line in the log. */
  handoverId: Id;
  now: Date;
}

type Next = Pick<Ball, 'holderId' | 'offer'> & Pick<Handover, 'kind' | 'fromPartyId' | 'toPartyId'>;

/** Resolves when it is done, also when it was before. Throws `conflict` where the ball stands in another way. */
export function doMove(storage: Storage, asked: Move): Promise<void> {
  const { personId, spaceId } = asked;
  const viewer: Viewer = { personId, spaceId };
  return storage.transaction(viewer, async (tx) => {
    const member = await tx.load('member', personId);
    const space = await tx.load('space', spaceId);
    const party = space?.parties.find(({ id }) => id === member?.partyId);
    if (!member || !party) throw new SamenError('notFound', 'Nobody');
    Object.assign(viewer, { member, party });
    if (await tx.load('writeKey', asked.key, { lock: true })) return;
    await tx.save('writeKey', asked.key, 0, { inputHash: asked.key, expiresAt: '2026-12-31' }, 'everyone');
    const ball = await tx.load('ball', asked.itemId, { lock: true });
    const item = await tx.load('agendaItem', asked.itemId);
    if (!ball || !item) throw new SamenError('notFound', 'No ball');
    const next = nextOf(ball, party.id, asked);
    if (!next) throw new SamenError('conflict', 'Not now');
    await write(tx, ball, next, { ...asked, partyId: party.id });
    if (item.status === 'idea' || !item.participations.some(({ partyId }) => partyId === next.holderId)) {
      const participations = item.participations.filter(({ partyId }) => partyId !== party.id);
      if (next.holderId === party.id) participations.push({ partyId: party.id, as: 'doing' });
      const changed = { ...item, status: 'running' as const, participations, version: item.version + 1 };
      await tx.save('agendaItem', item.id, item.version, changed, item.audience);
    }
  });
}

function nextOf({ holderId, offer }: Ball, own: Id, { move, toPartyId, personId, now }: Move): Next | undefined {
  const holds = holderId === own;
  const back = { ...(offer && { fromPartyId: offer.toPartyId }), ...(holderId && { toPartyId: holderId }) };
  const still = { ...(holderId && { holderId }) };
  switch (move) {
    case 'take':
      return holderId ? undefined : { holderId: own, kind: 'taken', toPartyId: own };
    case 'progress':
      return holds ? { ...still, ...(offer && { offer }), kind: 'progress', toPartyId: own } : undefined;
    case 'release':
      return holds && !offer ? { kind: 'released', fromPartyId: own } : undefined;
    case 'offer': {
      const made = { toPartyId, note: 'Over', offeredAt: now.toISOString(), byPersonId: personId };
      return holds && !offer && toPartyId !== own
        ? { ...still, offer: made, kind: 'offered', fromPartyId: own, toPartyId }
        : undefined;
    }
    case 'accept':
      return offer?.toPartyId === own && offer.byPersonId !== personId
        ? { holderId: own, kind: 'accepted', ...(holderId && { fromPartyId: holderId }), toPartyId: own }
        : undefined;
    case 'return':
      return offer?.toPartyId === own ? { ...still, kind: 'returned', ...back } : undefined;
    case 'withdraw':
      return holds && offer ? { ...still, kind: 'withdrawn', ...back } : undefined;
  }
}

async function write(tx: Tx, ball: Ball, next: Next, asked: Move & { partyId: Id }): Promise<void> {
  const { kind, fromPartyId, toPartyId, ...standing } = next;
  const at = asked.now.toISOString();
  const moved: Ball = { id: ball.id, ...standing, movedAt: at, version: ball.version + 1 };
  await tx.save('ball', ball.id, ball.version, moved, 'everyone');
  const line: Handover = {
    ...{ id: asked.handoverId, itemId: ball.id, number: ball.version, kind, at, audience: 'everyone' },
    ...(fromPartyId && { fromPartyId }),
    ...(toPartyId && { toPartyId }),
    by: { partyId: asked.partyId, jobTitle: '' },
  };
  await tx.save('handover', line.id, 0, line, 'everyone');
}
