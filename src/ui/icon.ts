import { html, noChange, nothing, render, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { FIRST_ICONS } from './first-icons';
import type { ICONS } from './icon-table';

export type IconName = keyof typeof ICONS;

export interface IconOptions {
  /** A name for who cannot see it; without one the icon is hidden from assistive technology. */
  label?: string;
}

const icons: Partial<Record<IconName, string>> = { ...FIRST_ICONS };

/** Icons, each as the data of one path, that come along with the code that draws them: they are in its first drawing. */
export function addIcons(more: Partial<Record<IconName, string>>): void {
  Object.assign(icons, more);
}

const made = new Map<string, TemplateResult>();

/** Templates without holes, so that a thousand icons are as many clones. The path is Lucide's, never data. */
function wholeOf(path: string): TemplateResult {
  let template = made.get(path);
  if (!template) {
    const text = `<svg class="icon" viewBox="0 0 24 24" focusable="false" aria-hidden="true"><path d="${path}"/></svg>`;
    template = html(Object.assign([text], { raw: [text] }));
    made.set(path, template);
  }
  return template;
}

const shapeOf = (path: string) => svg`<path d=${path} />`;

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
        if (name === this.#name) render(shapeOf(all[name]), element as SVGGElement);
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
  const path = icons[name];
  if (path && !label) return wholeOf(path);
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    focusable="false"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
  >
    ${path ? shapeOf(path) : svg`<g ${lateIcon(name)}></g>`}
  </svg>`;
}
