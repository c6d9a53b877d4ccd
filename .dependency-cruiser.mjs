/** The arrows of the house: each layer, and what it may import of the others. All point downwards. */
const layers = {
  model: [],
  contract: ['model'],
  service: ['contract', 'model'],
  'backends/local': ['backends', 'service', 'contract', 'model'],
  'backends/http': ['backends', 'contract', 'model'],
  client: ['contract', 'model'],
  ui: [],
  locales: ['model', 'contract'],
  elements: ['client', 'ui', 'locales', 'contract', 'model', 'backends/registry'],
  widgets: ['elements', 'ui', 'locales', 'contract', 'model', 'client/types'],
  server: ['service', 'contract', 'model'],
  'demo-data': ['service', 'contract', 'model'],
};

/** Where the two sides are joined; only what defines elements may reach for it. */
const joint = '^src/wire[.]ts$';

const arrows = Object.entries(layers).map(([layer, below]) => ({
  name: `${layer.replace('/', '-')}-points-down`,
  comment: `src/${layer} imports ${below.length > 0 ? below.join(', ') : 'no other layer'}.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: '^(src|demo|stories|test|bench|scripts)/',
    pathNot: [
      joint,
      `^src/${layer}/`,
      ...below.map((other) => (other === 'backends' ? '^src/backends/[^/]+$' : `^src/${other}(/|\\.|$)`)),
    ],
  },
}));

const config = {
  forbidden: [
    ...arrows,
    {
      name: 'backend-registry-only-opens',
      comment: 'The registry knows schemes; it reaches a backend by a dynamic import only.',
      severity: 'error',
      from: { path: '^src/backends/[^/]+$' },
      to: {
        path: '^src/',
        pathNot: ['^src/(contract|model)/', '^src/backends/[^/]+$'],
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'only-defining-entries-join',
      comment: 'Classes know no backend; what defines them brings the two together.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(wire|autoload|all)[.]ts$', '/define[^/]*[.]ts$'] },
      to: { path: joint },
    },
    {
      name: 'model-has-no-parts',
      comment: 'The model imports valibot only: no DOM, no I/O.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: 'node_modules|^[a-z:]+$', pathNot: ['^src/', 'node_modules/valibot'] },
    },
    {
      name: 'below-the-elements-no-lit',
      comment: 'Model, contract, service, backends and client know no element.',
      severity: 'error',
      from: { path: '^src/(model|contract|service|backends|client)/' },
      to: { path: 'node_modules/(@?lit|@shoelace-style)' },
    },
    {
      name: 'ui-imports-lit-only',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(lit|lit-html|lit-element|@lit|tslib)/' },
    },
    {
      name: 'widgets-never-each-other',
      severity: 'error',
      from: { path: '^src/widgets/([^/]+)/' },
      to: { path: '^src/widgets/', pathNot: '^src/widgets/$1/' },
    },
    {
      name: 'schemas-are-loaded-late',
      comment: 'Valibot and the schemas reach a page with the local backend only, never with a widget.',
      severity: 'error',
      from: { path: '^src/(client|ui|elements|widgets|locales)/' },
      to: { path: '^src/contract/schemas|node_modules/valibot' },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-development-parts',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'what-the-server-is-made-of',
      comment: 'A page needs nothing of what the server is made of.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/' },
      to: {
        path: 'node_modules/(@?fastify|pg|pg-listen|pino|sharp|jose|prom-client|@electric-sql|@valibot/to-json-schema)(/|$)',
      },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'production', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
};

export { config as default };
