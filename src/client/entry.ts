import type { PendingWrite } from './types';
import type { Input, Operation, WriteName } from '../contract/operations';
import { WRITE_OPERATIONS } from '../contract/write-operations';
import { SamenError } from '../model/errors';
import { newId } from '../model/new-id';

/** The contract this code speaks; entries of newer code are left for newer code. */
const CONTRACT = 1;

/** A write as it is stored. Its id is its idempotency key: stored once, sent with no other. */
export interface Entry {
  id: string;
  operation: WriteName;
  input: Input<WriteName>;
  /** `kind:id` of the thing it changes. */
  entity: string;
  createdAt: string;
  contract: number;
  /** Order of being made, within this browser. */
  order: number;
  /** Why it was refused. Absent: it waits, or was being sent when its tab died, which is the same. */
  refusal?: PlainError;
}

/** An error as it can be stored and read again. */
type PlainError = Pick<SamenError, 'kind' | 'message' | 'reason' | 'fields' | 'current'>;

/** The next entry after those that are there. */
export function makeEntry(operation: WriteName, input: Input<WriteName>, after: readonly Entry[], now: number): Entry {
  return {
    id: newId(),
    operation,
    input,
    entity: entityOf(operation, input),
    createdAt: new Date(now).toISOString(),
    contract: CONTRACT,
    // A clock that was set back must not put a later write before an earlier one.
    order: Math.max(now, (after.at(-1)?.order ?? 0) + 1),
  };
}

/** Those this code can send, in the order they were made. Anything else is left lying, unread. */
export function readEntries(found: readonly unknown[]): Entry[] {
  return found.filter(isEntry).sort((a, b) => a.order - b.order);
}

function isEntry(found: unknown): found is Entry {
  if (typeof found !== 'object' || found === null) return false;
  const { id, operation, input, contract, order } = found as Partial<Entry>;
  return (
    typeof id === 'string' &&
    typeof input === 'object' &&
    typeof order === 'number' &&
    typeof contract === 'number' &&
    contract <= CONTRACT &&
    typeof operation === 'string' &&
    Object.hasOwn(WRITE_OPERATIONS, operation)
  );
}

/** As it is shown. */
export function asPending({ refusal, ...entry }: Entry, sending: string | undefined): PendingWrite {
  const { id, operation, input, entity, createdAt } = entry;
  const status = refusal ? 'refused' : id === sending ? 'sending' : 'waiting';
  const error = refusal && new SamenError(refusal.kind, refusal.message, refusal);
  return { id, operation, input, entity, status, error, createdAt };
}

export function plainError({ kind, message, reason, fields, current }: SamenError): PlainError {
  return { kind, message, reason, fields, current };
}

/** The things it changes: its own, the other half of a match, and the item that an idea becomes. */
export function changesOf({ entity, input, operation }: Entry): string[] {
  const { withId, agendaItemId } = input as { withId?: string; agendaItemId?: string };
  return [
    entity,
    ...(withId ? [`need:${withId}`] : []),
    ...(operation === 'adoptIdea' && agendaItemId ? [`agendaItem:${agendaItemId}`] : []),
  ];
}

/** What must be so before it can be sent: the things it changes, and those it names. */
export function dependsOn(entry: Entry): string[] {
  const { roundId, experienceId, pictureId, experienceIds, agendaItemIds, choices } = entry.input as {
    roundId?: string;
    experienceId?: string;
    pictureId?: string;
    experienceIds?: string[];
    agendaItemIds?: string[];
    choices?: { experienceId: string }[];
  };
  return [
    ...changesOf(entry),
    ...(roundId ? [`round:${roundId}`] : []),
    ...(experienceId ? [`experience:${experienceId}`] : []),
    // The picture goes first: an experience can only hold one that is there.
    ...(pictureId ? [`picture:${pictureId}`] : []),
    // Evidence that is there, and what is chosen for a report.
    ...(choices ?? []).map((choice) => `experience:${choice.experienceId}`),
    ...(experienceIds ?? []).map((id) => `experience:${id}`),
    ...(agendaItemIds ?? []).map((id) => `agendaItem:${id}`),
    // A ball can only be moved of an item that is there.
    ...(entry.entity.startsWith('ball:') ? [`agendaItem:${entry.entity.slice('ball:'.length)}`] : []),
    ...aboutExperience(entry),
  ];
}

/** What somebody does with an experience (packing, a report) is a thing of its own, under the experience's id. */
function aboutExperience({ operation, input }: Entry): string[] {
  const { path }: Operation = WRITE_OPERATIONS[operation];
  const { id, experienceId } = input as { id: string; experienceId?: string };
  return path.includes('/experiences/') && !experienceId ? [`experience:${id}`] : [];
}

/**
 * Whether the version that a write got says that nothing but this write is in it. Where versions count, that is the
 * next one. Those of experiences and replies are random, and only their author writes what they hold.
 */
export function isOwnNext(entity: string, version: number, next: number | undefined): next is number {
  if (next === undefined) return false;
  return /^(experience|reply):/.test(entity) || next === version + 1;
}

export function versionOf(value: unknown): number | undefined {
  const version = (value as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? version : undefined;
}

function entityOf(operation: WriteName, input: Input<WriteName>): string {
  // A value is of its result, under whose version it is written.
  const { id, roundId, resultId } = input as { id?: string; roundId?: string; resultId?: string };
  return `${WRITE_OPERATIONS[operation].affects[0]}:${resultId ?? id ?? roundId ?? 'mine'}`;
}
