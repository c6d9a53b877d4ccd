/** The agenda of Lindeveld: items, whose ball they are and how it got there, sessions and methods. Everything in it is invented. */
import { addDays } from '../model/day';
import type {
  AgendaItem,
  Ball,
  Handover,
  ItemAudience,
  ItemStatus,
  Method,
  Participation,
  Session,
} from '../model/agenda-types';
import type { Audience, Day, Id, Moment } from '../model/types';
import type { Rows } from '../service/storage';

/** The part of the file that is read here. */
export interface AgendaFile {
  agenda: {
    id: Id;
    titel: string;
    vraag: string;
    fase: Id;
    status: string;
    drijfveren: Id[];
    onderwerpen: string[];
    bal: {
      bij: Id | null;
      functie: string | null;
      sindsDagen: number;
      aangenomen: boolean;
      volgendeStap: string;
      uiterlijkOverDagen: number | null;
    } | null;
    meedoen: Id[];
    meedenken: Id[];
    meekijken: Id[];
    zichtbaar: string;
    overdrachten: { van: Id; naar: Id; dagenGeleden: number; antwoord: string; reden: string; notitie: string }[];
    gewijzigdDagen: number;
    gestoptOmdat?: string;
  }[];
  werkvormen: {
    id: Id;
    naam: string;
    minuten: number;
    groep: string;
    basis: string;
    stappen: string[];
    opbrengst: string;
  }[];
  sessies: {
    id: Id;
    titel: string;
    dagenGeleden?: number;
    overDagen?: number;
    werkvormen: Id[];
    gekozenErvaring?: Id;
    voorstel?: { agenda: Id[]; ervaringen: Id[] };
    afspraken?: { tekst: string; org: Id; gedaan: string }[];
    aanwezig?: number;
    zichtbaar: string;
  }[];
}

type Add = <K extends keyof Rows>(kind: K, id: Id, row: Rows[K], audience?: Audience) => void;
type Entry = AgendaFile['agenda'][number];

export interface AgendaParts {
  today: Day;
  members: readonly Rows['member'][];
  add: Add;
}

const STATUS: Record<string, ItemStatus> = {
  idee: 'idea',
  loopt: 'running',
  gepauzeerd: 'paused',
  klaar: 'done',
  gestopt: 'stopped',
};
/** Long enough before the first that is told of it. */
const EARLIER_DAYS = 7;
const LAPSES_DAYS = 7;

export function addAgenda(file: AgendaFile, { today, members, add }: AgendaParts): void {
  for (const entry of file.agenda) {
    const audience: ItemAudience = entry.zichtbaar === 'intern' ? 'internal' : 'everyone';
    const { ball, handovers } = historyOf(entry, { today, members, audience });
    add('agendaItem', entry.id, itemOf(entry, { today, audience }), audience);
    add('ball', entry.id, ball, audience);
    for (const line of handovers) add('handover', line.id, line, audience);
  }
  for (const entry of file.werkvormen) add('method', entry.id, methodOf(entry));
  for (const entry of file.sessies) {
    const session = sessionOf(entry, today);
    add('session', session.id, session, session.audience);
  }
}

function itemOf(entry: Entry, { today, audience }: { today: Day; audience: ItemAudience }): AgendaItem {
  const joins = (ids: Id[], as: Participation) => ids.map((partyId) => ({ partyId, as }));
  return {
    id: entry.id,
    title: entry.titel,
    question: entry.vraag,
    driverIds: entry.drijfveren,
    phaseId: entry.fase,
    topics: entry.onderwerpen,
    audience,
    status: STATUS[entry.status] ?? 'running',
    ...(entry.gestoptOmdat !== undefined && { statusReason: entry.gestoptOmdat }),
    participations: [
      ...joins(entry.meedoen, 'doing'),
      ...joins(entry.meedenken, 'thinking'),
      ...joins(entry.meekijken, 'watching'),
    ],
    createdByPartyId: firstOf(entry),
    createdOn: addDays(today, -begunDaysAgo(entry) - EARLIER_DAYS),
    changedOn: addDays(today, -entry.gewijzigdDagen),
    settled: [],
    version: 1,
  };
}

/** Whoever had it first, or would have it. */
const firstOf = ({ overdrachten, bal, meedoen, meedenken }: Entry): Id =>
  overdrachten[0]?.van ?? bal?.bij ?? meedoen[0] ?? meedenken[0] ?? '';

/** The first day that anything is told of. */
const begunDaysAgo = ({ overdrachten, bal, gewijzigdDagen }: Entry): number =>
  Math.max(gewijzigdDagen, bal?.sindsDagen ?? 0, ...overdrachten.map(({ dagenGeleden }) => dagenGeleden));

