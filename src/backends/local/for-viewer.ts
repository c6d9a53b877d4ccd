import type { StoredRow } from './stored-row';
import { isAuthor } from '../../model/authorship';
import type { Experience } from '../../model/experience-types';
import type { Id, Viewer } from '../../model/types';
import { maySee } from '../../model/visibility';
import type { RowKind, Rows } from '../../service/storage';

/** Whether this row, of a kind that its audience does not say all of, is for the viewer. */
export function isForViewer(
  kind: RowKind,
  { row, audience }: StoredRow,
  viewer: Viewer,
  proof: (id: Id) => string,
): boolean {
  // Nobody in particular: what waits is published.
  if (viewer.personId === '' && !viewer.member) return true;
  if (kind === 'waiting') return (row as Rows['waiting']).authorProof === proof((row as Rows['waiting']).id);
  if (kind !== 'experience') return true;
  const experience = row as Experience;
  return maySee(audience as Experience['audience'], viewer) || isAuthor(experience, viewer, proof(experience.id));
}
