/** Requests as they come, over connections that stay open, and what every answer must have. */
import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { API_VERSION } from '../../../src/contract/wire';

export interface Asked {
  method: string;
  /** Below `/v1`. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  bytes: Buffer;
}

/** Far longer than anything takes: what is not answered by then never is. */
const STUCK_MS = 60_000;

export class Caller {
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(url: string, sockets = 16) {
    this.#url = new URL(url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  /** Rejects when it is not answered. */
  async ask(asked: Asked): Promise<Answer> {
    try {
      return await this.#once(asked);
    } catch (error) {
      // The server let go of a connection at the moment it was used again: as every client does, once more.
      if ((error as { isStale?: boolean }).isStale) return this.#once(asked);
      throw error;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #once({ method, path, headers = {}, body }: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const isInPieces = 'transfer-encoding' in headers;
      const length = body === undefined || isInPieces ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const { hostname, port } = this.#url;
      const own = { ...length, ...headers };
      const sent = request({ agent: this.#agent, hostname, port, method, path: `/v1${path}`, headers: own });
      const stuck = setTimeout(() => sent.destroy(new Error(`Not answered: ${method} ${path}`)), STUCK_MS);
      sent.once('error', (error) => {
        clearTimeout(stuck);
        const isStale = sent.reusedSocket && (error as { code?: string }).code === 'ECONNRESET';
        reject(Object.assign(error, { isStale }));
      });
      sent.once('response', (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('error', reject);
        response.once('end', () => {
          clearTimeout(stuck);
          const bytes = Buffer.concat(pieces);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString(), bytes });
        });
      });
      sent.end(body);
    });
  }
}

const STRICT: Record<string, string> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

const SANDBOX = "default-src 'none';frame-ancestors 'none';sandbox";

/** Every answer, of whatever went wrong: the strict headers, the version, and a problem where it is one. */
export function assertManners({ status, headers, text }: Answer, method = 'GET'): unknown {
  const isPicture = status === 200 && /^image\/(?:jpeg|png|webp)$/.test(headers['content-type'] ?? '');
  const strict = isPicture
    ? { ...STRICT, 'content-security-policy': SANDBOX, 'content-disposition': 'inline' }
    : STRICT;
  for (const [name, value] of Object.entries(strict)) assert.equal(headers[name], value, name);
  assert.match(String(headers['api-version']), /^1\.\d+\.\d+$/);
  assert.equal(headers['api-version'], API_VERSION);
  assert.equal(headers['x-powered-by'], undefined);
  assert.equal(headers['server'], undefined);
  if (method === 'HEAD' || status === 204) {
    assert.equal(text, '');
    return undefined;
  }
  if (isPicture) return undefined;
  const kind = headers['content-type'] ?? '';
  if (status < 300) {
    assert.match(kind, /^application\/json; charset=utf-8$/);
    return JSON.parse(text) as unknown;
  }
  assert.ok(status >= 400, `It answers ${String(status)}`);
  assert.match(kind, /^application\/problem\+json(?:; charset=utf-8)?$/);
  const problem = JSON.parse(text) as Record<string, unknown>;
  assert.equal(problem['status'], status);
  for (const name of ['type', 'title', 'detail']) {
    assert.equal(typeof problem[name], 'string', name);
    assert.notEqual(problem[name], '', name);
  }
  const known = ['type', 'status', 'title', 'detail', 'reason', 'errors', 'current'];
  for (const name of Object.keys(problem)) assert.ok(known.includes(name), `A problem with ${name}`);
  for (const error of (problem['errors'] ?? []) as Record<string, unknown>[])
    assert.match(`${String(error['pointer'])} ${String(error['code'])}`, /^(?:\/[^]*)? [a-zA-Z]+$/);
  if (status === 401) assert.ok(headers['www-authenticate']);
  if (status === 429 || status === 503) assert.match(String(headers['retry-after']), /^\d+$/);
  return problem;
}

/** Manners, and this very status. */
export function assertAnswers(answer: Answer, status: number, method?: string): Record<string, unknown> {
  assert.equal(answer.status, status, answer.text);
  return (assertManners(answer, method) ?? {}) as Record<string, unknown>;
}
