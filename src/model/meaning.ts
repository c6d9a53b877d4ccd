import { deriveAudience } from './audience';
import { SamenError } from './errors';
import { demand, demandMember, mayEraseMeaning, mayWriteMeaning } from './permissions';
import { checkText, tidyText } from './text';
import type { AudienceChoice, Day, Meaning, Viewer } from './types';

export interface MeaningChange {
  text: string;
  audience: AudienceChoice;
}

export interface MeaningState {
  previous: Meaning | undefined;
  viewer: Viewer;
  today: Day;
}

/** One's own card, new or changed; its id is the person's. Throws `notFound`, `forbidden` or `invalid`. */
export function saveMeaning(input: MeaningChange, { previous, viewer, today }: MeaningState): Meaning {
  const member = demandMember(viewer);
  const isOwn = previous === undefined || previous.personId === viewer.personId;
  demand(mayWriteMeaning(viewer) && isOwn, viewer, 'write this card');
  const fields = checkText('/text', input.text, { required: true });
  if (fields.length > 0) throw new SamenError('invalid', 'The card is not complete', { fields });
  if (!viewer.party) throw new SamenError('forbidden', 'This member has no party to write from');
  return {
    id: viewer.personId,
    personId: viewer.personId,
    author: { name: member.name, jobTitle: member.jobTitle, partyId: member.partyId },
    text: tidyText(input.text),
    audienceChoice: input.audience,
    audience: deriveAudience(input.audience, member, viewer.party),
    changedOn: today,
    version: (previous?.version ?? 0) + 1,
  };
}

/** Throws unless this is one's own card. */
export function demandOwnMeaning(meaning: Meaning, viewer: Viewer): void {
  demand(mayEraseMeaning(viewer, meaning), viewer, 'erase this card');
}
