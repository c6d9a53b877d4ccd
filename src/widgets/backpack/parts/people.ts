import { AllPages } from '../../../elements/all-pages';
import type { ClientHost } from '../../../elements/query-controller';
import { FEWEST_AUTHORS } from '../../../model/limits';
import type { AudienceChoice, Id, Party } from '../../../model/types';
import type { JobTitleHint } from '../../../model/warnings';

type Named = Pick<Party, 'id' | 'kind' | 'name' | 'shortName'>;

/** Everybody in the space: to say of how many people an audience is, and which job title points at somebody. */
export class People {
  readonly #members: AllPages<'listMembers'>;

  constructor(host: ClientHost) {
    this.#members = new AllPages(host, 'listMembers', () => ({}));
  }

  /** How many people read what is shared so; nothing while that is not known. An admin reads no posts of a party. */
  count(choice: AudienceChoice, partyId: Id, parties: readonly Named[], withAdmins = true): number | undefined {
    if (!this.#members.isComplete) return undefined;
    const departments = new Set(parties.filter(({ kind }) => kind === 'department').map(({ id }) => id));
    return this.#members.items.filter((member) => {
      if (!withAdmins && member.role === 'admin') return false;
      if (choice === 'everyone') return true;
      if (choice === 'internal') return departments.has(member.partyId);
      return choice === 'party' && member.partyId === partyId && member.role !== 'admin';
    }).length;
  }

  /** Whether so many could have written it that none of them is meant: no admin. What is not known, the backend says. */
  couldHide(choice: AudienceChoice, partyId: Id, parties: readonly Named[]): boolean {
    return (this.count(choice, partyId, parties, false) ?? FEWEST_AUTHORS) >= FEWEST_AUTHORS;
  }

  /** Of others: titles that few have, with the party in which they have it. */
  hints(parties: readonly Named[]): JobTitleHint[] {
    const byTitle = new Map<string, { jobTitle: string; partyId: Id; people: number }>();
    for (const { jobTitle, partyId } of this.#members.items) {
      const key = `${partyId} ${jobTitle.toLowerCase()}`;
      const people = (byTitle.get(key)?.people ?? 0) + 1;
      byTitle.set(key, { jobTitle, partyId, people });
    }
    return [...byTitle.values()].flatMap(({ jobTitle, partyId, people }) => {
      const party = parties.find(({ id }) => id === partyId);
      if (!party || people >= FEWEST_AUTHORS) return [];
      return [{ jobTitle, partyNames: [...new Set([party.name, party.shortName])], few: true }];
    });
  }
}
