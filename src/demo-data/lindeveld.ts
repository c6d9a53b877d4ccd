/**
 * The demonstration of gemeente Lindeveld: the file with Dutch keys, mapped once to rows of a
 * storage, its days made relative to today. Everything in it is invented.
 */
import { addAgenda } from './agenda';
import type { AgendaFile } from './agenda';
import { addBackpack } from './backpack';
import type { BackpackFile, Prove } from './backpack';
import { addResults } from './results';
import type { ResultsFile } from './results';
import { addDays } from '../model/day';
import { shuffle } from '../model/shuffle';
import { release } from '../model/release';
import type { ReleasedCheckIn } from '../model/release';
import type {
  Answer,
  Audience,
  AudienceChoice,
  Day,
  Driver,
  DriverIcon,
  Id,
  Need,
  Party,
  Round,
  Space,
} from '../model/types';
import type { Rows } from '../service/storage';

type Counts = Record<Id, { goed: number; kanBeter: number; gaatNiet: number }>;

/** The part of the file that is read here. */
export interface LindeveldFile extends BackpackFile, AgendaFile, ResultsFile {
  bedoeling: { tekst: string; belofteAanElkaar: string; dagenGeleden: number };
  drijfveren: { id: Id; naam: string; icoon: string; uitleg: string; vraag: string; goed: string; slecht: string }[];
  fasen: { nu: Id; lijst: { id: Id; naam: string; doel: string }[] };
  organisaties: { id: Id; soort: string; naam: string; kort: string; taak: string; aantalMensen: number }[];
  kernteam: { leden: { org: Id; functie: string }[] };
  behoeften: { id: Id; org: Id; soort: string; tekst: string; drijfveer: Id; status: string; gekoppeldAan?: Id }[];
  kompasrondes: { naam: string; dagenGeleden: number; groepen: { org: Id; n: number; tellingen: Counts }[] }[];
}

export const DEMO_SPACE: Id = 'sociaal-domein';

/** A row with what lies beside it, under the key `kind/id`. */
export interface DemoRow {
  form: 1;
  version: number;
  audience: Audience;
  row: Rows[keyof Rows];
}

const ICONS: Record<string, DriverIcon> = {
  huis: 'house',
  bal: 'ball',
  gesprek: 'conversation',
  rugzak: 'backpack',
  fiets: 'bicycle',
};
const JOB_TITLES: Record<string, string> = {
  'afd-beleid': 'beleidsmedewerker',
  'afd-toegang': 'consulent',
  'afd-werk': 'klantmanager',
  'par-welzijn': 'sociaal werker',
  'par-jeugd': 'jeugdhulpverlener',
  'par-zorg': 'begeleider',
  'par-wonen': 'wijkbeheerder',
  'par-vrijwillig': 'vrijwilliger',
};
const STATUS: Record<string, Need['status']> = { gekoppeld: 'matched', vervuld: 'fulfilled', open: 'open' };

/** Cards beside the file: what working together means, by job title. */
const MEANINGS: readonly { personId: Id; choice: AudienceChoice; text: string }[] = [
  { personId: 'afd-toegang-2', choice: 'everyone', text: 'Dat ik durf te vragen: ik weet het niet.' },
  { personId: 'par-welzijn-1', choice: 'everyone', text: 'Eén keer bellen, en weten wie het doet.' },
  { personId: 'afd-werk-3', choice: 'internal', text: 'Iemand die zegt: deze bal pak ik.' },
];

export { demoAuthors } from './backpack';

/** All rows of the demonstration, as of a day. Without `prove` nobody owns what was written without a name. */
export function demoRows(file: LindeveldFile, today: Day, prove: Prove = () => ''): Map<string, DemoRow> {
  const rows = new Map<string, DemoRow>();
  const add = <K extends keyof Rows>(kind: K, id: Id, row: Rows[K], audience: Audience = 'everyone') => {
    rows.set(`${kind}/${id}`, {
      form: 1,
      version: 'version' in row && typeof row.version === 'number' ? row.version : 1,
      audience,
      row,
    });
  };
  const parties = file.organisaties.map(partyOf);
  const drivers = file.drijfveren.map(driverOf);
  const members = membersOf(file);

  add('space', DEMO_SPACE, spaceOf(file, parties));
  for (const member of members) add('member', member.id, member);
  add('intention', 'intention', {
    text: file.bedoeling.tekst,
    promise: file.bedoeling.belofteAanElkaar,
    drivers,
    changedOn: addDays(today, -file.bedoeling.dagenGeleden),
    version: 1,
  });
  file.kompasrondes.forEach((entry, index) => {
    const closedOn = addDays(today, -entry.dagenGeleden);
    const checkIns = entry.groepen.flatMap((group) => checkInsOf(group, drivers));
    const round: Round = {
      id: `ronde-${String(index + 1)}`,
      number: index + 1,
      openedOn: addDays(closedOn, -14),
      closesOn: closedOn,
      closedOn,
      drivers,
      participation: { about: Math.floor(checkIns.length / 5) * 5, of: members.length, on: closedOn },
      version: 2,
    };
    add('round', round.id, round);
    add('release', round.id, release({ roundId: round.id, drivers, parties, checkIns, shuffle }));
  });
  for (const need of needsOf(file, today)) add('need', need.id, need);
  addBackpack(file, { today, members, add, prove });
  addAgenda(file, { today, members, add });
  addResults(file, { today, members, add });
  for (const { personId, choice, text } of MEANINGS) {
    const member = members.find((each) => each.id === personId);
    if (!member) continue;
    const audience: Audience = choice === 'internal' ? 'internal' : 'everyone';
    const author = { name: '', jobTitle: member.jobTitle, partyId: member.partyId };
    add(
      'meaning',
      personId,
      {
        id: personId,
        personId,
        author,
        text,
        audienceChoice: choice,
        audience,
        changedOn: addDays(today, -7),
        version: 1,
      },
      audience,
    );
  }
  return rows;
}

