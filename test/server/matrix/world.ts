/**
 * The world of the matrix: everybody there can be, and for each of them a thing of every visibility. What
 * somebody may is asked of the model; nothing here says it.
 */
import type { Pool } from 'pg';
import { agendaRows } from './agenda-world';
import { storyRows } from './story-world';
import { experienceRows, saltOf } from './experience-world';
import type { Place } from './experience-world';
import { resultRows } from './result-world';
import { DRIVERS, PARTIES, TODAY, madeSpace, seedRow } from '../../backends/conformance/kit';
import type { Seed, SeedRow } from '../../backends/conformance/kit';
import type { Audience, Id, Meaning, Member, Need, Party, Role, Space, Viewer } from '../../../src/model/types';
import { isCoreTeam } from '../../../src/model/permissions';
import type { Idea, Result } from '../../../src/model/result-types';
import type { OperationName } from '../../../src/contract/operations';
import { maySee, partyAudience, personAudience } from '../../../src/model/visibility';
import { TABLES } from '../../../src/server/database/tables';
import type { RowKind } from '../../../src/service/storage';

/** Set up, with an open round that may be closed today, and a closed one. */
export const SPACE: Id = 'samen';
/** In the guided set-up, without any round. */
export const NEW_SPACE: Id = 'nieuw';
export const OTHER_SPACE: Id = 'elders';
/** There is no such space. */
export const NO_SPACE: Id = 'nergens';
export { TODAY };

export const PEOPLE = {
  'a member of a partner': 'welzijn-2',
  'a member of a department': 'wonen-2',
  'the core team of a department': 'beleid-1',
  'the core team of a partner': 'welzijn-1',
  'an admin': 'beheer',
  'an admin of a partner': 'welzijn-beheer',
  'a member of another space': 'buur-1',
  'a stranger': 'vreemde',
  'somebody removed': 'wonen-9',
  'a member whose party left': 'oud-1',
} as const;
export type Who = keyof typeof PEOPLE;
export const everybody = Object.keys(PEOPLE) as Who[];

export const VISIBILITIES = [
  'own',
  'ownParty',
  'everyoneOfOwnParty',
  'internalOfOwnParty',
  'internal',
  'everyone',
  'anotherPerson',
  'anotherParty',
] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Of nobody in the matrix. */
const OTHER_PERSON: Id = 'jeugd-3';
const OTHER_PARTY: Id = 'jeugd';
const THIRD: Party = { id: 'derde', kind: 'partner', name: 'Derde', shortName: 'Derde' };
export const WRITER_ELSEWHERE = OTHER_PERSON;
export const ROUND: Id = 'r-open';
export const CLOSED: Id = 'r-dicht';
const PARTIES_HERE = [...PARTIES, THIRD];

const person = (id: Id, partyId: Id, role: Role = 'member'): Member & { version: number } => {
  return { id, partyId, name: '', jobTitle: 'medewerker', role, version: 1 };
};
const MEMBERS = [
  person('welzijn-2', 'welzijn'),
  person('wonen-2', 'wonen'),
  person('beleid-1', 'beleid', 'coreTeam'),
  person('welzijn-1', 'welzijn', 'coreTeam'),
  person('beheer', 'beleid', 'admin'),
  person('welzijn-beheer', 'welzijn', 'admin'),
  person('oud-1', 'weg'),
  person(OTHER_PERSON, OTHER_PARTY),
  person('derde-1', 'derde'),
  person('wonen-3', 'wonen'),
];

/** Where somebody belongs, or did, or would. */
export const partyOf = (personId: Id): Id => MEMBERS.find(({ id }) => id === personId)?.partyId ?? 'wonen';

/** Who somebody is in a space of the matrix, as `recognise` of src/service/service.ts finds out. */
export function viewerOf(personId: Id, spaceId: Id = SPACE): Viewer {
  const found = spaceId === SPACE || spaceId === NEW_SPACE ? MEMBERS.find(({ id }) => id === personId) : undefined;
  const party = PARTIES_HERE.find(({ id }) => id === found?.partyId);
  if (!found || !party) return { personId, spaceId };
  const { version: _version, ...member } = found;
  return { personId, spaceId, member, party };
}

export const spaces: Record<Id, Space> = {
  [SPACE]: madeSpace({ name: 'canary-space', parties: PARTIES_HERE }),
  [NEW_SPACE]: madeSpace({ id: NEW_SPACE, name: 'canary-new-space', parties: PARTIES_HERE, setup: 'parties' }),
};

