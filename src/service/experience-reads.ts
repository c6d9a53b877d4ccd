/** What can be asked of the backpack. */
import { found, loadSpace, memberOf, INTENTION } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { late } from './late';
import { isMine, myUnnamedIds, myWaiting } from './own-writing';
import { page, sizeOf } from './page';
import type { ExperienceFound, PageOf } from './storage';
import type { FeedLabels } from '../contract/experiences';
import type { Input, Output, Page } from '../contract/operations';
import { experienceView, isForAll, mayRead, NOTHING_COUNTED, replyView } from '../model/experience-view';
import type { Experience, ExperienceView, ReplyView, Waiting } from '../model/experience-types';
import { demand, isCoreTeam, mayReadLog } from '../model/permissions';
import type { Id, Need } from '../model/types';

export async function listExperiences(
  context: Context,
  input: Input<'listExperiences'>,
): Promise<Output<'listExperiences'>> {
  memberOf(context);
  const { collection, agendaItem } = input;
  if (!(await isItemSeen(context, agendaItem))) return page(context, { rows: [] });
  if (collection === 'pending') demand(isCoreTeam(context.viewer), context.viewer, 'read what waits for approval');
  const waiting = await myWaiting(context);
  const listed =
    collection === 'mine'
      ? await context.tx.query('myExperiences', { ids: await myUnnamedIds(context) }, sizeOf(input))
      : await context.tx.query('experiences', { ...argsOf(input), ...(collection && { collection }) }, sizeOf(input));
  const items = await withWaiting(context, listed, waiting, (experience) => passes(experience, input));
  const isFirst = input.cursor === undefined;
  return { ...items, ...(isFirst && { labels: await labelsFor(context) }) };
}

export async function searchExperiences(
  context: Context,
  input: Input<'searchExperiences'>,
): Promise<Page<ExperienceView>> {
  memberOf(context);
  if (!(await isItemSeen(context, input.agendaItem))) return page(context, { rows: [] });
  const listed = await context.tx.query('experiences', { ...argsOf(input), text: input.text }, sizeOf(input));
  return withWaiting(context, listed, await myWaiting(context), () => false);
}

export async function getExperience(context: Context, { id }: Input<'getExperience'>): Promise<ExperienceView> {
  memberOf(context);
  const [listed] = (await context.tx.query('experiencesById', { ids: [id] })).rows;
  const waiting = await context.tx.load('waiting', id);
  if (waiting?.action === 'eraseExperience') found(undefined);
  const experience = found(waiting?.experience ?? listed?.experience);
  const view = await viewOf(
    context,
    { ...(listed ?? NOTHING_COUNTED), experience },
    { isWaiting: waiting !== undefined },
  );
  const agendaItems = view.status === 'erased' ? [] : await itemsOf(context, view);
  return { ...found((await withoutHiddenItems(context, [view]))[0]), ...(agendaItems.length > 0 && { agendaItems }) };
}

/** The items that were made from it, and the one it was written to. */
async function itemsOf({ tx }: Context, { id, agendaItemId }: ExperienceView): Promise<{ id: Id; title: string }[]> {
  return (await tx.query('itemsOfExperience', { experienceId: id, ...(agendaItemId && { agendaItemId }) })).rows;
}

export async function listReplies(context: Context, input: Input<'listReplies'>): Promise<Page<ReplyView>> {
  memberOf(context);
  const { id: experienceId, ...asked } = input;
  // Under what is not there for others yet, nobody could say anything.
  if (await firstWaiting(context, experienceId)) return page(context, { rows: [] });
  await readable(context, experienceId);
  const { rows, nextCursor } = await context.tx.query('replies', { experienceId }, sizeOf(asked));
  const waiting = (await myWaiting(context)).filter(
    ({ id, reply }) => reply?.experienceId === experienceId || rows.some((row) => row.id === id),
  );
  const waitsFor = new Map(waiting.map((each) => [each.id, each]));
  const fresh = waiting.filter(({ id, action }) => action === 'saveReply' && !rows.some((row) => row.id === id));
  const shown = [
    ...rows.flatMap((row) =>
      waitsFor.get(row.id)?.action === 'eraseReply' ? [] : [waitsFor.get(row.id)?.reply ?? row],
    ),
    // What waits is the newest: at the end, and only where the end is.
    ...(nextCursor === undefined ? fresh.flatMap(({ reply }) => reply ?? []) : []),
  ];
  const views = await Promise.all(
    shown.map(async (reply) =>
      replyView(reply, { isMine: await isMine(context, reply), isWaiting: waitsFor.has(reply.id) }),
    ),
  );
  return page(context, { rows: views, nextCursor });
}

