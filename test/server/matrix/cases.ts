/** What somebody tries, made from the world: on what is the whole space's, and on needs of every visibility. */
import { NEW_SPACE, NO_SPACE, SPACE, VISIBILITIES, needsFor, openId, placeOf, spaces, viewerOf } from './world';
import type { Visibility } from './world';
import type { Input, OperationName } from '../../../src/contract/operations';
import { SamenError } from '../../../src/model/errors';
import { newId } from '../../../src/model/new-id';
import { isMember, mayChangeNeed, mayWriteNeed } from '../../../src/model/permissions';
import type { Audience, Id, Need, Space, Viewer } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

/** `hidden`: not there, not for you, or not a member. `conflict` and `stale`: allowed, but not now. */
export type Outcome = 'allowed' | 'forbidden' | 'hidden' | 'conflict' | 'stale';

export interface Case<N extends OperationName = OperationName> {
  label: string;
  spaceId: Id;
  input: Input<N>;
  outcome: Outcome;
  /** The same of what does not exist: its answer is to be alike, where this is hidden. */
  absent: { spaceId: Id; input: Input<N> };
  /** What it is about, for who would claim to be of its party or its person. */
  about?: Pick<Need, 'audience' | 'partyId' | 'writtenBy'>;
}
export type Line<N extends OperationName> = (personId: Id) => Case<N>[];

export const BOTH = [SPACE, NEW_SPACE];
const ABSENT: Id = newId();
const WRONG_VERSION = 99;

/** A member may or may not; others learn nothing. */
export function told(viewer: Viewer, isAllowed: boolean, ...audiences: Audience[]): Outcome {
  if (!isMember(viewer) || !audiences.every((each) => maySee(each, viewer))) return 'hidden';
  return isAllowed ? 'allowed' : 'forbidden';
}

const OUTCOMES: Partial<Record<string, Outcome>> = { notFound: 'hidden', forbidden: 'forbidden', conflict: 'conflict' };

/** What the model makes of it. */
export function decided(decide: () => unknown): Outcome {
  try {
    decide();
    return 'allowed';
  } catch (error) {
    const outcome = error instanceof SamenError ? OUTCOMES[error.kind] : undefined;
    if (!outcome) throw error;
    return outcome;
  }
}

/** An operation on what is the whole space's. */
export function ofSpace<N extends OperationName>(
  inputs: (personId: Id, space: Space) => Record<string, Input<N>>,
  outcome: (viewer: Viewer, space: Space, label: string) => Outcome,
  where: readonly Id[] = [SPACE],
): Line<N> {
  return (personId) =>
    where.flatMap((spaceId) => {
      const space = spaces[spaceId] as Space;
      return Object.entries(inputs(personId, space)).map(([label, input]) => {
        const absent = { spaceId: NO_SPACE, input };
        return {
          label: `${label} in ${spaceId}`,
          spaceId,
          input,
          absent,
          outcome: outcome(viewerOf(personId, spaceId), space, label),
        };
      });
    });
}

export const reading = <N extends OperationName>(input: Input<N>): Line<N> =>
  ofSpace<N>(
    () => ({ all: input }),
    (viewer) => told(viewer, true),
  );

/** An operation on a need, of every visibility; where it is hidden also with a version that is not its own. */
export function onNeeds<N extends OperationName>(
  label: string,
  input: (id: Id, version: number, each: Visibility) => Input<N>,
  outcome: (viewer: Viewer, need: Need) => Outcome,
  { idOf = openId, versions = [1, WRONG_VERSION] }: { idOf?: (each: Visibility) => Id; versions?: number[] } = {},
): Line<N> {
  return (personId) =>
    VISIBILITIES.flatMap((each) => {
      const viewer = viewerOf(personId);
      const about = placeOf(each, personId);
      const id = idOf(each);
      const need = needsFor(personId).find((one) => one.id === id) as Need;
      const expected = outcome(viewer, need);
      const made = (version: number): Case<N> => ({
        label: `${label}, ${each}, version ${String(version)}`,
        spaceId: SPACE,
        input: input(id, version, each),
        outcome: expected,
        absent: isMember(viewer)
          ? { spaceId: SPACE, input: input(ABSENT, version || 1, each) }
          : { spaceId: NO_SPACE, input: input(id, version, each) },
        about,
      });
      return versions.slice(0, expected === 'hidden' ? 2 : 1).map(made);
    });
}

/** A new need under an id that is taken. */
export function taken(viewer: Viewer, need: Need): Outcome {
  const change = told(viewer, mayChangeNeed(viewer, need), need.audience);
  if (change === 'allowed') return 'stale';
  return change === 'hidden' ? (told(viewer, mayWriteNeed(viewer)).replace('allowed', 'hidden') as Outcome) : change;
}
