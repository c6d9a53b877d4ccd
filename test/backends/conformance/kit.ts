import assert from 'node:assert/strict';
import type { SeenAs, SpaceConnection } from '../../../src/contract/backend';
import type { Input, Me, Output, WriteName } from '../../../src/contract/operations';
import { SamenError } from '../../../src/model/errors';
import type { ConflictReason, FieldError, SamenErrorKind } from '../../../src/model/errors';
import type { AgendaItemView, BallView } from '../../../src/model/agenda-types';
import type { ExperienceView } from '../../../src/model/experience-types';
import type { IdeaView, ResultView } from '../../../src/model/result-types';
import { newId } from '../../../src/model/new-id';
import type { Audience, Day, Driver, Id, Intention, Member, Need, Party, Role, Space } from '../../../src/model/types';
import type { RowKind, Rows } from '../../../src/service/storage';

/** A row that is there when a test begins. */
export interface SeedRow<K extends RowKind = RowKind> {
  kind: K;
  id: Id;
  audience: Audience;
  row: Rows[K];
}
export type Seed = ReadonlyMap<Id, readonly SeedRow[]>;

/** A backend of its own for one test, with a clock that can be moved. */
export interface Home {
  /** With `eyes`: as a preview through the eyes of somebody else. */
  as(personId: Id, spaceId?: Id, eyes?: SeenAs): Promise<SpaceConnection>;
  /** Ten in the morning of that day. */
  moveTo(day: Day): void;
  /** Seven in the morning of that day: what waits comes out. */
  morningOf(day: Day): Promise<void>;
  /** All that lies in the storage, as text: for what must be nowhere in it. */
  kept(): Promise<string>;
  /** Until who began to watch does, and what was told had time to arrive. */
  settled(): Promise<unknown>;
}
export type OpenHome = (seed: Seed, today: Day) => Promise<Home>;

export const SPACE: Id = 'samen';
export const OTHER_SPACE: Id = 'elders';
export const TODAY: Day = '2026-03-02';
export const STRANGER: Id = 'vreemde';
/** Core team, of a department and of a partner. */
export const CORE: Id = 'beleid-1';
export const PARTNER_CORE: Id = 'welzijn-1';
export const ADMIN: Id = 'beheer';

export const PARTIES: Party[] = [
  { id: 'beleid', kind: 'department', name: 'Beleid', shortName: 'Beleid' },
  { id: 'wonen', kind: 'department', name: 'Wonen', shortName: 'Wonen' },
  { id: 'welzijn', kind: 'partner', name: 'Welzijn', shortName: 'Welzijn' },
  { id: 'jeugd', kind: 'partner', name: 'Jeugdhulp', shortName: 'Jeugd' },
];
const HOW_MANY: Record<Id, number> = { beleid: 6, wonen: 6, welzijn: 6, jeugd: 3 };

/** `{partyId}-{n}`: number 1 of Beleid and of Welzijn is core team. */
export const people = (partyId: Id): Id[] =>
  Array.from({ length: HOW_MANY[partyId] ?? 0 }, (_, index) => `${partyId}-${String(index + 1)}`);

export const DRIVERS: Driver[] = ['een', 'twee', 'drie'].map((name) => ({
  id: `d-${name}`,
  name,
  icon: 'house',
  explanation: '',
  question: `Hoe gaat ${name}?`,
  goodExample: '',
  badExample: '',
}));

export const madeSpace = (changes: Partial<Space> = {}): Space => ({
  id: SPACE,
  name: 'Samen',
  parties: PARTIES,
  phases: [{ id: 'start', name: 'Start', goal: '' }],
  settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 28 },
  setup: 'done',
  version: 1,
  ...changes,
});

const madeMember = (id: Id, partyId: Id, role: Role): Rows['member'] => ({
  id,
  partyId,
  name: '',
  jobTitle: 'medewerker',
  role,
  version: 1,
});

const madeIntention: Intention = {
  text: 'Niemand valt tussen wal en schip',
  promise: 'Wij bellen elkaar',
  drivers: DRIVERS,
  changedOn: '2026-01-01',
  version: 1,
};

