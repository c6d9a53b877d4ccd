/** Two spaces with words in them that not everybody may hear, and everybody who asks of them. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillSpace } from '../../../src/server/database/fill';
import type { ServerOptions } from '../../../src/server/server';
import type { Experience } from '../../../src/model/experience-types';
import type { Need, Round } from '../../../src/model/types';
import type { Rows } from '../../../src/service/storage';
import {
  ADMIN,
  CORE,
  DRIVERS,
  OTHER_SPACE,
  PARTIES,
  SPACE,
  STRANGER,
  TINY_PICTURE,
  TODAY,
  madeSeed,
  people,
  seedRow,
} from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import { agendaOf } from './agenda-scene';
import { storyOf } from './story-scene';
import { empty, filled } from '../filled';
import { startForTest } from '../running';
import type { Started } from '../running';

/** One of each kind of person; nobody says who they are. */
export const ASKERS = {
  member: 'wonen-2',
  coreTeam: CORE,
  admin: ADMIN,
  partner: 'welzijn-2',
  neighbour: 'buur-1',
  stranger: STRANGER,
  nobody: undefined,
} as const;
export type AskerName = keyof typeof ASKERS;

const HERE: readonly AskerName[] = ['member', 'coreTeam', 'admin', 'partner'];

/** Words that stand in the spaces, and the only ones who may read each. */
export const CANARIES: Readonly<Record<string, readonly AskerName[]>> = {
  'kanarie-van-hier': HERE,
  'kanarie-van-elders': ['neighbour'],
  'kanarie-tussen-afdelingen': ['member', 'coreTeam', 'admin'],
  'kanarie-van-wonen': ['member'],
  'kanarie-van-mijzelf': ['member'],
  'kanarie-van-een-collega': [],
  'kanarie-van-jeugd': [],
  'kanarie-in-een-terugblik': [],
  'kanarie-die-jeugd-nog-schrijft': ['coreTeam'],
  'kanarie-kaart-van-elders': ['neighbour'],
  'kanarie-die-verborgen-is': ['coreTeam'],
  'kanarie-die-goedkeuring-wil': ['coreTeam'],
  'kanarie-die-op-morgen-wacht': [],
};

/** The words in an answer that whoever asked may not read. */
export function overheard(asker: AskerName, answered: string): string[] {
  if (!answered.includes('kanarie')) return [];
  return Object.entries(CANARIES)
    .filter(([word, readers]) => answered.includes(word) && !readers.includes(asker))
    .map(([word]) => word);
}

export const ROUNDS = { open: 'ronde-open', closed: 'ronde-dicht' };
export const NEEDS = ['vraag-beleid', 'aanbod-wonen', 'aanbod-welzijn', 'vraag-gekoppeld', 'aanbod-gekoppeld'];
export const EXPERIENCES = [
  'ervaring-wonen',
  'ervaring-die-gaat',
  'ervaring-beleid',
  'ervaring-jeugd',
  'ervaring-verborgen',
  'ervaring-nog-niet',
  'ervaring-te-tonen',
  'ervaring-te-keuren',
];
/** What the core team may make readable: the others with a word in them stay as they are, for somebody may overhear it. */
export const MAY_BE_SHOWN = EXPERIENCES.filter((id) => id !== 'ervaring-verborgen' && id !== 'ervaring-nog-niet');
export const REPLY = 'antwoord-wonen';
export const PICTURE = 'plaatje';
/** Whom an admin may move and remove without changing what the askers may read. */
export const OTHERS = [...people('wonen').slice(4), ...people('welzijn').slice(3), ...people('jeugd')];

export async function openScene(
  environment: Record<string, string> = {},
  options: Partial<ServerOptions> = {},
): Promise<Started> {
  const server = await startForTest(
    { SAMEN_ADMINS: ADMIN, ...environment },
    { now: () => new Date(`${TODAY}T10:00:00Z`), ...options },
  );
  await setScene(server);
  return server;
}

