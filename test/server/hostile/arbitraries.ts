/** Inputs made from the schemas of the operations themselves: valid, nearly valid, and nonsense. */
import fc from 'fast-check';
import type * as v from 'valibot';
import { ITEMS, METHOD, SESSIONS } from './agenda-scene';
import { DRIVERS, EXPERIENCES, MAY_BE_SHOWN, NEEDS, OTHERS, PARTIES, PICTURE, REPLY, ROUNDS } from './scene';
import { IDEAS, KEPT, MEASUREMENT, RESULTS } from './story-scene';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { Operation, OperationName } from '../../../src/contract/operations';
import { INPUT_SCHEMAS } from '../../../src/contract/schemas';
import { DEFAULT_SETTINGS } from '../../../src/model/space';
import { STRANGER, TINY_PICTURE, TODAY } from '../../backends/conformance/kit';

/** What of a schema is looked at. */
interface Part {
  type: string;
  pipe?: Part[];
  entries?: Record<string, Part>;
  wrapped?: Part;
  item?: Part;
  options?: string[];
  requirement?: unknown;
}
type Fields = Record<string, unknown>;

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((said) => said.replace(/\p{C}/gu, '.'));
const uuid = fc.uuid({ version: 4 });
const rounds = fc.constantFrom(...Object.values(ROUNDS));
const need = fc.constantFrom(...NEEDS);
const experience = fc.constantFrom(...EXPERIENCES);
const driver = fc.constantFrom(...DRIVERS.map(({ id }) => id));
// Not jeugd: who moves there may read what is kept there.
const party = fc.constantFrom(...PARTIES.map(({ id }) => id).filter((id) => id !== 'jeugd'));

/** What makes sense for a field, so that more than its form is tried: what there is, and what fits together. */
const LIKELY: Record<string, fc.Arbitrary<unknown>> = {
  // As the scene has it, mostly: after that it is luck who comes first.
  version: fc.constantFrom(1, 1, 1, 2, 0),
  roundId: rounds,
  partyId: party,
  party,
  driverId: driver,
  driver,
  withId: need,
  currentPhaseId: fc.constant('start'),
  closesOn: fc.constantFrom(TODAY, '2026-04-01', '9999-12-31'),
  'openRound.id': uuid,
  'closeRound.id': rounds,
  'saveMember.id': fc.oneof(fc.constantFrom(...OTHERS), uuid),
  'removeMember.id': fc.constantFrom(...OTHERS, STRANGER),
  'saveNeed.id': fc.oneof(need, uuid),
  'saveCheckIn.answers': fc.tuple(
    ...DRIVERS.map(({ id }) =>
      fc.record({ driverId: fc.constant(id), answer: fc.constantFrom('good', 'couldBeBetter', 'notWorking') }),
    ),
  ),
  'saveIntention.drivers': fc.constantFrom(DRIVERS, DRIVERS.slice(1), []),
  'changeSpace.settings': fc.constantFrom(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, roundIntervalDays: 21 }),
  'changeSpace.setup': fc.constant('done'),
  'changeSpace.parties': text.map((task) => PARTIES.map((each) => ({ ...each, task }))),
  'changeSpace.phases': text.map((name) => [{ id: 'start', name, goal: '' }]),
};
Object.assign(LIKELY, {
  experienceId: experience,
  pictureId: fc.constant(PICTURE),
  driverIds: fc.constantFrom(['d-een'], ['d-een', 'd-twee'], []),
  'saveExperience.id': fc.oneof(experience, uuid, uuid),
  'saveExperience.version': fc.constantFrom(0, 0, 0, 1),
  'saveReply.version': fc.constantFrom(0, 0, 1),
  'showExperience.id': fc.constantFrom(...MAY_BE_SHOWN),
  'approveExperience.id': fc.constantFrom(...MAY_BE_SHOWN),
  'saveReply.id': fc.oneof(fc.constant(REPLY), uuid),
  'eraseReply.id': fc.constant(REPLY),
  'savePicture.id': uuid,
  'savePicture.data': fc.constantFrom(TINY_PICTURE, 'AAAA', '!'),
  'getPicture.id': fc.constant(PICTURE),
});
for (const name of Object.keys(OPERATIONS))
  if (/Experience$|Reaction$|^listReplies$/.test(name)) LIKELY[`${name}.id`] ??= experience;
