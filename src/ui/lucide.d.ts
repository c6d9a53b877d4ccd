/** Lucide ships its icons one by one without types; each is a list of SVG elements with their attributes. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
  export default node;
}
