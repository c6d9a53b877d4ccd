/** Writing, erasing and following up experiences, and what others do with them. */
import { found, loadSpace, memberOf, INTENTION } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { getExperience, readable, readableByAll } from './experience-reads';
import { isMine, loadOwn } from './own-writing';
import type { OwnExperience } from './own-writing';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import { addDays } from '../model/day';
import { SamenError } from '../model/errors';
import { followUp, saveExperience as saved, tombstoneOf, waits } from '../model/experience';
import type { Experience, ExperienceView, Waiting } from '../model/experience-types';
import { isForAll } from '../model/experience-view';
import { toHour } from '../model/hour';
import { newId } from '../model/new-id';
import { PUBLISH_HOUR } from '../model/limits';
import { randomVersion } from '../model/chance';
import { demand, mayWriteExperience } from '../model/permissions';
import type { Audience, AudienceChoice, Id } from '../model/types';

export async function saveExperience(context: Context, input: Input<'saveExperience'>): Promise<ExperienceView> {
  memberOf(context);
  const { tx, viewer, today, random } = context;
  const { version, ...words } = input;
  const own = await loadOwn(context, input.id);
  const { current } = own;
  if (version > 0) await readableOwn(context, own);
  const { settings } = await loadSpace(context);
  const next = saved(words, {
    previous: current,
    isPublished: own.published !== undefined,
    viewer,
    proof: await tx.authorProof(input.id),
    today,
    drivers: (await tx.load('intention', INTENTION))?.drivers ?? [],
    couldHaveWritten: await couldHaveWritten(context, input.audience),
    settings,
    random,
  });
  requireVersion(current, version, current && (await getExperience(context, { id: input.id })));
  await refuseUnknownItem(context, next, current);
  const isLater = waits(next.authorShownAs, own.published, settings);
  // The one that others still see stays until the change is published.
  await holdPicture(context, current, next, isLater ? own.published?.pictureId : undefined);
  await (isLater
    ? keepWaiting(context, own, next.id, { action: 'saveExperience', experience: next })
    : keep(context, own, next));
  return getExperience(context, { id: input.id });
}

export async function eraseExperience(context: Context, input: Input<'eraseExperience'>): Promise<{ id: Id }> {
  memberOf(context);
  const own = await loadOwn(context, input.id);
  const current = await readableOwn(context, own);
  demand(await isMine(context, current), context.viewer, 'erase this');
  requireVersion(current, input.version, await getExperience(context, { id: input.id }));
  const { settings } = await loadSpace(context);
  if (!own.published) {
    await dropPicture(context, current);
    await context.tx.erase('waiting', input.id);
  } else if (waits(undefined, own.published, settings)) {
    await keepWaiting(context, own, input.id, { action: 'eraseExperience' });
  } else {
    // What waited of it would bring it back.
    if (own.waiting) await context.tx.erase('waiting', input.id);
    await dropPicture(context, current, own.published.pictureId);
    await removeExperience(context, own.published);
  }
  return { id: input.id };
}

export async function followUpExperience(
  context: Context,
  { id, answer }: Input<'followUpExperience'>,
): Promise<ExperienceView> {
  memberOf(context);
  const { tx, viewer, today, random } = context;
  const own = await loadOwn(context, id);
  const current = await readableOwn(context, own);
  const next = followUp(current, answer, { viewer, proof: await tx.authorProof(id), today, random });
  const { settings } = await loadSpace(context);
  const isLater = waits(next.authorShownAs, own.published, settings);
  await (isLater
    ? keepWaiting(context, own, next.id, { action: 'saveExperience', experience: next })
    : keep(context, own, next));
  return getExperience(context, { id });
}