/** How the ball got where it is: a log that explains it, and the ball as that leaves it. */
function historyOf(
  entry: Entry,
  { today, members, audience }: { today: Day; members: readonly Rows['member'][]; audience: ItemAudience },
): { ball: Ball; handovers: Handover[] } {
  const { id, bal, overdrachten, gewijzigdDagen } = entry;
  const handovers: Handover[] = [];
  const at = (daysAgo: number, hour = 9): Moment =>
    `${addDays(today, -daysAgo)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const by = (partyId: Id) => ({
    partyId,
    jobTitle:
      (partyId === bal?.bij && bal.functie) || (members.find((each) => each.partyId === partyId)?.jobTitle ?? ''),
  });
  let ball: Ball = { id, movedAt: at(entry.gewijzigdDagen), version: 1 };
  const note = (line: Omit<Handover, 'id' | 'itemId' | 'number' | 'audience'>, next: Partial<Ball>) => {
    handovers.push({ id: `${id}-b${String(ball.version)}`, itemId: id, number: ball.version, ...line, audience });
    ball = { ...ball, movedAt: line.at, ...next, version: ball.version + 1 };
  };
  const plan = {
    ...(bal?.volgendeStap && { nextStep: bal.volgendeStap }),
    ...(typeof bal?.uiterlijkOverDagen === 'number' && { dueOn: addDays(today, bal.uiterlijkOverDagen) }),
  };
  const take = (partyId: Id, daysAgo: number) => {
    const when = at(daysAgo);
    note({ kind: 'taken', toPartyId: partyId, by: by(partyId), at: when }, { holderId: partyId, heldSinceAt: when });
  };
  const first = overdrachten[0];
  if (first) take(first.van, first.dagenGeleden + EARLIER_DAYS);
  else if (bal?.bij) take(bal.bij, bal.sindsDagen);
  else if (!bal) take(firstOf(entry), gewijzigdDagen + EARLIER_DAYS);
  for (const { van, naar, dagenGeleden, antwoord, reden, notitie } of overdrachten) {
    const isBack = antwoord === 'teruggegeven';
    const said = isBack || !notitie ? reden : `${reden}. ${notitie}`;
    const offeredAt = at(dagenGeleden);
    const isAnswered = antwoord !== 'geen antwoord';
    const asked = isAnswered ? {} : plan;
    const offer = { toPartyId: naar, note: said, ...asked, offeredAt, byPersonId: `${van}-1` };
    note(
      { kind: 'offered', fromPartyId: van, toPartyId: naar, note: said, ...asked, by: by(van), at: offeredAt },
      { offer },
    );
    const answeredAt = at(dagenGeleden, 11);
    const { offer: _answered, ...rest } = ball;
    if (isBack) {
      ball = rest;
      note(
        { kind: 'returned', fromPartyId: naar, toPartyId: van, reason: notitie, by: by(naar), at: answeredAt },
        { holderId: van },
      );
    } else if (isAnswered) {
      ball = rest;
      note(
        { kind: 'accepted', fromPartyId: van, toPartyId: naar, by: by(naar), at: answeredAt },
        { holderId: naar, heldSinceAt: answeredAt },
      );
    } else {
      // Time passed: nobody moved it.
      note(
        { kind: 'expired', fromPartyId: naar, toPartyId: van, at: at(dagenGeleden - LAPSES_DAYS) },
        { offer: { ...offer, isExpiryLogged: true }, movedAt: offeredAt },
      );
    }
  }
  const { holderId } = ball;
  const changedAt = at(gewijzigdDagen);
  if (!bal && holderId) {
    const closed = { kind: 'cleared' as const, fromPartyId: holderId, by: by(holderId), at: changedAt };
    note({ ...closed, ...(entry.gestoptOmdat !== undefined && { reason: entry.gestoptOmdat }) }, {});
    return { ball: { id, movedAt: changedAt, version: ball.version }, handovers };
  }
  const isHeld = bal !== null && bal.bij === holderId && holderId !== undefined;
  if (isHeld && ball.movedAt.slice(0, 10) < changedAt.slice(0, 10)) {
    note({ kind: 'progress', toPartyId: holderId, nextStep: bal.volgendeStap, by: by(holderId), at: changedAt }, {});
  }
  if (isHeld) return { ball: { ...ball, ...plan, ...(bal.functie && { jobTitle: bal.functie }) }, handovers };
  // What nobody has says what is wanted; what is offered says so in the offer.
  return { ball: ball.offer ? ball : { ...ball, ...(plan.nextStep && { nextStep: plan.nextStep }) }, handovers };
}

const NUMBERS: Record<string, number> = { één: 1, twee: 2, drie: 3, vier: 4, vijf: 5, tien: 10 };

function methodOf({ id, naam, minuten, groep, basis, stappen, opbrengst }: AgendaFile['werkvormen'][number]): Method {
  const steps = stappen.map((text) => {
    const [, word = ''] = /(\p{L}+) min(?:uut|uten)/iu.exec(text) ?? [];
    const minutes = NUMBERS[word.toLowerCase()];
    return { text, ...(minutes !== undefined && { minutes }) };
  });
  return { id, name: naam, minutes: minuten, group: groep, basis, steps, yields: opbrengst, version: 1 };
}

const SESSION_MINUTES = 60;

function sessionOf(entry: AgendaFile['sessies'][number], today: Day): Session {
  const { id, dagenGeleden, overDagen = 0, voorstel, afspraken = [], gekozenErvaring, aanwezig } = entry;
  const on = addDays(today, dagenGeleden === undefined ? overDagen : -dagenGeleden);
  const isHeld = dagenGeleden !== undefined;
  return {
    id,
    title: entry.titel,
    startsAt: `${on}T09:00:00.000Z`,
    minutes: SESSION_MINUTES,
    // The next one comes again each month; the one that was held, was held once.
    ...(!isHeld && { recurrence: 'FREQ=MONTHLY' }),
    methodIds: entry.werkvormen,
    agendaItemIds: voorstel?.agenda ?? [],
    experienceIds: voorstel?.ervaringen ?? (gekozenErvaring ? [gekozenErvaring] : []),
    agreements: afspraken.map(({ tekst, org, gedaan }, index) => ({
      id: `${id}-${String(index + 1)}`,
      text: tekst,
      partyId: org,
      isDone: gedaan === 'ja',
    })),
    ...(aanwezig !== undefined && { attendees: aanwezig }),
    status: isHeld ? 'held' : 'planned',
    audience: entry.zichtbaar === 'intern' ? 'internal' : 'everyone',
    version: 1,
  };
}
