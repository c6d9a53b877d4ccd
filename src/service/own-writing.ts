/**
 * What somebody wrote without their name, found by its proof. Nothing in the storage says whose it is, so
 * it is worked out anew at each request.
 */
import type { Context } from './context';
import { everyRow } from './every-row';
import { isAuthor } from '../model/authorship';
import type { Experience, Reply, Waiting } from '../model/experience-types';
import type { Id } from '../model/types';

/** Whether whoever asks wrote it. */
export async function isMine({ tx, viewer }: Context, thing: Experience | Reply): Promise<boolean> {
  // Whoever looks through the eyes of somebody else wrote nothing.
  if (!viewer.personId) return false;
  return isAuthor(thing, viewer, thing.authorProof === undefined ? '' : await tx.authorProof(thing.id));
}

/** Of these, those that whoever asks wrote. */
export async function mineOf(
  { tx, viewer }: Context,
  proofs: readonly { id: Id; authorProof: string }[],
): Promise<Id[]> {
  if (!viewer.personId) return [];
  const mine = await Promise.all(
    proofs.map(async ({ id, authorProof }) => (authorProof === (await tx.authorProof(id)) ? [id] : [])),
  );
  return mine.flat();
}

/** The experiences that are there for others already. */
export async function myUnnamedIds(context: Context): Promise<Id[]> {
  const { tx } = context;
  return mineOf(context, await everyRow((cursor) => tx.query('authorProofs', {}, { limit: 5000, cursor })));
}

/** What of mine waits for the next publication; for nobody else to see. */
export async function myWaiting(context: Context): Promise<Waiting[]> {
  const { tx } = context;
  const proofs = await everyRow((cursor) => tx.query('waitingProofs', {}, { limit: 1000, cursor }));
  const ids = await mineOf(context, proofs);
  const found = await Promise.all(ids.map((id) => tx.load('waiting', id)));
  return found.filter((waiting) => waiting !== undefined);
}

/** An experience as its author knows it: what is published, what waits, and which of both one works on. */
export interface OwnExperience {
  published: Experience | undefined;
  waiting: Waiting | undefined;
  current: Experience | undefined;
}

export async function loadOwn({ tx }: Context, id: Id, lock = true): Promise<OwnExperience> {
  const waiting = await tx.load('waiting', id, { lock });
  const published = await tx.load('experience', id, { lock });
  const isGoing = waiting?.action === 'eraseExperience';
  return { published, waiting, current: isGoing ? undefined : (waiting?.experience ?? published) };
}
