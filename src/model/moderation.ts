/** What the core team does with what others wrote, and the line of the log that goes with it. */
import { randomVersion } from './chance';
import type { Random } from './chance';
import { SamenError } from './errors';
import type { Experience, LogEntry, ModerationAction } from './experience-types';
import { demand, demandMember, mayModerate } from './permissions';
import { checkText, tidyText } from './text';
import type { Day, Id, Viewer } from './types';

export interface Moderation {
  /** Of the line in the log. */
  entryId: Id;
  action: ModerationAction;
  reason: string;
}

/** Throws `notFound`, `forbidden`, `invalid`, or `conflict`: `notPending`, `experienceErased`. */
export function moderate(
  experience: Experience,
  { entryId, action, reason }: Moderation,
  { viewer, today, random }: { viewer: Viewer; today: Day; random: Random },
): { experience: Experience; entry: LogEntry } {
  const { name, jobTitle, partyId } = demandMember(viewer);
  demand(mayModerate(viewer, experience), viewer, 'moderate this');
  // Whoever is hidden reads why.
  const fields = checkText('/reason', reason, { required: action === 'hide' });
  if (fields.length > 0) throw new SamenError('invalid', 'It needs a reason', { fields });
  if (experience.status === 'erased') {
    throw new SamenError('conflict', 'It was erased', { reason: 'experienceErased' });
  }
  const next: Experience = { ...experience, version: randomVersion(random, experience.version) };
  if (action === 'hide') next.hidden = { reason: tidyText(reason), on: today };
  if (action === 'show') delete next.hidden;
  if (action === 'pin' || action === 'unpin') next.isPinned = action === 'pin';
  if (action === 'approve') {
    if (experience.status !== 'pending') throw new SamenError('conflict', 'It is there', { reason: 'notPending' });
    next.status = 'published';
  }
  const entry: LogEntry = {
    id: entryId,
    on: today,
    byPersonId: viewer.personId,
    by: { name, jobTitle, partyId },
    action,
    aboutId: experience.id,
    reason: tidyText(reason),
  };
  return { experience: next, entry };
}