const item = fc.constantFrom(...Object.values(ITEMS));
const session = fc.constantFrom(...Object.values(SESSIONS));
Object.assign(LIKELY, {
  otherId: item,
  toPartyId: party,
  onBehalfOf: party,
  holder: party,
  phase: fc.constant('start'),
  phaseId: fc.constant('start'),
  dueOn: fc.constantFrom(TODAY, '2026-04-01', '2020-01-01', '9999-12-31'),
  topics: fc.constantFrom(['huur'], ['huur', 'schuld'], []),
  methodIds: fc.constantFrom([METHOD], []),
  agendaItemIds: fc.constantFrom([ITEMS.held], [ITEMS.internal, ITEMS.nobody], []),
  experienceIds: fc.constantFrom(['ervaring-wonen'], []),
  startsAt: fc.constantFrom('2026-03-10T09:00:00Z', '2026-04-01T11:00:00+02:00', '2020-01-01T00:00:00Z'),
  recurrence: fc.constantFrom('FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=-1TU', 'FREQ=SECONDLY'),
  minutes: fc.constantFrom(45, 90, 0),
  'saveAgendaItem.id': fc.oneof(item, uuid),
  'saveSession.id': fc.oneof(session, uuid),
  'eraseSession.id': session,
  'resumeItem.id': fc.constant(ITEMS.paused),
  'reopenItem.id': fc.constant(ITEMS.done),
  'progressBall.id': fc.constantFrom(ITEMS.held, ITEMS.theirs),
  'offerBall.id': fc.constantFrom(ITEMS.held, ITEMS.theirs),
  'releaseBall.id': fc.constantFrom(ITEMS.held, ITEMS.theirs, ITEMS.alike),
  'getSessionProposal.id': session,
  'findSimilarItems.title': fc.constantFrom('Huur punt', 'Huur punt-dubbel kanarie', 'x'),
});
const result = fc.constantFrom(...Object.values(RESULTS));
const idea = fc.constantFrom(...Object.values(IDEAS));
const MEASURE = { what: 'Brieven', unit: 'brieven', start: 0, goal: 10, source: 'telling' };
const kept = fc.constantFrom(...Object.values(KEPT));
Object.assign(LIKELY, {
  from: fc.constantFrom('2026-01-01', '2026-02-01', '0000-01-01'),
  until: fc.constantFrom(TODAY, '2026-02-28', '9999-12-31'),
  kept,
  choices: fc.constantFrom([{ experienceId: 'ervaring-beleid', reason: 'Raakt' }], []),
  'getKeptReport.id': kept,
  'saveKeptReport.id': fc.oneof(kept, uuid),
  'getChain.kind': fc.constantFrom('agendaItem', 'experience', 'need', 'driver', 'result', 'idea'),
  'getChain.id': fc.oneof(item, experience, need, result, idea, fc.constant('d-een')),
  resultId: result,
  measure: fc.constantFrom(MEASURE, { ...MEASURE, goal: 0 }, { ...MEASURE, start: -1e12, goal: 1e12 }),
  on: fc.constantFrom(TODAY, '2026-02-20', '2020-01-01', '9999-12-31'),
  partyIds: fc.constantFrom(['wonen'], ['wonen', 'welzijn'], []),
  'saveMeasurement.id': fc.oneof(fc.constant(MEASUREMENT), uuid),
  'eraseMeasurement.id': fc.constant(MEASUREMENT),
  'saveResult.id': fc.oneof(result, uuid),
  'saveIdea.id': fc.oneof(idea, uuid),
  'adoptIdea.agendaItemId': uuid,
});
for (const name of ['getResult', 'eraseResult']) LIKELY[`${name}.id`] = result;
// Once published it is for everyone.
LIKELY['publishResult.id'] = fc.constantFrom(RESULTS.draft, RESULTS.published);
for (const name of ['eraseIdea', 'joinIdea', 'adoptIdea', 'declineIdea']) LIKELY[`${name}.id`] = idea;
// What is offered is answered where there is an offer, mostly as it was when it was made.
for (const name of ['acceptBall', 'returnBall', 'withdrawBall'])
  LIKELY[`${name}.id`] = fc.constantFrom(ITEMS.toUs, ITEMS.byUs);
