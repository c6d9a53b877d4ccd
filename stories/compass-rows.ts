/** Variations of the demonstration, as rows of a storage: the situations a compass can be in. */
import type { DemoRow } from '../src/demo-data/lindeveld';
import { addDays } from '../src/model/day';
import { release } from '../src/model/release';
import { SETUP_STEPS } from '../src/model/types';
import type { Answer, Day, Intention, Round, Space } from '../src/model/types';

export type DemoRows = ReadonlyMap<string, DemoRow>;

function rowOf<T extends DemoRow['row']>(rows: DemoRows, key: string): T {
  const found = rows.get(key);
  if (!found) throw new Error(`The demonstration has no ${key}`);
  return found.row as T;
}

function withRow(rows: DemoRows, key: string, row: DemoRow['row'] & { version?: number }): DemoRows {
  return new Map([...rows, [key, { form: 1, version: row.version ?? 1, audience: 'everyone', row }]]);
}

const spaceKey = (rows: DemoRows) => [...rows.keys()].find((key) => key.startsWith('space/')) ?? 'space/';

export const spaceRow = (rows: DemoRows): Space => rowOf<Space>(rows, spaceKey(rows));
export const intentionRow = (rows: DemoRows): Intention => rowOf<Intention>(rows, 'intention/intention');

/** The same space with something of it otherwise. */
export function withSpace(rows: DemoRows, change: Partial<Space>): DemoRows {
  return withRow(rows, spaceKey(rows), { ...spaceRow(rows), ...change });
}

export function withIntention(rows: DemoRows, change: Partial<Intention>): DemoRows {
  return withRow(rows, 'intention/intention', { ...intentionRow(rows), ...change });
}

/** Only the kinds named here stay. */
function only(rows: DemoRows, ...kinds: string[]): DemoRows {
  return new Map([...rows].filter(([key]) => kinds.includes(key.split('/')[0] ?? '')));
}

export function withoutRounds(rows: DemoRows): DemoRows {
  return only(rows, 'space', 'member', 'intention', 'need', 'meaning');
}

/** A fourth round is open, in which some already took part. */
export function withOpenRound(rows: DemoRows, today: Day, closesIn = 10): DemoRows {
  const number = [...rows.keys()].filter((key) => key.startsWith('round/')).length + 1;
  const round: Round = {
    id: `ronde-${String(number)}`,
    number,
    openedOn: addDays(today, -4),
    closesOn: addDays(today, closesIn),
    drivers: intentionRow(rows).drivers,
    participation: { about: 25, of: only(rows, 'member').size, on: today },
    version: 1,
  };
  return withRow(rows, `round/${round.id}`, round);
}

/** One closed round in which so many of each party gave these answers to every driver. */
export function withOneRound(rows: DemoRows, today: Day, given: Readonly<Record<string, readonly Answer[]>>): DemoRows {
  const { drivers } = intentionRow(rows);
  const { parties } = spaceRow(rows);
  const checkIns = Object.entries(given).flatMap(([partyId, answers]) =>
    answers.map((answer) => ({ partyId, answers: drivers.map(({ id: driverId }) => ({ driverId, answer })) })),
  );
  const closedOn = addDays(today, -3);
  const round: Round = {
    id: 'ronde-1',
    number: 1,
    openedOn: addDays(closedOn, -14),
    closesOn: closedOn,
    closedOn,
    drivers,
    participation: { about: 0, of: only(rows, 'member').size, on: closedOn },
    version: 2,
  };
  const made = release({ roundId: round.id, drivers, parties, checkIns, shuffle: (items) => [...items] });
  return withRow(withRow(withoutRounds(rows), `round/${round.id}`, round), `release/${round.id}`, made);
}

/** Three people took part: too few to show anything. */
export function withTooFew(rows: DemoRows, today: Day): DemoRows {
  return withOneRound(rows, today, { 'afd-werk': ['good', 'couldBeBetter'], 'par-zorg': ['notWorking'] });
}

/** A space that was made today and has come to this step of its first hour. */
export function inSetup(rows: DemoRows, setup: Space['setup']): DemoRows {
  const { currentPhaseId: _none, ...space } = spaceRow(rows);
  const parties = space.parties.slice(0, 3);
  const isOfParty = ([key, { row }]: [string, DemoRow]) =>
    !key.startsWith('member/') || parties.some(({ id }) => 'partyId' in row && row.partyId === id);
  const here = new Map([...only(rows, 'space', 'member')].filter(isOfParty));
  const blank = withRow(here, spaceKey(rows), { ...space, setup, phases: [], parties });
  const hasIntention = SETUP_STEPS.indexOf(setup) > SETUP_STEPS.indexOf('intention');
  return !hasIntention ? blank : withRow(blank, 'intention/intention', intentionRow(rows));
}
