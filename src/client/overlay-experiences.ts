/** What waits of the backpack, laid over what is known of it. */
import { lay } from './lay';
import type { Overlays } from './lay';
import type {
  ExperienceFilter,
  ExperienceInput,
  PictureInput,
  PictureOutput,
  ReplyInput,
} from '../contract/experiences';
import type { Me, Page, ReadName, WriteName } from '../contract/operations';
import type { Byline, ExperienceView, PictureType, Reaction, ReplyView } from '../model/experience-types';
import type { Id } from '../model/types';

type Change = (known: ExperienceView, input: never, me: Me | undefined) => ExperienceView;

const change = <I>(work: (known: ExperienceView, input: I, me: Me | undefined) => ExperienceView): Change =>
  work as Change;

/** How I am shown: the name only where I chose so, nothing at all when anonymous. */
function bylineOf(me: Me | undefined, shownAs: ExperienceInput['authorShownAs']): Byline | undefined {
  if (!me?.member || shownAs === 'anonymous') return undefined;
  const { name, jobTitle, partyId } = me.member;
  return { name: shownAs === 'named' ? name : '', jobTitle, partyId };
}

/** As its author sees it until the backend has answered; without a day, for it is of now. */
function made(input: ExperienceInput, me: Me | undefined, known?: ExperienceView): ExperienceView {
  const { version: _version, audience, ...content } = input;
  const around: Omit<ExperienceView, keyof ExperienceInput | 'audienceChoice'> = known ?? {
    writtenOn: '',
    status: 'published',
    isPinned: false,
    isMine: true,
    advice: 'open',
    reactions: { recognise: 0, help: 0, learn: 0 },
    myReactions: [],
    replies: 0,
    questions: 0,
    isPacked: false,
  };
  return {
    ...around,
    // What was taken away in an edit is not in the input at all.
    whatLearned: undefined,
    whatNext: undefined,
    askOthers: undefined,
    agendaItemId: undefined,
    pictureId: undefined,
    ...content,
    author: bylineOf(me, input.authorShownAs),
    audienceChoice: audience,
    isWaiting: input.authorShownAs === 'anonymous' ? true : undefined,
    version: known?.version ?? 0,
  };
}

function react(known: ExperienceView, reaction: Reaction, isOn: boolean): ExperienceView {
  if (known.myReactions.includes(reaction) === isOn) return known;
  const others = known.myReactions.filter((each) => each !== reaction);
  return {
    ...known,
    myReactions: isOn ? [...others, reaction] : others,
    reactions: { ...known.reactions, [reaction]: Math.max(0, known.reactions[reaction] + (isOn ? 1 : -1)) },
  };
}

const count = (known: ExperienceView, replies: number, questions: number): ExperienceView => ({
  ...known,
  replies: Math.max(0, known.replies + replies),
  questions: Math.max(0, known.questions + questions),
});

/** What becomes of one experience, wherever it is shown. */
const CHANGES: Partial<Record<WriteName, Change>> = {
  saveExperience: change<ExperienceInput>((known, input, me) => made(input, me, known)),
  eraseExperience: change((known) => ({
    ...known,
    status: 'erased',
    title: '',
    whatHappened: '',
    whatLearned: undefined,
    whatNext: undefined,
    askOthers: undefined,
    pictureId: undefined,
    author: undefined,
  })),
  followUpExperience: change<{ answer: NonNullable<ExperienceView['followUp']> }>((known, { answer }) => ({
    ...known,
    followUp: answer,
    isFollowUpDue: undefined,
  })),
  packExperience: change<{ isPacked: boolean }>((known, { isPacked }) => ({ ...known, isPacked })),
  setReaction: change<{ reaction: Reaction }>((known, { reaction }) => react(known, reaction, true)),
  removeReaction: change<{ reaction: Reaction }>((known, { reaction }) => react(known, reaction, false)),
  // An edit of a reply counts as what it was.
  saveReply: change<ReplyInput>((known, { version, isQuestion }) =>
    version === 0 ? count(known, 1, isQuestion ? 1 : 0) : known,
  ),
  eraseReply: change((known) => count(known, -1, 0)),
  hideExperience: change<{ reason: string }>((known, { reason }) => ({ ...known, hidden: { reason, on: '' } })),
  showExperience: change((known) => ({ ...known, hidden: undefined })),
  pinExperience: change((known) => ({ ...known, isPinned: true })),
  unpinExperience: change((known) => ({ ...known, isPinned: false })),
  approveExperience: change((known) => ({ ...known, status: 'published' })),
};

