/**
 * PGlite in a thread of its own: a long query must not stall the event loop that answers everybody.
 * Bytes of PostgreSQL's protocol in, its messages out (pglite-messages.ts). JavaScript as it stands, so that a
 * thread can load it from source and as built.
 */
import { fdatasyncSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { NodeFS } from '@electric-sql/pglite/nodefs';

let syncs = 0;

/** PGlite's file system answers that all is on disk without asking: this one asks. */
class DurableFs extends NodeFS {
  async init(pg, options) {
    const made = await super.init(pg, options);
    const durable = ({ NODEFS }) => {
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        fdatasyncSync(nfd);
        syncs += 1;
        return 0;
      };
    };
    return { ...made, emscriptenOpts: { ...made.emscriptenOpts, preRun: [...made.emscriptenOpts.preRun, durable] } };
  }
}

/** As PGlite starts, but for `-F`, which leaves writing to the operating system's own time. */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'synchronous_commit=on'].flatMap((setting) => ['-c', setting]),
];

const open = PGlite.create({ fs: new DurableFs(workerData.directory), extensions: { pg_trgm }, startParams });
open.then(
  () => parentPort.postMessage({ type: 'ready' }),
  (error) => parentPort.postMessage({ type: 'broken', message: String(error) }),
);

/** An error's own text is not among the fields that a copy takes along. */
const copied = (message) => (message instanceof Error ? { ...message, message: message.message } : { ...message });

async function answer({ type, id, bytes }) {
  const pg = await open;
  if (type === 'syncs') return { type: 'syncs', id, count: syncs };
  if (type === 'close') {
    await pg.close();
    return { type: 'answer', id, messages: [] };
  }
  const messages = await pg.execProtocolStream(bytes, { throwOnError: false });
  return { type: 'answer', id, messages: messages.map(copied) };
}

parentPort.on('message', (message) => {
  answer(message)
    .catch((error) => ({ type: 'failed', id: message.id, message: String(error) }))
    .then((said) => parentPort.postMessage(said));
});
