import type { ReactiveController } from 'lit';
import type { SpaceClient } from '../../../client/types';
import type { Based, Input } from '../../../contract/operations';
import type { ClientHost } from '../../../elements/query-controller';
import { FEWEST_AUTHORS } from '../../../model/limits';
import type { AudienceChoice, Id, Member, Party } from '../../../model/types';
import type { JobTitleHint } from '../../../model/warnings';

type Named = Pick<Party, 'id' | 'kind' | 'name' | 'shortName'>;
type Pages = Map<string, readonly (Member & Based)[]>;

/** Everybody in the space: to say of how many people an audience is, and which job title points at somebody. */
export class PeopleController implements ReactiveController {
  readonly #host: ClientHost;
  #client?: SpaceClient | undefined;
  #pages: Pages = new Map();
  #stops: (() => void)[] = [];
  #isComplete = false;

  constructor(host: ClientHost) {
    this.#host = host;
    host.addController(this);
  }

  /** How many people read what is shared so; nothing while that is not known. An admin reads no posts of a party. */
  count(choice: AudienceChoice, partyId: Id, parties: readonly Named[]): number | undefined {
    if (!this.#isComplete) return undefined;
    const departments = new Set(parties.filter(({ kind }) => kind === 'department').map(({ id }) => id));
    return this.#all.filter((member) => {
      if (choice === 'everyone') return true;
      if (choice === 'internal') return departments.has(member.partyId);
      return choice === 'party' && member.partyId === partyId && member.role !== 'admin';
    }).length;
  }

  /** Whether so many could have written it that none of them is meant. Not known is left to the backend to say. */
  couldHide(choice: AudienceChoice, partyId: Id, parties: readonly Named[]): boolean {
    return (this.count(choice, partyId, parties) ?? FEWEST_AUTHORS) >= FEWEST_AUTHORS;
  }

  /** Of others: titles that few have, with the party in which they have it. */
  hints(parties: readonly Named[]): JobTitleHint[] {
    const byTitle = new Map<string, { jobTitle: string; partyId: Id; people: number }>();
    for (const { jobTitle, partyId } of this.#all) {
      const key = `${partyId} ${jobTitle.toLowerCase()}`;
      const there = byTitle.get(key) ?? { jobTitle, partyId, people: 0 };
      byTitle.set(key, { ...there, people: there.people + 1 });
    }
    return [...byTitle.values()].flatMap(({ jobTitle, partyId, people }) => {
      const party = parties.find(({ id }) => id === partyId);
      if (!party || people >= FEWEST_AUTHORS) return [];
      return [{ jobTitle, partyNames: [...new Set([party.name, party.shortName])], few: true }];
    });
  }

  get #all(): (Member & Based)[] {
    return [...this.#pages.values()].flat();
  }

  hostUpdate(): void {
    if (this.#client === this.#host.client) return;
    this.hostDisconnected();
    this.#client = this.#host.client;
    this.#watch();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#client = undefined;
    this.#pages = new Map();
    this.#isComplete = false;
  }

  /** A page, and those after it. */
  #watch(cursor = ''): void {
    const client = this.#client;
    if (!client || this.#pages.has(cursor)) return;
    this.#pages.set(cursor, []);
    const asked: Input<'listMembers'> = { limit: 100, ...(cursor ? { cursor } : {}) };
    const stop = client.watch('listMembers', asked, ({ data }) => {
      if (!data || client !== this.#client) return;
      this.#pages.set(cursor, data.items);
      if (data.nextCursor) this.#watch(data.nextCursor);
      else this.#isComplete = true;
      this.#host.requestUpdate();
    });
    this.#stops.push(stop);
  }
}