for (const name of Object.keys(OPERATIONS))
  if (/Ball$/.test(name)) LIKELY[`${name}.version`] = fc.constantFrom(2, 2, 3);
for (const name of Object.keys(OPERATIONS))
  if (/AgendaItem$|Ball$|Item$|Items$|^listHandovers$|^settleOverlap$|^setParticipation$/.test(name))
    LIKELY[`${name}.id`] ??= item;
for (const name of ['eraseNeed', 'matchNeed', 'unmatchNeed', 'fulfilNeed']) LIKELY[`${name}.id`] = need;

/** A valid input of an operation, as its schema says. */
export function validInput(operation: OperationName): fc.Arbitrary<Fields> {
  const schema: v.GenericSchema = INPUT_SCHEMAS[operation];
  return valid(schema as unknown as Part, operation) as fc.Arbitrary<Fields>;
}

function valid(part: Part, operation: OperationName, field = ''): fc.Arbitrary<unknown> {
  const made = fromSchema(part, operation, field);
  const likely = LIKELY[`${operation}.${field}`] ?? LIKELY[field];
  return likely && part.type !== 'optional'
    ? fc.oneof({ weight: 6, arbitrary: likely }, { weight: 1, arbitrary: made })
    : made;
}

function fromSchema(part: Part, operation: OperationName, field: string): fc.Arbitrary<unknown> {
  const rule = (type: string) => actionsOf(part).find((each) => each.type === type)?.requirement as number | undefined;
  switch (part.type) {
    case 'strict_object': {
      const entries = Object.entries(part.entries ?? {});
      const fields = entries.map(([name, each]) => [name, valid(each, operation, name)] as const);
      const requiredKeys = entries.filter(([, each]) => each.type !== 'optional').map(([name]) => name);
      const any = fc.record(Object.fromEntries(fields), { requiredKeys });
      if (fields.length - requiredKeys.length < 3) return any;
      // Of a patch: each field asks rights of its own, so that one at a time is what people may do.
      const oneOf = fc
        .tuple(fc.record(Object.fromEntries(fields)), fc.constantFrom(...entries.map(([name]) => name)))
        .map(([all, one]) => pick(all, [...requiredKeys, one]));
      return fc.oneof(any, oneOf);
    }
    case 'optional':
      return valid(orThrow(part.wrapped), operation, field);
    case 'array':
      return fc.array(valid(orThrow(part.item), operation), { maxLength: Math.min(4, rule('max_length') ?? 4) });
    case 'boolean':
      return fc.boolean();
    case 'picklist':
      return fc.constantFrom(...(part.options ?? []));
    case 'number': {
      const [min, max] = [rule('min_value') ?? 0, rule('max_value') ?? Number.MAX_SAFE_INTEGER];
      const small = fc.integer({ min, max: Math.min(max, min + 3) });
      return fc
        .oneof({ weight: 8, arbitrary: small }, { weight: 1, arbitrary: fc.maxSafeInteger() })
        .map((number) => Math.min(max, Math.max(min, number)));
    }
    case 'string':
      return ofForm(part);
    default:
      throw new Error(`A schema of ${part.type}: teach it to this generator.`);
  }
}

