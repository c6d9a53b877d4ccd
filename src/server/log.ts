import { pino } from 'pino';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type Level = 'error' | 'warn' | 'info' | 'debug' | 'silent';

/**
 * What is written down: what was asked and how it went, never what was in it. No text, no name, no token, no
 * address of a thing or of a person: of a route its pattern, of an error its kind and where it happened.
 */
export class Log {
  readonly #pino;

  constructor(level: Level, destination?: { write: (line: string) => void }) {
    const options = { level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` };
    this.#pino = destination ? pino(options, destination) : pino(options);
  }

  info(event: string, fields: Record<string, string | number> = {}): void {
    this.#pino.info(fields, event);
  }

  warn(event: string, error?: unknown): void {
    this.#pino.warn(error === undefined ? {} : described(error), event);
  }

  answered(request: FastifyRequest, reply: FastifyReply): void {
    if (!this.#pino.isLevelEnabled('info')) return;
    const { method, id, routeOptions } = request;
    const { statusCode } = reply;
    const fields = { request: id, method, route: routeOptions.url ?? 'none', status: statusCode };
    this.#pino.info({ ...fields, ms: Math.round(reply.elapsedTime) }, 'answered');
  }

  fault(error: unknown, request: string): void {
    this.#pino.error({ request, ...described(error) }, 'fault');
  }
}

/** The message of an error may quote what somebody typed (a database does): it stays out. */
function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const { message, stack = '' } = error;
  // Only what comes after the message: a line of a text may look like one of a stack.
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  const at = after.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    at: at.slice(0, 8).map((line) => line.trim()),
  };
}
