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
  // What it says to who makes a style sheet in another way than by `css`.
  ['css-tag', /if\((this\._\$cssResult\$=!0),\w+!==\w+\)throw Error\("CSSResult is[^"]*"\);/, '$1;'],
  // What it says to who hands it what the compiler would refuse.
  ['css-tag', /"(?:Value passed to|\. Use 'unsafeCSS')[^"]*"/g, '"css"'],
  // What it does in browsers that cannot adopt a style sheet: every one that reads our code can.
  ['css-tag', /\b(\w+)=(\w+)\.ShadowRoot&&[^;]*?CSSStyleSheet\.prototype/, '$1=!0'],
  ['css-tag', /if\((\w+)\)(\w+\.adoptedStyleSheets=[^;]*);else for\(.*?\.appendChild\(\w+\)\}/, '$2'],
  ['css-tag', /(\w+)=\w+\?(\w+=>\w+):\w+=>\w+ instanceof CSSStyleSheet\?.*?:\w+;/, '$1=$2;'],
  // Nobody asks it for its text in this way.
  ['css-tag', /toString\(\)\{return this\.cssText\}/, ''],
  // Decorators of the newer kind: tsconfig.json chooses the other.
  ['property', /"object"==typeof \w+\?\w+\(\w+,\w+,\w+\):/, ''],
  ['reactive-element', /const \w+=this\[Symbol\.metadata\];if\(null!==.*?elementProperties\.set\(\w+,\w+\)\}/, ''],
  ['reactive-element', /Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
  // Attributes of JSON: ours are plain.
  ['reactive-element', /case Object:case Array:\w+=null==.*?stringify\(\w+\)/, ''],
  ['reactive-element', /case Object:case Array:try\{.*?\}catch\(\w+\)\{\w+=null\}/, ''],
  // `static properties`: ours are decorated.
  [
    'reactive-element',
    /if\((this\.finalized=!0,this\._\$Ei\(\)),this\.hasOwnProperty\(\w+\("properties"\)\)\)\{.*?createProperty\(\w+,\w+\[\w+\]\)\}/,
    '$1;',
  ],
  ['reactive-element', /case Number:\w+=null===\w+\?null:Number\(\w+\);break;/, ''],
  ['reactive-element', /\((\w+)\.hasChanged\?\?(\w+)\)\(/, '$2('],
  ['reactive-element', /,this\.prototype\.hasOwnProperty\(\w+\)&&\(\(\w+=Object\.create\(\w+\)\)\.wrapped=!0\)/, ''],
  ['reactive-element', /(\w+)&&!\(this\._\$Ej\?\?=new Map\)\.has\(\w+\)&&\(.*?void 0!==\w+\)\|\|/, ''],
  ['reactive-element', /this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return /, ''],
  ['reactive-element', /(\w+)=this\.shouldUpdate\(\w+\),\1\?\((.*?)\):this\._\$EM\(\)\}/, '$1=!0,$2}'],
  ['reactive-element', /shouldUpdate\(\w+\)\{return!0\}/, ''],
  ['reactive-element', /,\w+=\w+\.trustedTypes,(\w+)=\w+\?\w+\.emptyScript:""/, ',$1=""'],
  // What is so by default, and what is left asks for no longer.
  ['reactive-element', /(attribute:!0),type:String,converter:\w+,reflect:!1,useDefault:!1,hasChanged:\w+/, '$1'],
  // What nobody calls: controllers that leave, properties with a default that is also an attribute.
  ['reactive-element', /removeController\(\w+\)\{.*?\}/, ''],
  ['reactive-element', /\|\|(\w+)\.useDefault&&\1\.reflect&&.*?\)\)(?=\)\)return)/, ''],
  ['reactive-element', /=(\w+)\?\?this\._\$Ej\?\.get\(\w+\)\?\?\1/, '=$1'],
  // Hooks for polyfills of browsers that cannot read our code, and for drawing on a server.
  [
    'reactive-element',
    /,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
    ';',
  ],
  // Decorated accessors, converters of one's own and initializers.
  ['reactive-element', /static addInitializer\(\w+\)\{.*?\}(?=static)/, ''],
  ['reactive-element', /,void 0!==\w+\.l&&\(this\.l=\[\.\.\.\w+\.l\]\)/, ''],
  ['reactive-element', /,this\.constructor\.l\?\.forEach\(\w+=>\w+\(this\)\)/, ''],
  [
    'reactive-element',
    /const \w+=this\.constructor\.elementProperties;if\(\w+\.size>0\)for\(.*?this\.C\(\w+,void 0,\w+,\w+\)\}/,
    '',
  ],
  ['reactive-element', /"function"==typeof \w+\.converter\?.*?\.converter:(\w+;)/, '$1'],
  ['reactive-element', /\(void 0!==\w+\.converter\?\.toAttribute\?\w+\.converter:(\w+)\)/, '$1'],
  ['lit-element', /,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, ''],
  ['lit-element', /const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/, ''],
  ['lit-element', /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  [
    'lit-html',
    /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
    '',
  ],
  ['lit-html', /(const \w+=\{)M:.*?(I:\w+),.*?\}(?=[,;])/, '$1$2}'],
  ['lit-html', /get tagName\(\)\{.*?\}/, ''],
  ['lit-html', /\(\w+\?\.creationScope\?\?(\w+)\)/, '$1'],
  // Holes in the text of a form field or in a comment, and templates that were compiled.
  ['lit-html', /if\(\w+\.test\(\w+\.tagName\)\)\{.*?\.append\(\w+\[\w+\],\w+\(\)\)\}\}/, ''],
  ['lit-html', /else\{let \w+=-1;for\(.*?\.length-1\}/, ''],
  ['lit-html', /"number"==typeof \w+\?(this\._\$AC\(\w+\)):\(.*?,\w+\)(?=;if)/, '$1'],
  // Listeners that are objects, with options of their own: ours are functions.
  ['lit-html', /\|\|(\w+)\.capture!==(\w+)\.capture\|\|\1\.once!==\2\.once\|\|\1\.passive!==\2\.passive/, ''],
  ['lit-html', /"function"==typeof (this\._\$AH)\?(\1\.call\(.*?,\w+\)):\1\.handleEvent\(\w+\)/, '$2'],
  // Of a place in a template, what nobody asks for; and a wrapper that wraps nothing.
  ['lit-html', /get startNode\(\)\{return this\._\$AA\}get endNode\(\)\{return this\._\$AB\}/, ''],
  ['lit-html', /\b\w\((\w)\)(\.nextSibling;)\w\(\1\)(\.remove)/, '$1$2$1$3'],
  // Formulas.
  ['lit-html', /:3===\w+\?"<math>":""/, ':""'],
  ['lit-html', /:3===\w+\?"<\/math>":""/, ':""'],
  ['lit-html', /(2===\w+)\|\|3===\w+(?=\)\{)/, '$1'],
];