export const seedRow = <K extends RowKind>(
  kind: K,
  id: Id,
  row: Rows[K],
  audience: Audience = 'everyone',
): SeedRow<K> => ({ kind, id, audience, row });

/** A space with its people and its intention; nothing has happened yet. */
export function madeSeed(changes: Partial<Space> = {}): Map<Id, SeedRow[]> {
  const space = madeSpace(changes);
  const members = PARTIES.flatMap(({ id: partyId }) =>
    people(partyId).map((id) => madeMember(id, partyId, id === CORE || id === PARTNER_CORE ? 'coreTeam' : 'member')),
  );
  const neighbour = madeMember('buur-1', 'beleid', 'coreTeam');
  return new Map<Id, SeedRow[]>([
    [
      space.id,
      [
        seedRow('space', space.id, space),
        ...[...members, madeMember(ADMIN, 'beleid', 'admin')].map((member) => seedRow('member', member.id, member)),
        seedRow('intention', 'intention', madeIntention),
      ],
    ],
    [
      OTHER_SPACE,
      [
        seedRow('space', OTHER_SPACE, madeSpace({ id: OTHER_SPACE, name: 'Elders' })),
        seedRow('member', neighbour.id, neighbour),
        seedRow('intention', 'intention', madeIntention),
      ],
    ],
  ]);
}

/** A write with a key of its own, as the client sends it. */
export function send<N extends WriteName>(to: SpaceConnection, operation: N, input: Input<N>): Promise<Output<N>> {
  return to.write(operation, input, { key: newId() });
}

/** Who one is there, less what a browser seals with, and whether one may make spaces: nothing of this one. */
export async function meAt(connection: SpaceConnection): Promise<Me> {
  const { sealKey: _sealKey, mayMakeSpaces: _mayMakeSpaces, ...me } = await connection.read('getMe', {});
  return me;
}

export interface Refusal {
  kind: SamenErrorKind;
  reason?: ConflictReason;
  /** Pointer and code of every error, in any order. */
  fields?: FieldError[];
  /** Part of what is there now. */
  current?: object;
}

/** Refused with exactly this; anything else than a `SamenError` fails. */
export async function refused(work: Promise<unknown>, expected: Refusal | SamenErrorKind): Promise<void> {
  const { kind, reason, fields, current }: Refusal = typeof expected === 'string' ? { kind: expected } : expected;
  await assert.rejects(work, (error) => {
    assert.ok(error instanceof SamenError, `not a SamenError: ${String(error)}`);
    assert.equal(error.kind, kind, error.message);
    if (reason) assert.equal(error.reason, reason);
    if (fields) assert.deepEqual(error.fields.map(asText).sort(), fields.map(asText).sort());
    if (current) assert.deepEqual({ ...(error.current as object), ...current }, error.current);
    return true;
  });
}

const asText = ({ pointer, code }: FieldError) => `${pointer} ${code}`;

export async function needBy(from: SpaceConnection, changes: Partial<Input<'saveNeed'>> = {}): Promise<Need> {
  return send(from, 'saveNeed', {
    id: newId(),
    version: 0,
    kind: 'ask',
    driverId: 'd-een',
    text: 'Een vraag',
    ...changes,
  });
}

/** A PNG of one pixel. */
export const TINY_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A new experience, for everybody and under a job title. */
export const experienceInput = (changes: Partial<Input<'saveExperience'>> = {}): Input<'saveExperience'> => ({
  id: newId(),
  version: 0,
  title: 'Even bellen scheelt een week',
  kind: 'success',
  whatHappened: 'Ik belde meteen met Werk.',
  adviceWelcome: false,
  driverIds: ['d-een'],
  language: 'nl',
  authorShownAs: 'jobTitle',
  audience: 'everyone',
  ...changes,
});

export const experienceBy = (
  from: SpaceConnection,
  changes: Partial<Input<'saveExperience'>> = {},
): Promise<ExperienceView> => send(from, 'saveExperience', experienceInput(changes));

