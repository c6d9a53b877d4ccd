import type { Id } from './types';

/** Whether the viewer wrote it; `proof` is theirs of this id. */
export function isAuthor(
  thing: { authorId?: Id; authorProof?: string },
  viewer: { personId: Id },
  proof: string,
): boolean {
  if (thing.authorProof !== undefined) return thing.authorProof === proof;
  return thing.authorId !== undefined && thing.authorId === viewer.personId;
}
