import { SamenError } from './errors';
import type { Audience, AudienceChoice, Member, Party } from './types';
import { partyAudience, personAudience } from './visibility';

export { maySee } from './visibility';

/** Who may choose what: `internal` is between departments, and an admin has no party to share with. */
export function audienceChoices(member: Member, party: Party): AudienceChoice[] {
  const choices: AudienceChoice[] = ['me'];
  if (member.role !== 'admin') choices.push('party');
  if (party.kind === 'department') choices.push('internal');
  return [...choices, 'everyone'];
}

/**
 * What the author chose, as stored with the row. Throws `forbidden` when the choice is not theirs
 * to make: partners cannot share with the departments only, as they could not read it themselves.
 */
export function deriveAudience(choice: AudienceChoice, member: Member, party: Party): Audience {
  if (!audienceChoices(member, party).includes(choice)) {
    throw new SamenError('forbidden', `This member cannot choose the audience "${choice}"`, {
      fields: [{ pointer: '/audience', code: 'unknown' }],
    });
  }
  switch (choice) {
    case 'me':
      return personAudience(member.id);
    case 'party':
      return partyAudience(member.partyId);
    default:
      return choice;
  }
}
