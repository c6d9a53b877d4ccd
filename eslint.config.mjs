import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** This plugin has no flat configuration of its own: its rules are switched on one by one. */
const a11yRules = Object.fromEntries(
  [
    'alt-text',
    'anchor-is-valid',
    'aria-activedescendant-has-tabindex',
    'aria-attr-valid-value',
    'aria-attrs',
    'aria-role',
    'aria-unsupported-elements',
    'autocomplete-valid',
    'click-events-have-key-events',
    'definition-list',
    'heading-hidden',
    'iframe-title',
    'img-redundant-alt',
    'no-access-key',
    'no-aria-slot',
    'no-autofocus',
    'no-distracting-elements',
    'no-invalid-change-handler',
    // no-redundant-role is left out: Safari drops the role of a list that shows no bullets.
    'obj-alt',
    'role-has-required-aria-attrs',
    'role-supports-aria-attr',
    'scope',
    'tabindex-no-positive',
    'valid-lang',
  ].map((rule) => [`lit-a11y/${rule}`, 'error']),
);

/** A space at an end of a template is gone once the build has shortened it: two words would run together. */
const lostSpaces = [
  'TemplateElement[tail=true][value.raw=/^ $|[^\\s] $/]',
  'TemplateElement:first-child[value.raw=/^ $|^ [^\\s]/]',
].map((element) => ({
  selector: `TaggedTemplateExpression[tag.name=/^(html|svg)$/] > TemplateLiteral > ${element}`,
  message: 'The build takes this space away: put it in the template around this one.',
}));

/** What our own sources may not say, and why. */
const forbidden = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a name says what it is wherever it is used.' },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Text is text: nothing people typed is ever read as HTML.',
  },
  {
    selector: 'ImportSpecifier[imported.name=/^(unsafeHTML|unsafeSVG|unsafeStatic|customElement)$/]',
    message: 'Text is text, and classes are free of side effects: elements are defined in a define entry.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\sstyle\\s*=\\s*["\\u0027]?$/]',
    message: "A style attribute does not pass `style-src 'self'`: use a class, or vars() of ui/set-vars.",
  },
  { selector: "CallExpression[callee.name='eval']", message: 'A strict CSP refuses it.' },
  ...lostSpaces,
];

const all = tseslint.config(
  { ignores: ['dist/', 'storybook-static/', 'node_modules/', 'coverage/', 'custom-elements.json', '**/*.d.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unified-signatures': 'off',
      'no-restricted-syntax': ['error', ...forbidden],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-script-url': 'error',
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement', 'SamenElement', 'ReactiveElement'] } },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      ...a11yRules,
      'lit/no-useless-template-literals': 'error',
      'lit/no-template-bind': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      // Classes are free of side effects; where they are defined, `defineElement` guards the name.
      'wc/guard-super-call': 'off',
    },
  },
  {
    // Storybook and the tools ask for default exports; tests look where no public door leads.
    files: ['stories/**/*.ts', '.storybook/**/*.ts', '*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbidden.slice(1)] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', forbidden[0]],
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it', 'test'], package: 'node:test' }] },
      ],
      'max-lines': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.base],
    rules: {
      'no-debugger': 'error',
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
);

export { all as default };
