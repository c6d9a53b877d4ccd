/** The results and ideas of Lindeveld. Everything in it is invented. */
import { addDays } from '../model/day';
import type { Actor, ItemAudience, Participation } from '../model/agenda-types';
import type { Idea, Measurement, Result, ResultStatus } from '../model/result-types';
import type { Audience, Day, Id } from '../model/types';
import type { Rows } from '../service/storage';

/** The part of the file that is read here. */
export interface ResultsFile {
  resultaten: {
    id: Id;
    titel: string;
    stand: string;
    watIsAnders: string;
    voorWie: string;
    bewijs: { ervaringen: Id[]; agenda: Id[] };
    drijfveren: Id[];
    meting: {
      wat: string;
      eenheid: string;
      begin: number;
      nu: number;
      doel: number | null;
      bron: string;
      waarden?: { dagenGeleden: number; waarde: number; uitleg?: string }[];
    } | null;
    nogNodig: string;
    eigenaar: Id;
    dagenGeleden: number;
    zichtbaar: string;
    gekozenOmdat?: string;
  }[];
  ideeen?: {
    id: Id;
    tekst: string;
    org: Id;
    functie: string;
    drijfveren: Id[];
    ervaring: Id | null;
    meedoen: Id[];
    meedenken: Id[];
    meekijken: Id[];
    antwoord: { tekst: string; dagenGeleden: number } | null;
    dagenGeleden: number;
    zichtbaar: string;
  }[];
}

/** What the results lean on. */
interface EvidenceFile {
  ervaringen: { id: Id; org: Id; afzender: string }[];
  agenda: { id: Id; titel: string; meedoen: Id[] }[];
}

type Add = <K extends keyof Rows>(kind: K, id: Id, row: Rows[K], audience?: Audience) => void;
type Entry = ResultsFile['resultaten'][number];
type IdeaEntry = NonNullable<ResultsFile['ideeen']>[number];

const STATUS: Record<string, ResultStatus> = {
  'eerste teken': 'firstSign',
  tussenstand: 'interim',
  bereikt: 'reached',
  gestopt: 'stopped',
};
/** Written so long before it was published. */
const DRAFT_DAYS = 3;
/** Where the file says no more than how it began and how it is now. */
const MEASURED_DAYS = 84;
const NO_REASON = 'Het kernteam wil dit laten zien.';

const audienceOf = (zichtbaar: string): ItemAudience => (zichtbaar === 'intern' ? 'internal' : 'everyone');

export function addResults(
  file: ResultsFile & EvidenceFile,
  { today, members, add }: { today: Day; members: readonly Rows['member'][]; add: Add },
): void {
  for (const entry of file.resultaten) {
    const owner = members.find(({ partyId, role }) => partyId === entry.eigenaar && role === 'coreTeam');
    const result = resultOf(entry, file, {
      today,
      by: { partyId: entry.eigenaar, jobTitle: owner?.jobTitle ?? 'kernteam' },
    });
    add('result', entry.id, result, result.audience);
  }
  for (const entry of file.ideeen ?? []) {
    const idea = ideaOf(entry, today);
    add('idea', entry.id, idea, idea.audience);
  }
}

function resultOf(entry: Entry, file: EvidenceFile, { today, by }: { today: Day; by: Actor }): Result {
  const { meting, bewijs, dagenGeleden } = entry;
  const status = STATUS[entry.stand] ?? 'interim';
  const createdOn = addDays(today, -dagenGeleden - DRAFT_DAYS);
  const on = addDays(today, -dagenGeleden);
  return {
    id: entry.id,
    title: entry.titel,
    whatIsDifferent: withTitles(entry.watIsAnders, file),
    forWhom: entry.voorWie,
    status,
    stillNeeded: entry.nogNodig,
    experienceIds: bewijs.ervaringen,
    agendaItemIds: bewijs.agenda,
    driverIds: entry.drijfveren,
    partyIds: contributorsOf(entry, file),
    audience: audienceOf(entry.zichtbaar),
    ...(meting && {
      measure: {
        what: meting.wat,
        unit: meting.eenheid,
        start: meting.begin,
        ...(meting.doel !== null && { goal: meting.doel }),
        source: meting.bron,
      },
    }),
    createdByPartyId: entry.eigenaar,
    createdOn,
    changedOn: on,
    publication: { on, reason: entry.gekozenOmdat ?? NO_REASON, by },
    measurements: measurementsOf(entry, today),
    history: [
      { on: createdOn, by, kind: 'drafted', status },
      { on, by, kind: 'published', status },
    ],
    version: 2,
  };
}

/** An item by its id in the file, by its title for who reads it. */
function withTitles(text: string, { agenda }: EvidenceFile): string {
  return text.replace(/\ba\d+\b/g, (id) => {
    const title = agenda.find((item) => item.id === id)?.titel;
    return title === undefined ? id : `‘${title}’`;
  });
}

/** Whose it is, who did the agenda items, and whose experiences show it; but for who is not to be found. */
function contributorsOf({ eigenaar, bewijs }: Entry, { ervaringen, agenda }: EvidenceFile): Id[] {
  const told = ervaringen.filter(({ id, afzender }) => bewijs.ervaringen.includes(id) && afzender !== 'anoniem');
  const done = agenda.filter(({ id }) => bewijs.agenda.includes(id));
  return [...new Set([eigenaar, ...done.flatMap(({ meedoen }) => meedoen), ...told.map(({ org }) => org)])];
}

function measurementsOf({ id, meting, dagenGeleden }: Entry, today: Day): Measurement[] {
  if (!meting) return [];
  const { begin, nu, waarden } = meting;
  const values = waarden ?? [
    { dagenGeleden: dagenGeleden + MEASURED_DAYS, waarde: begin },
    { dagenGeleden, waarde: nu },
  ];
  return values.map(({ waarde, uitleg, ...when }, index) => ({
    id: `${id}-m${String(index + 1)}`,
    on: addDays(today, -when.dagenGeleden),
    value: waarde,
    ...(uitleg !== undefined && { explanation: uitleg }),
  }));
}

function ideaOf(entry: IdeaEntry, today: Day): Idea {
  const { id, org, antwoord, ervaring } = entry;
  const joins = (ids: Id[], as: Participation) => ids.map((partyId) => ({ partyId, as }));
  return {
    id,
    text: entry.tekst,
    driverIds: entry.drijfveren,
    audience: audienceOf(entry.zichtbaar),
    by: { partyId: org, jobTitle: entry.functie },
    // The second of their party, as of the experiences.
    writtenBy: `${org}-2`,
    status: antwoord ? 'declined' : 'open',
    ...(antwoord && { answer: { text: antwoord.tekst, on: addDays(today, -antwoord.dagenGeleden) } }),
    participations: [
      ...joins(entry.meedoen, 'doing'),
      ...joins(entry.meedenken, 'thinking'),
      ...joins(entry.meekijken, 'watching'),
    ],
    ...(ervaring !== null && { experienceId: ervaring }),
    createdOn: addDays(today, -entry.dagenGeleden),
    version: 1,
  };
}
