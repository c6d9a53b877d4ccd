/**
 * `npm start`: from a bare clone to an address where the demonstration works, on the embedded database.
 * `SAMEN_LISTEN` and `SAMEN_DATABASE` choose where; see docs/beheerders.md for a server in earnest.
 */
import { build } from './build.mjs';
import { startDemonstration } from './demonstration.mjs';
import { setup } from './setup.mjs';

try {
  setup();
  build({ ifStale: true, types: false });
  const server = await startDemonstration(process.env);
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
  const page = await fetch(server.url);
  if (!page.ok) throw new Error(`the page answers ${page.status}.`);
  console.log(`Samen: ${server.url}`);
} catch (error) {
  console.error(`Samen: ${error.message}`);
  process.exit(1);
}