/** Whose a thing of this visibility is, and who may read it, seen from somebody. */
export function placeOf(visibility: Visibility, personId: Id): Place {
  const own = partyOf(personId);
  const elsewhere = { partyId: OTHER_PARTY, writtenBy: OTHER_PERSON };
  const department = own === 'wonen' ? 'beleid' : 'wonen';
  const places: Record<Visibility, { audience: Audience; partyId: Id; writtenBy: Id }> = {
    own: { audience: personAudience(personId), partyId: own, writtenBy: personId },
    ownParty: { audience: partyAudience(own), partyId: own, writtenBy: `${own}-7` },
    everyoneOfOwnParty: { audience: 'everyone', partyId: own, writtenBy: `${own}-7` },
    internalOfOwnParty: { audience: 'internal', partyId: own, writtenBy: `${own}-7` },
    internal: { audience: 'internal', partyId: department, writtenBy: `${department}-7` },
    everyone: { audience: 'everyone', ...elsewhere },
    anotherPerson: { audience: personAudience(OTHER_PERSON), ...elsewhere },
    anotherParty: { audience: partyAudience(OTHER_PARTY), ...elsewhere },
  };
  return places[visibility];
}

export const slug = (visibility: Visibility): string =>
  visibility.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** An open ask; a matched ask; the offer that the matched one has: of a third party, for everyone. */
export const openId = (visibility: Visibility): Id => `open-${slug(visibility)}`;
export const pairId = (visibility: Visibility): Id => `pair-${slug(visibility)}`;
const halfId = (visibility: Visibility): Id => `half-${slug(visibility)}`;
export const OFFER: Id = 'offer-of-third';

function needOf(id: Id, place: Pick<Need, 'audience' | 'partyId' | 'writtenBy'>, changes: Partial<Need> = {}): Need {
  return {
    ...{
      id,
      kind: 'ask',
      driverId: 'd-een',
      text: `canary-${id}`,
      status: 'open',
      createdOn: '2026-02-01',
      version: 1,
    },
    ...place,
    ...changes,
  };
}

/** Every need there is for somebody. */
export function needsFor(personId: Id): Need[] {
  const third = { audience: 'everyone', partyId: THIRD.id, writtenBy: 'derde-1' } as const;
  return [
    needOf(OFFER, third, { kind: 'offer' }),
    ...VISIBILITIES.flatMap((each) => [
      needOf(openId(each), placeOf(each, personId)),
      needOf(pairId(each), placeOf(each, personId), { status: 'matched', matchedWithId: halfId(each) }),
      needOf(halfId(each), third, { kind: 'offer', status: 'matched', matchedWithId: pairId(each) }),
    ]),
  ];
}

function meaningOf(id: Id, audience: Audience, partyId: Id): Meaning {
  const author = { name: '', jobTitle: 'medewerker', partyId };
  const changes = { audienceChoice: 'me', audience, changedOn: '2026-02-01', version: 1 } as const;
  return { id, personId: id, author, text: `canary-card-${id}`, ...changes };
}

/** Cards of others, of every visibility; and one's own. */
export function meaningsFor(personId: Id): Meaning[] {
  const others = VISIBILITIES.filter((each) => each !== 'own').map((each) => {
    const { audience, partyId } = placeOf(each, personId);
    return meaningOf(`kaart-${slug(each)}`, audience, partyId);
  });
  return [meaningOf(personId, personAudience(personId), partyOf(personId)), ...others];
}

/** Where everything of the backpack is, by the name of its visibility. */
function placesFor(personId: Id): Record<string, Place> {
  return Object.fromEntries(VISIBILITIES.map((each) => [slug(each), placeOf(each, personId)]));
}

function spaceRows(space: Space): SeedRow[] {
  return [
    seedRow('space', space.id, space),
    ...MEMBERS.map((member) => {
      const jobTitle = `canary-title-${space.id}-${member.id}`;
      return seedRow('member', member.id, { ...member, jobTitle });
    }),
    seedRow('intention', 'intention', {
      text: `canary-intention-${space.id}`,
      promise: '',
      drivers: DRIVERS,
      changedOn: '2026-01-01',
      version: 1,
    }),
  ];
}

function rounds(): SeedRow[] {
  const drivers = DRIVERS;
  const closed = { id: CLOSED, number: 1, openedOn: '2025-12-01', closesOn: '2025-12-31', closedOn: '2025-12-31' };
  const open = { id: ROUND, number: 2, openedOn: '2026-02-01', closesOn: TODAY };
  const participation = { about: 0, of: MEMBERS.length, on: TODAY };
  const notes = [{ driverId: 'd-een', sentences: ['canary-release'] }];
  return [
    seedRow('round', CLOSED, { ...closed, drivers, participation, version: 2 }),
    seedRow('release', CLOSED, { roundId: CLOSED, groups: [], notes }),
    seedRow('round', ROUND, { ...open, drivers, participation, version: 1 }),
  ];
}

