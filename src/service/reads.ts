/**
 * What can be asked. Every page loads this with `local:`, so it imports no schema and no rule that
 * only writing needs.
 */
import { INTENTION, checkInId, found, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { late } from './late';
import type { PageOf } from './storage';
import type { Input, Output, Page, PageInput, ReadName } from '../contract/operations';
import { SamenError } from '../model/errors';

export type Reads = { [N in ReadName]: (context: Context, input: Input<N>) => Promise<Output<N>> };

export const READS: Reads = {
  /** Who I am here. Someone outside the space learns only that they are signed in. */
  getMe({ viewer: { personId, member } }) {
    return Promise.resolve({ personId, name: member?.name ?? '', ...(member && { member }) });
  },

  getSpace(context) {
    memberOf(context);
    return loadSpace(context);
  },

  async listMembers(context, input) {
    memberOf(context);
    return page(context, await context.tx.query('members', {}, sizeOf(input)));
  },

  async getIntention(context) {
    memberOf(context);
    return (await context.tx.load('intention', INTENTION)) ?? null;
  },

  async listRounds(context, input) {
    memberOf(context);
    await keepRound(context);
    return page(context, await context.tx.query('rounds', {}, sizeOf(input)));
  },

  async getMyCheckIn({ tx, viewer }, { roundId }) {
    found(viewer.member && (await tx.load('round', roundId)));
    const mine = await tx.load('checkIn', checkInId(roundId, viewer.personId));
    return { roundId, answers: mine?.answers ?? [], version: mine?.version ?? 0 };
  },

  async getSummary(context, { roundId }) {
    memberOf(context);
    await keepRound(context);
    const round = found(await context.tx.load('round', roundId));
    if (!round.closedOn) throw new SamenError('conflict', 'The round is open', { reason: 'roundStillOpen' });
    return found(await context.tx.load('release', roundId));
  },

  async listNeeds(context, input) {
    memberOf(context);
    const { driver: driverId, party: partyId } = input;
    return page(context, await context.tx.query('needs', { driverId, partyId }, sizeOf(input)));
  },

  async listNeedSuggestions(context) {
    memberOf(context);
    return (await late(import('./need-suggestions'))).listNeedSuggestions(context);
  },

  async listMeanings(context, input) {
    memberOf(context);
    return page(context, await context.tx.query('meanings', {}, sizeOf(input)));
  },
};

/** A round that is due closes, and what is said of participation is renewed once a day: for whoever asks first. */
export async function keepRound(context: Context): Promise<void> {
  const open = (await context.tx.query('openRound', {})).rows[0];
  if (!open || (context.today <= open.closesOn && context.today <= open.participation.on)) return;
  // Out of reach, it stays as it is until the next who asks: what there is can still be read.
  const keeping = await import('./round-keeping').catch(() => undefined);
  await keeping?.closeOrRenew(context, open.id);
}

const sizeOf = ({ limit = 20, cursor }: PageInput) => ({ limit, cursor });

const page = <T>({ asOf }: Context, { rows, nextCursor }: PageOf<T>): Page<T> => ({ items: rows, nextCursor, asOf });