export async function packExperience(
  context: Context,
  { id, isPacked }: Input<'packExperience'>,
): Promise<ExperienceView> {
  memberOf(context);
  const { tx, viewer } = context;
  demand(mayWriteExperience(viewer), viewer, 'pack');
  await (isPacked ? readableByAll : readable)(context, id);
  const { personId } = viewer;
  const packing = `${id}.${personId}`;
  const isThere = (await tx.load('packing', packing, { lock: true })) !== undefined;
  const mine: Audience = `person:${personId}`;
  if (isPacked && !isThere) await tx.save('packing', packing, 0, { experienceId: id, personId }, mine);
  if (!isPacked && isThere) await tx.erase('packing', packing);
  if (isPacked !== isThere) tx.changed('packing', id, mine);
  return getExperience(context, { id });
}

export async function setReaction(context: Context, input: Input<'setReaction'>): Promise<ExperienceView> {
  const { name, jobTitle, partyId } = memberOf(context);
  const { tx, viewer } = context;
  const { id, reaction } = input;
  demand(mayWriteExperience(viewer), viewer, 'react');
  const experience = await readable(context, id);
  // A reaction to one's own would be one that nobody can explain.
  if (await isMine(context, experience)) throw new SamenError('conflict', 'It is theirs', { reason: 'ownExperience' });
  if (experience.status === 'erased') throw new SamenError('conflict', 'It was erased', { reason: 'experienceErased' });
  const { personId } = viewer;
  const rowId = reactionId(input, personId);
  if (!(await tx.load('reaction', rowId, { lock: true }))) {
    const row = { experienceId: id, reaction, personId, by: { name, jobTitle, partyId } };
    await tx.save('reaction', rowId, 0, row, `person:${personId}`);
    tellExperience(context, experience);
  }
  return getExperience(context, { id });
}

export async function removeReaction(context: Context, input: Input<'removeReaction'>): Promise<{ id: Id }> {
  memberOf(context);
  const { tx, viewer } = context;
  const rowId = reactionId(input, viewer.personId);
  // One's own is taken back, also from what is not for them any more.
  if (await tx.load('reaction', rowId, { lock: true })) {
    await tx.erase('reaction', rowId);
    tellExperience(context, await tx.load('experience', input.id));
  } else await readable(context, input.id);
  return { id: input.id };
}

/** Who reports is not kept. */
export async function reportExperience(context: Context, input: Input<'reportExperience'>): Promise<{ id: Id }> {
  memberOf(context);
  const { tx, viewer, today } = context;
  demand(mayWriteExperience(viewer), viewer, 'report');
  const experience = await readable(context, input.id);
  const report = { id: newId(), experienceId: input.id, reason: input.reason, reportedOn: today };
  await tx.save('report', report.id, 0, report, experience.audience);
  return { id: input.id };
}

/** Gone, or a tombstone where others answered. */
export async function removeExperience(context: Context, experience: Experience): Promise<void> {
  const { tx, random } = context;
  const { id, audience, version } = experience;
  const said = await everyRow((cursor) => tx.query('replies', { experienceId: id }, { limit: 100, cursor }));
  const left = said.some(({ isByAuthor }) => !isByAuthor) ? tombstoneOf(experience, random) : undefined;
  await dropPicture(context, experience);
  if (left) await tx.save('experience', id, version, left, audience);
  else await tx.erase('experience', id);
  tellExperience(context, experience, left);
}

/**
 * Tells of an experience, as it was and as it is, to those who read it then or do now. What is hidden or waits for
 * approval is told to nobody: who may read it then, its author and the core team, is no audience of its own.
 */
export function tellExperience({ tx }: Context, ...states: (Experience | undefined)[]): void {
  const told = states.flatMap((state) => (state && isForAll(state) ? [state] : []));
  for (const { id, audience } of new Map(told.map((state) => [state.audience, state])).values())
    tx.changed('experience', id, audience);
}

/** Day on which what waits now is published: at the first seven in the morning that comes. */
export const publishOn = ({ today, now, timeZone }: Pick<Context, 'today' | 'now' | 'timeZone'>) =>
  toHour(now, timeZone) < PUBLISH_HOUR ? today : addDays(today, 1);

