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
