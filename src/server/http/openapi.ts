/** The description of the API (OpenAPI 3.1), made from the table of operations. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { ANSWERS_WHAT_IS_LEFT } from './what-is-left';
import { ANSWER_SCHEMAS } from '../../contract/answers';
import { isRead } from '../../contract/old-after';
import { OPERATIONS } from '../../contract/all-operations';
import type { Operation, OperationName } from '../../contract/operations';
import { INPUT_SCHEMAS } from '../../contract/schemas';
import { OWN_DATA_OF_ALL_SPACES } from '../../contract/privacy-schemas';
import { SUMMARIES } from '../../contract/summaries';
import { isMoment } from '../../contract/schema-parts';
import { isDay } from '../../model/day';
import { isId } from '../../model/id';
import { API_VERSION, hasPrecondition, isOfMe, isOfSpace, pathFields } from '../../contract/wire';

type Json = Record<string, unknown>;

const ID = { type: 'string', pattern: '^[a-z0-9-]{1,64}$' };

const schemaOf = (schema: GenericSchema): Json => {
  const { $schema: _dialect, ...json } = toJsonSchema(schema, {
    errorMode: 'ignore',
    typeMode: 'input',
    overrideAction: ({ valibotAction, jsonSchema }) => {
      // The model's own checks, in the words of JSON Schema.
      const { requirement } = valibotAction as { requirement?: unknown };
      if (requirement === isDay) return { ...jsonSchema, format: 'date' };
      if (requirement === isMoment) return { ...jsonSchema, format: 'date-time' };
      if (requirement === isId) return { ...jsonSchema, pattern: ID.pattern };
      return undefined;
    },
  }) as Json;
  return json;
};

const problem = (status: string) => ({ $ref: `#/components/responses/${status}` });

/** `contact`: the e-mail address of who runs the server. */
export function describeApi(contact = 'postmaster@example.org'): Json {
  const paths: Record<string, Json> = {};
  const all = Object.entries(OPERATIONS) as [OperationName, Operation][];
  // What is asked of one thing stands together.
  all.sort(([, one], [, other]) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  for (const [name, operation] of all) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = described(name, operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samen',
      version: API_VERSION,
      description:
        'The wire between the widgets of Samen and any backend: working together within and around a municipality.',
      contact: { name: 'Samen', url: 'https://github.com/samen-widgets/samen', email: contact },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/v1' }],
    tags: TAGS.map(([tag, description]) => ({ name: tag, description })),
    security: [{ token: [] }],
    paths: { ...paths, ...OTHERS },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      headers: {
        ApiVersion: { description: 'The version that answered.', schema: { type: 'string' } },
        ETag: { description: 'The version of what is answered.', schema: { type: 'string' } },
        RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
      },
      schemas: { Problem: PROBLEM },
      responses: RESPONSES,
    },
  };
}

const TAGS = [
  ['me', 'Who asks'],
  ['spaces', 'A space and who takes part'],
  ['compass', 'Intention, rounds, needs and meanings'],
  ['backpack', 'Experiences, replies, pictures and moderation'],
  ['agenda', 'Agenda items, their balls, sessions and calendars'],
  ['results', 'Results, ideas, the chain and the report'],
  ['server', 'The server itself'],
] as const;

function described(name: OperationName, operation: Operation): Json {
  const { method, path } = operation;
  const hasQuery = method === 'GET';
  const { properties = {}, required = [] } = schemaOf(INPUT_SCHEMAS[name]) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const elsewhere = new Set([
    ...pathFields(path),
    ...(isOfSpace(name) ? ['id'] : []),
    ...(hasPrecondition(operation) ? ['version'] : []),
  ]);
  const left = Object.entries(properties).filter(([field]) => !elsewhere.has(field));
  const parameters: Json[] = [...path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => ({
    name: field,
    in: 'path',
    required: true,
    schema: properties[field] ?? ID,
  }));
  if (hasQuery)
    parameters.push(
      ...left.map(([field, schema]) => ({ name: field, in: 'query', required: required.includes(field), schema })),
    );
  if (isRead(name)) parameters.push(AS);
  if (isOfMe(OPERATIONS[name])) parameters.push({ name: 'space', in: 'query', required: false, schema: ID });
  if (!isRead(name)) parameters.push(KEY, ...preconditions(operation));
  const hasBody = !hasQuery && left.length > 0;
  return {
    operationId: name,
    summary: SUMMARIES[name],
    tags: [tagOf(path)],
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(left),
              required: required.filter((field) => !elsewhere.has(field)),
              additionalProperties: false,
            },
          },
        },
      },
    }),
    responses: { ...answers(name, operation), ...problems(name, operation) },
  };
}

function answers(name: OperationName, { method, precondition, isBinary }: Operation): Json {
  const headers = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };
  if (method === 'DELETE' && !ANSWERS_WHAT_IS_LEFT.has(name)) return { 204: { description: 'Gone', headers } };
  // Of bytes there is no more to say than their type (OpenAPI 3.1, "Considerations for binary data").
  if (isBinary) return { 200: { description: 'The picture itself', headers, content: PICTURES } };
  const one = schemaOf(ANSWER_SCHEMAS[name]);
  const schema = name === 'getOwnData' ? { oneOf: [one, schemaOf(OWN_DATA_OF_ALL_SPACES)] } : one;
  const answer = {
    headers: { ...headers, ETag: { $ref: '#/components/headers/ETag' } },
    content: { 'application/json': { schema }, ...(name === 'getReport' && SHEET) },
  };
  return {
    ...(precondition !== 'create' && { 200: { description: 'Done', ...answer } }),
    ...(precondition?.startsWith('create') && { 201: { description: 'Made', ...answer } }),
  };
}

