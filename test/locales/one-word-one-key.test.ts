import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const folder = new URL('../../src/locales/', import.meta.url);

/** Every list of messages in a language, by file. */
async function listsIn(language: string): Promise<[string, Record<string, unknown>][]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(`.${language}.ts`));
  return Promise.all(
    files.map(async (file): Promise<[string, Record<string, unknown>]> => {
      const [list] = Object.values((await import(new URL(file, folder).href)) as Record<string, unknown>);
      return [file, typeof list === 'object' && list !== null && !Array.isArray(list) ? { ...list } : {}];
    }),
  );
}

describe('the messages of all widgets together', () => {
  for (const language of ['nl', 'en']) {
    // They come into one list as their parts are fetched: the last would speak for all.
    it(`never say two things under one key (${language})`, async () => {
      const said = new Map<string, { file: string; text: string }>();
      const twice: string[] = [];
      for (const [file, list] of await listsIn(language)) {
        for (const [key, message] of Object.entries(list)) {
          const text = String(message);
          const other = said.get(key);
          if (other && other.text !== text) twice.push(`${key}: ${other.file} and ${file}`);
          said.set(key, { file, text });
        }
      }
      assert.ok(said.size > 300, 'all are read');
      assert.deepEqual(twice, []);
    });
  }
});
