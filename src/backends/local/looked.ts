import type { Id, Viewer } from '../../model/types';
import type { RowKind, Rows } from '../../service/storage';

/** What a query looks in. */
export interface Looked {
  viewer: Viewer;
  /** Every whole row of a kind; of one that is read by its audience what the viewer may read, or `forNobody` all. */
  all: <K extends RowKind>(kind: K, forNobody?: boolean) => Rows[K][];
  /** One row, whoever may read it; for what is kept under the id of its person alone. */
  get: <K extends RowKind>(kind: K, id: string) => Rows[K] | undefined;
  /** Of the viewer. */
  proof: (id: Id) => string;
}
