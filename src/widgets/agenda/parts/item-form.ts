/** What is typed with a move of the ball, or with another act on an item. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CommonTerm } from '../../../elements/messages';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { BallMove } from '../../../model/agenda-types';
import type { MoveInput } from '../../../model/ball';
import { addDays } from '../../../model/day';
import { LATEST_DUE_DAYS } from '../../../model/limits';
import { TEXT_LIMIT, TITLE_LIMIT } from '../../../model/text';
import type { Day, Id, Party } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { selectField, textField } from '../../../ui/field';

export type Doing = BallMove | 'pause' | 'stop';

/** As typed. */
export interface Typed {
  doing: Doing;
  /** The party for which the core team acts; empty for one's own. */
  onBehalfOf: Id;
  toPartyId: Id;
  note: string;
  reason: string;
  nextStep: string;
  dueOn: Day;
  jobTitle: string;
}

type Field = Exclude<keyof Typed, 'doing' | 'onBehalfOf'>;

const FIELDS: Record<Doing, readonly Field[]> = {
  take: [],
  accept: [],
  withdraw: [],
  offer: ['toPartyId', 'note', 'nextStep', 'dueOn'],
  return: ['reason'],
  release: ['reason'],
  progress: ['note', 'nextStep', 'dueOn', 'jobTitle'],
  pause: ['reason'],
  stop: ['reason'],
};

/** What is asked; whoever acts for another party says why. */
function fieldsOf({ doing, onBehalfOf }: Typed): Field[] {
  const own = FIELDS[doing].filter((field) => field !== 'reason');
  return own.length < FIELDS[doing].length || onBehalfOf ? [...own, 'reason'] : own;
}

const TITLES = {
  take: 'take',
  accept: 'accept',
  withdraw: 'withdraw',
  offer: 'offerTitle',
  return: 'returnTitle',
  release: 'releaseTitle',
  progress: 'progressTitle',
  pause: 'pauseTitle',
  stop: 'stopTitle',
} as const satisfies Record<Doing, keyof AgendaPartsMessages>;

export interface FormOptions {
  t: TermOf<AgendaPartsMessages>;
  common: CommonTerm;
  typed: Typed;
  /** To whom the ball can be offered. */
  parties: readonly Party[];
  /** The party for which the core team acts, by name. */
  behalfOf: string;
  today: Day;
  errors: readonly FormError[];
  attempt: number;
  heading: (content: string) => TemplateResult;
  onType: (change: Partial<Typed>) => void;
  onSend: () => void;
  onCancel: () => void;
}

const TEXTS = ['note', 'reason'] as const;
const PLAN = ['nextStep', 'dueOn', 'jobTitle', 'onBehalfOf'] as const;

/** What was typed, as it is sent: nothing of what was left empty. */
export function saidOf(typed: Typed, isBall: boolean): MoveInput & { toPartyId?: Id } {
  const keys = isBall ? [...TEXTS, ...PLAN] : TEXTS;
  const said = Object.fromEntries(keys.flatMap((key) => (typed[key] ? [[key, typed[key]]] : [])));
  return { ...said, ...(typed.doing === 'offer' && { toPartyId: typed.toPartyId }) };
}

/** What is wrong with what was typed, as the form says it. */
export function formErrors(
  typed: Typed,
  {
    t,
    today,
    was,
    text,
  }: {
    t: FormOptions['t'];
    today: Day;
    /** The date that was there: a form sends it along. */
    was: Day | undefined;
    text: (fieldId: string, value: string, required: string | undefined, limit: number) => FormError[];
  },
): FormError[] {
  return fieldsOf(typed).flatMap((field): FormError[] => {
    const value = typed[field];
    switch (field) {
      case 'toPartyId':
        return value ? [] : [{ fieldId: field, text: t('toWhomRequired') }];
      case 'dueOn':
        if (!value || value === was) return [];
        if (value < today) return [{ fieldId: field, text: t('duePast') }];
        return value > addDays(today, LATEST_DUE_DAYS) ? [{ fieldId: field, text: t('dueFar') }] : [];
      case 'reason':
        return text(field, value, t(typed.onBehalfOf ? 'onBehalfRequired' : 'reasonRequired'), TEXT_LIMIT);
      default:
        return text(field, value, undefined, field === 'note' ? TEXT_LIMIT : TITLE_LIMIT);
    }
  });
}

/** The form, in its place below the ball. */
export function itemForm(options: FormOptions): TemplateResult {
  const { t, common, typed, errors, attempt, heading, onSend, onCancel } = options;
  const { doing } = typed;
  const send = (event: Event) => {
    event.preventDefault();
    onSend();
  };
  return html`<form class="form" novalidate @submit=${send}>
    ${heading(t(TITLES[doing]))}
    ${errors.length > 0 ? errorSummary({ heading: t('formWrong'), errors, attempt }) : nothing}
    ${typed.onBehalfOf ? html`<p>${t('onBehalfOfParty', options.behalfOf)}</p>` : nothing}
    ${fieldsOf(typed).map((field) => fieldOf(field, options))}
    ${doing === 'offer' && !typed.onBehalfOf ? html`<p class="small muted">${t('offerStays')}</p>` : nothing}
    <div class="row">
      <button type="submit" class="btn btn--main">${t(doing === 'offer' ? 'offerTitle' : doing)}</button>
      <button type="button" class="btn" @click=${onCancel}>${common('cancel')}</button>
    </div>
  </form>`;
}

function fieldOf(field: Field, { t, common, typed, parties, today, errors, onType }: FormOptions): TemplateResult {
  const error = errors.find(({ fieldId }) => fieldId === field)?.text;
  const shared = {
    id: field,
    value: typed[field],
    ...(error && { error }),
    onInput: (value: string) => onType({ [field]: value }),
  };
  switch (field) {
    case 'toPartyId':
      return selectField({
        ...shared,
        label: t('toWhom'),
        placeholder: t('chooseParty'),
        choices: parties.map(({ id, name }) => ({ value: id, label: name })),
        onChange: (toPartyId) => onType({ toPartyId }),
      });
    case 'note':
      return textField({
        ...shared,
        label: typed.doing === 'offer' ? t('offerNote') : t('progressNote'),
        multiline: true,
        rows: 3,
        optional: common('optional'),
      });
    case 'reason':
      return textField({
        ...shared,
        label: t(typed.onBehalfOf ? 'onBehalfReason' : 'reasonLabel'),
        multiline: true,
        rows: 3,
      });
    case 'nextStep':
      return textField({ ...shared, label: t('nextStepLabel'), optional: common('optional') });
    case 'dueOn':
      return textField({ ...shared, label: t('dueLabel'), type: 'date', min: today, optional: common('optional') });
    case 'jobTitle':
      return textField({ ...shared, label: t('jobTitleLabel'), optional: common('optional') });
  }
}