/** The experience that a write is about. */
function aboutOf(input: unknown): Id {
  const { id, experienceId } = input as { id: Id; experienceId?: Id };
  return experienceId ?? id;
}

/** Whether a list that was asked for so holds it. Others' hidden ones are in no list; one's own are in "mine". */
function fits(one: ExperienceView, asked: ExperienceFilter): boolean {
  if (one.status === 'erased' && one.replies === 0) return false;
  if (asked.driver && !one.driverIds.includes(asked.driver)) return false;
  if (asked.party && one.author?.partyId !== asked.party) return false;
  if (asked.kind && one.kind !== asked.kind) return false;
  if (asked.agendaItem && one.agendaItemId !== asked.agendaItem) return false;
  switch (asked.collection) {
    case 'mine':
      return one.isMine && one.status !== 'erased';
    case 'packed':
      return one.isPacked;
    case 'pending':
      return one.status === 'pending';
    default:
      return !one.hidden && one.status !== 'pending';
  }
}

/** Pinned first, then the newest day; what has no day yet is of now. Within a day as they stood. */
function inOrder(items: readonly ExperienceView[], asked: ExperienceFilter): ExperienceView[] {
  const isFeed = asked.collection === undefined;
  return [...items].sort((a, b) => {
    if (isFeed && a.isPinned !== b.isPinned) return a.isPinned ? -1 : 1;
    if (a.writtenOn === b.writtenOn) return 0;
    if (!a.writtenOn || !b.writtenOn) return a.writtenOn ? 1 : -1;
    return a.writtenOn < b.writtenOn ? 1 : -1;
  });
}

const MOVES: ReadonlySet<WriteName> = new Set(['pinExperience', 'unpinExperience']);

type Asked = ExperienceFilter & { cursor?: string };

function changeList<P extends Page<ExperienceView>>(
  write: WriteName,
  known: P,
  input: unknown,
  me: Me | undefined,
  asked: Asked,
): P {
  const id = aboutOf(input);
  const there = known.items.find((each) => each.id === id);
  if (!there) return known;
  const next = CHANGES[write]?.(there, input as never, me) ?? there;
  const items = known.items.flatMap((each) => (each !== there ? [each] : fits(next, asked) ? [next] : []));
  return { ...known, items: MOVES.has(write) ? inOrder(items, asked) : items };
}

/** A new one stands where it will stand: on the first page, below what is pinned. */
function addTo<P extends Page<ExperienceView>>(known: P, input: ExperienceInput, me: Me | undefined, asked: Asked): P {
  const one = made(input, me);
  if (!me?.member || asked.cursor || input.version !== 0 || !fits(one, asked)) return known;
  return { ...known, items: inOrder([one, ...known.items], asked) };
}

const WRITES = Object.keys(CHANGES) as (keyof typeof CHANGES)[];

/** The same for every write: the thing changes where it stands. */
const everywhere = (work: (write: WriteName) => ReturnType<typeof lay>) =>
  Object.fromEntries(WRITES.map((write) => [write, work(write)]));