const pick = (fields: Fields, names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

/** Which of the forms of a text this schema takes is found by asking its checks. */
function ofForm(part: Part): fc.Arbitrary<string> {
  const checks = actionsOf(part)
    .filter(({ type }) => type === 'check')
    .map(({ requirement }) => requirement);
  const takes = (value: string) => checks.every((check) => (check as (value: string) => boolean)(value));
  if (!takes('A text')) return takes(TODAY) && !takes('an-id') ? aDay : uuid;
  return text;
}

const aDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** All that a value goes through, also where one pipe stands in another. */
function actionsOf({ pipe = [] }: Part): Part[] {
  return pipe.flatMap((each) => (each.pipe ? actionsOf(each) : [each]));
}

function orThrow(part: Part | undefined): Part {
  if (!part) throw new Error('A schema without its inside');
  return part;
}

const UGLY = [
  ...[undefined, null, true, '', ' ', 0, -1, 1.5, 1e21, 1e308, -0, 2 ** 53, [], {}, [[]], [null], { id: 'wonen-2' }],
  ...['\0', 'a\0b', '\u202Egedraaid', '\ud800', '\uFEFF', '../../elders', 'elders', "' or 1=1 --", '%00', '%', '"'],
  ...['<img src=x onerror=alert(1)>', 'NaN', '1e3', '2026-02-30', '2026-13-01', '0000-00-00', '+275760-09-13', '$1'],
  ...['wonen-2.wonen-3', 'person:wonen-3', 'a'.repeat(65), 'a'.repeat(201), 'b'.repeat(5001), '😀'.repeat(5001)],
  Array.from({ length: 120 }, () => ({})),
];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'extra',
  'spaceId',
  'personId',
  'audience',
  'role',
  '',
];

/** Valid but for one field: another value there, or one that has no business there. */
export function nearlyValid(operation: OperationName): fc.Arbitrary<Fields> {
  const ugly = fc.oneof(fc.constantFrom(...UGLY), fc.anything({ maxDepth: 1 }));
  return fc
    .record({ input: validInput(operation), ugly, at: fc.nat(), key: fc.option(fc.constantFrom(...KEYS)) })
    .map(({ input, ugly: value, at, key }) => {
      const changed = structuredClone(input);
      const places = placesIn(changed);
      const [holder, name] = places[at % places.length] ?? [changed, 'extra'];
      put(holder, key ?? name, value);
      return changed;
    });
}

/** Everything that can be replaced: what holds it, and its name there. */
function placesIn(holder: object): [object, string][] {
  return Object.entries(holder).flatMap(([name, value]): [object, string][] => [
    [holder, name],
    ...(typeof value === 'object' && value !== null ? placesIn(value as object) : []),
  ]);
}

/** As a key of its own, also where a language means something else by it. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

export interface Nonsense {
  method: string;
  params: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  body: string | undefined;
}

const ugly = fc.oneof(
  fc.constantFrom(...UGLY.filter((value) => typeof value === 'string')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  uuid,
);

/** A request whose every part is made up. */
export function nonsense(operation: OperationName): fc.Arbitrary<Nonsense> {
  const { method, path }: Operation = OPERATIONS[operation];
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const etag = fc.oneof(fc.constantFrom('*', '"1"', 'W/"1"', '"0"', '1', '"1", "2"', '"-1"', '"9999999999"'), ugly);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  return fc
    .record({
      method: fc.oneof(
        { weight: 6, arbitrary: fc.constant<string>(method) },
        { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS') },
      ),
      params: fc.tuple(...names.map((name) => fc.oneof(name === 'spaceId' ? fc.constant('samen') : need, ugly))),
      query: fc.array(fc.tuple(fc.constantFrom('as', 'limit', 'cursor', 'space', 'driver', ...KEYS), ugly), {
        maxLength: 2,
      }),
      match: maybe(etag),
      none: maybe(etag),
      key: maybe(fc.oneof(uuid, ugly)),
      type: maybe(fc.constantFrom('application/json', 'text/plain', 'application/json; charset=utf-16', 'x')),
      body: maybe(fc.oneof(fc.json(), fc.constantFrom('{', '[]', 'null', '""', '{"__proto__":{"a":1}}', ''), ugly)),
    })
    .map(({ method: asked, params, query, match, none, key, type, body }) => ({
      method: asked,
      params: Object.fromEntries(names.map((name, index) => [name, params[index] ?? ''])),
      query,
      body,
      headers: Object.fromEntries(
        Object.entries({
          'If-Match': match,
          'If-None-Match': none,
          'Idempotency-Key': key,
          'Content-Type': type,
        }).filter((pair): pair is [string, string] => pair[1] !== undefined),
      ),
    }));
}