function problems(name: OperationName, { method, precondition }: Operation): Json {
  const statuses = ['400', '401', '404', '503'];
  if (method !== 'GET') statuses.push('413');
  if (!isRead(name)) statuses.push('403', '409', '429');
  if (precondition) statuses.push('412', '428');
  if (name === 'getReport') statuses.push('406');
  return Object.fromEntries(statuses.sort().map((status) => [status, problem(status)]));
}

function preconditions({ precondition }: Operation): Json[] {
  const required = precondition !== 'createOrChange';
  const match = { name: 'If-Match', in: 'header', required, schema: { type: 'string' } };
  const none = { name: 'If-None-Match', in: 'header', required, schema: { type: 'string', enum: ['*'] } };
  if (!precondition) return [];
  return precondition === 'create' ? [none] : precondition === 'change' ? [match] : [match, none];
}

function tagOf(path: string): string {
  if (path.startsWith('/me') || /\/(?:_leave|for-me)$/.test(path)) return 'me';
  if (/^\/spaces\/\{spaceId\}(?:\/members|$)/.test(path)) return 'spaces';
  if (/\/(?:agenda-items|sessions|methods|calendar-keys)(?:\/|$)/.test(path)) return 'agenda';
  if (/\/(?:results|ideas|chain|figures|report|reports\/kept)(?:\/|$)/.test(path)) return 'results';
  return /\/(?:experiences|reports|pictures|log-entries)(?:\/|$)/.test(path) ? 'backpack' : 'compass';
}

/** For Dutch Excel: UTF-8 with a mark, semicolons, decimal commas. In Dutch or English, by Accept-Language. */
const SHEET = { 'text/csv': { schema: { type: 'string' } } };
const PICTURES = { 'image/jpeg': {}, 'image/png': {}, 'image/webp': {} };

const AS = {
  name: 'as',
  in: 'query',
  required: false,
  description: 'Answers as a partner would be answered.',
  schema: { type: 'string', enum: ['partner'] },
};
const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same for a repeat, which has no second effect. Remembered for 30 days.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
};

const PROBLEM = {
  type: 'object',
  description: 'Problem details (RFC 9457).',
  required: ['type', 'status', 'title', 'detail'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    reason: { type: 'string', description: 'Which move was refused (409).' },
    errors: {
      type: 'array',
      description: 'All that is wrong, at once.',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', format: 'json-pointer' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
    current: { description: 'What is there now (412), or what is in the way (409).' },
  },
};

const RESPONSES = Object.fromEntries(
  Object.entries({
    400: 'The request is wrong',
    401: 'Not signed in',
    403: 'Not allowed',
    404: 'Not there, or not for you',
    406: 'Not to be had in that form',
    409: 'Not possible now',
    412: 'Changed in between',
    413: 'Too large',
    428: 'A precondition is missing',
    429: 'Too many',
    503: 'Busy',
  }).map(([status, description]) => [
    status,
    {
      description,
      headers: {
        'API-Version': { $ref: '#/components/headers/ApiVersion' },
        ...(/429|503/.test(status) && { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }),
      },
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

const versioned = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };

/** What is no operation of the domain. */
const OTHERS = {
  '/spaces/{spaceId}/events': {
    get: {
      operationId: 'streamEvents',
      summary: 'What changes, as it changes',
      tags: ['server'],
      parameters: [
        { name: 'spaceId', in: 'path', required: true, schema: ID },
        { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } },
      ],
      responses: {
        200: {
          description: 'A stream of changed, gone and reset',
          headers: versioned,
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        400: problem('400'),
        401: problem('401'),
        404: problem('404'),
        503: problem('503'),
      },
    },
  },
  '/calendars/{key}': {
    get: {
      operationId: 'getCalendar',
      summary: 'A calendar for readers that cannot sign in: titles and dates, of what its person may see',
      tags: ['server'],
      security: [],
      parameters: [
        { name: 'key', in: 'path', required: true, schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{22}$' } },
        { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } },
      ],
      responses: {
        200: {
          description: 'iCalendar (RFC 5545)',
          headers: { ...versioned, ETag: { $ref: '#/components/headers/ETag' } },
          content: { 'text/calendar': { schema: { type: 'string' } } },
        },
        304: { description: 'As it was', headers: versioned },
        400: problem('400'),
        404: problem('404'),
        503: problem('503'),
      },
    },
  },
  '/health': {
    get: {
      operationId: 'getHealth',
      summary: 'Alive and ready, with the database',
      tags: ['server'],
      security: [],
      responses: {
        200: {
          description: 'Ready',
          headers: versioned,
          content: { 'application/json': { schema: { type: 'object', properties: { status: { type: 'string' } } } } },
        },
        503: problem('503'),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      summary: 'This description',
      tags: ['server'],
      security: [],
      responses: {
        200: {
          description: 'OpenAPI 3.1',
          headers: versioned,
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    },
  },
};
