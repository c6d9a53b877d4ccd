/**
 * What may become of an experience (DOMAIN: "Backpack", "Nobody finds an anonymous author").
 *
 *   saved ──► published ──► hidden ⇄ shown          an anonymous one first waits for the morning,
 *     └─► (waits) ──► pending? ──┘                  and where the space wants it for the core team
 *                     published ──► erased          a tombstone when others answered, else gone
 */
import { deriveAudience } from './audience';
import { isAuthor } from './authorship';
import { randomSortKey, randomVersion } from './chance';
import type { Random } from './chance';
import { SamenError } from './errors';
import type { ConflictReason, FieldError } from './errors';
import { AUTHOR_SHOWN_AS, EXPERIENCE_KINDS } from './experience-types';
import type { AuthorShownAs, Byline, Experience, ExperienceContent, FollowUp } from './experience-types';
import { isId } from './id';
import { formerOf } from './leaving';
import { FEWEST_AUTHORS, MOST_DRIVERS } from './limits';
import { demand, demandMember, mayWriteExperience } from './permissions';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import type { AudienceChoice, Day, Driver, Id, Member, SpaceSettings, Viewer } from './types';

export interface ExperienceChange extends ExperienceContent {
  id: Id;
  authorShownAs: AuthorShownAs;
  audience: AudienceChoice;
}

export interface ExperienceState {
  /** As its author knows it: what waits, or else what is published. */
  previous: Experience | undefined;
  /** Whether others may have read it. */
  isPublished: boolean;
  viewer: Viewer;
  /** That the viewer writes it, when it is not under their name. */
  proof: string;
  today: Day;
  /** The drivers of the intention today. */
  drivers: readonly Driver[];
  /** How many people could have written to this audience. */
  couldHaveWritten: number;
  settings: SpaceSettings;
  random: Random;
}

/**
 * The experience as it will be. Throws `notFound`, `forbidden` (not the author; not theirs to choose this
 * audience), `invalid`, or `conflict`: `authorLessOpen`, `tooFewAuthors`, `experienceErased`.
 */
export function saveExperience(input: ExperienceChange, state: ExperienceState): Experience {
  const { previous, viewer, proof, today, settings, random } = state;
  const member = demandMember(viewer);
  demand(mayWriteExperience(viewer) && (!previous || isAuthor(previous, viewer, proof)), viewer, 'write this');
  if (previous?.status === 'erased') refuse('experienceErased', 'It was erased');
  refuseFields(findExperienceErrors(input, state));
  if (!viewer.party) throw new SamenError('forbidden', 'This member has no party to write from');
  const audience = deriveAudience(input.audience, member, viewer.party);
  refuseOpenness(input, state);
  const isPrivate = input.audience === 'me';
  const isApproved = !settings.approvesAnonymous || input.authorShownAs !== 'anonymous';
  return {
    id: input.id,
    ...tidyContent(input),
    authorShownAs: input.authorShownAs,
    ...bylineFor(input.authorShownAs, member),
    ...(isPrivate || input.authorShownAs === 'named' ? { authorId: viewer.personId } : { authorProof: proof }),
    audienceChoice: input.audience,
    audience,
    writtenOn: previous?.writtenOn ?? today,
    sortKey: previous?.sortKey ?? randomSortKey(random),
    status: isApproved ? 'published' : 'pending',
    ...(previous?.hidden && { hidden: previous.hidden }),
    isPinned: previous?.isPinned ?? false,
    ...(previous?.followUp && { followUp: previous.followUp }),
    ...(previous?.followedUpOn && { followedUpOn: previous.followedUpOn }),
    version: randomVersion(random, previous?.version),
  };
}

/** Whether a change is only the author's until the next publication: when it came would tell who was there. */
export function waits(
  next: AuthorShownAs | undefined,
  published: Pick<Experience, 'authorShownAs'> | undefined,
  settings: SpaceSettings,
): boolean {
  const isAnonymous = next === 'anonymous' || published?.authorShownAs === 'anonymous';
  return isAnonymous && settings.anonymousPosts !== 'atOnce';
}

/** What waited, as it comes out: with a new day, order and version, and what moderators did in the meantime. */
export function publishExperience(
  waiting: Experience,
  published: Experience | undefined,
  { today, random }: { today: Day; random: Random },
): Experience {
  const { hidden: _hidden, ...rest } = waiting;
  return {
    ...rest,
    writtenOn: published?.writtenOn ?? today,
    sortKey: published?.sortKey ?? randomSortKey(random),
    ...(published?.hidden && { hidden: published.hidden }),
    isPinned: published?.isPinned ?? false,
    // When within this day or the one before, is nobody's to know.
    ...(rest.followedUpOn && rest.followedUpOn !== published?.followedUpOn && { followedUpOn: today }),
    version: randomVersion(random, waiting.version),
  };
}

/** What stays of an erased experience that others answered to: that there was one. */
export function tombstoneOf(experience: Experience, random: Random): Experience {
  const { id, kind, language, audience, audienceChoice, writtenOn, sortKey, version } = experience;
  return {
    id,
    kind,
    language,
    title: '',
    whatHappened: '',
    adviceWelcome: false,
    driverIds: [],
    authorShownAs: 'anonymous',
    audience,
    audienceChoice,
    writtenOn,
    sortKey,
    status: 'erased',
    isPinned: false,
    version: randomVersion(random, version),
  };
}

