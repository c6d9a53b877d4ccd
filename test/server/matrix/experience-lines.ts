/** The lines of the backpack: what somebody tries with experiences of every visibility, and what must come of it. */
import { newId } from '../../../src/model/new-id';
import type { ExperienceOperations } from '../../../src/contract/experiences';
import type { Input } from '../../../src/contract/operations';
import { isAuthor } from '../../../src/model/authorship';
import type { Experience } from '../../../src/model/experience-types';
import { mayRead } from '../../../src/model/experience-view';
import { isCoreTeam, isMember, mayModerate, mayReadLog, mayWriteExperience } from '../../../src/model/permissions';
import type { Id, Viewer } from '../../../src/model/types';
import { TINY_PICTURE, experienceInput } from '../../backends/conformance/kit';
import { reading, ofSpace, told } from './cases';
import type { Case, Line, Outcome } from './cases';
import {
  HIDDEN,
  MY_REPLY,
  PENDING,
  experienceId,
  experienceOf,
  pictureId,
  replyId,
  unnamedOf,
} from './experience-world';
import { NO_SPACE, SPACE, VISIBILITIES, WRITER_ELSEWHERE, placeOf, slug, viewerOf } from './world';

type Name = keyof ExperienceOperations;
/** What there is to try something with: an experience, with the end of its id. */
interface Target {
  label: string;
  about: Experience;
  isMine: boolean;
}

function targets(personId: Id): Target[] {
  const other = { ...placeOf('everyone', personId) };
  const visible = VISIBILITIES.map((each) => {
    const about = experienceOf(experienceId(slug(each)), placeOf(each, personId));
    return { label: slug(each), about, isMine: isAuthor(about, { personId }, '') };
  });
  const hidden = experienceOf(HIDDEN, other, { hidden: { reason: 'Omdat', on: '2026-02-20' } });
  return [
    ...visible,
    { label: 'hidden', about: hidden, isMine: false },
    { label: 'pending', about: unnamedOf(PENDING, WRITER_ELSEWHERE, { status: 'pending' }), isMine: false },
  ];
}

const ABSENT: Id = newId();

/** An operation on each; `outcome` for who may read it. With `first`, a right that is asked before that. */
function onExperiences<N extends Name>(
  input: (id: Id, end: string) => Input<N>,
  outcome: (viewer: Viewer, target: Target) => Outcome,
  {
    first = () => true,
    of = () => true,
  }: { first?: (viewer: Viewer) => boolean; of?: (target: Target) => boolean } = {},
): Line<N> {
  return (personId) =>
    targets(personId)
      .filter(of)
      .map((target): Case<N> => {
        const viewer = viewerOf(personId);
        const { about, label, isMine } = target;
        const seen = isMember(viewer) && mayRead(about, viewer, isMine);
        const expected = isMember(viewer) && !first(viewer) ? 'forbidden' : seen ? outcome(viewer, target) : 'hidden';
        const author = about.author?.partyId ?? 'jeugd';
        const made = input(about.id, label);
        return {
          label: `${label} experience`,
          spaceId: SPACE,
          input: made,
          outcome: expected,
          absent: isMember(viewer)
            ? { spaceId: SPACE, input: input(ABSENT, 'absent') }
            : { spaceId: NO_SPACE, input: made },
          about: { audience: about.audience, partyId: author, writtenBy: about.authorId ?? WRITER_ELSEWHERE },
        };
      });
}

const allowedTo =
  (may: (viewer: Viewer, target: Target) => boolean) =>
  (viewer: Viewer, target: Target): Outcome =>
    may(viewer, target) ? 'allowed' : 'forbidden';
const anybody = (): Outcome => 'allowed';
const itsAuthor = allowedTo((_, { isMine }) => isMine);
const moderators = allowedTo((viewer, { about }) => mayModerate(viewer, about));
const withPicture = ({ label }: Target) => label !== 'hidden' && label !== 'pending';
const notPrivate = (target: Target) => withPicture(target) && target.label !== 'own';

const moderated: Pick<
  { [N in Name]: Line<N> },
  'hideExperience' | 'showExperience' | 'pinExperience' | 'unpinExperience'