/** As it was in the beginning. */
export async function setScene({ database: { owner } }: Started): Promise<void> {
  await empty(owner);
  const seed = madeSeed();
  const elsewhere = [...(seed.get(OTHER_SPACE) ?? []), ...cardOf('buur-1', 'beleid', 'me', 'kanarie-kaart-van-elders')];
  const here = [...(seed.get(SPACE) ?? []), ...happened(), ...cards(), ...experiences(), ...agendaOf(), ...storyOf()];
  await fillSpace(owner, SPACE, filled(here.map((row) => told(row, 'kanarie-van-hier'))));
  await fillSpace(owner, OTHER_SPACE, filled(elsewhere.map((row) => told(row, 'kanarie-van-elders'))));
}

/** Nobody waits for the database and nobody keeps a transaction open; what was answered may still be ending its own. */
export async function assertLetGo({ database: { pool } }: Started): Promise<void> {
  const held = () => [pool.waitingCount, pool.totalCount - pool.idleCount];
  for (let tries = 0; tries < 500 && held().some((count) => count > 0); tries += 1) await sleep(20);
  assert.deepEqual(held(), [0, 0]);
}

/** The row with the word of its space in it. */
function told(seeded: SeedRow, word: string): SeedRow {
  const { kind, id, audience, row } = seeded;
  if (kind === 'space') {
    const space = row as Rows['space'];
    const parties = space.parties.map((party) => ({ ...party, task: word }));
    return seedRow(kind, id, { ...space, name: word, parties }, audience);
  }
  if (kind === 'member') return seedRow(kind, id, { ...(row as Rows['member']), jobTitle: word }, audience);
  if (kind === 'intention') return seedRow(kind, id, { ...(row as Rows['intention']), text: word }, audience);
  return seeded;
}

/** A round that closed and one that is due, needs of which two are matched. */
function happened(): SeedRow[] {
  const round: Round = {
    id: ROUNDS.closed,
    number: 1,
    openedOn: '2026-01-01',
    closesOn: '2026-01-10',
    closedOn: '2026-01-10',
    drivers: DRIVERS,
    participation: { about: 5, of: 21, on: '2026-01-10' },
    version: 2,
  };
  const { closedOn: _closedOn, ...still } = round;
  const participation = { about: 0, of: 21, on: TODAY };
  const open = { ...still, id: ROUNDS.open, number: 2, openedOn: TODAY, closesOn: TODAY, participation, version: 1 };
  const note = 'kanarie-in-een-terugblik';
  const answers = DRIVERS.map(({ id }) => ({ driverId: id, answer: 'good' as const, note }));
  const checkIn = { roundId: ROUNDS.open, personId: 'wonen-3', partyId: 'wonen', answers, version: 1 };
  const need = (id: string, changes: Partial<Need> = {}): SeedRow =>
    seedRow('need', id, {
      id,
      kind: id.startsWith('vraag') ? 'ask' : 'offer',
      partyId: 'wonen',
      driverId: 'd-een',
      text: 'kanarie-van-hier',
      status: 'open',
      writtenBy: 'wonen-3',
      createdOn: '2026-02-01',
      audience: 'everyone',
      version: 1,
      ...changes,
    });
  return [
    seedRow('round', round.id, round),
    seedRow('round', open.id, open),
    seedRow('release', round.id, { roundId: round.id, groups: [], notes: [] }),
    seedRow('checkIn', `${ROUNDS.open}.wonen-3`, checkIn, 'person:wonen-3'),
    need('vraag-beleid', { partyId: 'beleid' }),
    need('aanbod-wonen'),
    need('aanbod-welzijn', { partyId: 'welzijn' }),
    need('vraag-gekoppeld', { status: 'matched', matchedWithId: 'aanbod-gekoppeld' }),
    need('aanbod-gekoppeld', { partyId: 'welzijn', status: 'matched', matchedWithId: 'vraag-gekoppeld' }),
  ];
}

const cards = (): SeedRow[] => [
  ...cardOf('wonen-2', 'wonen', 'me', 'kanarie-van-mijzelf'),
  ...cardOf('wonen-3', 'wonen', 'me', 'kanarie-van-een-collega'),
  ...cardOf('wonen-4', 'wonen', 'party', 'kanarie-van-wonen'),
  ...cardOf('jeugd-1', 'jeugd', 'party', 'kanarie-van-jeugd'),
  ...cardOf('beleid-2', 'beleid', 'internal', 'kanarie-tussen-afdelingen'),
  ...cardOf('welzijn-3', 'welzijn', 'everyone', 'kanarie-van-hier'),
];