/** What became of "nu: wat ga ik doen?". Throws `forbidden`, or `conflict` when there was nothing to do. */
export function followUp(
  experience: Experience,
  answer: FollowUp,
  { viewer, proof, today, random }: Pick<ExperienceState, 'viewer' | 'proof' | 'today' | 'random'>,
): Experience {
  demand(isAuthor(experience, viewer, proof), viewer, 'follow this up');
  if (!experience.whatNext) refuse('nothingToFollowUp', 'Nothing was going to be done');
  const { followedUpOn: _on, ...rest } = experience;
  return {
    ...rest,
    followUp: answer,
    // Who is busy still is asked again, as long after this as after the writing.
    ...(answer === 'busy' && { followedUpOn: today }),
    version: randomVersion(random, experience.version),
  };
}

/** The name of who left is taken away, for good. */
export function withoutName<T extends { author?: Byline; authorId?: Id; version: number }>(
  thing: T,
  random: Random,
): T {
  const { authorId: _authorId, ...rest } = thing;
  return { ...rest, author: formerOf(thing.author?.partyId ?? ''), version: randomVersion(random, thing.version) } as T;
}

function findExperienceErrors(input: ExperienceChange, { previous, drivers }: ExperienceState): FieldError[] {
  const { driverIds, agendaItemId, pictureId } = input;
  const errors: FieldError[] = [
    ...checkText('/title', input.title, { required: true, limit: TITLE_LIMIT }),
    ...checkText('/whatHappened', input.whatHappened, { required: true }),
    ...(['whatLearned', 'whatNext', 'askOthers'] as const).flatMap((key) => checkText(`/${key}`, input[key])),
  ];
  if (!EXPERIENCE_KINDS.includes(input.kind)) errors.push({ pointer: '/kind', code: 'unknown' });
  if (!AUTHOR_SHOWN_AS.includes(input.authorShownAs)) errors.push({ pointer: '/authorShownAs', code: 'unknown' });
  if (driverIds.length > MOST_DRIVERS) errors.push({ pointer: '/driverIds', code: 'tooLong' });
  driverIds.forEach((id, index) => {
    const pointer = `/driverIds/${String(index)}`;
    // A driver may leave the intention after the post was written: then the post keeps it.
    const isKnown = drivers.some((driver) => driver.id === id) || previous?.driverIds.includes(id);
    if (!isKnown) errors.push({ pointer, code: 'unknown' });
    else if (driverIds.indexOf(id) < index) errors.push({ pointer, code: 'duplicate' });
  });
  if (agendaItemId !== undefined && !isId(agendaItemId)) errors.push({ pointer: '/agendaItemId', code: 'format' });
  if (pictureId !== undefined && !isId(pictureId)) errors.push({ pointer: '/pictureId', code: 'format' });
  return errors;
}

/** Under which name is chosen once, and afterwards only more openly; without a name only among enough people. */
function refuseOpenness(
  { authorShownAs, audience }: ExperienceChange,
  { previous, isPublished, couldHaveWritten }: ExperienceState,
): void {
  const isLessOpen =
    previous && AUTHOR_SHOWN_AS.indexOf(authorShownAs) > AUTHOR_SHOWN_AS.indexOf(previous.authorShownAs);
  // What only I read says in its row whose it is: shared under the same id, that would be known of it.
  const wasPrivate = previous?.audienceChoice === 'me' && audience !== 'me' && authorShownAs !== 'named';
  // And the other way round: under an id that others have seen, its row would say whose it is.
  const becomesPrivate =
    isPublished && previous !== undefined && previous.authorShownAs !== 'named' && audience === 'me';
  const isPrivateAlready = previous?.audienceChoice === 'me';
  if (wasPrivate || (becomesPrivate && !isPrivateAlready) || (isPublished && isLessOpen)) {
    refuse('authorLessOpen', 'Others may have read who wrote it');
  }
  const people = audience === 'me' ? 1 : couldHaveWritten;
  if (authorShownAs === 'anonymous' && people < FEWEST_AUTHORS)
    refuse('tooFewAuthors', 'Too few could have written it');
}

function bylineFor(shownAs: AuthorShownAs, { name, jobTitle, partyId }: Member): { author?: Byline } {
  if (shownAs === 'anonymous') return {};
  return { author: { name: shownAs === 'named' ? name : '', jobTitle, partyId } };
}

function tidyContent(input: ExperienceContent): ExperienceContent {
  const { kind, adviceWelcome, driverIds, agendaItemId, pictureId, language } = input;
  const optional = (['whatLearned', 'whatNext', 'askOthers'] as const).flatMap((key) => {
    const text = tidyText(input[key] ?? '');
    return text ? [[key, text]] : [];
  });
  return {
    title: tidyText(input.title),
    kind,
    whatHappened: tidyText(input.whatHappened),
    ...(Object.fromEntries(optional) as Pick<ExperienceContent, 'whatLearned' | 'whatNext' | 'askOthers'>),
    adviceWelcome,
    driverIds: [...driverIds],
    ...(agendaItemId !== undefined && { agendaItemId }),
    ...(pictureId !== undefined && { pictureId }),
    language,
  };
}

function refuse(reason: ConflictReason, message: string): never {
  throw new SamenError('conflict', message, { reason });
}

function refuseFields(fields: FieldError[]): void {
  if (fields.length > 0) throw new SamenError('invalid', 'The experience is not complete', { fields });
}
