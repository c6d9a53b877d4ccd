import { SamenError } from './errors';
import type { Result } from './result-types';
import type { Audience, Id, Member, Need, Space, Viewer } from './types';
import { maySee, maySeeResult } from './visibility';

/*
 * The table "Who may do what" of DOMAIN.md. Each function says one thing about a viewer; `demand`
 * and `demandMember` turn a "no" into the error that the wire wants.
 */

type Spaced = Pick<Space, 'setup'>;

export function isMember(viewer: Viewer): boolean {
  return viewer.member !== undefined;
}

export function isCoreTeam(viewer: Viewer): boolean {
  return viewer.member?.role === 'coreTeam';
}

export function isAdmin(viewer: Viewer): boolean {
  return viewer.member?.role === 'admin';
}

/** In the guided set-up of a new space there is no admin yet: its maker is the core team. */
export function isSettingUp(space: Spaced): boolean {
  return space.setup !== 'done';
}

/** The intention, its promise and its drivers. */
export function mayEditIntention(viewer: Viewer): boolean {
  return isCoreTeam(viewer);
}

export function mayEditPhases(viewer: Viewer): boolean {
  return isCoreTeam(viewer);
}

/** Opening and closing rounds. */
export function mayRunRounds(viewer: Viewer): boolean {
  return isCoreTeam(viewer);
}

/** Everyone in the space may check in, whatever their role. */
export function mayCheckIn(viewer: Viewer): boolean {
  return isMember(viewer);
}

export function mayRename(viewer: Viewer): boolean {
  return isAdmin(viewer) || isCoreTeam(viewer);
}

/** Adding, changing and removing members; the core team only while the space is being set up. */
export function mayManageMembers(viewer: Viewer, space: Spaced): boolean {
  return isAdmin(viewer) || (isCoreTeam(viewer) && isSettingUp(space));
}

export function mayManageParties(viewer: Viewer, space: Spaced): boolean {
  return isAdmin(viewer) || (isCoreTeam(viewer) && isSettingUp(space));
}

/** k, retention and the like. */
export function mayChangeSettings(viewer: Viewer): boolean {
  return isAdmin(viewer);
}

export function mayChangeNotice(viewer: Viewer): boolean {
  return isAdmin(viewer);
}

/** The steps of the guided set-up. */
export function mayMoveSetup(viewer: Viewer): boolean {
  return isCoreTeam(viewer) || isAdmin(viewer);
}

/** A need is its party's: whoever wrote it and the rest of the party. An admin writes no content. */
export function mayChangeNeed(viewer: Viewer, need: Pick<Need, 'partyId'>): boolean {
  return mayWriteNeed(viewer) && viewer.member?.partyId === need.partyId;
}

/** Its party, and the core team when something has to go. */
export function mayEraseNeed(viewer: Viewer, need: Pick<Need, 'partyId'>): boolean {
  return mayChangeNeed(viewer, need) || isCoreTeam(viewer);
}

/** A new need, always for one's own party. */
export function mayWriteNeed(viewer: Viewer): boolean {
  return isMember(viewer) && !isAdmin(viewer);
}

/** Matching and undoing it: either party, and the core team. */
export function mayMatchNeeds(viewer: Viewer, one: Pick<Need, 'partyId'>, other: Pick<Need, 'partyId'>): boolean {
  return mayChangeNeed(viewer, one) || mayChangeNeed(viewer, other) || isCoreTeam(viewer);
}

/** A card of one's own; nobody writes another's. */
export function mayWriteMeaning(viewer: Viewer): boolean {
  return isMember(viewer) && !isAdmin(viewer);
}

export function mayEraseMeaning(viewer: Viewer, meaning: { personId: Id }): boolean {
  return isMember(viewer) && viewer.personId === meaning.personId;
}

/** An experience, a reply, a reaction: everybody but the admin, who writes no content. */
export function mayWriteExperience(viewer: Viewer): boolean {
  return isMember(viewer) && !isAdmin(viewer);
}

/** The core team, of what it reads: internal posts are the departments' own. */
export function mayModerate(viewer: Viewer, experience: { audience: Audience }): boolean {
  return isCoreTeam(viewer) && maySee(experience.audience, viewer);
}

/** An agenda item, its ball, how a party joins: everybody but the admin, who writes no content. */
export function mayWriteItems(viewer: Viewer): boolean {
  return isMember(viewer) && !isAdmin(viewer);
}

/** The holder, the party that made it while nobody holds, and the core team; of what they may read. */
export function mayEditItem(
  viewer: Viewer,
  { audience, createdByPartyId }: { audience: Audience; createdByPartyId: Id },
  { holderId }: { holderId?: Id },
): boolean {
  const isTheirs = mayWriteItems(viewer) && viewer.member?.partyId === (holderId ?? createdByPartyId);
  return maySee(audience, viewer) && (isTheirs || isCoreTeam(viewer));
}

/** A result, its values, an idea, how a party joins one: everybody but the admin, who writes no content. */
export function mayWriteResults(viewer: Viewer): boolean {
  return isMember(viewer) && !isAdmin(viewer);
}

/** The party that wrote it and the core team; of what they may read. */
export function mayEditResult(
  viewer: Viewer,
  result: Pick<Result, 'createdByPartyId' | 'audience' | 'publication'>,
): boolean {
  const isTheirs = mayWriteResults(viewer) && viewer.member?.partyId === result.createdByPartyId;
  return maySeeResult(result, viewer) && (isTheirs || isCoreTeam(viewer));
}

/** A draft whoever edits it; what is published, the core team. */
export function mayEraseResult(
  viewer: Viewer,
  result: Pick<Result, 'createdByPartyId' | 'audience' | 'publication'>,
): boolean {
  return mayEditResult(viewer, result) && (result.publication === undefined || isCoreTeam(viewer));
}

/** Answering an idea, by taking it up or by saying why not: the core team, of what it reads. */
export function mayAnswerIdea(viewer: Viewer, idea: { audience: Audience }): boolean {
  return isCoreTeam(viewer) && maySee(idea.audience, viewer);
}

/** Reflection meetings are the core team's to plan and to write up. */
export function mayRunSessions(viewer: Viewer): boolean {
  return isCoreTeam(viewer);
}

/** Which report is kept, and which experiences are chosen for it, is the core team's to say. */
export function mayKeepReports(viewer: Viewer): boolean {
  return isCoreTeam(viewer);
}

/** The log of moderation. */
export function mayReadLog(viewer: Viewer): boolean {
  return isCoreTeam(viewer) || isAdmin(viewer);
}

/** The member, or `notFound`: to others there is no difference between "not there" and "not for you". */
export function demandMember(viewer: Viewer): Member {
  if (!viewer.member) throw new SamenError('notFound', 'Not a member of this space');
  return viewer.member;
}

/** Throws `notFound` for who is not a member, `forbidden` for a member without the right. */
export function demand(isAllowed: boolean, viewer: Viewer, what: string): void {
  demandMember(viewer);
  if (!isAllowed) throw new SamenError('forbidden', `This member may not ${what}`);
}
