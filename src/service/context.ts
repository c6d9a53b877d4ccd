import type { Occurrences } from './session-views';
import type { Tx } from './storage';
import { SamenError } from '../model/errors';
import type { PictureType } from '../model/experience-types';
import type { Day, Id, Member, Space, Viewer } from '../model/types';

/** What an operation has at hand: one transaction, who asks, and the day. */
export interface Context {
  tx: Tx;
  viewer: Viewer;
  today: Day;
  now: Date;
  /** Of the space; without, that of the Netherlands. */
  timeZone?: string | undefined;
  asOf: string;
  /** 0 up to 1, unpredictable. */
  random: () => number;
  /** Without: of what recurs, only the first is known. */
  occurrences?: Occurrences | undefined;
  /** Of a write that brings one: made anew before the transaction, which would hold a connection meanwhile. */
  picture?: CleanedPicture;
}

export interface CleanedPicture {
  type: PictureType;
  /** Base64. */
  data: string;
}

/** Decodes a picture and makes it anew, so that nothing is left of it but what one sees. Throws `conflict`, `notAPicture`. */
export type CleanPicture = (bytes: Uint8Array) => Promise<CleanedPicture>;

/** Within the space, as a member; anything else is `notFound`. */
export function memberOf(context: Context): Member {
  return found(context.viewer.member);
}

export async function loadSpace({ tx, viewer }: Context, lock = false): Promise<Space> {
  return found(await tx.load('space', viewer.spaceId, { lock }));
}

/** What is not there and what is not for you are the same answer. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new SamenError('notFound', 'Not there, or not for you');
  return value;
}

/** The id of the one intention of a space. */
export const INTENTION: Id = 'intention';
/** A check-in's row: its round and person. */
export const checkInId = (roundId: Id, personId: Id): Id => `${roundId}.${personId}`;
