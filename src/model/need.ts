import { SamenError } from './errors';
import type { ConflictReason } from './errors';
import { demand, mayChangeNeed, mayEraseNeed, mayMatchNeeds, mayWriteNeed } from './permissions';
import { checkText, tidyText } from './text';
import type { Day, Driver, Id, Need, NeedKind, Viewer } from './types';

export { suggestMatches } from './suggestion';

/*
 *            match                 fulfil (the asker)
 *   open  ──────────▶  matched  ─────────────────────▶  fulfilled
 *     ▲                   │
 *     └──────unmatch──────┘       always an ask and an offer together
 */

export interface NeedChange {
  id: Id;
  kind: NeedKind;
  driverId: Id;
  text: string;
  /** The experience that a new one is made from. */
  experienceId?: Id | undefined;
}

export interface NeedState {
  previous: Need | undefined;
  viewer: Viewer;
  /** The drivers of the intention today. */
  drivers: readonly Driver[];
  today: Day;
}

/** A match changes two needs: the one it was asked of, and its other half. */
export interface NeedPair {
  need: Need;
  other: Need;
}

/** A new need of one's own party, or a changed one. Throws `forbidden`, `invalid` or `conflict`. */
export function saveNeed(input: NeedChange, { previous, viewer, drivers, today }: NeedState): Need {
  demand(previous ? mayChangeNeed(viewer, previous) : mayWriteNeed(viewer), viewer, 'write this need');
  const isNewDriver = input.driverId !== previous?.driverId;
  const fields = checkText('/text', input.text, { required: true });
  if (input.kind !== 'ask' && input.kind !== 'offer') fields.push({ pointer: '/kind', code: 'unknown' });
  // A driver may leave the intention after the need was written: then the need keeps it.
  if (isNewDriver && !drivers.some((driver) => driver.id === input.driverId)) {
    fields.push({ pointer: '/driverId', code: 'unknown' });
  }
  if (fields.length > 0) throw new SamenError('invalid', 'The need is not complete', { fields });
  const content = { kind: input.kind, driverId: input.driverId, text: tidyText(input.text) };
  if (previous) {
    const isOtherNeed = isNewDriver || input.kind !== previous.kind;
    if (isOtherNeed && previous.status !== 'open') refuse('alreadyMatched', 'A matched need keeps its kind and driver');
    return { ...previous, ...content, version: previous.version + 1 };
  }
  return {
    id: input.id,
    ...content,
    ...(input.experienceId !== undefined && { experienceId: input.experienceId }),
    partyId: viewer.member?.partyId ?? '',
    status: 'open',
    writtenBy: viewer.personId,
    createdOn: today,
    // An ask that the other parties cannot read is never answered.
    audience: 'everyone',
    version: 1,
  };
}

/**
 * Pairs an ask with an offer. Throws `forbidden` for who is of neither party nor core team, else
 * `conflict`: `sameKind`, `ownParty`, `alreadyMatched`.
 */
export function matchNeeds(need: Need, other: Need, viewer: Viewer): NeedPair {
  demand(mayMatchNeeds(viewer, need, other), viewer, 'match these needs');
  if (need.kind === other.kind) refuse('sameKind', 'An ask is matched with an offer');
  if (need.partyId === other.partyId) refuse('ownParty', 'A party cannot answer its own ask');
  if (need.status !== 'open' || other.status !== 'open') refuse('alreadyMatched', 'One of the two is not open');
  return {
    need: { ...need, status: 'matched', matchedWithId: other.id, version: need.version + 1 },
    other: { ...other, status: 'matched', matchedWithId: need.id, version: other.version + 1 },
  };
}

/** Undoes a match; both are open again. */
export function unmatchNeeds(need: Need, other: Need, viewer: Viewer): NeedPair {
  demand(mayMatchNeeds(viewer, need, other), viewer, 'undo this match');
  demandMatch(need, other);
  return { need: reopened(need), other: reopened(other) };
}

/** The ask is answered, says the asker; both are fulfilled. Either half of the pair may be given. */
export function fulfilNeeds(need: Need, other: Need, viewer: Viewer): NeedPair {
  demand(mayMatchNeeds(viewer, need, other), viewer, 'fulfil this need');
  demandMatch(need, other);
  const ask = need.kind === 'ask' ? need : other;
  if (!mayChangeNeed(viewer, ask)) refuse('notAsker', 'Only the asker says that a need is fulfilled');
  return {
    need: { ...need, status: 'fulfilled', version: need.version + 1 },
    other: { ...other, status: 'fulfilled', version: other.version + 1 },
  };
}

/** What erasing a need leaves of its other half. Throws `forbidden`. */
export function eraseNeed(need: Need, other: Need | undefined, viewer: Viewer): Need | undefined {
  demand(mayEraseNeed(viewer, need), viewer, 'erase this need');
  return leftAfter(need, other);
}

/** Of the other half of a need that is gone: open again, or fulfilled without a trace of the other. */
export function leftAfter(need: Need, other: Need | undefined): Need | undefined {
  if (!other || other.matchedWithId !== need.id) return undefined;
  if (other.status === 'matched') return reopened(other);
  const { matchedWithId: _erased, ...rest } = other;
  return { ...rest, version: other.version + 1 };
}

function reopened(need: Need): Need {
  const { matchedWithId: _undone, ...rest } = need;
  return { ...rest, status: 'open', version: need.version + 1 };
}

function demandMatch(need: Need, other: Need): void {
  const isPair = need.matchedWithId === other.id && other.matchedWithId === need.id;
  if (!isPair || need.status !== 'matched') refuse('notMatched', 'These needs are not matched');
}

function refuse(reason: ConflictReason, message: string): never {
  throw new SamenError('conflict', message, { reason });
}
