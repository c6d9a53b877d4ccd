import { addDays, isDay } from './day';
import { SamenError } from './errors';
import type { ConflictReason, FieldError } from './errors';
import { FEWEST_DRIVERS, MOST_DRIVERS, PARTICIPATION_STEP } from './limits';
import { checkText, tidyText } from './text';
import { ANSWERS } from './types';
import type { CheckIn, CheckInAnswer, Day, Driver, Id, Intention, Round, SpaceSettings } from './types';

/*
 *   openRound            checkIn (any number)            closeRound
 *  ──────────▶  open  ───────────────────────▶  open  ──────────────▶  closed, for good
 *
 * One round at a time is open. Its closing day is fixed when it opens, and closings are weeks
 * apart: whoever could close at will, could close before and after one colleague's check-in.
 */

export interface OpenRoundInput {
  id: Id;
  closesOn: Day;
}

export interface OpenRoundState {
  intention: Intention | null | undefined;
  /** All rounds so far, in any order. */
  rounds: readonly Round[];
  settings: Pick<SpaceSettings, 'roundIntervalDays'>;
  /** How many people are in the space. */
  memberCount: number;
  today: Day;
}

/** A new round, with the drivers as they are now. Throws `invalid` or `conflict`. */
export function openRound(input: OpenRoundInput, state: OpenRoundState): Round {
  const { intention, rounds, settings, memberCount, today } = state;
  if (!isDay(input.closesOn)) refuseFields([{ pointer: '/closesOn', code: 'format' }]);
  if (rounds.some(isOpen)) refuse('roundIsOpen', 'Another round is open');
  if (!intention) return refuse('noIntention', 'A round needs an intention');
  const count = intention.drivers.length;
  if (count < FEWEST_DRIVERS || count > MOST_DRIVERS)
    refuse('driverCount', `A round needs 3 to 8 drivers, not ${count}`);
  if (input.closesOn < today) refuse('closesTooSoon', 'A round cannot close before today');
  if (input.closesOn < earliestClosing(rounds, settings, today))
    refuse('tooSoonAfterLast', 'Too soon after the last closing');
  return {
    id: input.id,
    number: Math.max(0, ...rounds.map((round) => round.number)) + 1,
    openedOn: today,
    closesOn: input.closesOn,
    drivers: intention.drivers.map((driver) => ({ ...driver })),
    participation: participationInFives(0, memberCount, undefined, today),
    version: 1,
  };
}

export function isOpen(round: Round): boolean {
  return round.closedOn === undefined;
}

/** The round that closed last. */
export function lastClosed(rounds: readonly Round[]): Round | undefined {
  return rounds
    .filter((round) => !isOpen(round))
    .sort((a, b) => a.number - b.number)
    .at(-1);
}

/** The first day a new round may close: for the form, and for the rule. Never before today. */
export function earliestClosing(
  rounds: readonly Round[],
  settings: Pick<SpaceSettings, 'roundIntervalDays'>,
  today: Day,
): Day {
  const last = lastClosed(rounds)?.closedOn;
  if (last === undefined) return today;
  const earliest = addDays(last, settings.roundIntervalDays);
  return earliest < today ? today : earliest;
}

/** Why this round may not close today, or undefined. With an interval of 0 (trying out) any day will do. */
export function whyNotClose(
  round: Round,
  last: Round | undefined,
  today: Day,
  settings: Pick<SpaceSettings, 'roundIntervalDays'>,
): ConflictReason | undefined {
  if (!isOpen(round)) return 'roundIsClosed';
  if (settings.roundIntervalDays === 0) return undefined;
  if (today < round.closesOn) return 'closesTooSoon';
  if (last?.closedOn !== undefined && today < addDays(last.closedOn, settings.roundIntervalDays))
    return 'tooSoonAfterLast';
  return undefined;
}

export function mayCloseRound(
  round: Round,
  last: Round | undefined,
  today: Day,
  settings: Pick<SpaceSettings, 'roundIntervalDays'>,
): boolean {
  return whyNotClose(round, last, today, settings) === undefined;
}

