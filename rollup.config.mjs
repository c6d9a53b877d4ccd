import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import esbuild, { minify } from 'rollup-plugin-esbuild';

const { version, dependencies } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** Shortens the templates and style sheets in our own modules; a literal it cannot read is an error. */
function minifyLiterals() {
  return {
    name: 'minify-literals',
    async transform(code, id) {
      if (id.includes('node_modules') || !/\b(html|svg|css)`/.test(code)) return null;
      const result = await minifyHTMLLiterals(code, { fileName: id });
      return result ? { code: result.code, map: result.map ?? null } : null;
    },
  };
}

const compile = () =>
  esbuild({
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    define: { __SAMEN_VERSION__: JSON.stringify(version) },
    // Types are checked by tsc; here they are only taken away.
    sourceMap: true,
  });

/** Of lit, by file: what our pages never come to, and what stands in its place. */
const NOT_OURS = [
  // What it says to who hands it what the compiler would refuse.
  ['css-tag', /"(?:Value passed to|\. Use 'unsafeCSS')[^"]*"/g, '"css"'],
  // What it does in browsers that cannot adopt a style sheet: every one that reads our code can.
  ['css-tag', /\b(\w+)=(\w+)\.ShadowRoot&&[^;]*?CSSStyleSheet\.prototype/, '$1=!0'],
  // Decorators of the newer kind: tsconfig.json chooses the other.
  ['property', /"object"==typeof \w+\?\w+\(\w+,\w+,\w+\):/, ''],
];

/** Half a kilobyte less in every page. A release of lit in which nothing of it is found is an error. */
function shorterLit() {
  return {
    name: 'shorter-lit',
    transform(code, id) {
      const [, name] = /@lit\/reactive-element\/(?:decorators\/)?([\w-]+)\.js$/.exec(id) ?? [];
      const ours = NOT_OURS.filter(([file]) => file === name);
      if (ours.length === 0) return null;
      for (const [file, pattern, instead] of ours) {
        const shorter = code.replace(pattern, instead);
        if (shorter === code)
          this.error(`${file} of lit is not what it was: look again at NOT_OURS in rollup.config.mjs`);
        code = shorter;
      }
      return { code, map: null };
    },
  };
}

const forBrowsers = () => [
  nodeResolve({ exportConditions: ['production', 'default'], extensions: ['.ts', '.mjs', '.js'], browser: true }),
  compile(),
  minifyLiterals(),
  shorterLit(),
  // Two minifiers: each finds what the other leaves, one percent of a page.
  minify({ target: 'es2022', legalComments: 'none' }),
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 4, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    mangle: { properties: false },
    format: { comments: /^!|@license/ },
  }),
];

/** Everything that a module imports at once, and what those import; not what is fetched late. */
function reachedFrom(file, getModuleInfo) {
  const reached = new Set();
  const visit = (id) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(resolve(file));
  return reached;
}

/**
 * One chunk for what every widget needs and one for reading `local:`: a page makes four requests, and
 * what is together compresses better. The rest rollup divides as it is used.
 */
function groupChunks() {
  let groups;
  return (id, { getModuleInfo }) => {
    groups ??= [
      ['src/autoload.ts'],
      [
        'src/elements/samen-element.ts',
        'src/elements/define.ts',
        'src/model/result.ts',
        'src/ui/icon.ts',
        'src/wire.ts',
        'src/widgets/compass/samen-compass.ts',
      ],
      ['src/backends/local/open-local.ts'],
    ].map((files) => new Set(files.flatMap((file) => [...reachedFrom(file, getModuleInfo)])));
    const [atOnce, core, local] = groups;
    if (atOnce.has(id)) return undefined;
    if (core.has(id)) return 'core';
    return local.has(id) ? 'local' : undefined;
  };
}

/** Every late import of what few pages ask for becomes one of the file that holds it all. */
function moreBeside(file) {
  return {
    name: 'more-beside',
    resolveDynamicImport(specifier) {
      return typeof specifier === 'string' &&
        /\.en$|\/contrast-check$|\/proposed-drivers\.|\/open-local$/.test(specifier)
        ? { id: file, external: true }
        : null;
    },
  };
}

/** What rollup itself adds, in as few bytes as browsers allow. */
const short = {
  freeze: false,
  externalLiveBindings: false,
  generatedCode: { preset: 'es2015', symbols: false },
  compact: true,
};

/** Entries a bundler or another package imports one by one. */
const entries = {
  index: 'src/index.ts',
  autoload: 'src/autoload.ts',
  all: 'src/all.ts',
  compass: 'src/widgets/compass/samen-compass.ts',
  'compass-define': 'src/widgets/compass/define.ts',
  space: 'src/elements/samen-space.ts',
  'space-define': 'src/elements/define-samen-space.ts',
  // For whoever writes a backend, to prove it by.
  conformance: 'test/backends/conformance.ts',
};

const demo = existsSync('demo/main.ts') ? { 'demo/main': 'demo/main.ts' } : {};

export default [
  {
    // What a page loads. The demonstration's own script is built along, so that both share their parts.
    input: { samen: 'src/autoload.ts', ...demo },
    output: {
      ...short,
      dir: 'dist',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:6].js',
      sourcemap: true,
      hoistTransitiveImports: true,
      manualChunks: groupChunks(),
    },
    preserveEntrySignatures: false,
    plugins: forBrowsers(),
  },
  {
    // One file with everything in Dutch. What few pages ask for is in the file beside it: src/all-more.ts.
    input: 'src/all.ts',
    output: { ...short, file: 'dist/samen.all.js', format: 'es', inlineDynamicImports: true, sourcemap: true },
    plugins: [moreBeside('./samen.all.more.js'), ...forBrowsers()],
  },
  {
    input: 'src/all-more.ts',
    output: { file: 'dist/samen.all.more.js', format: 'es', inlineDynamicImports: true, sourcemap: true },
    plugins: forBrowsers(),
  },
  {
    // What a bundler imports: readable modules, dependencies left to the installer so that there is one lit.
    input: entries,
    external: [/^node:/, ...Object.keys(dependencies).flatMap((name) => [name, new RegExp(`^${name}/`)])],
    output: { dir: 'dist/lib', format: 'es', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
    plugins: [nodeResolve({ extensions: ['.ts', '.mjs', '.js'] }), compile()],
  },
];