> = {
  hideExperience: onExperiences((id) => ({ id, reason: 'Omdat' }), moderators),
  showExperience: onExperiences((id) => ({ id, reason: '' }), moderators),
  pinExperience: onExperiences((id) => ({ id, reason: '' }), moderators),
  unpinExperience: onExperiences((id) => ({ id, reason: '' }), moderators),
};

const both =
  <N extends Name>(...lines: Line<N>[]): Line<N> =>
  (personId) =>
    lines.flatMap((line) => line(personId));

export const EXPERIENCE_LINES: { [N in Name]: Line<N> } = {
  listExperiences: reading<'listExperiences'>({ limit: 100 }),
  searchExperiences: reading<'searchExperiences'>({ limit: 100, text: 'toen' }),
  getExperience: onExperiences((id) => ({ id }), anybody),
  saveExperience: both<'saveExperience'>(
    ofSpace(
      () => ({
        new: experienceInput({ id: newId() }),
        named: experienceInput({ id: newId(), authorShownAs: 'named' }),
      }),
      (viewer) => told(viewer, mayWriteExperience(viewer)),
    ),
    onExperiences(
      (id, label) =>
        experienceInput({ id, version: 1, authorShownAs: 'named', audience: label === 'own' ? 'me' : 'everyone' }),
      allowedTo((viewer, { isMine }) => isMine && mayWriteExperience(viewer)),
    ),
  ),
  eraseExperience: onExperiences((id) => ({ id, version: 1 }), itsAuthor),
  followUpExperience: onExperiences((id) => ({ id, answer: 'yes' }), itsAuthor),
  // What others do not read, nobody packs: that would tell whose it is.
  packExperience: onExperiences(
    (id) => ({ id, isPacked: true }),
    (_, target) => (withPicture(target) ? 'allowed' : 'hidden'),
    {
      first: mayWriteExperience,
    },
  ),
  setReaction: onExperiences(
    (id) => ({ id, reaction: 'learn' }),
    (_, { isMine }) => (isMine ? 'conflict' : 'allowed'),
    { first: mayWriteExperience },
  ),
  removeReaction: onExperiences((id) => ({ id, reaction: 'help' }), anybody),
  listReplies: onExperiences((id) => ({ id }), anybody),
  saveReply: both<'saveReply'>(
    onExperiences(
      (experienceId_) => ({ experienceId: experienceId_, id: newId(), version: 0, text: 'Hoe?', isQuestion: true }),
      allowedTo(mayWriteExperience),
    ),
    onExperiences(
      (about, label) => ({ experienceId: about, id: replyId(label), version: 1, text: 'Anders?', isQuestion: true }),
      () => 'forbidden',
      { of: withPicture },
    ),
  ),
  eraseReply: both<'eraseReply'>(
    onExperiences(
      (about, label) => ({ experienceId: about, id: replyId(label), version: 1 }),
      () => 'forbidden',
      {
        of: withPicture,
      },
    ),
    ofSpace(
      () => ({ mine: { experienceId: experienceId('everyone'), id: MY_REPLY, version: 1 } }),
      (viewer) => told(viewer, true),
    ),
  ),
  reportExperience: onExperiences((id) => ({ id, reason: 'Vreemd' }), anybody, { first: mayWriteExperience }),
  ...moderated,
  approveExperience: onExperiences(
    (id) => ({ id, reason: '' }),
    (viewer, { about }) => {
      if (!mayModerate(viewer, about)) return 'forbidden';
      return about.status === 'pending' ? 'allowed' : 'conflict';
    },
  ),
  listReports: ofSpace(
    () => ({ all: { limit: 100 } }),
    (viewer) => told(viewer, isCoreTeam(viewer)),
  ),
  savePicture: ofSpace(
    () => ({ mine: { id: newId(), data: TINY_PICTURE } }),
    (viewer) => told(viewer, mayWriteExperience(viewer)),
  ),
  getPicture: onExperiences((_, label) => ({ id: pictureId(label) }), anybody, { of: notPrivate }),
  listLogEntries: ofSpace(
    () => ({ all: { limit: 100 } }),
    (viewer) => told(viewer, mayReadLog(viewer)),
  ),
};
