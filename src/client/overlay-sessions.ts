/** What somebody just did with sessions, laid over those that are known. */
import { lay } from './lay';
import type { Overlays } from './lay';

export const SESSION_OVERLAYS: Overlays = {
  listSessions: {
    saveSession: lay<'listSessions', 'saveSession'>((known, { version: _based, ...words }, _me, { cursor }) => {
      const before = known.items.find(({ id }) => id === words.id);
      // A new one is at the beginning: of what comes later in the list, nothing is known of it.
      if (!before && cursor) return known;
      // When it comes next is reckoned by the backend; of another begin or rule it is not known yet.
      const isSame = before?.startsAt === words.startsAt && before.recurrence === words.recurrence;
      const session = { ...words, version: before?.version ?? 0, nextStartsAt: isSame ? before.nextStartsAt : [] };
      const items = before ? known.items.map((each) => (each === before ? session : each)) : [session, ...known.items];
      return { ...known, items };
    }),
    eraseSession: lay<'listSessions', 'eraseSession'>((known, { id }) => ({
      ...known,
      items: known.items.filter((each) => each.id !== id),
    })),
  },
};