export async function listReports(context: Context, input: Input<'listReports'>): Promise<Output<'listReports'>> {
  const { tx, viewer } = context;
  demand(isCoreTeam(viewer), viewer, 'read reports');
  const { rows, nextCursor } = await tx.query('reports', {}, sizeOf(input));
  const about = await byIds(context, [...new Set(rows.map(({ experienceId }) => experienceId))]);
  const shown = rows.flatMap((report) => {
    const title = about.get(report.experienceId)?.title;
    return title === undefined ? [] : [{ ...report, title }];
  });
  return page(context, { rows: shown, nextCursor });
}

export async function listLogEntries(
  context: Context,
  input: Input<'listLogEntries'>,
): Promise<Output<'listLogEntries'>> {
  const { tx, viewer } = context;
  demand(mayReadLog(viewer), viewer, 'read the log');
  const { rows, nextCursor } = await tx.query('logEntries', {}, sizeOf(input));
  return page(context, { rows: rows.map(({ byPersonId: _person, ...entry }) => entry), nextCursor });
}

/** As visible as the experience that holds it; before that, its uploader's. */
export async function getPicture(context: Context, { id }: Input<'getPicture'>): Promise<Output<'getPicture'>> {
  memberOf(context);
  const picture = found(await context.tx.load('picture', id));
  if (picture.authorProof !== (await context.tx.authorProof(id))) await readable(context, found(picture.experienceId));
  return { id, type: picture.type, data: picture.data };
}

/** What waits for its first publication: there for its author alone. */
export async function firstWaiting({ tx }: Context, id: Id): Promise<Experience | undefined> {
  const waiting = await tx.load('waiting', id);
  return waiting?.experience && !(await tx.load('experience', id)) ? waiting.experience : undefined;
}

/** The experience, when whoever asks may read it; else `notFound`. */
export async function readable(context: Context, id: Id, lock = false): Promise<Experience> {
  const experience = found(await context.tx.load('experience', id, { lock }));
  const isForMe = mayRead(experience, context.viewer, await isMine(context, experience));
  return found(isForMe ? experience : undefined);
}

/**
 * The experience, when whoever asks may read it together with all its readers; else `notFound`, also for its author. Of
 * one that is hidden or waits for approval only they and the core team know: what comes of it would tell whose it is.
 */
export async function readableByAll(context: Context, id: Id): Promise<Experience> {
  const experience = await readable(context, id);
  return found(isForAll(experience) && experience.status !== 'erased' ? experience : undefined);
}

/** As whoever asks reads it. Throws `notFound` for what is not for them. */
export async function viewOf(
  context: Context,
  listed: ExperienceFound,
  { isWaiting = false }: { isWaiting?: boolean } = {},
): Promise<ExperienceView> {
  const { viewer, today, tx } = context;
  const { experience } = listed;
  const mine = await isMine(context, experience);
  found(mayRead(experience, viewer, mine) || undefined);
  const wantsHelpers = mine && listed.reactions.help > 0;
  const helpers = wantsHelpers
    ? (await tx.query('helpers', { experienceId: experience.id }, { limit: 100 })).rows.map(({ by }) => by)
    : undefined;
  return experienceView(experience, listed, { viewer, isMine: mine, isWaiting, helpers, today });
}

