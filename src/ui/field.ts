import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icon';
import type { IconName } from './icon';

/*
 * Forms after the NL Design System (STANDARDS.md): label, then description, then the error, then the
 * field; the error is tied by `aria-describedby`; "(optioneel)" stands in the label; no field is
 * marked required and no button is disabled.
 */

interface FieldBase {
  id: string;
  label: string;
  description?: string;
  /** Says what to do, and ends in a full stop. */
  error?: string;
  /** The word for an optional field, in the language of the place: "(optioneel)". */
  optional?: string | false;
  name?: string;
  /** Language of what is typed, when it differs from the place. */
  lang?: string;
  /** The id of more that is said of the field, elsewhere. */
  describedBy?: string;
}

export interface TextFieldOptions extends FieldBase {
  value: string;
  multiline?: boolean;
  rows?: number;
  maxLength?: number;
  /** Shown when less than a fifth is left, for instance `(left) => term('left', left)`. */
  countLeft?: (left: number) => string;
  type?: 'text' | 'search' | 'date' | 'time' | 'email' | 'number';
  min?: string;
  max?: string;
  autocomplete?: string;
  /** Which keys a phone offers. */
  inputmode?: 'decimal' | 'numeric';
  onInput: (value: string) => void;
  onBlur?: (value: string) => void;
}

export interface Choice {
  value: string;
  label: string;
  description?: string;
  icon?: IconName;
}

export interface SelectFieldOptions extends FieldBase {
  value: string;
  choices: readonly Choice[];
  /** The first, empty choice: "Kies een partij". */
  placeholder?: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
}

export interface RadioCardsOptions extends FieldBase {
  value: string | undefined;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}

function describedBy(field: FieldBase): string | typeof nothing {
  const own = [field.description ? `${field.id}-hint` : '', field.error ? `${field.id}-error` : ''];
  const ids = [...own, field.describedBy ?? ''].filter(Boolean);
  return ids.length ? ids.join(' ') : nothing;
}

function labelText(field: FieldBase): string {
  return field.optional ? `${field.label} ${field.optional}` : field.label;
}

function about(field: FieldBase): TemplateResult {
  return html`${field.description ? html`<p class="hint" id="${field.id}-hint">${field.description}</p>` : nothing}
  ${field.error ? html`<p class="error" id="${field.id}-error">${field.error}</p>` : nothing}`;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;

/** A text field of one or more lines. It never cuts off what is typed: too long is said, not refused. */
export function textField(field: TextFieldOptions): TemplateResult {
  const { id, value, maxLength, onInput, onBlur } = field;
  const input = (event: Event) => onInput(valueOf(event));
  const blur = (event: Event) => onBlur?.(valueOf(event));
  const invalid = field.error ? 'true' : nothing;
  // An emoji is one, as it is where the text is checked.
  const left = maxLength === undefined ? undefined : maxLength - [...value].length;
  const nearEnd = left !== undefined && maxLength !== undefined && left < maxLength / 5;
  return html`<div class="field">
    <label for=${id}>${labelText(field)}</label>
    ${about(field)}
    ${
      field.multiline
        ? html`<textarea
            class="input"
            id=${id}
            name=${field.name ?? id}
            rows=${field.rows ?? 2}
            lang=${field.lang ?? nothing}
            aria-describedby=${describedBy(field)}
            aria-invalid=${invalid}
            .value=${value}
            @input=${input}
            @blur=${blur}
          ></textarea>`
        : html`<input
            class="input"
            id=${id}
            name=${field.name ?? id}
            type=${field.type ?? 'text'}
            lang=${field.lang ?? nothing}
            min=${field.min ?? nothing}
            max=${field.max ?? nothing}
            autocomplete=${field.autocomplete ?? 'off'}
            inputmode=${field.inputmode ?? nothing}
            aria-describedby=${describedBy(field)}
            aria-invalid=${invalid}
            .value=${value}
            @input=${input}
            @blur=${blur}
          />`
    }
    ${nearEnd && field.countLeft ? html`<p class="count">${field.countLeft(left)}</p>` : nothing}
  </div>`;
}

/** A native list to choose one from. */
export function selectField(field: SelectFieldOptions): TemplateResult {
  const { id, value, choices, placeholder, onChange, onBlur } = field;
  return html`<div class="field">
    <label for=${id}>${labelText(field)}</label>
    ${about(field)}
    <select
      class="input"
      id=${id}
      name=${field.name ?? id}
      aria-describedby=${describedBy(field)}
      aria-invalid=${field.error ? 'true' : nothing}
      @change=${(event: Event) => onChange(valueOf(event))}
      @blur=${() => onBlur?.()}
    >
      ${placeholder === undefined ? nothing : html`<option value="" ?selected=${value === ''}>${placeholder}</option>`}
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
    </select>
  </div>`;
}

/** Radio buttons as large cards, each with a sentence that says what it means. */
export function radioCards(field: RadioCardsOptions): TemplateResult {
  const { id, value, choices, onChange } = field;
  return html`<fieldset class="field" id=${id} tabindex="-1" aria-describedby=${describedBy(field)}>
    <legend class="label">${labelText(field)}</legend>
    ${about(field)}
    <div class="choice">
      ${choices.map(
        (choice) =>
          html`<label>
            <input
              type="radio"
              name=${field.name ?? id}
              value=${choice.value}
              .checked=${choice.value === value}
              @change=${() => onChange(choice.value)}
            />
            <span
              ><b>${choice.icon ? icon(choice.icon) : nothing} ${choice.label}</b>${
                choice.description ? html`<small>${choice.description}</small>` : nothing
              }</span
            >
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Two or three short choices on one line. */
export function segmented(field: RadioCardsOptions): TemplateResult {
  const { id, value, choices, onChange } = field;
  return html`<fieldset class="field" id=${id}>
    <legend class="label">${labelText(field)}</legend>
    <div class="seg">
      ${choices.map(
        (choice) =>
          html`<label
            >${choice.icon ? icon(choice.icon) : nothing}<input
              type="radio"
              name=${field.name ?? id}
              value=${choice.value}
              .checked=${choice.value === value}
              @change=${() => onChange(choice.value)}
            />${choice.label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** One box to tick, with its label as large as the target. */
export function checkbox(
  field: FieldBase & { checked: boolean; onChange: (checked: boolean) => void },
): TemplateResult {
  return html`<div class="field">
    <div class="choice">
      <label>
        <input
          type="checkbox"
          id=${field.id}
          name=${field.name ?? field.id}
          .checked=${field.checked}
          aria-describedby=${describedBy(field)}
          aria-invalid=${field.error ? 'true' : nothing}
          @change=${(event: Event) => field.onChange((event.target as HTMLInputElement).checked)}
        />
        <span>${labelText(field)}</span>
      </label>
    </div>
    ${about(field)}
  </div>`;
}
