/** Bundles as the library itself is built: the same plugins, from its own configuration. */
import { brotliCompressSync, constants } from 'node:zlib';
import { rollup } from 'rollup';

/** One entry as one minified module. What `external` names is left out. */
export async function bundle(input, { external = [] } = {}) {
  // The configuration names tsconfig.json from the root of the project; npm runs scripts there.
  const { default: configurations } = await import('../rollup.config.mjs');
  const built = await rollup({
    input,
    external,
    plugins: configurations[0].plugins,
    preserveEntrySignatures: 'strict',
    // A dependency's own remarks about itself are not ours to print.
    onwarn: () => undefined,
  });
  try {
    const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
    return output[0].code;
  } finally {
    await built.close();
  }
}

/** What would go over the line. */
export function brotli(text) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(Buffer.from(text), { params }).length;
}
