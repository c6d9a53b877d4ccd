/** What is asked on another screen than the first; with `local:` it is fetched when somebody goes there. */
import { memberOf } from './context';
import type { Context } from './context';
import { late } from './late';
import { page, sizeOf } from './page';
import type { LateRead, PrivacyRead, Reads, ResultRead, StoryRead } from './reads';
import type { ReadName } from '../contract/operations';
import type { Need } from '../model/types';

const LATE_READS: Reads<LateRead> = {
  async listMembers(context, input) {
    memberOf(context);
    return page(context, await context.tx.query('members', {}, sizeOf(input)));
  },

  async listNeeds(context, input) {
    memberOf(context);
    const { driver: driverId, party: partyId } = input;
    const found = await context.tx.query('needs', { driverId, partyId }, sizeOf(input));
    return page(context, { ...found, rows: await asLinked(context, found.rows) });
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

/** Needs that were made from experiences, or became agenda items, want another look. */
async function asLinked(context: Context, needs: Need[]): Promise<Need[]> {
  if (!needs.some(({ experienceId, agendaItemId }) => experienceId ?? agendaItemId)) return needs;
  return (await late(import('./experience-reads'))).withoutHiddenLinks(context, needs);
}

const STORIES: ReadonlySet<ReadName> = new Set<StoryRead>([
  ...(['getFigures', 'getChain', 'getReport', 'listKeptReports', 'getKeptReport'] as const),
]);
const RESULTS: ReadonlySet<ReadName> = new Set<ResultRead>(['listResults', 'getResult', 'listIdeas']);
const PRIVACY: ReadonlySet<ReadName> = new Set<PrivacyRead>(['getOwnData', 'getPreferences', 'listForMe']);

/** Those among which this one is: of each widget a file of its own. */
export async function readsWith(operation: ReadName): Promise<Partial<Reads>> {
  if (operation in LATE_READS) return LATE_READS;
  if (RESULTS.has(operation)) return (await late(import('./result-reads'))).RESULT_READS;
  if (STORIES.has(operation)) return (await late(import('./story-reads'))).STORY_READS;
  if (PRIVACY.has(operation)) return (await late(import('./privacy-reads'))).PRIVACY_READS;
  const { EXPERIENCE_READS } = await late(import('./experience-reads'));
  return operation in EXPERIENCE_READS ? EXPERIENCE_READS : (await late(import('./agenda-reads'))).AGENDA_READS;
}
