import { html, noChange, nothing, render, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { FIRST_ICONS } from './first-icons';
import type { ICONS } from './icon-table';

/** What Lucide gives for one icon: SVG elements with their attributes. */
export type IconNode = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
export type IconName = keyof typeof ICONS;

export interface IconOptions {
  /** A name for who cannot see it; without one the icon is hidden from assistive technology. */
  label?: string;
}

const icons: Partial<Record<IconName, IconNode>> = { ...FIRST_ICONS };
const shapes = new WeakMap<IconNode, TemplateResult>();

/** Icons that come along with the code that draws them: they are there in its first drawing. */
export function addIcons(more: Partial<Record<IconName, IconNode>>): void {
  Object.assign(icons, more);
}

/** One template without holes for each icon, so that a thousand of them are as many clones. Lucide's, never data. */
function shapesOf(node: IconNode): TemplateResult {
  const known = shapes.get(node);
  if (known) return known;
  const attribute = ([name, value]: [string, string]) => ` ${name}="${value}"`;
  const text = node.map(([tag, all]) => `<${tag}${Object.entries(all).map(attribute).join('')}></${tag}>`).join('');
  const made = svg(Object.assign([text], { raw: [text] }));
  shapes.set(node, made);
  return made;
}

/** Draws an icon that nobody brought along: its place is kept, and filled when the other icons are here. */
class LateIconDirective extends Directive {
  #name?: IconName;

  render(name: IconName): typeof noChange {
    void name;
    return noChange;
  }

  override update({ element }: ElementPart, [name]: [IconName]): typeof noChange {
    if (name === this.#name) return noChange;
    this.#name = name;
    import('./icon-table').then(
      ({ ICONS: all }) => {
        addIcons(all);
        if (name === this.#name) render(shapesOf(all[name]), element as SVGGElement);
      },
      // A word stands beside every icon: it is not worth more than trying again at the next drawing.
      () => (this.#name = undefined),
    );
    return noChange;
  }
}

const lateIcon = directive(LateIconDirective);

/** An icon by name. It takes the colour and the size of the text around it. */
export function icon(name: IconName, { label }: IconOptions = {}): TemplateResult {
  const node = icons[name];
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    focusable="false"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >
    ${node ? shapesOf(node) : svg`<g ${lateIcon(name)}></g>`}
  </svg>`;
}
