import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every module that comes at once with this one, and those that are fetched late by any of them. */
async function reachedFrom(entry: string): Promise<{ atOnce: string[]; late: string[] }> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'not-written',
    logLevel: 'error',
  });
  const late: string[] = [];
  const atOnce = new Set<string>();
  const visit = (file: string) => {
    if (atOnce.has(file)) return;
    atOnce.add(file);
    for (const { path, kind } of metafile.inputs[file]?.imports ?? []) {
      if (kind === 'dynamic-import') late.push(path);
      else visit(path);
    }
  };
  visit(entry);
  return { atOnce: [...atOnce], late };
}

describe('a page that only reads', () => {
  it('loads no schema and no rule of writing with local:', async () => {
    const { atOnce, late } = await reachedFrom('src/backends/local/open-local.ts');
    const heavy = /valibot|contract\/schemas|model\/(release|round|need|meaning|intention|space|permissions)\.ts/;
    assert.deepEqual(
      atOnce.filter((file) => heavy.test(file)),
      [],
    );
    assert.ok(atOnce.includes('src/service/reads.ts'));
    assert.deepEqual(late.sort(), [
      'src/backends/local/daily-purge.ts',
      'src/backends/local/forget-member.ts',
      'src/backends/local/late-queries.ts',
      'src/backends/local/late-rows.ts',
      'src/backends/local/leave-all.ts',
      'src/service/due.ts',
      'src/service/late-reads.ts',
      'src/service/round-keeping.ts',
      'src/service/writes.ts',
    ]);
  });

  it('loads none of the making of a release with the compass', async () => {
    const { atOnce } = await reachedFrom('src/widgets/compass/samen-compass.ts');
    assert.ok(atOnce.includes('src/model/trend.ts'));
    assert.ok(!atOnce.includes('src/model/release.ts'));
  });
});
