/** Bytes over a bare socket: what no HTTP client would send. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './asking';

/** Far longer than the server should take. */
const STUCK_MS = 30_000;

export interface Talk {
  socket: Socket;
  /** What came so far. */
  heard: () => string;
  /** Until this many answers came whole, or the connection ended. */
  answers: (count: number) => Promise<Answer[]>;
  /** Until this was heard; rejects when it never is. */
  hears: (what: RegExp) => Promise<void>;
  /** Until the connection is closed; rejects when it never is. */
  closed: () => Promise<void>;
}

/** Says these bytes; the connection stays open for more. */
export async function talk(url: string, said: string | Buffer = ''): Promise<Talk> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let heard = Buffer.alloc(0);
  let isClosed = false;
  socket.on('data', (data) => {
    heard = Buffer.concat([heard, data]);
  });
  // The server hung up: that is for whoever looks at what was heard.
  socket.on('error', () => undefined);
  socket.once('end', () => {
    isClosed = true;
    socket.end();
  });
  socket.once('close', () => {
    isClosed = true;
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  if (said.length > 0) socket.write(said);
  const until = async (isDone: () => boolean, what: string) => {
    for (const began = Date.now(); !isDone(); await sleep(10))
      if (Date.now() - began > STUCK_MS) {
        socket.destroy();
        throw new Error(`Still waiting for ${what}; heard: ${heard.toString().slice(0, 500)}`);
      }
  };
  return {
    socket,
    heard: () => heard.toString(),
    async answers(count) {
      await until(() => isClosed || parsed(heard).length >= count, `${String(count)} answers`);
      return parsed(heard);
    },
    hears: (what) => until(() => what.test(heard.toString()), String(what)),
    closed: () => until(() => isClosed, 'the end'),
  };
}

/** Says it, and gives the one answer to it. */
export async function answerTo(url: string, said: string | Buffer): Promise<Answer> {
  const { socket, answers } = await talk(url, said);
  const [answer] = await answers(1);
  socket.destroy();
  if (!answer) throw new Error(`Nothing was answered to ${said.toString().slice(0, 200)}`);
  return answer;
}

/** The head of a request by a member. */
export function head(method: string, path: string, headers: Record<string, string | number> = {}): string {
  const all = { host: 'samen', 'samen-demo-person': 'wonen-2', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${String(value)}`);
  return [`${method} /v1${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** Every answer that came whole. */
function parsed(bytes: Buffer): Answer[] {
  const all: Answer[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return all;
    const [first = '', ...lines] = rest.subarray(0, end).toString().split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const length = Number(headers['content-length'] ?? 0);
    const body = rest.subarray(end + 4, end + 4 + length);
    if (body.length < length) return all;
    all.push({ status: Number(first.split(' ')[1]), headers, text: body.toString(), bytes: body });
    rest = rest.subarray(end + 4 + length);
  }
  return all;
}
