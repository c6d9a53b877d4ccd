/**
 * What can be asked. Every page loads this with `local:`, so it imports no schema and no rule that
 * only writing needs.
 */
import { INTENTION, checkInId, found, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { keepRound } from './keep-round';
import { late } from './late';
import { page, sizeOf } from './page';
import type { AgendaOperations } from '../contract/agenda';
import type { ExperienceOperations } from '../contract/experiences';
import type { PrivacyOperations } from '../contract/privacy';
import type { ResultOperations } from '../contract/results';
import type { Input, Output, ReadName } from '../contract/operations';
import { SamenError } from '../model/errors';
import { FEWEST_AUTHORS } from '../model/limits';
import type { JobTitlePeers, Member } from '../model/types';

export type Reads<N extends ReadName = ReadName> = {
  [R in N]: (context: Context, input: Input<R>) => Promise<Output<R>>;
};
/** What the first view of no widget asks, or only that of one. */
export type LateRead = 'listMembers' | 'listNeeds' | 'listNeedSuggestions' | 'listMeanings';
export type AgendaRead = Extract<ReadName, keyof AgendaOperations>;
export type ExperienceRead = Extract<ReadName, keyof ExperienceOperations>;
export type ResultRead = 'listResults' | 'getResult' | 'listIdeas';
/** What is told of all of it together: figures, chain and report. */
export type StoryRead = Exclude<Extract<ReadName, keyof ResultOperations>, ResultRead>;
export type PrivacyRead = Extract<ReadName, keyof PrivacyOperations>;
type LaterRead = LateRead | ExperienceRead | AgendaRead | ResultRead | StoryRead | PrivacyRead;

const READS: Reads<Exclude<ReadName, LaterRead>> = {
  /** Who I am here. Someone outside the space learns only that they are signed in. */
  getMe({ viewer: { personId, member } }) {
    return Promise.resolve({ personId, name: member?.name ?? '', ...(member && { member }) });
  },

  async getSpace(context) {
    const member = memberOf(context);
    const space = await loadSpace(context);
    return { ...space, jobTitlePeers: await jobTitlePeers(context, member) };
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
};

/** Whether enough people of my party have my job title for it not to point at me. */
export async function jobTitlePeers({ tx }: Context, { partyId, jobTitle }: Member): Promise<JobTitlePeers> {
  const { rows } = await tx.query('peers', {});
  const mine = rows.find((row) => row.partyId === partyId && row.jobTitle === jobTitle);
  return (mine?.people ?? 0) >= FEWEST_AUTHORS ? 'enough' : 'few';
}

/** Answers a question. */
export async function read<N extends ReadName>(operation: N, context: Context, input: Input<N>): Promise<Output<N>> {
  const reads: Partial<Reads> =
    operation in READS ? READS : await (await late(import('./late-reads'))).readsWith(operation);
  return (reads as Reads)[operation](context, input);
}
