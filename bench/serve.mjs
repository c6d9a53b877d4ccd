/** The server in a process of its own, which says what it weighs when it is asked. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { authenticatorOf, demoAuthorKey, readSettings, startServer } = await import(
  pathToFileURL(join(process.argv[2], 'index.js')).href
);
const settings = readSettings(process.env);
const server = await startServer({
  settings: { ...settings, authorKey: demoAuthorKey(settings) },
  authenticator: authenticatorOf(settings.auth),
});
process.on('message', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send({ bytes: heapUsed + external });
});
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
process.send({ url: server.url });
