/** The form of a result: what is asked, in the order in which one tells it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { removeId } from './edit-draft';
import type { Draft, Evidence } from './edit-draft';
import { evidenceField } from './edit-evidence';
import type { Finder } from './finder';
import type { CommonTerm } from '../../../elements/messages';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import type { ResultsMessages } from '../../../locales/results.nl';
import type { ItemAudience } from '../../../model/agenda-types';
import type { ResultStatus } from '../../../model/result-types';
import type { Driver, Id, Party } from '../../../model/types';
import { chip } from '../../../ui/chips';
import type { FormError } from '../../../ui/errors';
import { checkbox, radioCards, textField } from '../../../ui/field';
import type { TextFieldOptions } from '../../../ui/field';
import { STATUS_ICONS } from '../card';

export interface EditFormOptions {
  t: TermOf<ResultsMessages & ResultsFormsMessages>;
  common: CommonTerm;
  draft: Draft;
  errors: readonly FormError[];
  drivers: readonly Driver[];
  parties: readonly Party[];
  finder: Finder;
  /** Whether this reader's party may choose to whom it is shown. */
  choosesReaders: boolean;
  onType: (change: Partial<Draft>) => void;
  onAdd: (one: Evidence) => void;
  onRemove: (one: Evidence) => void;
}

type TextKey = 'title' | 'whatIsDifferent' | 'forWhom' | 'stillNeeded' | 'what' | 'unit' | 'start' | 'goal' | 'source';

const STATUS_TEXTS = {
  firstSign: 'firstSignText',
  interim: 'interimText',
  reached: 'reachedText',
  stopped: 'stoppedText',
} as const satisfies Record<ResultStatus, keyof ResultsFormsMessages>;

export function editForm(options: EditFormOptions): TemplateResult {
  const { t, common, draft, errors, finder, choosesReaders, onAdd, onRemove } = options;
  const optional = common('optional');
  const text = textOf(options);
  return html`
    ${text('title', t('resultTitleLabel'), { description: t('resultTitleHint') })}
    ${text('whatIsDifferent', t('differentLabel'), { description: t('differentHint'), multiline: true, rows: 3 })}
    ${text('forWhom', t('forWhomLabel'), { description: t('forWhomHint'), optional })}
    ${statusField(options)}
    ${text('stillNeeded', t('stillNeededLabel'), { multiline: true, rows: 2, optional })}
    ${evidenceField({
      ...{ t, optional, finder, onAdd, onRemove },
      chosen: draft.evidence,
      error: errors.find(({ fieldId }) => draft.evidence.some(({ id }) => removeId(id) === fieldId))?.text,
    })}
    ${driversField(options)} ${partiesField(options)} ${measureFields(options)}
    ${choosesReaders ? readersField(options) : nothing}
  `;
}

/** A field of text of the draft, with its error. */
function textOf({ draft, errors, onType }: EditFormOptions) {
  return (key: TextKey, label: string, more: Partial<TextFieldOptions> = {}): TemplateResult => {
    const error = errors.find(({ fieldId }) => fieldId === key)?.text;
    return textField({
      ...{ id: key, label, value: draft[key], ...more },
      ...(error && { error }),
      onInput: (value) => onType({ [key]: value }),
    });
  };
}

function errorOf({ errors }: EditFormOptions, id: string): { error?: string } {
  const error = errors.find(({ fieldId }) => fieldId === id)?.text;
  return error ? { error } : {};
}

function statusField(options: EditFormOptions): TemplateResult {
  const { t, draft, onType } = options;
  return radioCards({
    id: 'status',
    label: t('statusLabel'),
    value: draft.status || undefined,
    ...errorOf(options, 'status'),
    choices: (Object.keys(STATUS_TEXTS) as ResultStatus[]).map((status) => ({
      value: status,
      label: t('statusLong', status),
      description: t(STATUS_TEXTS[status]),
      icon: STATUS_ICONS[status],
    })),
    onChange: (status) => onType({ status: status as ResultStatus }),
  });
}

/** A group of words that are chosen or not. */
function choosing(options: {
  id: string;
  label: string;
  all: readonly { id: Id; name: string; icon?: Driver['icon'] }[];
  chosen: readonly Id[];
  onChoose: (chosen: Id[]) => void;
}): TemplateResult | typeof nothing {
  const { id: name, label, all, chosen, onChoose } = options;
  if (all.length === 0) return nothing;
  return html`<div class="field" role="group" aria-labelledby="${name}-label">
    <span class="label" id="${name}-label">${label}</span>
    <div class="row">${all.map(({ id, name: words, icon }) =>
      chip({
        label: words,
        ...(icon && { icon }),
        pressed: chosen.includes(id),
        onToggle: (on) => onChoose(on ? [...chosen, id] : chosen.filter((each) => each !== id)),
      }),
    )}</div>
  </div>`;
}

function driversField({ t, common, draft, drivers, onType }: EditFormOptions): TemplateResult | typeof nothing {
  return choosing({
    id: 'drivers',
    label: `${t('resultDriversLabel')} ${common('optional')}`,
    all: drivers,
    chosen: draft.driverIds,
    onChoose: (driverIds) => onType({ driverIds }),
  });
}

function partiesField({ t, common, draft, parties, onType }: EditFormOptions): TemplateResult | typeof nothing {
  return choosing({
    id: 'parties',
    label: `${t('resultPartiesLabel')} ${common('optional')}`,
    all: parties.map(({ id, shortName }) => ({ id, name: shortName })),
    chosen: draft.partyIds,
    onChoose: (partyIds) => onType({ partyIds }),
  });
}

function measureFields(options: EditFormOptions): TemplateResult {
  const { t, common, draft, onType } = options;
  const optional = common('optional');
  const text = textOf(options);
  return html`<div class="stack">
    <div class="field" role="group" aria-labelledby="measure-label" aria-describedby="measure-hint">
      <span class="label" id="measure-label">${t('measureLabel')}</span>
      <p class="hint" id="measure-hint">${t('measureHint')}</p>
      ${checkbox({ id: 'measured', label: t('measureOn'), checked: draft.isMeasured, ...errorOf(options, 'measured'), onChange: (isMeasured) => onType({ isMeasured }) })}
    </div>
    ${
      draft.isMeasured
        ? html`<div class="measure stack">
            ${text('what', t('measureWhat'), { description: t('measureWhatHint') })}
            ${text('unit', t('measureUnit'), { description: t('measureUnitHint') })}
            <div class="two">${text('start', t('measureStart'), { description: t('measureStartHint'), inputmode: 'decimal' })}
            ${text('goal', t('measureGoal'), { description: t('measureStartHint'), optional, inputmode: 'decimal' })}</div>
            ${text('source', t('measureSource'), { description: t('measureSourceHint'), optional })}
          </div>`
        : nothing
    }
  </div>`;
}

function readersField({ t, draft, onType }: EditFormOptions): TemplateResult {
  return radioCards({
    id: 'audience',
    label: t('resultReadersLabel'),
    value: draft.audience,
    choices: [
      {
        value: 'everyone',
        label: t('resultReadersEveryone'),
        description: t('resultReadersEveryoneText'),
        icon: 'globe',
      },
      {
        value: 'internal',
        label: t('resultReadersInternal'),
        description: t('resultReadersInternalText'),
        icon: 'building',
      },
    ],
    onChange: (value) => onType({ audience: value as ItemAudience }),
  });
}
