/**
 * What may become of an idea (DOMAIN: "Results"): others join in, and the core team takes it up or answers why not.
 *
 *            adopt
 *   open ────────────▶ adopted: it became an agenda item
 *     │                  ▲
 *     └─── decline ──▶ declined, with the answer why ── adopt, after all ──┘
 */
import type { Participation } from './agenda-types';
import type { AgendaItem, Ball } from './agenda-types';
import { actorOf, partySees, refuse, refuseFields, withParticipation } from './ball';
import { SamenError } from './errors';
import type { FieldError } from './errors';
import { MOST_DRIVERS } from './limits';
import { demand, demandMember, isCoreTeam, mayAnswerIdea, mayWriteResults } from './permissions';
import type { Idea, IdeaView } from './result-types';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import type { Day, Driver, Id, Party, Viewer } from './types';
import { maySee } from './visibility';

export interface IdeaWords extends Pick<Idea, 'id' | 'text' | 'driverIds' | 'audience'> {
  /** Of a new idea: what it began with. */
  experienceId?: Id;
}

export interface IdeaState {
  previous: Idea | undefined;
  viewer: Viewer;
  parties: readonly Party[];
  /** The drivers of the intention today. */
  drivers: readonly Driver[];
  today: Day;
}

/**
 * A new idea, which its party thinks along with, or a changed one. Throws `notFound`, `forbidden` (not theirs, or not to
 * choose this audience), `invalid`, or `conflict`: `ideaIsAnswered`.
 */
export function saveIdea(input: IdeaWords, state: IdeaState): Idea {
  const { previous, viewer, parties, today } = state;
  const member = demandMember(viewer);
  demand(mayWriteResults(viewer), viewer, 'write an idea');
  if (previous) {
    demandVisible(viewer, previous);
    demand(isWriter(viewer, previous), viewer, 'edit this idea');
    demandOpen(previous);
  }
  refuseFields(findIdeaErrors(input, state));
  if (!maySee(input.audience, viewer)) {
    throw new SamenError('forbidden', `This member cannot choose the audience "${input.audience}"`, {
      fields: [{ pointer: '/audience', code: 'unknown' }],
    });
  }
  const { id, driverIds, audience, experienceId } = input;
  const content = { text: tidyText(input.text), driverIds: [...driverIds], audience };
  if (previous) {
    // Who no longer reads it does not take part in it either.
    const participations = previous.participations.filter(({ partyId }) => partySees(parties, partyId, audience));
    return { ...previous, ...content, participations, version: previous.version + 1 };
  }
  return {
    id,
    ...content,
    by: actorOf(member),
    writtenBy: viewer.personId,
    status: 'open',
    participations: [{ partyId: member.partyId, as: 'thinking' }],
    ...(experienceId !== undefined && { experienceId }),
    createdOn: today,
    version: 1,
  };
}

/** Throws `notFound`, `forbidden`, or `conflict`: `ideaIsAnswered`, after which only the core team erases it. */
export function demandIdeaEraser(idea: Idea, viewer: Viewer): void {
  demandVisible(viewer, idea);
  const isTheirs = isWriter(viewer, idea) && mayWriteResults(viewer);
  demand(isTheirs || mayAnswerIdea(viewer, idea), viewer, 'erase this idea');
  if (!mayAnswerIdea(viewer, idea)) demandOpen(idea);
}

/** How the reader's own party joins. The version stays: two parties that join at once are in nobody's way. */
export function joinIdea(idea: Idea, as: Participation | 'none', viewer: Viewer): Idea {
  demandVisible(viewer, idea);
  demand(mayWriteResults(viewer), viewer, 'take part');
  demandOpen(idea);
  return { ...idea, participations: joined(idea.participations, demandMember(viewer).partyId, as) };
}

/** How its parties join once one says so. */
export function joined(
  participations: Idea['participations'],
  partyId: Id,
  as: Participation | 'none',
): Idea['participations'] {
  return as === 'none'
    ? participations.filter((each) => each.partyId !== partyId)
    : withParticipation(participations, partyId, as);
}

/**
 * It becomes an agenda item, of which nobody has the ball yet; whoever joined the idea joins the item. Also what was
 * declined before. Throws `conflict`: `ideaIsAnswered`.
 */
