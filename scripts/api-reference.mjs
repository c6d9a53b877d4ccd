/** `npm run api-reference`: docs/api.md, the API for people to read, from its description. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { root } from './setup.mjs';

const HEAD = `# The API

Made from the table of operations by \`npm run api-reference\`; the same as OpenAPI 3.1 stands at \`/v1/openapi.json\`.

Every address begins with \`/v1\`. A write carries an \`Idempotency-Key\`: a repeat with the same key has no second
effect. A change carries the version it was based on in \`If-Match\`, as \`ETag\` gave it; a new thing \`If-None-Match: *\`.
What goes wrong is \`application/problem+json\` (RFC 9457), with every error at once.
`;

/** A schema in a few words. */
function typeOf(schema = {}) {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {});
    return `{ ${fields.map(([name, field]) => `${name}${schema.required?.includes(name) ? '' : '?'}: ${typeOf(field)}`).join('; ')} }`;
  }
  if (schema.format) return schema.format;
  return schema.type ?? 'anything';
}

function rows(title, fields) {
  if (fields.length === 0) return '';
  const lines = fields.map(
    ({ name, required, schema, where }) =>
      `| \`${name}\` | ${where} | ${required ? 'yes' : ''} | ${typeOf(schema).replaceAll('|', '\\|')} |`,
  );
  return `\n| ${title} | in | needed | what |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

function section(path, method, operation) {
  const body = operation.requestBody?.content['application/json'].schema;
  const fields = [
    ...(operation.parameters ?? []).map(({ name, in: where, required, schema }) => ({ name, where, required, schema })),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
      name,
      where: 'body',
      required: body.required?.includes(name),
      schema,
    })),
  ];
  const answers = Object.entries(operation.responses).flatMap(([status, { content = {} }]) => {
    if (!status.startsWith('2')) return [];
    const json = content['application/json'];
    const others = Object.keys(content).filter((type) => type !== 'application/json');
    const said = [
      ...(json ? [typeOf(json.schema)] : []),
      ...(json && others.length > 0 ? ['or'] : []),
      others.join(', '),
    ]
      .filter(Boolean)
      .join(' ');
    return [said ? `${status}: ${said}` : status];
  });
  const problems = Object.keys(operation.responses).filter((status) => /^[45]/.test(status));
  return `\n### ${operation.summary}\n\n\`${method.toUpperCase()} ${path}\` (${operation.operationId})\n${rows('field', fields)}\nAnswers ${answers.join('; ')}. Problems: ${problems.join(', ') || 'none'}.\n`;
}

/** The whole page. */
export function apiReference(api) {
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const parts = api.tags.map(({ name, description }) => {
    const sections = all
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ path, method, operation }) => section(path, method, operation));
    return `\n## ${description}\n${sections.join('')}`;
  });
  return HEAD + parts.join('');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  build({ ifStale: true, types: false });
  const { describeApi } = await import(pathToFileURL(join(root, 'dist', 'server', 'index.js')).href);
  writeFileSync(join(root, 'docs', 'api.md'), apiReference(describeApi()));
}