function cardOf(personId: string, partyId: string, choice: Rows['meaning']['audienceChoice'], text: string): SeedRow[] {
  const audience = ({ me: `person:${personId}`, party: `party:${partyId}` } as const)[choice as 'me'] ?? choice;
  const author = { name: '', jobTitle: 'medewerker', partyId };
  const card = { id: personId, personId, author, text, audienceChoice: choice, audience, changedOn: TODAY, version: 1 };
  return [seedRow('meaning', personId, card, audience)];
}

function experienceOf(id: string, text: string, changes: Partial<Experience> = {}): SeedRow {
  const row: Experience = {
    ...{ id, title: text, kind: 'lesson', whatHappened: text, whatNext: 'Bellen', adviceWelcome: false },
    ...{
      driverIds: ['d-een'],
      language: 'nl',
      authorShownAs: 'named',
      audienceChoice: 'everyone',
      audience: 'everyone',
    },
    ...{ authorId: 'wonen-2', author: { name: '', jobTitle: 'medewerker', partyId: 'wonen' } },
    ...{ writtenOn: '2026-02-20', sortKey: 'a0', status: 'published', isPinned: false, version: 1 },
    ...changes,
  };
  return seedRow('experience', id, row, row.audience);
}

/** Of the member two, and of others: for the departments, for a party, hidden, and not there yet for others. */
function experiences(): SeedRow[] {
  const by = (personId: string, partyId: string): Partial<Experience> => ({
    authorId: personId,
    author: { name: '', jobTitle: 'medewerker', partyId },
  });
  const {
    author: _author,
    authorId: _id,
    ...nameless
  } = experienceOf('ervaring-nog-niet', 'kanarie-die-goedkeuring-wil').row as Experience;
  const unnamed = { ...nameless, authorShownAs: 'anonymous', authorProof: 'van-niemand', status: 'pending' } as const;
  const later = {
    ...unnamed,
    id: 'ervaring-morgen',
    title: 'kanarie-die-op-morgen-wacht',
    status: 'published',
  } as const;
  return [
    experienceOf('ervaring-wonen', 'kanarie-van-hier'),
    experienceOf('ervaring-die-gaat', 'kanarie-van-hier'),
    experienceOf('ervaring-beleid', 'kanarie-tussen-afdelingen', {
      ...by('beleid-2', 'beleid'),
      ...{ audience: 'internal', pictureId: PICTURE },
    }),
    experienceOf('ervaring-jeugd', 'kanarie-van-jeugd', { ...by('jeugd-1', 'jeugd'), audience: 'party:jeugd' }),
    experienceOf('ervaring-verborgen', 'kanarie-die-verborgen-is', {
      ...by('wonen-3', 'wonen'),
      hidden: { reason: 'Een naam', on: TODAY },
    }),
    seedRow('experience', unnamed.id, { ...unnamed, whatHappened: unnamed.title }),
    experienceOf('ervaring-te-tonen', 'kanarie-van-hier', {
      ...by('wonen-3', 'wonen'),
      hidden: { reason: 'Een naam', on: TODAY },
    }),
    seedRow('experience', 'ervaring-te-keuren', {
      ...{ ...unnamed, id: 'ervaring-te-keuren', title: 'kanarie-van-hier', whatHappened: 'kanarie-van-hier' },
    }),
    seedRow('waiting', later.id, {
      ...{ id: later.id, action: 'saveExperience', experience: { ...later, whatHappened: later.title } },
      ...{ authorProof: 'van-niemand', publishOn: '9999-12-31', version: 1 },
    }),
    seedRow('reply', REPLY, {
      ...{ id: REPLY, experienceId: 'ervaring-beleid', text: 'kanarie-tussen-afdelingen', isQuestion: true },
      ...{ isByAuthor: false, authorId: 'wonen-2', author: { name: '', jobTitle: 'medewerker', partyId: 'wonen' } },
      ...{ writtenOn: '2026-02-21', sortKey: 'a0', audience: 'internal', version: 1 },
    }),
    seedRow('picture', PICTURE, {
      ...{ id: PICTURE, type: 'image/png', data: TINY_PICTURE, experienceId: 'ervaring-beleid' },
      ...{ authorProof: 'van-niemand', version: 1 },
    }),
  ];
}

export { DRIVERS, OTHER_SPACE, PARTIES, SPACE };