/** Half a kilobyte less in every page. A release of lit in which nothing of it is found is an error. */
function shorterLit() {
  return {
    name: 'shorter-lit',
    transform(code, id) {
      const [, name] =
        /(?:@lit\/reactive-element\/(?:decorators\/)?|lit-html\/|lit-element\/)([\w-]+)\.js$/.exec(id) ?? [];
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

const TERSE = {
  ecma: 2022,
  module: true,
  mangle: { properties: false },
  format: { comments: /^!|@license/ },
};

const forBrowsers = () => [
  nodeResolve({ exportConditions: ['production', 'default'], extensions: ['.ts', '.mjs', '.js'], browser: true }),
  compile(),
  minifyLiterals(),
  shorterLit(),
  // Two minifiers: each finds what the other leaves, one percent of a page.
  minify({ target: 'es2022', legalComments: 'none' }),
  terser({
    ...TERSE,
    compress: { passes: 4, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
  }),
  // Names once more, by how often what is left uses them: that compresses better by a few bytes in a thousand.
  terser({ ...TERSE, compress: false }),
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
 * What a page fetches: `samen.js`, then for a feed what draws its first posts, and after those the frame that every
 * widget has, the widget itself and the home of its data, side by side. What a first view and the compass both need is
 * in `samen.js`: a page makes as few requests as it can, and what is together compresses better. The rest rollup
 * divides as it is used.
 */
function groupChunks() {
  let groups;
  return (id, { getModuleInfo }) => {
    groups ??= groupsBy((...files) => new Set(files.flatMap((file) => [...reachedFrom(file, getModuleInfo)])));
    const [name] = groups.find(([, modules]) => modules.has(id)) ?? [];
    return name;
  };
}

function groupsBy(reached) {
  const both = (one, other) => new Set([...one].filter((id) => other.has(id)));
  // The entry of lit knows all of it; a first view uses its templates and style sheets.
  const isElement = (id) => /node_modules\/(?:lit-element|@lit\/reactive-element\/(?!css-tag))/.test(id);
  const look = reached('src/first-look.ts');
  const first = new Set([...reached('src/widgets/backpack/first-view.ts')].filter((id) => !isElement(id)));
  const [agenda, backpack, compass, results] = ['agenda', 'backpack', 'compass', 'results'].map((widget) =>
    reached(`src/widgets/${widget}/define.ts`),
  );
  // With all icons a page without results would fetch the file of the results, if these were in it.
  const icons = new Set([...results].filter((id) => id.includes('/ui/icons/')));
  const [local, http] = ['local/open-local', 'http/open-http'].map((backend) => reached(`src/backends/${backend}.ts`));
  const samen = new Set([...reached('src/autoload.ts'), ...both(look, compass), ...both(first, compass)]);
  const parts = { agenda, backpack, compass, results, local, http };
  const frame = reached('src/elements/samen-element.ts', 'src/wire.ts');
  // What these three have together alone, no page with only the compass needs.
  const boards = [agenda, backpack, results];
  const board = new Set();
  for (const one of Object.values(parts)) {
    for (const other of Object.values(parts)) {
      if (one === other) continue;
      const place = boards.includes(one) && boards.includes(other) ? board : frame;
      for (const id of both(one, other)) place.add(id);
    }
  }
  return Object.entries({ samen, look, first, frame, board, icons, ...parts });
}

/**
 * What is beside the file that holds the rest: what nobody sees before they go somewhere, write or move something, another
 * language, a space in the browser, and the check of a theme's colours.
 */
const BESIDE =
  /\/(?:widgets\/\w+\/(?:parts\/.*|move-work)|locales\/.*\.en|locales\/proposed-drivers\.nl|backends\/local\/open-local|client\/(?:tidy|writes)|contract\/write-operations|backends\/http\/refusals|ui\/icon-table|elements\/(?:ahead|chain-part|check-configuration|contrast-check|own-data|refused))\.ts$/;

/** Two chunks: all that is reached without what is beside, and what is reached by that alone. */
function twoFiles() {
  let often;
  return (id, { getModuleInfo }) => {
    if (!often) {
      often = new Set();
      const visit = (each) => {
        if (often.has(each)) return;
        often.add(each);
        const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(each) ?? {};
        for (const next of importedIds) visit(next);
        for (const next of dynamicallyImportedIds) if (!BESIDE.test(next)) visit(next);
      };
      visit(resolve('src/all.ts'));
    }
    return often.has(id) ? 'all' : 'all.more';
  };
}

/** What rollup itself adds, in as few bytes as browsers allow. */
const short = {
  freeze: false,
  externalLiveBindings: false,
  generatedCode: { preset: 'es2015', symbols: false },
  compact: true,
};

/** Of lit, what is used: a first view draws with it, and has no element. */
const treeshake = { moduleSideEffects: (id) => !/node_modules\/(?:lit|@lit|lit-html|lit-element)\//.test(id) };

/** Entries a bundler or another package imports one by one. */
const entries = {
  index: 'src/index.ts',
  autoload: 'src/autoload.ts',
  all: 'src/all.ts',
  agenda: 'src/widgets/agenda/samen-agenda.ts',
  'agenda-define': 'src/widgets/agenda/define.ts',
  backpack: 'src/widgets/backpack/samen-backpack.ts',
  'backpack-define': 'src/widgets/backpack/define.ts',
  compass: 'src/widgets/compass/samen-compass.ts',
  'compass-define': 'src/widgets/compass/define.ts',
  results: 'src/widgets/results/samen-results.ts',
  'results-define': 'src/widgets/results/define.ts',
  space: 'src/elements/samen-space.ts',
  'space-define': 'src/elements/define-samen-space.ts',
  // For whoever writes a backend, to prove it by.
  conformance: 'test/backends/conformance.ts',
};

const demo = existsSync('demo/main.ts')
  ? [
      {
        input: { 'demo/main': 'demo/main.ts' },
        output: { ...short, dir: 'dist', format: 'es', chunkFileNames: 'demo/[name]-[hash:7].js', sourcemap: true },
        plugins: forBrowsers(),
      },
    ]
  : [];

export default [
  {
    // What a page loads.
    input: { samen: 'src/autoload.ts' },
    output: {
      ...short,
      dir: 'dist',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:7].js',
      // It tells versions of one name apart: 28 bits are enough, and weigh less than those of base64.
      hashCharacters: 'hex',
      sourcemap: true,
      hoistTransitiveImports: true,
      manualChunks: groupChunks(),
    },
    preserveEntrySignatures: 'allow-extension',
    treeshake,
    plugins: forBrowsers(),
  },
  // The demonstration has its data in place before it asks for the widgets: it shares nothing with their file.
  ...demo,
  {
    // One script, with the first view of everything in Dutch; it fetches the rest from the file beside it.
    input: { all: 'src/all.ts' },
    output: {
      ...short,
      dir: 'dist',
      format: 'es',
      entryFileNames: 'samen.[name].js',
      chunkFileNames: 'samen.[name].js',
      sourcemap: true,
      manualChunks: twoFiles(),
    },
    preserveEntrySignatures: false,
    treeshake,
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
