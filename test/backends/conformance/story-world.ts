/** Worlds at random, the same each time for a number: things tied to each other in every way there is, some hidden. */
import { CORE, DRIVERS, PARTIES } from './kit';
import type { SeedRow } from './kit';
import { draft, experience, idea, item, need, result } from './story-kit';
import type { ItemAudience } from '../../../src/model/agenda-types';
import type { Audience, Id, Viewer } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

const EACH = 7;

/** A linear congruence: enough to be of all sorts. */
export function chanceOf(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function someWorld(seed: number): SeedRow[] {
  const chance = chanceOf(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const some = <T>(of: readonly T[], most = 3): T[] => of.filter(() => chance() < most / of.length);
  const ids = (letter: string): Id[] => Array.from({ length: EACH }, (_, index) => `${letter}${String(index)}`);
  const [experiences, needs, ideas, items] = [ids('e'), ids('n'), ids('o'), ids('i')];
  const maybe = <K extends string>(key: K, of: readonly Id[]) => (chance() < 0.5 ? { [key]: one(of) } : {});
  const audience = (): ItemAudience => (chance() < 0.35 ? 'internal' : 'everyone');
  const drivers = () =>
    some(
      DRIVERS.map(({ id }) => id),
      1,
    );
  const on = () => `2026-02-${String(10 + Math.floor(chance() * 15))}`;
  return [
    ...experiences.map((id) => {
      const whoReads: Audience = chance() < 0.2 ? 'party:beleid' : audience();
      return experience(id, {
        ...{ driverIds: drivers(), audience: whoReads, writtenOn: on(), ...maybe('agendaItemId', items) },
        ...(chance() < 0.15 && { hidden: { reason: 'Een naam', on: '2026-02-26' } }),
      });
    }),
    ...needs.map((id) =>
      need(id, {
        ...{ driverId: one(DRIVERS).id, audience: audience(), createdOn: on() },
        ...{ ...maybe('experienceId', experiences), ...maybe('agendaItemId', items) },
      }),
    ),
    ...ideas.map((id) =>
      idea(id, {
        ...{ driverIds: drivers(), audience: audience(), createdOn: on() },
        ...{ ...maybe('experienceId', experiences), ...maybe('agendaItemId', items) },
      }),
    ),
    ...items.flatMap((id) =>
      item(id, {
        ...{ driverIds: drivers(), audience: audience(), createdOn: on(), ...maybe('mergedIntoId', items) },
        ...{ ...maybe('experienceId', experiences), ...maybe('needId', needs), ...maybe('ideaId', ideas) },
      }),
    ),
    ...ids('r').map((id) => {
      const about = { experienceIds: some(experiences), agendaItemIds: some(items), driverIds: drivers() };
      return chance() < 0.2 ? draft(id, about) : result(id, { ...about, audience: audience() });
    }),
  ];
}

/** Whether a chain may hold it for somebody of this space: by its audience, in the feed, published. */
export function visibleTo(personId: Id, { audience, row }: SeedRow): boolean {
  const [partyId = ''] = personId.split('-');
  const party = PARTIES.find(({ id }) => id === partyId);
  const role = personId === CORE ? 'coreTeam' : 'member';
  const viewer: Viewer = {
    ...{ personId, spaceId: 'samen', member: { id: personId, partyId, name: '', jobTitle: '', role } },
    ...(party && { party }),
  };
  const isThere = !('hidden' in row) && (!('measurements' in row) || row.publication !== undefined);
  return maySee(audience, viewer) && isThere;
}
