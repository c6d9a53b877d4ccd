/** Results and ideas in the world of the matrix: drafts and what is published, ideas open and answered, seen from somebody. */
import { AUDIENCES, sidesOf } from './agenda-world';
import { seedRow } from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import type { Actor } from '../../../src/model/agenda-types';
import type { Idea, Result } from '../../../src/model/result-types';
import type { Id } from '../../../src/model/types';
import { resultAudience } from '../../../src/model/visibility';

const ON = '2026-02-20';
export const VALUE: Id = 'waarde';
const DEPARTMENTS: readonly Id[] = ['beleid', 'wonen'];
const by = (partyId: Id): Actor => ({ partyId, jobTitle: '' });

export function resultOf(id: Id, changes: Partial<Result> = {}): Result {
  const { createdByPartyId = 'jeugd', publication } = changes;
  const drafted = { on: ON, by: by(createdByPartyId), kind: 'drafted' as const, status: 'interim' as const };
  return {
    ...{ id, title: `canary-${id}`, whatIsDifferent: 'Anders', forWhom: '', status: 'interim', stillNeeded: '' },
    ...{ experienceIds: [], agendaItemIds: [], driverIds: ['d-een'], partyIds: [], audience: 'everyone' },
    measure: { what: 'Brieven', unit: 'brieven', start: 0, goal: 10, source: '' },
    ...{ createdByPartyId, createdOn: ON, changedOn: ON, measurements: [{ id: VALUE, on: ON, value: 1 }] },
    history: publication ? [drafted, { ...drafted, kind: 'published' }] : [drafted],
    version: 1,
    ...changes,
  } as Result;
}

const publication = { on: ON, reason: 'Omdat', by: by('beleid') };
const id = (...parts: string[]): Id => `r-${parts.join('-')}`;

/** Of one's own party and of another, drafts and what is published; a partner wrote nothing internal. */
export function resultsFor(partyId: Id): Result[] {
  return AUDIENCES.flatMap((audience) => {
    const { own, other } = sidesOf(partyId, audience);
    const writers = { own, theirs: other };
    return Object.entries(writers)
      .filter(([, writer]) => audience === 'everyone' || DEPARTMENTS.includes(writer))
      .flatMap(([whose, createdByPartyId]) => [
        resultOf(id(audience, whose, 'draft'), { audience, createdByPartyId }),
        resultOf(id(audience, whose, 'published'), { audience, createdByPartyId, publication }),
      ]);
  });
}

export const ideaOf = (ideaId: Id, changes: Partial<Idea> = {}): Idea => ({
  ...{ id: ideaId, text: `canary-${ideaId}`, driverIds: ['d-een'], audience: 'everyone' as const },
  ...{ by: by('jeugd'), writtenBy: 'jeugd-3', status: 'open' as const },
  participations: [{ partyId: 'jeugd', as: 'thinking' }],
  ...{ createdOn: ON, version: 1 },
  ...changes,
});

/** One's own, a colleague's, another party's; and what has its answer. */
export function ideasFor(personId: Id, partyId: Id): Idea[] {
  return AUDIENCES.flatMap((audience) => {
    const { own, other } = sidesOf(partyId, audience);
    const made = (name: string, writtenBy: Id, party: Id, changes: Partial<Idea> = {}) =>
      ideaOf(`d-${audience}-${name}`, {
        ...{ audience, writtenBy, by: by(party), participations: [{ partyId: party, as: 'thinking' }] },
        ...changes,
      });
    const answer = { text: 'Nu niet', on: ON };
    return [
      made('mine', personId, own),
      made('colleague', `${own}-7`, own),
      made('theirs', `${other}-7`, other),
      made('declined', personId, own, { status: 'declined', answer }),
      made('adopted', personId, own, { status: 'adopted', agendaItemId: 'geen' }),
    ];
  });
}

export function resultRows(personId: Id, partyId: Id): SeedRow[] {
  return [
    ...resultsFor(partyId).map((result) => seedRow('result', result.id, result, resultAudience(result))),
    ...ideasFor(personId, partyId).map((idea) => seedRow('idea', idea.id, idea, idea.audience)),
  ];
}
