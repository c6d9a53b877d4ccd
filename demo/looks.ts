import type { Language } from './texts';

/** A sheet in themes/; `dark` says whether it knows a dark form. */
interface Theme {
  id: string;
  name: string;
  dark: boolean;
}

export const THEMES: readonly Theme[] = [
  { id: 'lindeveld', name: 'Lindeveld', dark: true },
  { id: 'samen', name: 'Samen', dark: true },
  { id: 'voorbeeld', name: 'NL Design System (voorbeeld)', dark: false },
  { id: 'utrecht', name: 'Utrecht', dark: false },
  { id: 'rijkshuisstijl', name: 'Rijkshuisstijl', dark: false },
  { id: 'amsterdam', name: 'Amsterdam', dark: false },
];

export interface Looks {
  theme: string;
  language: Language;
  scheme: 'auto' | 'light' | 'dark';
}

const KEY = 'samen-demo-looks';
const DEFAULTS: Looks = { theme: 'lindeveld', language: 'nl', scheme: 'auto' };

/** How somebody left the page; an address such as `/?theme=utrecht&lang=en&scheme=dark` goes first. */
export function readLooks(): Looks {
  const asked = new URLSearchParams(location.search);
  return checked({
    ...kept(),
    ...(asked.has('theme') ? { theme: asked.get('theme') ?? '' } : {}),
    ...(asked.has('lang') ? { language: asked.get('lang') as Language } : {}),
    ...(asked.has('scheme') ? { scheme: asked.get('scheme') as Looks['scheme'] } : {}),
  });
}

export function keepLooks(looks: Looks): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(looks));
  } catch {
    // Blocked: the choice lasts as long as the page.
  }
}

function kept(): Partial<Looks> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Looks>;
  } catch {
    return {};
  }
}

function checked({ theme, language, scheme }: Partial<Looks>): Looks {
  return {
    theme: THEMES.some(({ id }) => id === theme) && theme ? theme : DEFAULTS.theme,
    language: language === 'en' ? 'en' : DEFAULTS.language,
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : DEFAULTS.scheme,
  };
}

/** Theme and scheme, on the page. Whether the theme could follow the scheme. */
export function applyLooks({ theme, scheme }: Looks): boolean {
  const sheet = document.querySelector<HTMLLinkElement>('#theme');
  const href = `/demo/themes/${theme}.css`;
  if (sheet && sheet.getAttribute('href') !== href) sheet.href = href;
  const root = document.documentElement;
  root.dataset.theme = theme;
  if (scheme === 'auto') delete root.dataset.scheme;
  else root.dataset.scheme = scheme;
  return scheme !== 'dark' || THEMES.find(({ id }) => id === theme)?.dark === true;
}
