/** That an admin changed the settings stands in the log of the space: k, how long things are kept, and the rest. */
import { demandMember } from './permissions';
import type { LogEntry, SettingChange } from './experience-types';
import type { Day, Id, Space, SpaceSettings, Viewer } from './types';

/** The line for it, or nothing when no setting became another. */
export function settingsEntry(
  before: Space,
  after: Space,
  { entryId, viewer, today }: { entryId: Id; viewer: Viewer; today: Day },
): LogEntry | undefined {
  const changes = changesOf(before.settings, after.settings);
  if (changes.length === 0) return undefined;
  const { name, jobTitle, partyId } = demandMember(viewer);
  return {
    id: entryId,
    on: today,
    byPersonId: viewer.personId,
    by: { name, jobTitle, partyId },
    action: 'settings',
    aboutId: before.id,
    reason: '',
    changes,
  };
}

function changesOf(before: SpaceSettings, after: SpaceSettings): SettingChange[] {
  const [was, becomes] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...becomes.keys()])].flatMap((what) => {
    const [from, to] = [was.get(what) ?? '', becomes.get(what) ?? ''];
    return from === to ? [] : [{ what, from, to }];
  });
}

/** Each setting by its name; of what is kept how long, by kind. */
function flat({ retentionDays, ...settings }: SpaceSettings): Map<string, string> {
  const kinds = Object.entries(retentionDays ?? {}).map(([kind, days]) => [`retentionDays.${kind}`, days] as const);
  return new Map([...Object.entries(settings), ...kinds].map(([what, value]) => [what, String(value)]));
}