function addReply(known: Page<ReplyView>, input: ReplyInput): Page<ReplyView> {
  const { version: _version, ...said } = input;
  if (known.items.some((reply) => reply.id === input.id))
    return { ...known, items: known.items.map((reply) => (reply.id === input.id ? { ...reply, ...said } : reply)) };
  // Further on than what was read so far.
  if (known.nextCursor || input.version !== 0) return known;
  // Without a byline: under an experience of one's own without a name, it must not show one even for a moment.
  const reply: ReplyView = { ...said, isByAuthor: false, writtenOn: '', version: 0, isMine: true };
  return { ...known, items: [...known.items, reply] };
}

export const EXPERIENCE_OVERLAYS: Overlays = {
  listExperiences: {
    ...everywhere((write) =>
      lay<'listExperiences', 'eraseExperience'>((known, input, me, asked) =>
        changeList(write, known, input, me, asked),
      ),
    ),
    saveExperience: lay<'listExperiences', 'saveExperience'>((known, input, me, asked) =>
      known.items.some(({ id }) => id === input.id)
        ? changeList('saveExperience', known, input, me, asked)
        : addTo(known, input, me, asked),
    ),
  },
  searchExperiences: everywhere((write) =>
    lay<'searchExperiences', 'eraseExperience'>((known, input, me, asked) =>
      changeList(write, known, input, me, asked),
    ),
  ),
  getExperience: everywhere((write) =>
    lay<'getExperience', 'eraseExperience'>((known, input, me) =>
      known.id === aboutOf(input) ? (CHANGES[write]?.(known, input as never, me) ?? known) : known,
    ),
  ),
  listReplies: {
    saveReply: lay<'listReplies', 'saveReply'>((known, input, _me, asked) =>
      asked.id === input.experienceId ? addReply(known, input) : known,
    ),
    eraseReply: lay<'listReplies', 'eraseReply'>((known, input, _me, asked) =>
      asked.id === input.experienceId
        ? { ...known, items: known.items.filter((reply) => reply.id !== input.id) }
        : known,
    ),
  },
  listReports: {
    // What the core team decided about is no longer to be decided about.
    hideExperience: lay<'listReports', 'hideExperience'>((known, { id }) => ({
      ...known,
      items: known.items.filter((report) => report.experienceId !== id),
    })),
  },
};

const TYPES: readonly (readonly [string, PictureType])[] = [
  ['/9j/', 'image/jpeg'],
  ['iVBORw0KGgo', 'image/png'],
  ['UklGR', 'image/webp'],
];

/** What nobody but its author has yet, for who asks for it by its id: an experience or a picture that waits. */
export function madeHere(operation: ReadName, id: Id, write: WriteName, input: unknown, me: Me | undefined): unknown {
  if ((input as { id?: Id }).id !== id) return undefined;
  if (operation === 'getExperience' && write === 'saveExperience') {
    const experience = input as ExperienceInput;
    return experience.version === 0 ? made(experience, me) : undefined;
  }
  if (operation === 'getPicture' && write === 'savePicture') {
    const { data } = input as PictureInput;
    const type = TYPES.find(([start]) => data.startsWith(start))?.[1] ?? 'image/jpeg';
    return { id, type, data } satisfies PictureOutput;
  }
  return undefined;
}

/** The thing itself as the backend answered, in the place of what was laid there; with the version it has got. */
export function withAnswer(operation: ReadName, known: unknown, output: unknown): unknown {
  const one = output as
    { id?: Id; version?: number; title?: string; isQuestion?: boolean; startsAt?: string } | undefined;
  if (!one?.id || one.version === undefined) return known;
  const isExperience = one.title !== undefined;
  const isReply = one.isQuestion !== undefined;
  if (operation === 'getExperience') return isExperience && (known as ExperienceView).id === one.id ? one : known;
  const isList = operation === 'listExperiences' || operation === 'searchExperiences';
  const isSession = operation === 'listSessions' && one.startsAt !== undefined;
  if (!(isExperience && isList) && !(isReply && operation === 'listReplies') && !isSession) return known;
  const page = known as Page<{ id: Id }>;
  return { ...page, items: page.items.map((each) => (each.id === one.id ? one : each)) };
}
