/** The settings of the server, from the environment; each is checked, and all that is wrong is said at once. */
import { resolve } from 'node:path';
import type { Level } from './log';
import { isId } from '../model/id';
import type { Id } from '../model/types';

export type AuthSettings =
  | { kind: 'demo' }
  | {
      kind: 'proxy';
      secret: string;
      secretHeader: string;
      personHeader: string;
      nameHeader: string;
      partyHeader: string;
    }
  | {
      kind: 'oidc';
      issuer: string;
      audience: string;
      jwksUri?: string;
      claims: { person: string; name: string; party: string };
    };

export interface Settings {
  database: { kind: 'postgres'; url: string; ownerUrl?: string } | { kind: 'directory'; path: string };
  listen: { host: string; port: number };
  origins: string[];
  /** Known to no database and no backup. */
  authorKey?: Uint8Array;
  auth: AuthSettings;
  admins: ReadonlySet<Id>;
  level: Level;
  writesAMinute: number;
  /** The e-mail address of who runs the server, for the description of the API. */
  contact?: string;
  /** Where metrics are read, apart from what the world may reach. */
  metrics?: { host: string; port: number };
}

export type Environment = Record<string, string | undefined>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const LEVELS: readonly Level[] = ['error', 'warn', 'info', 'debug', 'silent'];
const KEY_BYTES = 32;

