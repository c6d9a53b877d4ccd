/** A result as it is being written: kept as typed, and made into what is sent. */
import type { ResultInput } from '../../../contract/results';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import type { AgendaItemView, ItemAudience } from '../../../model/agenda-types';
import { newId } from '../../../model/new-id';
import { asTyped, typedNumber } from '../../../model/number';
import type { Measure, ResultStatus, ResultView } from '../../../model/result-types';
import { TEXT_LIMIT, TITLE_LIMIT } from '../../../model/text';
import type { Id } from '../../../model/types';
import type { FormError } from '../../../ui/errors';

/** What is named in a result, with its title: so that it reads the same without a network. */
export interface Evidence {
  kind: 'experience' | 'agendaItem';
  id: Id;
  title: string;
  /** It was erased meanwhile, or is not for this reader any more. */
  isGone?: true;
}

/** The button that takes this piece away. */
export const removeId = (id: Id): string => `remove-${id}`;

/** As typed; numbers too. */
export interface Draft {
  id: Id;
  title: string;
  whatIsDifferent: string;
  forWhom: string;
  status: ResultStatus | '';
  stillNeeded: string;
  evidence: Evidence[];
  driverIds: Id[];
  partyIds: Id[];
  audience: ItemAudience;
  isMeasured: boolean;
  what: string;
  unit: string;
  start: string;
  goal: string;
  source: string;
  /** The version that was read when one began. */
  version: number;
}

const UNMEASURED = { isMeasured: false, what: '', unit: '', start: '', goal: '', source: '' };

export function blank(): Draft {
  return {
    id: newId(),
    title: '',
    whatIsDifferent: '',
    forWhom: '',
    status: '',
    stillNeeded: '',
    evidence: [],
    driverIds: [],
    partyIds: [],
    audience: 'everyone',
    ...UNMEASURED,
    version: 0,
  };
}

/** What an agenda item brings along: itself as evidence, its drivers, and who did it. */
export function fromItem(item: AgendaItemView): Partial<Draft> {
  const { id, title, driverIds, audience, participations, ball, status } = item;
  const doing = participations.filter(({ as }) => as === 'doing').map(({ partyId }) => partyId);
  return {
    evidence: [{ kind: 'agendaItem', id, title }],
    driverIds: [...driverIds],
    partyIds: [...new Set([...doing, ...(ball.holderId ? [ball.holderId] : [])])],
    audience,
    ...(status === 'stopped' && { status: 'stopped' as const }),
  };
}

export function draftOf(result: ResultView, language: 'nl' | 'en'): Draft {
  const { id, title, whatIsDifferent, forWhom, status, stillNeeded, measure, version, audience } = result;
  return {
    ...{ id, title, whatIsDifferent, forWhom, status, stillNeeded, version, audience },
    evidence: [...result.evidence],
    driverIds: [...result.driverIds],
    partyIds: [...result.partyIds],
    ...(measure ? typedMeasure(measure, language) : UNMEASURED),
  };
}

function typedMeasure({ what, unit, start, goal, source }: Measure, language: 'nl' | 'en') {
  const typed = { start: asTyped(start, language), goal: goal === undefined ? '' : asTyped(goal, language) };
  return { isMeasured: true, what, unit, source, ...typed };
}

/** What is sent of it; the draft was found right before. */
export function inputOf(draft: Draft, language: 'nl' | 'en'): ResultInput {
  const { id, title, whatIsDifferent, forWhom, stillNeeded, driverIds, partyIds, audience, version } = draft;
  const named = (kind: Evidence['kind']) => draft.evidence.filter((each) => each.kind === kind).map((each) => each.id);
  const measure = measureOf(draft, language);
  return {
    ...{ id, title, whatIsDifferent, forWhom, stillNeeded, driverIds, partyIds, audience, version },
    status: draft.status || 'firstSign',
    experienceIds: named('experience'),
    agendaItemIds: named('agendaItem'),
    ...(measure && { measure }),
  };
}

function measureOf(draft: Draft, language: 'nl' | 'en'): Measure | undefined {
  if (!draft.isMeasured) return undefined;
  const { what, unit, source } = draft;
  const goal = typedNumber(draft.goal, language);
  return { what, unit, source, start: typedNumber(draft.start, language) ?? 0, ...(goal !== undefined && { goal }) };
}

type TextError = (fieldId: string, text: string, required?: string, limit?: number) => FormError[];

/** What is wrong with what was typed, in the order of the form. */
export function draftErrors(
  draft: Draft,
  about: {
    t: TermOf<ResultsFormsMessages>;
    language: 'nl' | 'en';
    text: TextError;
    /** How many values the measure has that is there already. */
    values: number;
  },
): FormError[] {
  const { t, text } = about;
  return [
    ...text('title', draft.title, t('resultTitleRequired'), TITLE_LIMIT),
    ...text('whatIsDifferent', draft.whatIsDifferent, t('differentRequired'), TEXT_LIMIT),
    ...text('forWhom', draft.forWhom, undefined, TITLE_LIMIT),
    ...(draft.status ? [] : [{ fieldId: 'status', text: t('statusRequired') }]),
    ...text('stillNeeded', draft.stillNeeded, undefined, TEXT_LIMIT),
    ...draft.evidence
      .filter(({ isGone }) => isGone)
      // Said once: each is named there.
      .slice(0, 1)
      .map(({ id }) => ({ fieldId: removeId(id), text: t('evidenceIsGone') })),
    ...measureErrors(draft, about),
  ];
}

function measureErrors(draft: Draft, about: Parameters<typeof draftErrors>[1]): FormError[] {
  const { t, language, text, values } = about;
  if (!draft.isMeasured) return values > 0 ? [{ fieldId: 'measured', text: t('measureHasValues', values) }] : [];
  const start = typedNumber(draft.start, language);
  const goal = typedNumber(draft.goal, language);
  const noGoal = draft.goal.trim() === '';
  return [
    ...text('what', draft.what, t('measureWhatRequired'), TITLE_LIMIT),
    ...text('unit', draft.unit, t('measureUnitRequired'), TITLE_LIMIT),
    ...(start === undefined ? [{ fieldId: 'start', text: t('notANumber') }] : []),
    ...(!noGoal && goal === undefined ? [{ fieldId: 'goal', text: t('notANumber') }] : []),
    ...(!noGoal && goal !== undefined && goal === start ? [{ fieldId: 'goal', text: t('goalIsStart') }] : []),
    ...text('source', draft.source, undefined, TITLE_LIMIT),
  ];
}
