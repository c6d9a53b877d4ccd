/** A theme as an organisation ships it: the path of its style sheet in this project, and what is set beside it. */
export interface Theme {
  name: string;
  files: readonly string[];
  /** Only the lines of the last file that hand tokens over to ours. */
  bridge?: string;
}

const packages = '/node_modules';

/** The themes of STANDARDS.md from npm, with the bridge of the demonstration where one is needed. */
export const THEMES: readonly Theme[] = [
  { name: 'none', files: [] },
  {
    name: 'NL Design System (voorbeeld)',
    files: ['@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'],
  },
  { name: 'Utrecht', files: ['@utrecht/design-tokens/dist/root.css'] },
  { name: 'Rijkshuisstijl', files: ['@rijkshuisstijl-community/design-tokens/dist/root.css'] },
  {
    name: 'Rijkshuisstijl, uitvoerend oranje',
    files: ['@rijkshuisstijl-community/design-tokens/dist/uitvoerend-oranje/root.css'],
  },
  {
    name: 'Amsterdam',
    files: ['@amsterdam/design-system-tokens/dist/index.css'],
    bridge: '/demo/themes/amsterdam.css',
  },
];

/** What a theme calls the colour of its main button. */
const BUTTONS = [
  '--basis-color-action-1-inverse-bg-default',
  '--utrecht-button-primary-action-background-color',
  '--samen-color-action',
];

async function text(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be read`);
  return response.text();
}

/** Puts a theme on the page, whatever its class; returns the way to take it away. */
export async function putOn({ files, bridge }: Theme): Promise<() => void> {
  const own = await Promise.all(files.map((file) => text(`${packages}/${file}`)));
  // Taken from the page that shows it, so that what is tested is what is used.
  const handed = bridge ? (await text(bridge)).match(/--samen-[\w-]+: var\(--[\w-]+\);/g) : [];
  const sheet = new CSSStyleSheet();
  const anywhere = own.map((css) => css.replace(/^\.[a-z-]+theme(?=[\s,{])/gm, ':root'));
  sheet.replaceSync(`${anywhere.join('\n')}\n:root { ${handed?.join(' ') ?? ''} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const page = getComputedStyle(document.documentElement);
  if (files.length > 0 && !BUTTONS.some((token) => page.getPropertyValue(token))) {
    throw new Error(`${files.join()} sets none of the tokens we read: it would be tested for nothing`);
  }
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