/** Throws one error whose message says, a line each, what is wrong and how it should be. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = [];
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const wrong = (name: string, should: string) => void problems.push(`${name} ${should}`);
  const required = (name: string, what: string): string => {
    const value = said(name);
    if (value === undefined) wrong(name, `is missing: ${what}.`);
    return value ?? '';
  };

  const listen = readListen(said('SAMEN_LISTEN') ?? '127.0.0.1:8080');
  if (!listen)
    wrong('SAMEN_LISTEN', `is "${said('SAMEN_LISTEN') ?? ''}", but must be host:port, such as 127.0.0.1:8080.`);
  const isLoopback = LOOPBACK.has(listen?.host ?? '');

  const auth = readAuth();
  if (auth.kind !== 'oidc' && listen && !isLoopback)
    wrong('SAMEN_AUTH', `is ${auth.kind}, which is refused unless SAMEN_LISTEN is on loopback (127.0.0.1).`);

  const place = said('SAMEN_DATABASE') ?? '.samen';
  const owner = said('SAMEN_DATABASE_OWNER');
  const isUrl = /^postgres(?:ql)?:\/\//.test(place);
  if (/^[a-z]+:\/\//.test(place) && !isUrl) wrong('SAMEN_DATABASE', 'must be a postgres:// address or a directory.');
  if (owner !== undefined && !/^postgres(?:ql)?:\/\//.test(owner))
    wrong('SAMEN_DATABASE_OWNER', 'must be a postgres:// address.');

  const origins = list('SAMEN_ORIGINS');
  for (const origin of origins)
    if (!isOrigin(origin))
      wrong('SAMEN_ORIGINS', `holds "${origin}", but wants origins such as https://intranet.example.nl.`);

  const admins = list('SAMEN_ADMINS');
  for (const admin of admins) if (!isId(admin)) wrong('SAMEN_ADMINS', `holds "${admin}", which is no id of a person.`);

  const key = said('SAMEN_AUTHOR_KEY');
  const authorKey = key === undefined ? undefined : Buffer.from(key, 'base64');
  if (authorKey && authorKey.length < KEY_BYTES)
    wrong('SAMEN_AUTHOR_KEY', 'must be at least 32 random bytes in base64 (openssl rand -base64 32).');
  if (!authorKey && auth.kind !== 'demo')
    wrong('SAMEN_AUTHOR_KEY', 'is missing: at least 32 random bytes in base64 (openssl rand -base64 32).');

  const level = (said('SAMEN_LOG') ?? 'info') as Level;
  if (!LEVELS.includes(level)) wrong('SAMEN_LOG', `must be one of ${LEVELS.join(', ')}.`);

  const writesAMinute = Number(said('SAMEN_WRITES_A_MINUTE') ?? 120);
  if (!Number.isInteger(writesAMinute) || writesAMinute < 1)
    wrong('SAMEN_WRITES_A_MINUTE', 'must be a whole number of at least 1.');

  const contact = said('SAMEN_CONTACT');
  if (contact && !/^[^\s@]+@[^\s@]+$/.test(contact)) wrong('SAMEN_CONTACT', 'must be an e-mail address.');
  const metricsAt = said('SAMEN_METRICS');
  const metrics = metricsAt === undefined ? undefined : readListen(metricsAt);
  if (metricsAt && !metrics) wrong('SAMEN_METRICS', 'must be host:port, such as 127.0.0.1:9090.');

  if (problems.length > 0 || !listen) throw new Error(`These settings are wrong:\n  ${problems.join('\n  ')}`);
  return {
    database: isUrl
      ? { kind: 'postgres', url: place, ...(owner && { ownerUrl: owner }) }
      : { kind: 'directory', path: resolve(place) },
    listen,
    origins,
    ...(authorKey && { authorKey }),
    auth,
    admins: new Set(admins),
    level,
    writesAMinute,
    ...(contact && { contact }),
    ...(metrics && { metrics }),
  };

  function list(name: string): string[] {
    return (said(name) ?? '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
  }

  function readAuth(): AuthSettings {
    const kind = said('SAMEN_AUTH') ?? 'demo';
    if (kind === 'oidc') {
      const issuer = required('SAMEN_OIDC_ISSUER', 'the address of who signs the tokens');
      const jwksUri = said('SAMEN_OIDC_JWKS');
      if (issuer && !isSecureUrl(issuer)) wrong('SAMEN_OIDC_ISSUER', 'must be an https address.');
      if (jwksUri && !isSecureUrl(jwksUri)) wrong('SAMEN_OIDC_JWKS', 'must be an https address.');
      return {
        kind,
        issuer,
        audience: required('SAMEN_OIDC_AUDIENCE', 'for whom the tokens are'),
        ...(jwksUri && { jwksUri }),
        claims: {
          person: said('SAMEN_OIDC_CLAIM_PERSON') ?? 'sub',
          name: said('SAMEN_OIDC_CLAIM_NAME') ?? 'name',
          party: said('SAMEN_OIDC_CLAIM_PARTY') ?? 'party',
        },
      };
    }
    if (kind === 'proxy') {
      const secret = required('SAMEN_PROXY_SECRET', 'what the proxy sends along to be believed');
      if (secret && secret.length < 32) wrong('SAMEN_PROXY_SECRET', 'must be at least 32 characters.');
      return {
        kind,
        secret,
        secretHeader: said('SAMEN_PROXY_HEADER_SECRET') ?? 'samen-proxy-secret',
        personHeader: said('SAMEN_PROXY_HEADER_PERSON') ?? 'samen-proxy-person',
        nameHeader: said('SAMEN_PROXY_HEADER_NAME') ?? 'samen-proxy-name',
        partyHeader: said('SAMEN_PROXY_HEADER_PARTY') ?? 'samen-proxy-party',
      };
    }
    if (kind !== 'demo') wrong('SAMEN_AUTH', `is "${kind}", but must be oidc, proxy or demo.`);
    return { kind: 'demo' };
  }
}

function readListen(text: string): { host: string; port: number } | undefined {
  const match = /^(?:(\[[0-9a-f:]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(text);
  const port = Number(match?.[2]);
  if (!match || port > 65_535) return undefined;
  return { host: (match[1] ?? '127.0.0.1').replace(/^\[|\]$/g, ''), port };
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text && /^https?:/.test(text);
  } catch {
    return false;
  }
}

function isSecureUrl(text: string): boolean {
  try {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  } catch {
    return false;
  }
}
