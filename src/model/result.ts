/**
 * What may become of a result (DOMAIN: "Results").
 *
 *             publish, with the reason why (core team)
 *   draft ─────────────────────────────────────────────▶ published, and it stays so
 *   for its party and the core team                      for the audience that was chosen
 *
 * Its status (first sign, interim, reached, stopped) goes any way, before and after: what counts as reached is for people
 * to say. Each status it had stands in its history, by party and job title, never by name.
 */
import { actorOf, refuse, refuseFields } from './ball';
import { addDays } from './day';
import { SamenError } from './errors';
import type { FieldError } from './errors';
import { LARGEST_VALUE, LATEST_DUE_DAYS, MOST_DRIVERS, MOST_MEASUREMENTS } from './limits';
import { demand, demandMember, isCoreTeam, mayEditResult, mayEraseResult, mayWriteResults } from './permissions';
import type { Measure, Measurement, Result, ResultContent } from './result-types';
import { MOST_LINKS } from './session';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import type { Day, Driver, Id, Party, Viewer } from './types';
import { maySee, maySeeResult } from './visibility';

export interface ResultWords extends ResultContent {
  id: Id;
}

/** Evidence that is there for whoever writes: of what is not, nobody is told whether it exists. */
export interface SeenEvidence {
  experiences: ReadonlySet<Id>;
  items: ReadonlySet<Id>;
}

export interface ResultState {
  previous: Result | undefined;
  viewer: Viewer;
  parties: readonly Party[];
  /** The drivers of the intention today. */
  drivers: readonly Driver[];
  /** Of what is named now, and of what was named before. */
  seen: SeenEvidence;
  today: Day;
}

export interface ResultActing {
  viewer: Viewer;
  today: Day;
}

/**
 * A new draft, or a changed result. Evidence that whoever edits does not see stays. Throws `notFound`, also for
 * evidence; `forbidden` (not theirs to edit, or to choose this audience); `invalid`; or `conflict`: `hasMeasurements`.
 */
export function saveResult(input: ResultWords, state: ResultState): Result {
  const { previous, viewer, today } = state;
  const member = demandMember(viewer);
  demand(mayWriteResults(viewer), viewer, 'write a result');
  if (previous) demandEditor(viewer, previous);
  refuseFields(findResultErrors(input, state));
  refuseEvidence(input, state.seen);
  if (previous?.audience !== input.audience) refuseAudience(input.audience, state);
  const content = contentOf(input, state);
  const by = actorOf(member);
  const { status } = content;
  if (!previous) {
    return {
      id: input.id,
      ...content,
      createdByPartyId: member.partyId,
      createdOn: today,
      changedOn: today,
      measurements: [],
      history: [{ on: today, by, kind: 'drafted', status }],
      version: 1,
    };
  }
  if (!content.measure && previous.measurements.length > 0) refuse('hasMeasurements', 'It has values');
  const { measure: _measure, ...rest } = previous;
  return {
    ...rest,
    ...content,
    changedOn: today,
    history:
      status === previous.status ? previous.history : [...previous.history, { on: today, by, kind: 'status', status }],
    version: previous.version + 1,
  };
}

/** For all whom it is meant for, with the reason why this one. Throws `conflict`: `alreadyPublished`. */
export function publishResult(result: Result, reason: string, { viewer, today }: ResultActing): Result {
  demandVisible(viewer, result);
  demand(isCoreTeam(viewer), viewer, 'publish a result');
  if (result.publication) refuse('alreadyPublished', 'It is published');
  refuseFields(checkText('/reason', reason, { required: true }));
  const by = actorOf(demandMember(viewer));
  return {
    ...result,
    publication: { on: today, reason: tidyText(reason), by },
    changedOn: today,
    history: [...result.history, { on: today, by, kind: 'published', status: result.status }],
    version: result.version + 1,
  };
}

/** A value of its measure: a new one, or one that is put right; one a day, in whatever order they are written. */
export function saveMeasurement(result: Result, input: Measurement, { viewer, today }: ResultActing): Result {
  demandVisible(viewer, result);
  demandEditor(viewer, result);
  const { id, on, value, explanation } = input;
  const others = result.measurements.filter((each) => each.id !== id);
  refuseFields(findMeasurementErrors(result, input, { others, today }));
  const why = tidyText(explanation ?? '');
  const measurements = [...others, { id, on, value, ...(why && { explanation: why }) }];
  return changed(result, measurements, today);
}

/** Throws `notFound` for a value that is not there. */
export function eraseMeasurement(result: Result, id: Id, { viewer, today }: ResultActing): Result {
  demandVisible(viewer, result);
  demandEditor(viewer, result);
  const measurements = result.measurements.filter((each) => each.id !== id);
  if (measurements.length === result.measurements.length) throw new SamenError('notFound', 'No such value');
  return changed(result, measurements, today);
}

/** Throws `notFound` or `forbidden` for who may not throw it away. */
export function demandEraser(viewer: Viewer, result: Result): void {
  demandVisible(viewer, result);
  demand(mayEraseResult(viewer, result), viewer, 'erase this result');
}

function demandVisible(viewer: Viewer, result: Result): void {
  demandMember(viewer);
  if (!maySeeResult(result, viewer)) throw new SamenError('notFound', 'Not there, or not for you');
}

function demandEditor(viewer: Viewer, result: Result): void {
  demandVisible(viewer, result);
  demand(mayEditResult(viewer, result), viewer, 'edit this result');
}

function changed(result: Result, measurements: readonly Measurement[], today: Day): Result {
  return {
    ...result,
    measurements: [...measurements].sort((a, b) => (a.on < b.on ? -1 : 1)),
    changedOn: today,
    version: result.version + 1,
  };
}

