/** What passes between the server and the thread in which PGlite runs. */
export type ToWorker =
  { type: 'query'; id: number; bytes: Uint8Array } | { type: 'syncs'; id: number } | { type: 'close'; id: number };

/** One message of PostgreSQL's protocol, as PGlite read it. */
export interface ProtocolMessage {
  name: string;
  message?: string | undefined;
}

export type FromWorker =
  | { type: 'ready' }
  | { type: 'broken'; message: string }
  | { type: 'answer'; id: number; messages: ProtocolMessage[] }
  | { type: 'failed'; id: number; message: string }
  | { type: 'syncs'; id: number; count: number };