function partyOf({ id, soort, naam, kort, taak }: LindeveldFile['organisaties'][number]): Party {
  return { id, kind: soort === 'afdeling' ? 'department' : 'partner', name: naam, shortName: kort, task: taak };
}

function driverOf({ id, naam, icoon, uitleg, vraag, goed, slecht }: LindeveldFile['drijfveren'][number]): Driver {
  return {
    id,
    name: naam,
    icon: ICONS[icoon] ?? 'compass',
    explanation: uitleg,
    question: vraag,
    goodExample: goed,
    badExample: slecht,
  };
}

function spaceOf(file: LindeveldFile, parties: Party[]): Space {
  return {
    id: DEMO_SPACE,
    name: 'Samen in het sociaal domein',
    parties,
    phases: file.fasen.lijst.map(({ id, naam, doel }) => ({ id, name: naam, goal: doel })),
    currentPhaseId: file.fasen.nu,
    // An interval of 0: whoever tries the demonstration opens and closes a round on one day.
    settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 0 },
    notice: {
      purpose: 'Leren samenwerken. Niet om mensen te beoordelen.',
      basis: 'Publieke taak van de gemeente.',
      retention:
        'Losse antwoorden wissen we als een ronde sluit. Een ervaring blijft staan tot je haar zelf wist. Ga je weg? Dan verdwijnt je naam.',
      contact: 'De functioneel beheerder van het intranet.',
    },
    setup: 'done',
    version: 1,
  };
}

/** `{partyId}-{n}`; number 1 of each party in the core team is core team; `beheer` is the admin. */
function membersOf(file: LindeveldFile): Rows['member'][] {
  const members = file.organisaties.flatMap(({ id: partyId, aantalMensen }) =>
    Array.from({ length: aantalMensen }, (_, index): Rows['member'] => {
      const coreTeam = index === 0 ? file.kernteam.leden.find((each) => each.org === partyId) : undefined;
      return {
        id: `${partyId}-${String(index + 1)}`,
        partyId,
        name: '',
        jobTitle: coreTeam?.functie ?? JOB_TITLES[partyId] ?? 'medewerker',
        role: coreTeam ? 'coreTeam' : 'member',
        version: 1,
      };
    }),
  );
  const partyId = file.organisaties[0]?.id ?? '';
  return [
    ...members,
    { id: 'beheer', partyId, name: '', jobTitle: 'functioneel beheerder', role: 'admin', version: 1 },
  ];
}

/** The single answers behind the counts: only for making the release, never kept. */
function checkInsOf(
  { org, n, tellingen }: LindeveldFile['kompasrondes'][number]['groepen'][number],
  drivers: readonly Driver[],
): ReleasedCheckIn[] {
  const answersOf = new Map<Id, Answer[]>(
    drivers.map(({ id }) => {
      const { goed = 0, kanBeter = 0, gaatNiet = 0 } = tellingen[id] ?? {};
      return [id, [...times(goed, 'good'), ...times(kanBeter, 'couldBeBetter'), ...times(gaatNiet, 'notWorking')]];
    }),
  );
  return Array.from({ length: n }, (_, index) => ({
    partyId: org,
    answers: drivers.flatMap(({ id }) => {
      const answer = answersOf.get(id)?.[index];
      return answer ? [{ driverId: id, answer }] : [];
    }),
  }));
}

function times(count: number, answer: Answer): Answer[] {
  return Array.from({ length: count }, () => answer);
}

/** A match stands on one side in the file, and on both here. */
function needsOf(file: LindeveldFile, today: Day): Need[] {
  return file.behoeften.map((entry, index): Need => {
    const other = entry.gekoppeldAan ?? file.behoeften.find((each) => each.gekoppeldAan === entry.id)?.id;
    return {
      id: entry.id,
      kind: entry.soort === 'vraag' ? 'ask' : 'offer',
      partyId: entry.org,
      driverId: entry.drijfveer,
      text: entry.tekst,
      status: other ? 'matched' : (STATUS[entry.status] ?? 'open'),
      ...(other ? { matchedWithId: other } : {}),
      writtenBy: `${entry.org}-1`,
      createdOn: addDays(today, -30 + index),
      audience: 'everyone',
      version: 1,
    };
  });
}
