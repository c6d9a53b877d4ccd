import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { Me } from '../../../src/contract/operations';

/** A request as it came over the wire. */
export interface Heard {
  method: string;
  /** Path and query, with `/v1`. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Answers one request; what it does not end stays open. */
export type Script = (heard: Heard, response: ServerResponse) => void;

export const ME: Me = {
  personId: 'wonen-2',
  name: 'Anna',
  member: { id: 'wonen-2', name: 'Anna', jobTitle: 'Adviseur', partyId: 'wonen', role: 'member' },
};

const started: ScriptedServer[] = [];
after(() => {
  for (const server of started) server.close();
});

/** A real server on loopback that says what a test lets it say. */
export class ScriptedServer {
  readonly heard: Heard[] = [];
  /** For the requests that no other line is for. */
  script: Script = json(200, {});
  /** For the next requests, one each. */
  readonly next: Script[] = [];
  /** Without: `/me` is answered with who `me` says. */
  me: Script = (heard, response) => {
    json(200, ME)(heard, response);
  };
  events: Script = stream();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  static async start(): Promise<ScriptedServer> {
    const server = new ScriptedServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    started.push(server);
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/v1`;
  }

  /** What was asked of a path that ends so. */
  to(end: string): Heard[] {
    return this.heard.filter(({ url }) => new URL(url, this.address).pathname.endsWith(end));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** As when the network is gone: every connection that is open breaks. */
  cut(): void {
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const heard: Heard = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    this.heard.push(heard);
    response.on('error', () => undefined);
    const { pathname } = new URL(heard.url, this.address);
    const script = pathname.endsWith('/events')
      ? this.events
      : pathname === `/v1${OPERATIONS.getMe.path}`
        ? this.me
        : (this.next.shift() ?? this.script);
    script(heard, response);
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Script {
  return (_heard, response) => {
    const type = status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
    response.writeHead(status, { 'API-Version': '1.0.0', 'Content-Type': type, ...headers });
    response.end(JSON.stringify(body));
  };
}

export function html(status: number): Script {
  return (_heard, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>Welkom op ons wifi</title>');
  };
}

/** Something that is no JSON, such as a picture. */
export function bytes(status: number, body: Uint8Array, headers: Record<string, string>): Script {
  return (_heard, response) => {
    response.writeHead(status, { 'API-Version': '1.0.0', ...headers }).end(body);
  };
}

export const empty: Script = (_heard, response) => {
  response.writeHead(204, { 'API-Version': '1.0.0' }).end();
};

/** Says these chunks, one by one, and stays open. */
export function stream(...chunks: (string | Uint8Array)[]): Script {
  return (_heard, response) => {
    response.writeHead(200, { 'API-Version': '1.0.0', 'Content-Type': 'text/event-stream' });
    response.flushHeaders();
    const say = (rest: readonly (string | Uint8Array)[]) => {
      if (rest.length === 0) return;
      response.write(rest[0]);
      // Each in a packet of its own.
      setTimeout(say, 5, rest.slice(1));
    };
    say(chunks);
  };
}

/** Until it is so; how long that takes is the machine's. */
export async function until(what: string, isSo: () => unknown): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`It never came to be: ${what}`);
}

/** What is under way on loopback has had time to arrive: for what must not happen. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));