export function adoptIdea(
  idea: Idea,
  { agendaItemId, title }: { agendaItemId: Id; title: string },
  { viewer, now, today }: { viewer: Viewer; now: Date; today: Day },
): { idea: Idea; item: AgendaItem; ball: Ball } {
  demandVisible(viewer, idea);
  demand(mayAnswerIdea(viewer, idea), viewer, 'take up an idea');
  if (idea.status === 'adopted') refuse('ideaIsAnswered', 'It was taken up');
  refuseFields(checkText('/title', title, { required: true, limit: TITLE_LIMIT }));
  const { answer: _answer, ...rest } = idea;
  const { text: question, driverIds, audience, participations, experienceId } = idea;
  return {
    idea: { ...rest, status: 'adopted', agendaItemId, version: idea.version + 1 },
    item: {
      id: agendaItemId,
      title: tidyText(title),
      question,
      driverIds: [...driverIds],
      topics: [],
      audience,
      status: 'idea',
      participations: [...participations],
      createdByPartyId: demandMember(viewer).partyId,
      createdOn: today,
      changedOn: today,
      settled: [],
      ...(experienceId !== undefined && { experienceId }),
      ideaId: idea.id,
      version: 1,
    },
    ball: { id: agendaItemId, movedAt: now.toISOString(), version: 1 },
  };
}

/** Not now, and why. Throws `conflict`: `ideaIsAnswered`. */
export function declineIdea(idea: Idea, reason: string, { viewer, today }: { viewer: Viewer; today: Day }): Idea {
  demandVisible(viewer, idea);
  demand(mayAnswerIdea(viewer, idea), viewer, 'answer an idea');
  demandOpen(idea);
  refuseFields(checkText('/reason', reason, { required: true }));
  return { ...idea, status: 'declined', answer: { text: tidyText(reason), on: today }, version: idea.version + 1 };
}

/** What the reader may do with it now. */
export function ideaActs(viewer: Viewer, idea: Pick<Idea, 'status' | 'audience'>, isMine: boolean): IdeaView['acts'] {
  const isOpen = idea.status === 'open';
  const isTheirs = isMine && isOpen && mayWriteResults(viewer);
  const may: Record<IdeaView['acts'][number], boolean> = {
    edit: isTheirs,
    erase: isTheirs || mayAnswerIdea(viewer, idea),
    join: isOpen && mayWriteResults(viewer),
    adopt: idea.status !== 'adopted' && isCoreTeam(viewer),
    decline: isOpen && isCoreTeam(viewer),
  };
  return (['edit', 'erase', 'join', 'adopt', 'decline'] as const).filter((act) => may[act]);
}

/** As somebody reads it: who wrote it is told to nobody else, and links that are not for the reader are not there. */
export function ideaView(
  idea: Idea,
  { experiences, items }: { experiences: ReadonlySet<Id>; items: ReadonlySet<Id> },
  viewer: Viewer,
): IdeaView {
  const { writtenBy: _person, experienceId, agendaItemId, ...rest } = idea;
  const isMine = isWriter(viewer, idea);
  return {
    ...rest,
    ...(experienceId !== undefined && experiences.has(experienceId) && { experienceId }),
    ...(agendaItemId !== undefined && items.has(agendaItemId) && { agendaItemId }),
    isMine,
    acts: ideaActs(viewer, idea, isMine),
  };
}

const isWriter = ({ personId }: Viewer, { writtenBy }: Idea): boolean => personId !== '' && writtenBy === personId;

function findIdeaErrors({ text, driverIds }: IdeaWords, { previous, drivers }: IdeaState): FieldError[] {
  const errors = checkText('/text', text, { required: true, limit: TITLE_LIMIT }) as FieldError[];
  if (driverIds.length > MOST_DRIVERS) errors.push({ pointer: '/driverIds', code: 'tooLong' });
  driverIds.forEach((id, index) => {
    const pointer = `/driverIds/${String(index)}`;
    const isKnown = drivers.some((driver) => driver.id === id) || previous?.driverIds.includes(id);
    if (!isKnown) errors.push({ pointer, code: 'unknown' });
    else if (driverIds.indexOf(id) < index) errors.push({ pointer, code: 'duplicate' });
  });
  return errors;
}

function demandVisible(viewer: Viewer, { audience }: Idea): void {
  demandMember(viewer);
  if (!maySee(audience, viewer)) throw new SamenError('notFound', 'Not there, or not for you');
}

function demandOpen({ status }: Idea): void {
  if (status !== 'open') refuse('ideaIsAnswered', 'It has its answer');
}
