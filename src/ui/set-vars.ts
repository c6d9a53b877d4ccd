import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';

/** Custom properties by name; undefined takes one away. */
export type Vars = Readonly<Record<`--${string}`, string | number | undefined>>;

/**
 * Sets custom properties through CSSOM, so that a strict Content-Security-Policy, which refuses
 * `style="…"`, shows the same: `<div ${vars({ '--x': '50%' })}>`.
 */
class VarsDirective extends Directive {
  #set: Vars = {};

  render(values: Vars): typeof noChange {
    void values;
    return noChange;
  }

  override update(part: ElementPart, [values]: [Vars]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(values) as [keyof Vars, Vars[keyof Vars]][]) {
      if (this.#set[name] === value) continue;
      if (value === undefined) style.removeProperty(name);
      else style.setProperty(name, String(value));
    }
    for (const name of Object.keys(this.#set)) if (!(name in values)) style.removeProperty(name);
    this.#set = values;
    return noChange;
  }
}

export const vars = directive(VarsDirective);
