import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const BINARIES = ['initdb', 'postgres', 'pg_isready', 'psql'];
/** Where Debian's package puts a version of its own each. */
const DEBIAN = '/usr/lib/postgresql';
/** The oldest that the server runs on. */
const OLDEST = 15;

function isWhole(folder) {
  try {
    for (const name of BINARIES) accessSync(join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder with PostgreSQL's programs, the newest there is; undefined when there is none. */
export function findPostgres() {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .filter((version) => version >= OLDEST)
    : [];
  const folders = versions.sort((a, b) => b - a).map((version) => join(DEBIAN, String(version), 'bin'));
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)].find(isWhole);
}
