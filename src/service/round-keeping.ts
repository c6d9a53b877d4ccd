/**
 * What becomes of a round by itself, at the next thing anyone asks (`keepRound` of reads.ts), and
 * how it ends, whoever or whatever closes it.
 */
import { checkInId, found, loadSpace } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { shuffled } from '../model/chance';
import { release } from '../model/release';
import { participationInFives } from '../model/round';
import type { CheckIn, Id, Round } from '../model/types';

/** A round whose last day has passed closes as of that day, not of the day somebody looked. */
export async function closeOrRenew(context: Context, roundId: Id): Promise<void> {
  const round = found(await context.tx.load('round', roundId, { lock: true }));
  if (round.closedOn) return;
  if (context.today > round.closesOn) {
    await settle(context, round, { ...round, closedOn: round.closesOn, version: round.version + 1 });
  } else {
    await renewParticipation(context, round);
  }
}

/** Once a day, and only in fives; without a new version, for nobody acted. */
async function renewParticipation(context: Context, round: Round): Promise<void> {
  const { tx, today } = context;
  const members = await everyRow((cursor) => tx.query('members', {}, { limit: 100, cursor }));
  const { length } = await checkInsOf(context, round);
  const participation = participationInFives(length, members.length, round.participation, today);
  await tx.save('round', round.id, round.version, { ...round, participation }, 'everyone');
}

/** The release is made and the single check-ins are erased in the closing transaction: once, for good. */
export async function settle(context: Context, round: Round, next: Round): Promise<Round> {
  const { tx, random } = context;
  const space = await loadSpace(context);
  const checkIns = await checkInsOf(context, round);
  const made = release({
    roundId: round.id,
    drivers: round.drivers,
    parties: space.parties,
    checkIns,
    smallestGroup: space.settings.smallestGroup,
    smallestSentences: space.settings.smallestSentences,
    shuffle: (items) => shuffled(items, random),
  });
  await tx.save('release', round.id, 0, made, 'everyone');
  await tx.save('round', round.id, round.version, next, 'everyone');
  for (const each of checkIns) await tx.erase('checkIn', checkInId(each.roundId, each.personId));
  tx.changed('round', round.id, 'everyone');
  tx.changed('summary', round.id, 'everyone');
  return next;
}

function checkInsOf({ tx }: Context, { id: roundId }: Round): Promise<CheckIn[]> {
  return everyRow((cursor) => tx.query('checkInsOfRound', { roundId }, { limit: 100, cursor }));
}
