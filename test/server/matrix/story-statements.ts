/** What somebody could try in SQL on reports that are kept. */
import { AUDIENCES } from './agenda-world';
import { inserted, json, merged, never, removed } from './statements-made';
import type { Statement } from './statements-made';
import { keptId, keptOf } from './story-world';
import { SPACE, viewerOf } from './world';
import { mayKeepReports } from '../../../src/model/permissions';
import type { Id } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

export function storyStatementsOf(personId: Id): Statement[] {
  const viewer = viewerOf(personId);
  const narrowed = `update samen.kept_reports set audience = 'internal', data = data || ${json({ audience: 'internal' })}
    where id = '${keptId('everyone')}'`;
  return [
    ...AUDIENCES.flatMap((audience): Statement[] => {
      const comes = mayKeepReports(viewer) && maySee(audience, viewer);
      const added = inserted('kept_reports', SPACE, 'b-nieuw', audience, keptOf(audience, { id: 'b-nieuw' }));
      return [
        { sql: added, comes },
        { sql: merged('kept_reports', keptId(audience), { introduction: 'Anders' }), comes },
      ];
    }),
    { sql: narrowed, comes: mayKeepReports(viewer) && maySee('internal', viewer) },
    ...never(
      removed('kept_reports'),
      merged('kept_reports', keptId('everyone'), { id: 'ander' }),
      merged('kept_reports', keptId('everyone'), { audience: 'internal' }),
      inserted('kept_reports', SPACE, 'b-nieuw', 'everyone', keptOf('internal', { id: 'b-nieuw' })),
      inserted('kept_reports', 'elders', 'b-nieuw', 'everyone', keptOf('everyone', { id: 'b-nieuw' })),
    ),
  ];
}