/** Keeps something for its author alone, until the next publication. No change is told: to whom would tell whose it is. */
export async function keepWaiting(
  context: Context,
  { waiting }: Pick<OwnExperience, 'waiting'>,
  id: Id,
  what: Pick<Waiting, 'action' | 'experience' | 'reply'>,
): Promise<void> {
  const { tx, random } = context;
  const row: Waiting = {
    id,
    ...what,
    authorProof: await tx.authorProof(id),
    publishOn: waiting?.publishOn ?? publishOn(context),
    version: randomVersion(random, waiting?.version),
  };
  await tx.save('waiting', id, waiting?.version ?? 0, row, 'everyone');
}

/** Throws `notFound` for what is not there, or hidden from whoever asks. */
async function readableOwn(context: Context, { current, published }: OwnExperience): Promise<Experience> {
  const experience = found(current);
  // What waits is found by its author alone.
  return experience === published ? readable(context, experience.id) : experience;
}

async function keep(context: Context, own: OwnExperience, next: Experience): Promise<void> {
  const { tx } = context;
  if (own.waiting) await tx.erase('waiting', next.id);
  await tx.save('experience', next.id, own.published?.version ?? 0, next, next.audience);
  tellExperience(context, own.published, next);
}

const reactionId = ({ id, reaction }: Input<'setReaction'>, personId: Id) => `${id}.${reaction}.${personId}`;

/** How many people this could have been, for somebody who looks for the author. */
async function couldHaveWritten({ tx, viewer }: Context, audience: AudienceChoice): Promise<number> {
  const { rows } = await tx.query('peers', {});
  const space = await tx.load('space', viewer.spaceId);
  const isDepartment = (partyId: Id) => space?.parties.find(({ id }) => id === partyId)?.kind === 'department';
  const isMeant = (partyId: Id) =>
    audience === 'everyone' || (audience === 'internal' ? isDepartment(partyId) : partyId === viewer.member?.partyId);
  return rows.reduce((sum, { partyId, people }) => sum + (isMeant(partyId) ? people : 0), 0);
}

/** The item that it belongs to is there for its author, or was so before. */
async function refuseUnknownItem({ tx }: Context, next: Experience, current: Experience | undefined): Promise<void> {
  const { agendaItemId } = next;
  if (agendaItemId === undefined || agendaItemId === current?.agendaItemId) return;
  if (await tx.load('agendaItem', agendaItemId)) return;
  throw new SamenError('invalid', 'No such item', { fields: [{ pointer: '/agendaItemId', code: 'unknown' }] });
}

/** The picture belongs to the experience from now on; the one before goes. Throws `invalid` for one that is not theirs. */
async function holdPicture(
  context: Context,
  current: Experience | undefined,
  next: Experience,
  stays: Id | undefined,
): Promise<void> {
  const { tx, random } = context;
  if (current?.pictureId === next.pictureId) return;
  if (next.pictureId !== undefined) {
    const { pictureId } = next;
    const picture = await tx.load('picture', pictureId, { lock: true });
    const isTheirs = picture?.authorProof === (await tx.authorProof(pictureId));
    if (!picture || !isTheirs || (picture.experienceId !== undefined && picture.experienceId !== next.id)) {
      throw new SamenError('invalid', 'No such picture', { fields: [{ pointer: '/pictureId', code: 'unknown' }] });
    }
    const held = { ...picture, experienceId: next.id, version: randomVersion(random, picture.version) };
    await tx.save('picture', pictureId, picture.version, held, 'everyone');
  }
  if (current) await dropPicture(context, current, stays);
}

export async function dropPicture({ tx }: Context, { pictureId }: Experience, except?: Id): Promise<void> {
  if (pictureId !== undefined && pictureId !== except) await tx.erase('picture', pictureId);
}
