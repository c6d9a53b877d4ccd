import { warnOnce } from './configuration';
import { contrast, over, parseColor } from './contrast';
import type { Rgb } from './contrast';
import { elementsFrom } from './flat-tree';

type Role =
  | 'text'
  | 'muted'
  | 'page'
  | 'subtle'
  | 'border'
  | 'action'
  | 'on-action'
  | 'chosen'
  | 'on-chosen'
  | 'link'
  | 'field'
  | 'on-field'
  | 'field-border'
  | 'good'
  | 'on-good'
  | 'warn'
  | 'on-warn'
  | 'bad'
  | 'on-bad'
  | 'focus';

interface Pair {
  front: Role;
  back: Role;
  /** 4.5 for text, 3 for borders and focus (WCAG 1.4.3, 1.4.11). */
  atLeast: 4.5 | 3;
  /** What goes back to our own, in turn until the pair is good enough. */
  instead: readonly Partial<Record<Role, string>>[];
}

const own = (...roles: Role[]): Partial<Record<Role, string>> =>
  Object.fromEntries(roles.map((role) => [role, `var(--_${role}-0)`]));
const asText = (role: Role): Partial<Record<Role, string>> => ({ [role]: 'var(--_text)' });

/** In this order: what others stand on comes first. */
const PAIRS: readonly Pair[] = [
  { front: 'text', back: 'page', atLeast: 4.5, instead: [own('text', 'page')] },
  { front: 'text', back: 'subtle', atLeast: 4.5, instead: [own('subtle'), { subtle: 'var(--_page)' }] },
  { front: 'muted', back: 'page', atLeast: 4.5, instead: [own('muted'), asText('muted')] },
  { front: 'muted', back: 'subtle', atLeast: 4.5, instead: [own('muted'), asText('muted')] },
  { front: 'on-action', back: 'action', atLeast: 4.5, instead: [own('on-action', 'action')] },
  { front: 'link', back: 'page', atLeast: 4.5, instead: [own('link'), asText('link')] },
  {
    front: 'on-chosen',
    back: 'chosen',
    atLeast: 4.5,
    instead: [{ 'on-chosen': 'var(--_text)', chosen: 'var(--_subtle)' }],
  },
  { front: 'on-field', back: 'field', atLeast: 4.5, instead: [own('on-field', 'field')] },
  { front: 'on-good', back: 'good', atLeast: 4.5, instead: [own('on-good', 'good')] },
  { front: 'on-warn', back: 'warn', atLeast: 4.5, instead: [own('on-warn', 'warn')] },
  { front: 'on-bad', back: 'bad', atLeast: 4.5, instead: [own('on-bad', 'bad')] },
  { front: 'border', back: 'page', atLeast: 3, instead: [own('border'), asText('border')] },
  { front: 'field-border', back: 'page', atLeast: 3, instead: [own('field-border'), asText('field-border')] },
  { front: 'focus', back: 'page', atLeast: 3, instead: [own('focus'), asText('focus')] },
];

const ROLES: readonly Role[] = [...new Set(PAIRS.flatMap(({ front, back }) => [front, back]))];
const WHITE: Rgb = [1, 1, 1, 1];

/** The colour behind the widget: the first above it that is not seen through. */
function backdropOf(host: Element): Rgb | undefined {
  for (const element of elementsFrom(host)) {
    const color = parseColor(getComputedStyle(element).backgroundColor);
    if (color && color[3] > 0.5) return color;
  }
  return undefined;
}

/**
 * Keeps text readable in every theme (STANDARDS.md, looks like the municipality): a pair of colours
 * that fails contrast as rendered goes back to our own, set on the host through CSSOM, with one line in
 * the console. Fetched by the contrast guard where something could fail.
 */
export class ContrastCheck {
  readonly #host: HTMLElement;
  #set = new Set<string>();
  #seen = '';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Looks at all pairs now. */
  look(): void {
    const { style, shadowRoot } = this.#host;
    if (!shadowRoot) return;
    // In forced colours the system chooses; our own would only be in the way.
    const forced = matchMedia('(forced-colors: active)').matches;
    const kept = new Map([...this.#set].map((name) => [name, style.getPropertyValue(name)]));
    for (const name of this.#set) style.removeProperty(name);
    if (forced) {
      this.#set.clear();
      this.#seen = '';
      return;
    }
    const probe = new Probe(shadowRoot);
    try {
      const backdrop = backdropOf(this.#host);
      const seen = `${probe.all()} ${backdrop?.join() ?? ''}`;
      if (seen === this.#seen) {
        for (const [name, value] of kept) style.setProperty(name, value);
        return;
      }
      this.#seen = seen;
      this.#set.clear();
      for (const pair of PAIRS) this.#mend(pair, probe, style);
      this.#ground(probe, backdrop, style);
    } finally {
      probe.remove();
    }
  }

  #mend({ front, back, atLeast, instead }: Pair, probe: Probe, style: CSSStyleDeclaration): void {
    const found = probe.contrast(front, back);
    if (found === undefined || found >= atLeast) return;
    warnOnce(
      `the theme's colours for ${front} on ${back} reach ${found.toFixed(1)}:1, under ${atLeast}:1; our own are used.`,
    );
    for (const choice of instead) {
      for (const [role, value] of Object.entries(choice)) {
        style.setProperty(`--_${role}`, value);
        this.#set.add(`--_${role}`);
      }
      const now = probe.contrast(front, back);
      if (now !== undefined && now >= atLeast) return;
    }
  }

  /** The page is dark (or light) without saying so in its theme: the widget then brings its own ground. */
  #ground(probe: Probe, backdrop: Rgb | undefined, style: CSSStyleDeclaration): void {
    const text = probe.color('text');
    if (!text || !backdrop) return;
    if (contrast(text, over(backdrop, WHITE)) >= 4.5) return;
    style.setProperty('--_ground', 'var(--_page)');
    this.#set.add('--_ground');
  }
}

/** Reads colours as they are rendered, where the widget stands. */
class Probe {
  readonly #element: HTMLElement;

  constructor(root: ParentNode) {
    this.#element = document.createElement('span');
    this.#element.hidden = true;
    root.append(this.#element);
  }

  color(role: Role): Rgb | undefined {
    this.#element.style.color = `var(--_${role})`;
    return parseColor(getComputedStyle(this.#element).color);
  }

  contrast(front: Role, back: Role): number | undefined {
    const [above, below, page] = [this.color(front), this.color(back), this.color('page')];
    if (!above || !below || !page) return undefined;
    const ground = over(below, over(page, WHITE));
    return contrast(over(above, ground), ground);
  }

  all(): string {
    return ROLES.map(
      (role) =>
        this.color(role)
          ?.map((part) => part.toFixed(3))
          .join() ?? '',
    ).join(' ');
  }

  remove(): void {
    this.#element.remove();
  }
}
