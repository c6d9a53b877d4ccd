/** Finds what a person would: by role and name, through shadow roots. */

const ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4, h5, h6',
  textbox: 'input:not([type]), input[type=text], textarea',
  date: 'input[type=date]',
  time: 'input[type=time]',
  number: 'input[type=number]',
  checkbox: 'input[type=checkbox]',
  timer: '[role=timer]',
  combobox: 'select',
  radio: 'input[type=radio]',
  group: 'fieldset, details, [role=group]',
  dialog: 'dialog[open]',
  region: 'section[aria-labelledby], section[aria-label]',
  searchbox: 'input[type=search]',
  table: 'table',
  list: 'ul, ol',
  listitem: 'li',
  article: 'article',
  tab: '[role=tab]',
  img: 'img',
  alert: '[role=alert]',
  status: '[role=status]',
};
export type Role =
  | 'button'
  | 'link'
  | 'heading'
  | 'textbox'
  | 'date'
  | 'time'
  | 'number'
  | 'checkbox'
  | 'timer'
  | 'combobox'
  | 'radio'
  | 'group'
  | 'dialog'
  | 'region'
  | 'searchbox'
  | 'table'
  | 'list'
  | 'listitem'
  | 'article'
  | 'tab'
  | 'img'
  | 'alert'
  | 'status';
export type Name = string | RegExp;

/** Long, for a busy machine: who finds what they look for does not wait for it. */
const PATIENCE_MS = 30_000;

const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** An element and everything in it and its shadow roots, in the order of the page. */
function* within(scope: Element | ShadowRoot): Generator<Element> {
  if (scope instanceof Element && scope.shadowRoot) yield* within(scope.shadowRoot);
  for (const child of scope.children) {
    yield child;
    yield* within(child);
  }
}

/** The text a person reads in a place, through shadow roots, without what is hidden from everybody. */
export function read(scope: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
    if (!(node instanceof Element || node instanceof ShadowRoot)) return;
    if (node instanceof Element && (node.localName === 'style' || !isShown(node))) return;
    const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
    children.forEach(walk);
    const isApart = node instanceof Element && (node.localName === 'br' || getComputedStyle(node).display !== 'inline');
    if (isApart) parts.push(' ');
  };
  walk(scope);
  return tidy(parts.join(''));
}

function isShown(element: Element): boolean {
  return element.getAttribute('aria-hidden') !== 'true' && getComputedStyle(element).display !== 'none';
}

/** Whether it and all around it is shown. */
function isReachable(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) if (!isShown(at)) return false;
  return true;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The accessible name, as far as these widgets need the rules for it. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const labelled = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  if (labelled.length > 0) return tidy(labelled.map((id) => root.getElementById(id)?.textContent ?? '').join(' '));
  if (element instanceof HTMLImageElement) return tidy(element.alt);
  const label = element.getAttribute('aria-label');
  if (label) return tidy(label);
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return tidy([...(element.labels ?? [])].map((each) => each.textContent).join(' '));
  if (element instanceof HTMLSelectElement) return tidy([...element.labels].map((each) => each.textContent).join(' '));
  const naming = element.querySelector(':scope > legend, :scope > caption, :scope > summary');
  if (naming) return tidy(naming.textContent);
  const picture = element.querySelector('[role=img][aria-label]');
  return tidy(`${element.textContent ?? ''} ${picture?.getAttribute('aria-label') ?? ''}`);
}

export function findAll(scope: Element, role: Role, name?: Name): HTMLElement[] {
  const fits = (said: string) => name === undefined || (typeof name === 'string' ? said === name : name.test(said));
  return [...within(scope)].filter(
    (each): each is HTMLElement =>
      each instanceof HTMLElement && each.matches(ROLES[role] ?? role) && fits(nameOf(each)) && isReachable(each),
  );
}

export function find(scope: Element, role: Role, name?: Name): HTMLElement | undefined {
  return findAll(scope, role, name)[0];
}

/** Waits for one to be there; fails with what is there instead. */
export async function see(scope: Element, role: Role, name?: Name, milliseconds = PATIENCE_MS): Promise<HTMLElement> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = find(scope, role, name);
    if (found) return found;
    if (Date.now() > end) {
      const others = findAll(scope, role).map((each) => `“${nameOf(each)}”`);
      throw new Error(
        `no ${role} “${String(name)}” but ${others.join(', ') || 'none at all'}; it reads: ${read(scope)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Waits until a place reads so. */
export async function reads(scope: Element, text: RegExp, milliseconds = PATIENCE_MS): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!text.test(read(scope))) {
    if (Date.now() > end) throw new Error(`it does not read ${String(text)} but: ${read(scope)}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Presses a button once it is there, with the focus on it as when somebody clicks. */
export async function press(scope: Element, name: Name, role: Role = 'button'): Promise<HTMLElement> {
  const button = await see(scope, role, name);
  button.focus();
  button.click();
  return button;
}

/** Types over what a field holds. */
export async function type(scope: Element, name: Name, text: string, role: Role = 'textbox'): Promise<HTMLElement> {
  const field = (await see(scope, role, name)) as HTMLInputElement | HTMLTextAreaElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  return field;
}

/** The element with the focus, through shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
