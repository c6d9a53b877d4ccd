import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icon';
import type { IconName } from './icon';
import type { Tone } from './notice';

export interface ChipOptions {
  label: string;
  pressed: boolean;
  icon?: IconName;
  /** How many things it leaves. */
  count?: number;
  onToggle: (pressed: boolean) => void;
}

/** A filter that is on or off. */
export function chip({ label, pressed, count, onToggle, ...rest }: ChipOptions): TemplateResult {
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${pressed ? 'true' : 'false'}
    @click=${() => onToggle(!pressed)}
  >
    ${rest.icon ? icon(rest.icon) : nothing}${label} ${count === undefined ? nothing : html`<b>${count}</b>`}
  </button>`;
}

/** A named group of filters. */
export function chips(label: string, all: readonly ChipOptions[]): TemplateResult {
  return html`<div class="row" role="group" aria-label=${label}>${all.map(chip)}</div>`;
}

/** A label that says a state in a word. */
export function tag(
  label: string,
  options: { tone?: Exclude<Tone, 'info' | 'chosen'> | 'line'; icon?: IconName } = {},
): TemplateResult {
  return html`<span class=${options.tone ? `tag tag--${options.tone}` : 'tag'}
    >${options.icon ? icon(options.icon) : nothing}${label}</span
  >`;
}
