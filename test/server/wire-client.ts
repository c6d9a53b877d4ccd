/** The API as another party would speak it: plain fetch, and what the contract says of the wire. */
import { createParser } from 'eventsource-parser';
import type { BackendEvent, SpaceConnection } from '../../src/contract/backend';
import type { Input, OperationName, Output, ReadName, WriteName } from '../../src/contract/operations';
import { wireOf } from '../../src/contract/all-operations';
import { SamenError } from '../../src/model/errors';
import type { SamenErrorKind, SamenErrorOptions } from '../../src/model/errors';
import type { Id } from '../../src/model/types';

const KINDS: Record<number, SamenErrorKind> = {
  400: 'invalid',
  401: 'notSignedIn',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
  428: 'versionRequired',
};

export interface Asked {
  url: string;
  headers: Record<string, string>;
}

/** One request for an operation. */
export async function ask<N extends OperationName>(
  { url, headers }: Asked,
  operation: N,
  spaceId: Id,
  input: Input<N>,
  { key, as }: { key?: string; as?: string | undefined } = {},
): Promise<Response> {
  const wire = wireOf(operation, spaceId, input);
  const path = as ? `${wire.path}${wire.path.includes('?') ? '&' : '?'}as=${as}` : wire.path;
  return fetch(`${url}v1${path}`, {
    method: wire.method,
    headers: { ...headers, ...wire.headers, ...(key && { 'Idempotency-Key': key }) },
    ...(wire.body !== undefined && { body: wire.body }),
  });
}

/** What was answered, or the error it stands for. */
export async function heard(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.startsWith('image/'))
    return { type, data: Buffer.from(await response.arrayBuffer()).toString('base64') };
  const body: unknown = await response.json();
  if (response.ok) return body;
  const { errors, reason, current } = body as { errors?: SamenErrorOptions['fields'] } & SamenErrorOptions;
  const fields = errors?.map(({ pointer, code }) => ({ pointer, code }));
  throw new SamenError(KINDS[response.status] ?? 'busy', `It answers ${String(response.status)}`, {
    ...(fields && { fields }),
    ...(reason && { reason }),
    current,
  });
}

/** A space at a server, for who these headers say. */
export function connectionTo(url: string, spaceId: Id, personId: Id, as?: string): SpaceConnection {
  const asked = { url, headers: { 'samen-demo-person': personId } };
  const stops: (() => void)[] = [];
  const call = async (operation: OperationName, input: object, key?: string): Promise<unknown> => {
    if (as && key) throw new SamenError('forbidden', 'A preview changes nothing');
    const answer = await heard(await ask(asked, operation, spaceId, input as never, { ...(key && { key }), as }));
    if (operation === 'getMe') {
      const { sealKey: _sealKey, ...me } = answer as Record<string, unknown>;
      return me;
    }
    if (operation === 'getPicture') return { ...input, ...(answer as object) };
    return answer === undefined ? { id: (input as { id?: Id }).id ?? personId } : answer;
  };
  return {
    spaceId,
    capabilities: { storage: 'kept', private: true, sealed: true },
    read: async <N extends ReadName>(operation: N, input: Input<N>) => (await call(operation, input)) as Output<N>,
    write: async <N extends WriteName>(operation: N, input: Input<N>, { key }: { key: string }) =>
      (await call(operation, input, key)) as Output<N>,
    watch(listener) {
      const stop = new AbortController();
      stops.push(() => stop.abort());
      void follow(`${url}v1/spaces/${spaceId}/events`, asked.headers, stop.signal, listener).catch(() => undefined);
      return () => stop.abort();
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}

/** Follows a stream of events until it ends. */
export async function follow(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
  listener: (event: BackendEvent) => void,
): Promise<void> {
  const response = await fetch(url, { headers, signal });
  if (!response.ok || !response.body) throw new Error(`The stream answers ${String(response.status)}`);
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'reset') listener({ type: 'reset' });
      else listener({ type: 'changed', change: JSON.parse(data) });
    },
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parser.feed(value);
  }
}
