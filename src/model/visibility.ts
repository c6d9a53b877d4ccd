import type { Result } from './result-types';
import type { Audience, Viewer } from './types';

export function personAudience(personId: string): Audience {
  return `person:${personId}`;
}

export function partyAudience(partyId: string): Audience {
  return `party:${partyId}`;
}

/**
 * Every audience this viewer may read: a query asks for rows whose audience is one of these.
 * Not a member: none at all. An admin keeps the space, and reads no posts that a party keeps to
 * itself (DOMAIN.md "Who may do what").
 */
export function audiencesOf({ personId, member, party }: Viewer): Audience[] {
  if (!member) return [];
  const audiences: Audience[] = [personAudience(personId), 'everyone'];
  if (member.role !== 'admin') audiences.push(partyAudience(member.partyId));
  if (party?.kind === 'department' && party.id === member.partyId) audiences.push('internal');
  return audiences;
}

/** Whether this viewer may read what carries this audience. */
export function maySee(audience: Audience, viewer: Viewer): boolean {
  return audiencesOf(viewer).includes(audience);
}

type Shown = Pick<Result, 'createdByPartyId' | 'audience' | 'publication'>;

/** Who may read a result: of a draft, the party that wrote it. It is told of changes to nobody else. */
export function resultAudience({ createdByPartyId, audience, publication }: Shown): Audience {
  return publication ? audience : partyAudience(createdByPartyId);
}

/** As its audience says; a draft also the core team, of whom may read what it is to become. */
export function maySeeResult(result: Shown, viewer: Viewer): boolean {
  const isForCoreTeam = viewer.member?.role === 'coreTeam' && maySee(result.audience, viewer);
  return maySee(resultAudience(result), viewer) || (!result.publication && isForCoreTeam);
}