/** What was read, as the input that would change it. */
export const again = (
  view: ExperienceView,
  changes: Partial<Input<'saveExperience'>> = {},
): Input<'saveExperience'> => {
  const { id, version, title, kind, whatHappened, adviceWelcome, driverIds, language, authorShownAs } = view;
  const words = { title, kind, whatHappened, adviceWelcome, driverIds, language, authorShownAs };
  const { whatNext, pictureId, audienceChoice: audience } = view;
  return {
    id,
    version,
    ...words,
    ...(whatNext && { whatNext }),
    ...(pictureId && { pictureId }),
    audience,
    ...changes,
  };
};

/** A new agenda item that everybody reads. */
export const itemInput = (changes: Partial<Input<'saveAgendaItem'>> = {}): Input<'saveAgendaItem'> => ({
  id: newId(),
  version: 0,
  title: 'Eén gezin, één plan',
  question: 'Hoe vertelt een gezin maar één keer zijn verhaal?',
  driverIds: ['d-een'],
  phaseId: 'start',
  topics: ['gezin'],
  audience: 'everyone',
  ...changes,
});

export const itemBy = (
  from: SpaceConnection,
  changes: Partial<Input<'saveAgendaItem'>> = {},
): Promise<AgendaItemView> => send(from, 'saveAgendaItem', itemInput(changes));

/** An item of which the party of whoever makes it has the ball. */
export async function heldBy(
  from: SpaceConnection,
  changes: Partial<Input<'saveAgendaItem'>> = {},
): Promise<{ item: AgendaItemView; ball: BallView }> {
  const { id } = await itemBy(from, changes);
  const ball = await send(from, 'takeBall', { id, version: 1, nextStep: 'Bellen' });
  return { item: await from.read('getAgendaItem', { id }), ball };
}

/** A new reflection meeting, of which everybody reads. */
export const sessionInput = (changes: Partial<Input<'saveSession'>> = {}): Input<'saveSession'> => ({
  id: newId(),
  version: 0,
  title: 'Terugkijken',
  startsAt: '2026-03-10T09:00:00.000Z',
  minutes: 60,
  methodIds: [],
  agendaItemIds: [],
  experienceIds: [],
  agreements: [],
  status: 'planned',
  audience: 'everyone',
  ...changes,
});

/** A new result that everybody is to read, with a measure. */
export const resultInput = (changes: Partial<Input<'saveResult'>> = {}): Input<'saveResult'> => ({
  id: newId(),
  version: 0,
  title: 'Zes brieven zijn simpel',
  whatIsDifferent: 'Zes van de tien brieven zijn nu in gewone taal.',
  forWhom: 'Inwoners',
  status: 'interim',
  stillNeeded: 'Nog vier brieven.',
  experienceIds: [],
  agendaItemIds: [],
  driverIds: ['d-een'],
  partyIds: ['wonen'],
  audience: 'everyone',
  measure: { what: 'Brieven in gewone taal', unit: 'brieven', start: 0, goal: 10, source: 'telling' },
  ...changes,
});

export const resultBy = (from: SpaceConnection, changes: Partial<Input<'saveResult'>> = {}): Promise<ResultView> =>
  send(from, 'saveResult', resultInput(changes));

/** What was read of a result, as the input that would change it. */
export const resultAgain = (view: ResultView, changes: Partial<Input<'saveResult'>> = {}): Input<'saveResult'> => {
  const { id, version, title, whatIsDifferent, forWhom, status, stillNeeded } = view;
  const { experienceIds, agendaItemIds, driverIds, partyIds, audience, measure } = view;
  const words = { title, whatIsDifferent, forWhom, status, stillNeeded };
  const links = { experienceIds, agendaItemIds, driverIds, partyIds };
  return { id, version, ...words, ...links, audience, ...(measure && { measure }), ...changes };
};

/** A new idea that everybody reads. */
export const ideaInput = (changes: Partial<Input<'saveIdea'>> = {}): Input<'saveIdea'> => ({
  id: newId(),
  version: 0,
  text: 'Eén vaste plek waar we schetsen delen.',
  driverIds: ['d-een'],
  audience: 'everyone',
  ...changes,
});

export const ideaBy = (from: SpaceConnection, changes: Partial<Input<'saveIdea'>> = {}): Promise<IdeaView> =>
  send(from, 'saveIdea', ideaInput(changes));

export const memberInput = (member: Member, version: number): Input<'saveMember'> => ({ ...member, version });