/**
 * The round, closed. Throws `conflict`. Make the release in the same transaction, then erase the
 * check-ins. What is said of participation is now exact only in the release.
 */
export function closeRound(
  round: Round,
  last: Round | undefined,
  today: Day,
  settings: Pick<SpaceSettings, 'roundIntervalDays'>,
): Round {
  const reason = whyNotClose(round, last, today, settings);
  if (reason) refuse(reason, `Round ${round.number} cannot close today`);
  return { ...round, closedOn: today, version: round.version + 1 };
}

/** Whether its last day has come: the core team may close it, and is told so. */
export function isDue(round: Round, today: Day): boolean {
  return isOpen(round) && today >= round.closesOn;
}

/**
 * "x van y deden mee". In fives and once a day: whoever watches a number go up by one knows that
 * the colleague who just closed the page has checked in.
 */
export function participationInFives(
  count: number,
  members: number,
  previous: Round['participation'] | undefined,
  today: Day,
): Round['participation'] {
  if (previous && previous.on >= today) return previous;
  return { about: Math.floor(count / PARTICIPATION_STEP) * PARTICIPATION_STEP, of: members, on: today };
}

export interface CheckInState {
  round: Round;
  /** This person's check-in so far. */
  previous: CheckIn | undefined;
  personId: Id;
  /** The person's party today; the check-in keeps the one of its first time. */
  partyId: Id;
}

/**
 * This person's check-in after these answers: every driver of the round once. Throws `conflict`
 * when the round is closed (before looking at the answers: there is nothing to mend), else
 * `invalid` with all that is wrong.
 */
export function checkIn(answers: readonly CheckInAnswer[], state: CheckInState): CheckIn {
  const { round, previous, personId, partyId } = state;
  if (!isOpen(round)) refuse('roundIsClosed', `Round ${round.number} is closed`);
  const errors = findCheckInErrors(answers, round.drivers);
  if (errors.length > 0) refuseFields(errors);
  return {
    roundId: round.id,
    personId,
    partyId: previous?.partyId ?? partyId,
    answers: inDriverOrder(answers, round.drivers),
    version: (previous?.version ?? 0) + 1,
  };
}

/** All that is wrong with the answers of a check-in. */
export function findCheckInErrors(answers: readonly CheckInAnswer[], drivers: readonly Driver[]): FieldError[] {
  const known = new Set(drivers.map((driver) => driver.id));
  const seen = new Set<Id>();
  const errors: FieldError[] = [];
  answers.forEach(({ driverId, answer, note }, index) => {
    const at = `/answers/${index}`;
    if (!known.has(driverId)) errors.push({ pointer: `${at}/driverId`, code: 'unknown' });
    else if (seen.has(driverId)) errors.push({ pointer: `${at}/driverId`, code: 'duplicate' });
    seen.add(driverId);
    if (!ANSWERS.includes(answer)) errors.push({ pointer: `${at}/answer`, code: 'unknown' });
    errors.push(...checkText(`${at}/note`, note));
  });
  if (drivers.some((driver) => !seen.has(driver.id))) errors.push({ pointer: '/answers', code: 'required' });
  return errors;
}

/** In the order of the drivers: the order in which somebody answered is nobody's business. */
function inDriverOrder(answers: readonly CheckInAnswer[], drivers: readonly Driver[]): CheckInAnswer[] {
  return drivers.flatMap((driver) =>
    answers
      .filter((given) => given.driverId === driver.id)
      .map(({ driverId, answer, note }) => {
        const sentence = tidyText(note ?? '');
        return sentence ? { driverId, answer, note: sentence } : { driverId, answer };
      }),
  );
}

function refuse(reason: ConflictReason, message: string): never {
  throw new SamenError('conflict', message, { reason });
}

function refuseFields(fields: FieldError[]): never {
  throw new SamenError('invalid', 'The input is wrong', { fields });
}