function findResultErrors(input: ResultWords, { previous, drivers, parties }: ResultState): FieldError[] {
  const isDriver = (id: Id) => drivers.some((driver) => driver.id === id);
  const isParty = (id: Id) => parties.some((party) => party.id === id);
  return [
    ...checkText('/title', input.title, { required: true, limit: TITLE_LIMIT }),
    ...checkText('/whatIsDifferent', input.whatIsDifferent, { required: true }),
    ...checkText('/forWhom', input.forWhom, { limit: TITLE_LIMIT }),
    ...checkText('/stillNeeded', input.stillNeeded),
    ...checkIds('/experienceIds', input.experienceIds, MOST_LINKS),
    ...checkIds('/agendaItemIds', input.agendaItemIds, MOST_LINKS),
    // A driver may leave the intention, and a party the space, after the result was written: then it keeps them.
    ...checkIds('/driverIds', input.driverIds, MOST_DRIVERS, (id) => isDriver(id) || previous?.driverIds.includes(id)),
    ...checkIds('/partyIds', input.partyIds, MOST_LINKS, (id) => isParty(id) || previous?.partyIds.includes(id)),
    ...(input.measure ? findMeasureErrors(input.measure) : []),
  ];
}

function checkIds(
  pointer: string,
  ids: readonly Id[],
  most: number,
  isKnown: (id: Id) => boolean | undefined = () => true,
): FieldError[] {
  if (ids.length > most) return [{ pointer, code: 'tooLong' }];
  return ids.flatMap((id, index): FieldError[] => {
    const at = `${pointer}/${String(index)}`;
    if (!isKnown(id)) return [{ pointer: at, code: 'unknown' }];
    return ids.indexOf(id) < index ? [{ pointer: at, code: 'duplicate' }] : [];
  });
}

function findMeasureErrors({ what, unit, start, goal, source }: Measure): FieldError[] {
  const errors = [
    ...checkText('/measure/what', what, { required: true, limit: TITLE_LIMIT }),
    ...checkText('/measure/unit', unit, { required: true, limit: TITLE_LIMIT }),
    ...checkValue('/measure/start', start),
    ...checkText('/measure/source', source, { limit: TITLE_LIMIT }),
  ];
  if (goal === undefined) return errors;
  errors.push(...checkValue('/measure/goal', goal));
  // From where one is to where one is, there is no way to go.
  if (goal === start) errors.push({ pointer: '/measure/goal', code: 'duplicate' });
  return errors;
}

function checkValue(pointer: string, value: number): FieldError[] {
  return Number.isFinite(value) && Math.abs(value) <= LARGEST_VALUE ? [] : [{ pointer, code: 'format' }];
}

function findMeasurementErrors(
  { measure }: Result,
  { on, value, explanation }: Measurement,
  { others, today }: { others: readonly Measurement[]; today: Day },
): FieldError[] {
  const errors = [...checkValue('/value', value), ...checkText('/explanation', explanation)];
  if (!measure) errors.push({ pointer: '/value', code: 'unknown' });
  if (on > today) errors.push({ pointer: '/on', code: 'tooLate' });
  if (on < addDays(today, -LATEST_DUE_DAYS)) errors.push({ pointer: '/on', code: 'tooEarly' });
  if (others.some((each) => each.on === on)) errors.push({ pointer: '/on', code: 'duplicate' });
  if (others.length >= MOST_MEASUREMENTS) errors.push({ pointer: '/id', code: 'tooLong' });
  return errors;
}

/** What is not there and what is not for whoever writes are the same answer. */
function refuseEvidence({ experienceIds, agendaItemIds }: ResultWords, { experiences, items }: SeenEvidence): void {
  if (experienceIds.every((id) => experiences.has(id)) && agendaItemIds.every((id) => items.has(id))) return;
  throw new SamenError('notFound', 'It names what is not there');
}

/**
 * Nobody chooses readers among whom they, or the party that wrote it, are not. Of what is published only the core team
 * does: it said for whom, and why.
 */
function refuseAudience(audience: Result['audience'], { previous, viewer, parties }: ResultState): void {
  const isPublished = previous?.publication !== undefined;
  const author = parties.find(({ id }) => id === previous?.createdByPartyId);
  const isFromAuthor = audience === 'internal' && author?.kind === 'partner';
  if (maySee(audience, viewer) && !isFromAuthor && (!isPublished || isCoreTeam(viewer))) return;
  throw new SamenError('forbidden', `This member cannot choose the audience "${audience}"`, {
    fields: [{ pointer: '/audience', code: 'unknown' }],
  });
}

function contentOf(input: ResultWords, { previous, seen }: ResultState): ResultContent {
  const { status, experienceIds, agendaItemIds, driverIds, partyIds, audience, measure } = input;
  const hidden = (ids: readonly Id[] = [], there: ReadonlySet<Id>) => ids.filter((id) => !there.has(id));
  return {
    title: tidyText(input.title),
    whatIsDifferent: tidyText(input.whatIsDifferent),
    forWhom: tidyText(input.forWhom),
    status,
    stillNeeded: tidyText(input.stillNeeded),
    experienceIds: [...experienceIds, ...hidden(previous?.experienceIds, seen.experiences)],
    agendaItemIds: [...agendaItemIds, ...hidden(previous?.agendaItemIds, seen.items)],
    driverIds: [...driverIds],
    partyIds: [...partyIds],
    audience,
    ...(measure && { measure: tidyMeasure(measure) }),
  };
}

function tidyMeasure({ what, unit, start, goal, source }: Measure): Measure {
  return {
    what: tidyText(what),
    unit: tidyText(unit),
    start,
    ...(goal !== undefined && { goal }),
    source: tidyText(source),
  };
}
