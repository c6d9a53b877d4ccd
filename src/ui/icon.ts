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

/** Icons that come along with the code that draws them: they are there in its first drawing. */
export function addIcons(more: Partial<Record<IconName, IconNode>>): void {
  Object.assign(icons, more);
}

/** Templates without holes, so that a thousand icons are as many clones. Lucide's, never data. */
function madeOnce(make: typeof html | typeof svg, begin = '', end = ''): (node: IconNode) => TemplateResult<1 | 2> {
  const made = new WeakMap<IconNode, TemplateResult<1 | 2>>();
  const attribute = ([name, value]: [string, string]) => ` ${name}="${value}"`;
  return (node) => {
    const known = made.get(node);
    if (known) return known;
    const shapes = node.map(([tag, all]) => `<${tag}${Object.entries(all).map(attribute).join('')}></${tag}>`);
    const text = begin + shapes.join('') + end;
    const template = make(Object.assign([text], { raw: [text] }));
    made.set(node, template);
    return template;
  };
}

const shapesOf = madeOnce(svg);
const wholeOf = madeOnce(html, '<svg class="icon" viewBox="0 0 24 24" focusable="false" aria-hidden="true">', '</svg>');

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
export function icon(name: IconName, { label }: IconOptions = {}): TemplateResult<1 | 2> {
  const node = icons[name];
  if (node && !label) return wholeOf(node);
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
