/** What somebody could try in SQL with their preferences, with the log of settings, and when they leave. */
import { inserted, merged, never, removed } from './statements-made';
import type { Statement } from './statements-made';
import { SPACE, partyOf, viewerOf } from './world';
import { isAdmin, isMember } from '../../../src/model/permissions';
import type { Id } from '../../../src/model/types';

export function privacyStatementsOf(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  const isHere = isMember(viewer);
  const words = { mail: 'never', language: 'nl', version: 1 };
  const entry = {
    ...{ id: 'log-nieuw', on: '2026-03-02', byPersonId: personId, action: 'settings', aboutId: SPACE, reason: '' },
    by: { name: '', jobTitle: 'x', partyId: partyOf(personId) },
  };
  const log = (changes: object, audience = 'everyone') =>
    inserted('log_entries', SPACE, 'log-nieuw', audience, { ...entry, ...changes });
  return [
    { sql: inserted('preferences', '', personId, `person:${personId}`, words), comes: isHere },
    { sql: log({}), comes: isAdmin(viewer) },
    ...never(
      inserted('preferences', '', 'wonen-3', 'person:wonen-3', words),
      inserted('preferences', SPACE, personId, `person:${personId}`, words),
      merged('preferences', 'jeugd-3', { mail: 'atOnce' }),
      removed('preferences'),
      log({ byPersonId: 'derde-1' }),
      log({ aboutId: 'e-everyone' }),
      log({}, 'internal'),
      `select samen.erase_log_entry('log-everyone')`,
      `set local role samen_purge; delete from samen.log_entries`,
    ),
    // One leaves by oneself, and of each role there is another.
    { sql: removed('members', `id = '${personId}'`), comes: isHere },
  ];
}
