/** What is asked on another screen than the first; with `local:` it is fetched when somebody goes there. */
import { memberOf } from './context';
import type { Context } from './context';
import { late } from './late';
import { page, sizeOf } from './page';
import type { LateRead, Reads } from './reads';
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

/** Those among which this one is; the backpack's and the agenda's are files of their own. */
export async function readsWith(operation: ReadName): Promise<Partial<Reads>> {
  if (operation in LATE_READS) return LATE_READS;
  const { EXPERIENCE_READS } = await late(import('./experience-reads'));
  return operation in EXPERIENCE_READS ? EXPERIENCE_READS : (await late(import('./agenda-reads'))).AGENDA_READS;
}
