import { memberOf } from './context';
import type { Context } from './context';
import { getExperience, readable } from './experience-reads';
import { tellExperience } from './experience-writes';
import { everyRow } from './every-row';
import type { ModerationInput } from '../contract/experiences';
import type { ExperienceView, ModerationAction } from '../model/experience-types';
import { newId } from '../model/new-id';
import { moderate as moderated } from '../model/moderation';

/** Each action is an operation of its own: what is done stands in the address, why in the body. */
export const moderate =
  (action: ModerationAction) =>
  async (context: Context, { id, reason }: ModerationInput): Promise<ExperienceView> => {
    memberOf(context);
    const { tx, viewer, today, random } = context;
    const before = await readable(context, id, true);
    const { experience, entry } = moderated(before, { entryId: newId(), action, reason }, { viewer, today, random });
    await tx.save('experience', id, before.version, experience, experience.audience);
    await tx.save('logEntry', entry.id, 0, entry, experience.audience);
    // Hidden or left: either way the reports of it are settled.
    if (action === 'hide' || action === 'show') {
      const reports = await everyRow((cursor) => tx.query('reports', { experienceId: id }, { limit: 100, cursor }));
      for (const report of reports) await tx.erase('report', report.id);
    }
    tellExperience(context, before, experience);
    return getExperience(context, { id });
  };
