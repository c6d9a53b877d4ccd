/** A dated value of a measure: what is typed, and what is wrong with it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CommonTerm } from '../../../elements/messages';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import { addDays } from '../../../model/day';
import { LATEST_DUE_DAYS } from '../../../model/limits';
import { typedNumber } from '../../../model/number';
import type { Measure, Measurement } from '../../../model/result-types';
import { TEXT_LIMIT } from '../../../model/text';
import type { Day, Id } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { textField } from '../../../ui/field';

/** As typed; the id is that of a value that is changed, or of a new one. */
export interface Typed {
  id: Id;
  isNew: boolean;
  on: Day;
  value: string;
  explanation: string;
}

export function typedErrors(
  typed: Typed,
  about: {
    t: TermOf<ResultsFormsMessages>;
    language: 'nl' | 'en';
    today: Day;
    date: (day: Day) => string;
    /** A value as people read it. */
    said: (value: number) => string;
    known: readonly Measurement[];
    text: (fieldId: string, value: string, required: string | undefined, limit: number) => FormError[];
  },
): FormError[] {
  const { t, language, text } = about;
  return [
    ...dayErrors(typed, about),
    ...(typedNumber(typed.value, language) === undefined ? [{ fieldId: 'value', text: t('notANumber') }] : []),
    ...text('explanation', typed.explanation, undefined, TEXT_LIMIT),
  ];
}

function dayErrors({ id, on }: Typed, { t, today, date, said, known }: Parameters<typeof typedErrors>[1]): FormError[] {
  if (!on) return [{ fieldId: 'on', text: t('valueOnRequired') }];
  if (on > today) return [{ fieldId: 'on', text: t('valueInFuture') }];
  if (on < addDays(today, -LATEST_DUE_DAYS)) return [{ fieldId: 'on', text: t('valueTooOld') }];
  const same = known.find((each) => each.on === on && each.id !== id);
  return same ? [{ fieldId: 'on', text: t('valueSameDay', date(on), said(same.value)) }] : [];
}

export function measureForm(options: {
  t: TermOf<ResultsFormsMessages>;
  common: CommonTerm;
  typed: Typed;
  measure: Measure;
  today: Day;
  errors: readonly FormError[];
  attempt: number;
  refused: TemplateResult | typeof nothing;
  heading: (words: string) => TemplateResult;
  onType: (change: Partial<Typed>) => void;
  onSend: () => void;
  onCancel: () => void;
}): TemplateResult {
  const { t, common, typed, measure, today, errors, attempt, refused, heading, onType, onSend, onCancel } = options;
  const send = (event: Event) => {
    event.preventDefault();
    onSend();
  };
  const error = (id: string) => {
    const text = errors.find(({ fieldId }) => fieldId === id)?.text;
    return text ? { error: text } : {};
  };
  return html`<form class="stack" novalidate @submit=${send}>
    ${heading(t(typed.isNew ? 'valueAddTitle' : 'valueChangeTitle'))}
    ${errors.length > 0 ? errorSummary({ heading: t('formWrong'), errors, attempt }) : nothing} ${refused}
    ${textField({ id: 'on', label: t('valueOn'), type: 'date', max: today, value: typed.on, ...error('on'), onInput: (on) => onType({ on }) })}
    ${textField({ id: 'value', label: t('valueLabel'), description: t('valueHint', measure.unit), inputmode: 'decimal', value: typed.value, ...error('value'), onInput: (value) => onType({ value }) })}
    ${textField({ id: 'explanation', label: t('valueExplanation'), description: t('valueExplanationHint'), optional: common('optional'), multiline: true, rows: 2, value: typed.explanation, ...error('explanation'), onInput: (explanation) => onType({ explanation }) })}
    <div class="row">
      <button type="submit" class="btn btn--main">${t(typed.isNew ? 'valueAdd' : 'save')}</button>
      <button type="button" class="btn" @click=${onCancel}>${common('cancel')}</button>
    </div>
  </form>`;
}
