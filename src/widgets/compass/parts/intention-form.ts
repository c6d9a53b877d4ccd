import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CommonTerm } from '../../../elements/messages';
import { newId } from '../../../model/new-id';
import { DRIVER_ICONS } from '../../../model/intention';
import { FEWEST_DRIVERS, MOST_DRIVERS } from '../../../model/limits';
import { TITLE_LIMIT } from '../../../model/text';
import type { Driver, DriverIcon } from '../../../model/types';
import type { FormError } from '../../../ui/errors';
import { textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { movedButtons, neighbourButtons } from './order';
import type { PartTerm } from './part';

export interface IntentionDraft {
  text: string;
  promise: string;
  drivers: Driver[];
  /** The version it was based on. */
  version: number;
}

interface IntentionFormOptions {
  draft: IntentionDraft;
  /** Without the drivers, in the first step of the set-up. */
  isSentenceOnly?: boolean;
  errors: readonly FormError[];
  t: PartTerm;
  common: CommonTerm;
  heading: (content: unknown) => TemplateResult;
  onChange: (next: IntentionDraft) => void;
  /** Gives the focus to the first of these that is there, once the change is drawn. */
  focusOn: (...ids: string[]) => void;
}

/** The fields of the intention and its drivers; the order of drivers is changed by buttons. */
export function intentionForm(options: IntentionFormOptions): TemplateResult {
  const { draft, errors, t, onChange } = options;
  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.text;
  const add = () =>
    onChange({
      ...draft,
      drivers: [
        ...draft.drivers,
        { id: newId(), name: '', icon: 'compass', explanation: '', question: '', goodExample: '', badExample: '' },
      ],
    });
  return html`${textField({ id: 'intention-text', label: t('intentionText'), error: errorOf('intention-text'), value: draft.text, multiline: true, onInput: (text) => onChange({ ...draft, text }) })}
    ${textField({ id: 'intention-promise', label: t('promiseText'), optional: options.common('optional'), error: errorOf('intention-promise'), value: draft.promise, onInput: (promise) => onChange({ ...draft, promise }) })}
    ${draft.drivers.map((driver, index) => driverFields(driver, index, options))}
    ${!options.isSentenceOnly && draft.drivers.length < MOST_DRIVERS ? html`<div><button type="button" id="add-driver" class="btn" @click=${add}>${icon('plus')}${t('addDriver')}</button></div>` : ''}`;
}

function driverFields(
  driver: Driver,
  index: number,
  { draft, errors, t, common, heading, onChange, focusOn }: IntentionFormOptions,
): TemplateResult {
  const id = (field: string) => `driver-${String(index)}-${field}`;
  const change = (part: Partial<Driver>) =>
    onChange({ ...draft, drivers: draft.drivers.map((each) => (each === driver ? { ...each, ...part } : each)) });
  const move = (by: number) => {
    const drivers = draft.drivers.filter((each) => each !== driver);
    drivers.splice(index + by, 0, driver);
    onChange({ ...draft, drivers });
    focusOn(...movedButtons('driver', index + by, by));
  };
  const remove = () => {
    onChange({ ...draft, drivers: draft.drivers.filter((each) => each !== driver) });
    focusOn(...neighbourButtons('driver', index));
  };
  const field = (
    name: 'name' | 'question' | 'explanation' | 'goodExample' | 'badExample',
    label: string,
    isOptional = false,
  ) =>
    textField({
      id: id(name),
      label,
      optional: isOptional && common('optional'),
      error: errors.find((error) => error.fieldId === id(name))?.text,
      value: driver[name],
      onInput: (value) => change({ [name]: value }),
    });
  const name = driver.name || t('driverNumber', index + 1);
  return html`<fieldset class="driver-form stack">
    <legend class="hidden">${name}</legend>
    <div class="row row--apart">
      ${heading(t('driverNumber', index + 1))}
      <span class="row">
        ${index > 0 ? html`<button type="button" id=${id('up')} class="btn btn--quiet btn--icon" @click=${() => move(-1)}>${icon('arrow-up', { label: t('driverUp', name) })}</button>` : ''}
        ${index < draft.drivers.length - 1 ? html`<button type="button" id=${id('down')} class="btn btn--quiet btn--icon" @click=${() => move(1)}>${icon('arrow-down', { label: t('driverDown', name) })}</button>` : ''}
        <button type="button" id=${id('remove')} class="btn btn--quiet btn--icon" @click=${remove}>${icon('trash', { label: t('removeDriver', name) })}</button>
      </span>
    </div>
    ${field('name', t('driverName'))} ${field('question', t('driverQuestion'))} ${field('explanation', t('driverExplanation'), true)}
    ${field('goodExample', t('driverGood'), true)} ${field('badExample', t('driverBad'), true)}
    <fieldset class="stack stack--tight"><legend class="label">${t('driverIcon')}</legend>
      <div class="row">${DRIVER_ICONS.map(
        (name_: DriverIcon) =>
          html`<label class="sign"><input type="radio" name=${id('icon')} aria-label=${t(name_)} .checked=${driver.icon === name_} @change=${() => change({ icon: name_ })} />${icon(name_)}</label>`,
      )}</div>
    </fieldset>
  </fieldset>`;
}

/** What is not right yet, field by field. */
export function intentionErrors(
  draft: IntentionDraft,
  textError: (fieldId: string, text: string, required?: string, limit?: number) => FormError[],
  t: PartTerm,
  { isSentenceOnly = false } = {},
): FormError[] {
  const sentence = [
    ...textError('intention-text', draft.text, t('intentionError')),
    ...textError('intention-promise', draft.promise),
  ];
  if (isSentenceOnly) return sentence;
  const drivers = draft.drivers.flatMap((driver, index) => {
    const id = (field: string) => `driver-${String(index)}-${field}`;
    return [
      ...textError(id('name'), driver.name, t('driverNameError'), TITLE_LIMIT),
      ...textError(id('question'), driver.question, t('driverQuestionError')),
      ...(['explanation', 'goodExample', 'badExample'] as const).flatMap((field) =>
        textError(id(field), driver[field]),
      ),
    ];
  });
  const isCount = draft.drivers.length >= FEWEST_DRIVERS && draft.drivers.length <= MOST_DRIVERS;
  return [...sentence, ...drivers, ...(isCount ? [] : [{ fieldId: 'add-driver', text: t('driverCountError') }])];
}
