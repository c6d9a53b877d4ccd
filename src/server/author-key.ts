import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from './settings';

const KEY_BYTES = 32;

/**
 * The key that keeps authors secret; in earnest it comes from the settings, so that it lies in no database and
 * no backup. The demonstration makes one beside its directory, or derives one from the address of its database.
 */
export function demoAuthorKey({ authorKey, auth, database }: Settings): Uint8Array {
  if (authorKey) return authorKey;
  if (auth.kind !== 'demo') throw new Error('SAMEN_AUTHOR_KEY is missing.');
  // Alike at every instance, and nothing that a demonstration would have to hide.
  if (database.kind === 'postgres') return createHash('sha256').update(`samen ${database.url}`).digest();
  const file = join(dirname(database.path), '.samen-author-key');
  try {
    return Buffer.from(readFileSync(file, 'utf8'), 'base64');
  } catch {
    const made = randomBytes(KEY_BYTES);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made.toString('base64'), { mode: 0o600 });
    return made;
  }
}

/** A key for each use, so that one that is told tells nothing of another. */
export function keyFor(authorKey: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', authorKey, '', `samen ${use}`, 32));
}
