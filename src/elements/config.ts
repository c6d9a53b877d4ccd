/** What a surrounding `<samen-space>` sets for the elements within it. */
export interface SamenConfig {
  backend?: string;
  space?: string;
  lang?: string;
}

/** What the page says for every element: `<meta name="samen-backend" content="…">`. */
export function pageConfig(document: Document): SamenConfig {
  const content = (name: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || undefined;
  return { backend: content('samen-backend'), space: content('samen-space') };
}

/** Editors' systems wrap values in quotes of every form, after a number the sign for inches; nobody means those. */
export function plain(value: string | null | undefined): string | undefined {
  const trimmed = value
    ?.trim()
    .replace(/^["'«»‘-‟″]+|["'«»‘-‟″]+$/g, '')
    .trim();
  return trimmed || undefined;
}
