/**
 * The queries of the backpack over rows in this browser. As the SQL ones (src/server/database), which are
 * written apart and with care for their indexes.
 */
import type { Looked } from './looked';
import type { Place, Placed } from './queries';
import { isAuthor } from '../../model/authorship';
import { mayRead } from '../../model/experience-view';
import type { Experience, Reaction, Reply } from '../../model/experience-types';
import type { Id } from '../../model/types';
import { mayModerate, mayReadLog } from '../../model/permissions';
import { maySee } from '../../model/visibility';
import type { ExperienceArgs, ExperienceFound, Queries, Rows } from '../../service/storage';

export type ExperienceQuery =
  | 'experiences'
  | 'experiencesById'
  | 'myExperiences'
  | 'authorProofs'
  | 'waitingProofs'
  | 'waitingUntil'
  | 'replies'
  | 'helpers'
  | 'reports'
  | 'logEntries';

const QUERIES: {
  [Q in ExperienceQuery]: (looked: Looked, args: Queries[Q]['args']) => Queries[Q]['row'][];
} = {
  experiences: (looked, args) => listed(looked, (experience, counts) => isInFeed(looked, experience, counts, args)),
  experiencesById: (looked, { ids }) =>
    listed(
      looked,
      (experience) => ids.includes(experience.id) && mayRead(experience, looked.viewer, isMine(looked, experience)),
    ),
  myExperiences: (looked, { ids }) =>
    listed(
      looked,
      ({ id, authorId, status }) => status !== 'erased' && (authorId === looked.viewer.personId || ids.includes(id)),
    ),
  authorProofs: ({ all }) =>
    all('experience').flatMap(({ id, authorProof }) => (authorProof ? [{ id, authorProof }] : [])),
  waitingProofs: ({ all }) => all('waiting').map(({ id, authorProof }) => ({ id, authorProof })),
  waitingUntil: ({ all }, { day }) => all('waiting').filter(({ publishOn }) => publishOn <= day),
  replies: ({ all }, { experienceId }) => all('reply').filter((reply) => reply.experienceId === experienceId),
  helpers: (looked, { experienceId }) => {
    const experience = looked.all('experience').find(({ id }) => id === experienceId);
    if (!experience || !isMine(looked, experience)) return [];
    return looked
      .all('reaction')
      .filter((row) => row.experienceId === experienceId && row.reaction === 'help')
      .map(({ by, personId }) => ({ id: personId, by }));
  },
  reports: ({ all, viewer }, { experienceId }) => {
    const experiences = new Map(all('experience').map((experience) => [experience.id, experience]));
    return all('report').filter((report) => {
      const experience = experiences.get(report.experienceId);
      const isMeant = experienceId === undefined || report.experienceId === experienceId;
      return isMeant && experience !== undefined && mayModerate(viewer, experience);
    });
  },
  logEntries: ({ all, viewer }) => (mayReadLog(viewer) ? all('logEntry') : []),
};

function isMine({ viewer, proof }: Looked, thing: Experience | Reply): boolean {
  return isAuthor(thing, viewer, proof('id' in thing ? thing.id : ''));
}

const ofExperience = ({ experience }: Queries['experiences']['row']): Place => [
  // Pinned ones first, whenever they were written.
  `${experience.isPinned ? '1' : '0'} ${experience.writtenOn}`,
  `${experience.sortKey} ${experience.id}`,
];

const PLACES: Placed = {
  experiences: ofExperience,
  experiencesById: ofExperience,
  myExperiences: ofExperience,
  replies: (row) => [0, `${row.writtenOn} ${row.sortKey} ${row.id}`],
  reports: (row) => [row.reportedOn, row.id],
  logEntries: (row) => [row.on, row.id],
};

export const EXPERIENCE_QUERIES = { queries: QUERIES, places: PLACES };

/** Experiences with what is counted around them, for the viewer. */
function listed(looked: Looked, isMeant: (experience: Experience, counts: Counts) => boolean): ExperienceFound[] {
  const replies = groupBy(looked.all('reply'));
  const reactions = groupBy(looked.all('reaction'));
  const packed = new Set(
    looked
      .all('packing')
      .flatMap(({ experienceId, personId }) => (personId === looked.viewer.personId ? [experienceId] : [])),
  );
  return looked.all('experience').flatMap((experience) => {
    const { id } = experience;
    const counts = countsOf(looked, replies.get(id) ?? [], reactions.get(id) ?? [], packed.has(id));
    return isMeant(experience, counts) ? [{ experience, ...counts }] : [];
  });
}

type Counts = Omit<ExperienceFound, 'experience'>;

function countsOf(
  { viewer }: Looked,
  replies: readonly Reply[],
  reactions: readonly Rows['reaction'][],
  isPacked: boolean,
): Counts {
  const count = (reaction: Reaction) => reactions.filter((row) => row.reaction === reaction).length;
  const questions = replies.filter(({ isQuestion, isByAuthor }) => isQuestion && !isByAuthor).length;
  return {
    reactions: { recognise: count('recognise'), help: count('help'), learn: count('learn') },
    myReactions: reactions.flatMap(({ personId, reaction }) => (personId === viewer.personId ? [reaction] : [])).sort(),
    replies: replies.length,
    questions,
    isAnswered: questions > 0 && replies.some(({ isByAuthor, isQuestion }) => isByAuthor && !isQuestion),
    isPacked,
  };
}

function isInFeed({ viewer }: Looked, experience: Experience, counts: Counts, args: ExperienceArgs): boolean {
  const { driverId, partyId, kind, agendaItemId, collection, text } = args;
  const isPending = experience.status === 'pending';
  if (!maySee(experience.audience, viewer) || experience.hidden) return false;
  if (isPending !== (collection === 'pending')) return false;
  if (experience.status === 'erased' && counts.replies === 0) return false;
  if (collection === 'packed' && !counts.isPacked) return false;
  return (
    (!driverId || experience.driverIds.includes(driverId)) &&
    (!partyId || experience.author?.partyId === partyId) &&
    (!kind || (experience.kind === kind && experience.status !== 'erased')) &&
    (!agendaItemId || experience.agendaItemId === agendaItemId) &&
    (!text || hasWords(experience, text))
  );
}

/** Every word, as it stands or as the beginning of a longer one. */
function hasWords({ title, whatHappened, whatLearned, whatNext, askOthers }: Experience, text: string): boolean {
  const words = [title, whatHappened, whatLearned, whatNext, askOthers].flatMap((each) => wordsOf(each ?? ''));
  const wanted = wordsOf(text);
  return wanted.length > 0 && wanted.every((word) => words.some((each) => each.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function groupBy<T extends { experienceId: Id }>(rows: readonly T[]): Map<Id, T[]> {
  const groups = new Map<Id, T[]>();
  for (const row of rows) groups.set(row.experienceId, [...(groups.get(row.experienceId) ?? []), row]);
  return groups;
}
