import { INTENTION, checkInId, found, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { keepRound } from './keep-round';
import { requireVersion } from './require-version';
import { settle } from './round-keeping';
import type { Input, MyCheckIn } from '../contract/operations';
import { SamenError } from '../model/errors';
import { demand, mayRunRounds } from '../model/permissions';
import { checkIn, closeRound as closed, lastClosed, openRound as opened } from '../model/round';
import type { Round } from '../model/types';

export async function openRound(context: Context, input: Input<'openRound'>): Promise<Round> {
  demand(mayRunRounds(context.viewer), context.viewer, 'open a round');
  await keepRound(context);
  const { tx, today } = context;
  if (await tx.load('round', input.id))
    throw new SamenError('conflict', 'The round exists', { reason: 'alreadyExists' });
  const space = await loadSpace(context, true);
  const members = await everyRow((cursor) => tx.query('members', {}, { limit: 100, cursor }));
  const round = opened(input, {
    today,
    rounds: await everyRow((cursor) => tx.query('rounds', {}, { limit: 100, cursor })),
    intention: await tx.load('intention', INTENTION),
    settings: space.settings,
    memberCount: members.length,
  });
  await tx.save('round', round.id, 0, round, 'everyone');
  tx.changed('round', round.id, 'everyone');
  return round;
}

export async function closeRound(context: Context, input: Input<'closeRound'>): Promise<Round> {
  demand(mayRunRounds(context.viewer), context.viewer, 'close a round');
  const round = found(await context.tx.load('round', input.id, { lock: true }));
  if (!round.closedOn) requireVersion(round, input.version);
  const { settings } = await loadSpace(context);
  const rounds = await everyRow((cursor) => context.tx.query('rounds', {}, { limit: 100, cursor }));
  return settle(context, round, closed(round, lastClosed(rounds), context.today, settings));
}

export async function saveCheckIn(context: Context, input: Input<'saveCheckIn'>): Promise<MyCheckIn> {
  const member = memberOf(context);
  await keepRound(context);
  const { tx } = context;
  // Not while it is being closed: an answer that came in between would never be counted, nor erased.
  const round = found(await tx.load('round', input.roundId, { lock: true }));
  const id = checkInId(round.id, member.id);
  const previous = await tx.load('checkIn', id, { lock: true });
  const next = checkIn(input.answers, { round, personId: member.id, partyId: member.partyId, previous });
  requireVersion(
    previous,
    input.version,
    previous && { roundId: round.id, answers: previous.answers, version: previous.version },
  );
  await tx.save('checkIn', id, input.version, next, `person:${member.id}`);
  tx.changed('checkIn', round.id, `person:${member.id}`);
  return { roundId: round.id, answers: next.answers, version: next.version };
}
