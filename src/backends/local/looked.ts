import type { Id, Viewer } from '../../model/types';
import type { RowKind, Rows } from '../../service/storage';

/** What a query looks in. */
export interface Looked {
  viewer: Viewer;
  /** Every whole row of a kind. */
  all: <K extends RowKind>(kind: K) => Rows[K][];
  /** Of the viewer. */
  proof: (id: Id) => string;
}