/** A page, with what of mine waits laid over it: for me alone. New things come first. */
async function withWaiting(
  context: Context,
  { rows, nextCursor }: PageOf<ExperienceFound>,
  waiting: readonly Waiting[],
  isMeant: (experience: Experience) => boolean,
): Promise<Page<ExperienceView>> {
  const waitsFor = new Map(waiting.map((each) => [each.id, each]));
  const isThere = await byIds(
    context,
    waiting.filter(({ experience }) => experience).map(({ id }) => id),
  );
  const fresh = waiting.flatMap(({ id, experience }) =>
    experience && !isThere.has(id) && isMeant(experience)
      ? [{ ...NOTHING_COUNTED, experience, reactions: { ...NOTHING_COUNTED.reactions }, myReactions: [] }]
      : [],
  );
  const laid = rows.flatMap((row) => {
    const mine = waitsFor.get(row.experience.id);
    if (mine?.action === 'eraseExperience') return [];
    return [{ ...row, experience: mine?.experience ?? row.experience }];
  });
  const views = await Promise.all(
    [...fresh, ...laid].map((listed) => viewOf(context, listed, { isWaiting: waitsFor.has(listed.experience.id) })),
  );
  return page(context, { rows: await withoutHiddenItems(context, views), nextCursor });
}

/** An experience may be read by more people than the agenda item that it belongs to: they are not told of that one. */
export async function withoutHiddenItems<T extends { agendaItemId?: Id }>(context: Context, things: T[]): Promise<T[]> {
  if (!things.some(({ agendaItemId }) => agendaItemId)) return things;
  return (await late(import('./agenda-views'))).withoutHiddenItems(context, things);
}

/** Whether an item that is asked about is there for whoever asks; without one, nothing is in the way. */
async function isItemSeen({ tx }: Context, id: Id | undefined): Promise<boolean> {
  return id === undefined || (await tx.load('agendaItem', id)) !== undefined;
}

async function byIds({ tx }: Context, ids: readonly Id[]): Promise<Map<Id, Experience>> {
  if (ids.length === 0) return new Map();
  const rows = await everyRow((cursor) => tx.query('experiencesById', { ids }, { limit: 100, cursor }));
  return new Map(rows.map(({ experience }) => [experience.id, experience]));
}

type Filter = Pick<Input<'listExperiences'>, 'driver' | 'party' | 'kind' | 'agendaItem'>;

const argsOf = ({ driver, party, kind, agendaItem }: Filter) => ({
  ...(driver && { driverId: driver }),
  ...(party && { partyId: party }),
  ...(kind && { kind }),
  ...(agendaItem && { agendaItemId: agendaItem }),
});

/** Whether something that waits belongs into the list that was asked for. */
function passes(
  experience: Experience,
  { collection, driver, party, kind, agendaItem, cursor }: Input<'listExperiences'>,
): boolean {
  if (cursor !== undefined || collection === 'packed' || collection === 'pending') return false;
  return (
    (!driver || experience.driverIds.includes(driver)) &&
    (!party || experience.author?.partyId === party) &&
    (!kind || experience.kind === kind) &&
    (!agendaItem || experience.agendaItemId === agendaItem)
  );
}

/** What names and who I am a feed is drawn with: it needs to ask nothing else before its first picture. */
async function labelsFor(context: Context): Promise<FeedLabels> {
  const { tx, viewer } = context;
  const { personId, member } = viewer;
  const { parties } = await loadSpace(context);
  const drivers = (await tx.load('intention', INTENTION))?.drivers ?? [];
  return {
    me: { personId, name: member?.name ?? '', ...(member && { member }) },
    parties: parties.map(({ id, kind, name, shortName }) => ({ id, kind, name, shortName })),
    drivers: drivers.map(({ id, name, icon }) => ({ id, name, icon })),
  };
}

/** A need may be read by more people than the experience it was made from, or its agenda item: they are not told of these. */
export async function withoutHiddenLinks(context: Context, needs: readonly Need[]): Promise<Need[]> {
  const { tx } = context;
  const ids = needs.flatMap(({ experienceId }) => experienceId ?? []);
  const { rows } = ids.length === 0 ? { rows: [] } : await tx.query('experiencesById', { ids });
  const seen = new Set(rows.flatMap(({ experience: { id, status } }) => (status === 'erased' ? [] : [id])));
  const told = needs.map((need) => {
    const { experienceId, ...rest } = need;
    return experienceId && !seen.has(experienceId) ? rest : need;
  });
  return withoutHiddenItems(context, told);
}

export const EXPERIENCE_READS = {
  listExperiences,
  searchExperiences,
  getExperience,
  listReplies,
  listReports,
  getPicture,
  listLogEntries,
};
