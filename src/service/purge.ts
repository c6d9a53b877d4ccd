/** What is kept longer than its space wants goes, once a day and for nobody in particular (model/retention.ts). */
import type { Context } from './context';
import { everyRow } from './every-row';
import { removeExperience } from './experience-writes';
import { tellReply } from './replies';
import { leftAfter } from '../model/need';
import { purgedBefore } from '../model/retention';
import type { Id, RetainedKind } from '../model/types';

/** Whether there was anything. */
export async function purgeDue(context: Context): Promise<boolean> {
  const { tx, viewer, today } = context;
  const space = await tx.load('space', viewer.spaceId);
  let isAnything = false;
  for (const { kind, before } of space ? purgedBefore(space.settings, today) : []) {
    const due = await everyRow((cursor) => tx.query('outlived', { kind, before }, { limit: 100, cursor }));
    for (const { id } of due) await PURGES[kind](context, id);
    isAnything ||= due.length > 0;
  }
  return isAnything;
}

type Purge = (context: Context, id: Id) => Promise<void>;

/** Of a thing that stands by itself. What names it elsewhere names nothing any more, and is told to nobody. */
const plainly =
  (kind: 'meaning' | 'agendaItem' | 'session' | 'idea' | 'result' | 'keptReport'): Purge =>
  async ({ tx }, id) => {
    const row = await tx.load(kind, id, { lock: true });
    if (!row) return;
    await tx.erase(kind, id);
    tx.changed(kind, id, row.audience);
    if (kind === 'agendaItem') tx.changed('ball', id, row.audience);
  };

const PURGES: Record<RetainedKind, Purge> = {
  /** As its author would erase it: a tombstone where others answered. What waits of it goes too. */
  async experience(context, id) {
    const { tx } = context;
    const experience = await tx.load('experience', id, { lock: true });
    if (!experience) return;
    await tx.erase('waiting', id);
    await removeExperience(context, experience);
  },

  async reply(context, id) {
    const { tx } = context;
    const reply = await tx.load('reply', id, { lock: true });
    if (!reply) return;
    await tx.erase('waiting', id);
    await tx.erase('reply', id);
    // Of what is about nothing, nobody was ever told.
    const experience = await tx.load('experience', reply.experienceId);
    if (experience) tellReply(context, experience, id);
  },

  /** Sets the other half of a match free. */
  async need({ tx }, id) {
    const need = await tx.load('need', id, { lock: true });
    if (!need) return;
    const other = need.matchedWithId && (await tx.load('need', need.matchedWithId, { lock: true }));
    const left = other ? leftAfter(need, other) : undefined;
    if (other && left) {
      await tx.save('need', left.id, other.version, left, left.audience);
      tx.changed('need', left.id, left.audience);
    }
    await tx.erase('need', id);
    tx.changed('need', id, need.audience);
  },

  meaning: plainly('meaning'),
  agendaItem: plainly('agendaItem'),
  session: plainly('session'),
  idea: plainly('idea'),
  result: plainly('result'),
  keptReport: plainly('keptReport'),

  /** No change is told: who reads the log asks for it. */
  async logEntry({ tx }, id) {
    await tx.erase('logEntry', id);
  },
};