const checkIn = (personId: Id): SeedRow =>
  seedRow(
    'checkIn',
    `${ROUND}.${personId}`,
    {
      roundId: ROUND,
      personId,
      partyId: partyOf(personId),
      answers: DRIVERS.map(({ id }) => ({ driverId: id, answer: 'good', note: `canary-note-${personId}` })),
      version: 1,
    },
    personAudience(personId),
  );

/** All spaces, with what there is for somebody; they have left traces of their own wherever one can. */
export function seedFor(personId: Id): Seed {
  const other = { ...madeSpace({ id: OTHER_SPACE, name: 'canary-elsewhere', parties: PARTIES_HERE }) };
  return new Map<Id, SeedRow[]>([
    [
      SPACE,
      [
        ...spaceRows(spaces[SPACE] ?? other),
        ...rounds(),
        ...[...new Set([personId, OTHER_PERSON, 'wonen-3'])].map(checkIn),
        ...needsFor(personId).map((need) => seedRow('need', need.id, need, need.audience)),
        ...meaningsFor(personId).map((card) => seedRow('meaning', card.id, card, card.audience)),
        ...experienceRows(
          personId,
          partyOf(personId),
          { audience: 'everyone', partyId: OTHER_PARTY, writtenBy: OTHER_PERSON },
          placesFor(personId),
        ),
        ...agendaRows(personId, partyOf(personId), OTHER_PERSON),
        ...resultRows(personId, partyOf(personId)),
        ...storyRows(),
        seedRow('writeKey', 'key-canary', { inputHash: 'canary-hash', expiresAt: '2026-12-31' }),
      ],
    ],
    [NEW_SPACE, spaceRows(spaces[NEW_SPACE] ?? other)],
    [
      OTHER_SPACE,
      [seedRow('space', OTHER_SPACE, other), seedRow('member', 'buur-1', person('buur-1', 'beleid', 'coreTeam'))],
    ],
  ]);
}

const KINDS = Object.keys(TABLES) as RowKind[];

/** Makes the world anew, in one question. */
export async function put(owner: Pool, seed: Seed): Promise<void> {
  const rowsOf = (kind: RowKind) =>
    [...seed].flatMap(([space_id, rows]) =>
      rows
        .filter((each) => each.kind === kind)
        .map(({ id, audience, row }) => ({
          space_id,
          id,
          version: Number(Object(row).version ?? 1),
          // Whose it is that waits, stands in no row.
          audience: kind === 'waiting' ? 'everyone' : audience,
          data: row,
        })),
    );
  const literal = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;
  const statements = [
    ...KINDS.toReversed().map((kind) => `delete from ${TABLES[kind]}`),
    ...['counters', 'events'].map((name) => `delete from samen.${name}`),
    ...KINDS.map(
      (kind) =>
        `insert into ${TABLES[kind]} (space_id, id, version, audience, data) select * from
          jsonb_to_recordset(${literal(rowsOf(kind))}) as t (space_id text, id text, version integer, audience text, data jsonb)`,
    ),
  ];
  // Not those of chance, so that one world can be compared with another.
  const salts = [...seed].flatMap(([spaceId, rows]) =>
    rows.flatMap(({ kind, id }) => (kind === 'member' ? [`('${spaceId}', '${id}', '${saltOf(spaceId, id)}')`] : [])),
  );
  statements.push(`delete from samen.author_salts`, `insert into samen.author_salts values ${salts.join(', ')}`);
  await owner.query(`begin; ${statements.join('; ')}; commit`);
}

interface Canary {
  spaceId: Id;
  audience: Audience;
  /** Of a draft: who reads it once it is published, and the core team before. */
  draftFor?: Audience;
  /** Of an idea: who wrote it has it among their own data, whoever it is for. */
  writtenBy?: Id;
}

/** Who may read each word `canary-…` of the world. */
export function canariesOf(seed: Seed): Map<string, Canary> {
  const all = new Map<string, Canary>();
  for (const [spaceId, rows] of seed)
    for (const { kind, row, audience } of rows)
      for (const [word] of JSON.stringify(row).matchAll(CANARY))
        all.set(word, {
          spaceId,
          audience,
          ...(kind === 'result' && { draftFor: (row as Result).audience }),
          ...(kind === 'idea' && { writtenBy: (row as Idea).writtenBy }),
        });
  return all;
}
export const CANARY = /canary-[a-z0-9-]+/g;

/** Whether this word is for somebody, whoever they claim to be; one that is in no row is for everybody. */
export function isCanaryFor(canary: Canary | undefined, personId: Id, operation?: OperationName): boolean {
  const { spaceId, audience, draftFor, writtenBy }: Canary = canary ?? { spaceId: '', audience: 'everyone' };
  if (operation === 'getOwnData' && writtenBy === personId) return true;
  const viewer = viewerOf(personId, spaceId);
  const isDrafts = draftFor !== undefined && isCoreTeam(viewer) && maySee(draftFor, viewer);
  return maySee(audience, viewer) || isDrafts;
}
