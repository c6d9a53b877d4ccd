/** What somebody is writing, from the first word to what is sent. */
import type { ExperienceInput } from '../../../contract/experiences';
import { AUTHOR_SHOWN_AS } from '../../../model/experience-types';
import type { AuthorShownAs, ExperienceKind, ExperienceView, Language } from '../../../model/experience-types';
import { newId } from '../../../model/new-id';
import type { AudienceChoice, Id } from '../../../model/types';

/** What may be remembered from one experience to the next. */
export interface Choices {
  audience: AudienceChoice;
  authorShownAs: AuthorShownAs;
}

/** As typed: empty texts are empty, and nothing has to be right yet. */
export interface ExperienceDraft extends Choices {
  id: Id;
  /** 0 of a new one; else of what is being changed, as it was when that began. */
  version: number;
  kind: ExperienceKind;
  title: string;
  whatHappened: string;
  whatLearned: string;
  whatNext: string;
  askOthers: string;
  adviceWelcome: boolean;
  driverIds: Id[];
  agendaItemId?: Id | undefined;
  /** The picture that an earlier version has, and keeps. */
  pictureId?: Id | undefined;
  language: Language;
  /** What the writer was warned of, and lets stand. */
  accepted: string[];
  /** When it was last kept. */
  savedAt: string;
}

export type TextKey = 'title' | 'whatHappened' | 'whatLearned' | 'whatNext' | 'askOthers';
export const TEXT_KEYS: readonly TextKey[] = ['title', 'whatHappened', 'whatLearned', 'whatNext', 'askOthers'];

/** Every draft is kept under its own name, so that two tabs do not overwrite each other's. */
export const DRAFTS = 'experience ';
export const draftName = (id: Id): string => DRAFTS + id;
/** Its picture beside it: it is large, and does not change at each letter. */
export const pictureDraftName = (id: Id): string => `picture of ${id}`;
export const CHOICES = 'choices of experiences';
export const NOTICE_SEEN = 'notice seen';

const FIRST_CHOICES: Choices = { audience: 'everyone', authorShownAs: 'jobTitle' };

export function blankDraft(language: Language, choices: Choices = FIRST_CHOICES): ExperienceDraft {
  return {
    id: newId(),
    version: 0,
    kind: 'success',
    title: '',
    whatHappened: '',
    whatLearned: '',
    whatNext: '',
    askOthers: '',
    adviceWelcome: false,
    driverIds: [],
    language,
    ...choices,
    accepted: [],
    savedAt: '',
  };
}

/** What is there, to be changed. */
export function draftOf(experience: ExperienceView): ExperienceDraft {
  const { whatLearned = '', whatNext = '', askOthers = '', audienceChoice, ...rest } = experience;
  const { id, version, kind, title, whatHappened, adviceWelcome, driverIds, language, authorShownAs } = rest;
  return {
    id,
    version,
    kind,
    title,
    whatHappened,
    whatLearned,
    whatNext,
    askOthers,
    adviceWelcome,
    driverIds: [...driverIds],
    agendaItemId: rest.agendaItemId,
    pictureId: rest.pictureId,
    language,
    audience: audienceChoice,
    authorShownAs,
    accepted: [],
    savedAt: '',
  };
}

/** Nothing was typed: not worth keeping. */
export function isBlank(draft: ExperienceDraft): boolean {
  return draft.version === 0 && TEXT_KEYS.every((key) => draft[key].trim() === '');
}

/** Newest first. */
export function byAge(drafts: readonly ExperienceDraft[]): ExperienceDraft[] {
  return [...drafts].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

const TITLE_WORDS = 8;
const TITLE_LENGTH = 60;

/** The first words of what happened: they stand where the writer leaves the title open. */
export function proposedTitle(whatHappened: string): string {
  const [sentence = ''] = /^[^.!?\n]*[.!?]?/.exec(whatHappened.trim()) ?? [];
  const words = sentence.split(/\s+/).filter(Boolean);
  let title = '';
  for (const word of words.slice(0, TITLE_WORDS)) {
    if (title && title.length + word.length >= TITLE_LENGTH) break;
    title = title ? `${title} ${word}` : [...word].slice(0, TITLE_LENGTH).join('');
  }
  const isWhole = title === words.join(' ');
  return isWhole ? title.replace(/\.$/, '') : `${title}…`;
}

/** The title as it will be. */
export const titleOf = (draft: ExperienceDraft): string => draft.title.trim() || proposedTitle(draft.whatHappened);

export function inputOf(draft: ExperienceDraft, pictureId: Id | undefined): ExperienceInput {
  const optional = (['whatLearned', 'whatNext', 'askOthers'] as const).flatMap((key) =>
    draft[key].trim() ? [[key, draft[key]]] : [],
  );
  const { id, version, kind, whatHappened, adviceWelcome, driverIds, agendaItemId, language, authorShownAs } = draft;
  return {
    id,
    version,
    kind,
    title: titleOf(draft),
    whatHappened,
    ...(Object.fromEntries(optional) as Partial<Record<'whatLearned' | 'whatNext' | 'askOthers', string>>),
    adviceWelcome,
    driverIds,
    ...(agendaItemId ? { agendaItemId } : {}),
    ...(pictureId ? { pictureId } : {}),
    language,
    authorShownAs,
    audience: draft.audience,
  };
}

/** Who may be chosen to read: what was shared without a name never becomes a thing of one known person. */
export function audiencesFor(
  all: readonly AudienceChoice[],
  previous: ExperienceView | undefined,
): readonly AudienceChoice[] {
  const isUnnamed = previous && previous.audienceChoice !== 'me' && previous.authorShownAs !== 'named';
  return isUnnamed ? all.filter((choice) => choice !== 'me') : all;
}

/**
 * Under which names it can be shared. More open than before at any time, never less; what only its writer read
 * says in its row whose it is, so it can only be shared under their name.
 */
export function namesFor(
  audience: AudienceChoice,
  previous: ExperienceView | undefined,
  mayBeAnonymous: boolean,
): readonly AuthorShownAs[] {
  if (audience === 'me') return previous ? [previous.authorShownAs] : ['named'];
  if (previous?.audienceChoice === 'me') return ['named'];
  const least = previous ? AUTHOR_SHOWN_AS.indexOf(previous.authorShownAs) : AUTHOR_SHOWN_AS.length - 1;
  return AUTHOR_SHOWN_AS.filter(
    (shownAs, index) => index <= least && (shownAs !== 'anonymous' || mayBeAnonymous || previous !== undefined),
  );
}

/** The choice as it can be, nearest to what was chosen: never more open than the writer asked for, where possible. */
export function settle(
  draft: ExperienceDraft,
  audiences: readonly AudienceChoice[],
  names: readonly AuthorShownAs[],
): Choices {
  const audience = audiences.includes(draft.audience) ? draft.audience : (audiences.at(-1) ?? 'me');
  const authorShownAs = names.includes(draft.authorShownAs) ? draft.authorShownAs : (names.at(-1) ?? 'named');
  return { audience, authorShownAs };
}
