/** The demonstration on a server: pages, widgets, API and data, as `npm start` and the page tests run it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoPages } from './serve.mjs';
import { root } from './setup.mjs';

const built = (name) => import(pathToFileURL(join(root, 'dist', 'server', name)).href);

/**
 * Settings come from the environment that is given; see docs/beheerders.md. `now`: another clock than that of the
 * machine. `url` and `close` of what was started.
 */
export async function startDemonstration(environment, { now } = {}) {
  const { authenticatorOf, demoAuthorKey, fillSpace, proveWith, readSettings, startServer } = await built('index.js');
  const { DEMO_SPACE, demoAuthors, demoRows } = await built('demo-data.js');
  const settings = readSettings({
    SAMEN_DATABASE: join(root, '.samen', 'database'),
    SAMEN_ADMINS: 'beheer',
    SAMEN_LOG: 'warn',
    ...environment,
  });
  const options = {
    settings: { ...settings, authorKey: demoAuthorKey(settings) },
    authenticator: authenticatorOf(settings.auth),
    pages: demoPages('/v1'),
    ...(now && { now }),
  };
  const server = await startServer(options).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Samen: port ${settings.listen.port} is taken, so a free one is chosen.`);
    options.settings.listen = { ...settings.listen, port: 0 };
    return startServer(options);
  });
  const file = JSON.parse(readFileSync(join(root, 'data', 'lindeveld.json'), 'utf8'));
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
  const authorship = { prove: proveWith(options.settings.authorKey), authors: demoAuthors(file) };
  await fillSpace(server.database.owner, DEMO_SPACE, demoRows(file, today), authorship);
  return server;
}
