const config = {
  extends: ['stylelint-config-standard'],
  rules: {
    // The class names are those of the design, short on purpose: they live within one shadow root.
    'selector-class-pattern': '^[a-z][a-z0-9]*(-{1,2}[a-z0-9]+)*$',
    'custom-property-pattern': '^_?[a-z][a-z0-9]*(-{1,2}[a-z0-9]+)*$',
    'custom-property-empty-line-before': null,
    'comment-empty-line-before': null,
    'rule-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'declaration-empty-line-before': null,
    'declaration-block-single-line-max-declarations': null,
    'no-descending-specificity': null,
    'color-function-notation': 'modern',
    'color-hex-length': null,
    'alpha-value-notation': null,
    'value-keyword-case': ['lower', { camelCaseSvgKeywords: true, ignoreKeywords: ['currentColor'] }],
    'media-feature-range-notation': null,
    'unit-disallowed-list': [
      ['rem'],
      { message: 'A host page may set its root font size to 62.5 %: use em or px from an inherited size.' },
    ],
    'declaration-no-important': true,
  },
  overrides: [
    {
      files: ['**/*.styles.ts'],
      customSyntax: 'postcss-lit',
      rules: { 'no-empty-source': null, 'nesting-selector-no-missing-scoping-root': null },
    },
    { files: ['**/*.css'], rules: { 'unit-disallowed-list': null, 'declaration-no-important': null } },
  ],
};

export { config as default };
