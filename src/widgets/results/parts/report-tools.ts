/** What the core team writes above a report, and which experiences it chooses. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Finder } from './finder';
import { reasonId } from './report-draft';
import type { Draft } from './report-draft';
import type { CommonTerm } from '../../../elements/messages';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsReportMessages } from '../../../locales/results-report.nl';
import type { ItemAudience } from '../../../model/agenda-types';
import type { ChosenExperience } from '../../../model/result-types';
import type { Id } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { radioCards, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';

export interface ToolsOptions {
  t: TermOf<ResultsReportMessages>;
  common: CommonTerm;
  draft: Draft;
  /** What is chosen, as it is printed. */
  chosen: readonly ChosenExperience[];
  finder: Finder;
  errors: readonly FormError[];
  attempt: number;
  refused: TemplateResult | typeof nothing;
  isDepartment: boolean;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onType: (change: Partial<Draft>) => void;
  onChoose: (id: Id) => void;
  onRemove: (id: Id) => void;
  onReason: (id: Id, reason: string) => void;
  onKeep: () => void;
}

export function reportTools(options: ToolsOptions): TemplateResult {
  const { t, common, draft, errors, attempt, refused, isDepartment, isOpen, onToggle, onType, onKeep } = options;
  const error = errors.find(({ fieldId }) => fieldId === 'introduction')?.text;
  const send = (event: Event) => {
    event.preventDefault();
    onKeep();
  };
  return html`<details class="tools no-print" ?open=${isOpen} @toggle=${(event: Event) => onToggle((event.target as HTMLDetailsElement).open)}>
    <summary>${icon('pencil')}${t('reportMake')}</summary>
    <form class="stack stack--loose" novalidate @submit=${send}>
      ${errors.length > 0 ? errorSummary({ heading: t('reportFormWrong'), errors, attempt }) : nothing} ${refused}
      ${textField({
        id: 'introduction',
        label: t('introductionLabel'),
        description: t('introductionHint'),
        optional: common('optional'),
        value: draft.introduction,
        multiline: true,
        rows: 4,
        ...(error && { error }),
        onInput: (introduction) => onType({ introduction }),
      })}
      ${choices(options)} ${isDepartment ? readers(options) : nothing}
      <div class="row"><button type="submit" class="btn btn--main">${icon('check')}${t('reportKeep')}</button></div>
    </form>
  </details>`;
}

function choices(options: ToolsOptions): TemplateResult {
  const { t, common, chosen, finder } = options;
  return html`<div class="field" role="group" aria-labelledby="choices-label" aria-describedby="choices-hint">
    <span class="label" id="choices-label">${t('choicesLabel')} ${common('optional')}</span>
    <p class="hint" id="choices-hint">${t('choicesHint')}</p>
    ${chosen.map((one) => chosenField(one, options))}
    ${textField({ id: 'find', label: t('choiceFind'), type: 'search', value: finder.typed, onInput: (text) => finder.type(text) })}
    ${foundOnes(options)}
  </div>`;
}

function chosenField(
  { experienceId, title, reason }: ChosenExperience,
  { t, errors, onReason, onRemove }: ToolsOptions,
): TemplateResult {
  const id = reasonId(experienceId);
  const error = errors.find(({ fieldId }) => fieldId === id)?.text;
  return html`<div class="choice-made">
    ${textField({ id, label: t('choiceWhy', title), value: reason, multiline: true, rows: 2, ...(error && { error }), onInput: (text) => onReason(experienceId, text) })}
    <button type="button" class="btn btn--quiet btn--icon" id="remove-${experienceId}" aria-label=${t('choiceRemove', title)} @click=${() => onRemove(experienceId)}>${icon('x')}</button>
  </div>`;
}

function foundOnes({ t, draft, finder, onChoose }: ToolsOptions): TemplateResult {
  const found = finder.found(draft.chosen.map(({ experienceId: id }) => ({ kind: 'experience' as const, id })));
  const said = finder.hasFound ? t('choiceFound', found.length) : finder.isSearching ? t('choiceSearching') : nothing;
  return html`<p class="small muted" role="status">${said}</p>
    ${
      found.length > 0
        ? html`<ul class="found">${found.map(
            ({ id, title }) =>
              html`<li><button type="button" class="find" @click=${() => onChoose(id)}><span class="hidden">${t('choicePick')}</span><span class="naming">${icon('backpack')}<span dir="auto">${title}</span></span>${icon('plus')}</button></li>`,
          )}</ul>`
        : nothing
    }`;
}

function readers({ t, draft, onType }: ToolsOptions): TemplateResult {
  return radioCards({
    id: 'audience',
    label: t('reportReadersLabel'),
    value: draft.audience,
    choices: [
      {
        value: 'everyone',
        label: t('reportReadersEveryone'),
        description: t('reportReadersEveryoneText'),
        icon: 'globe',
      },
      {
        value: 'internal',
        label: t('reportReadersInternal'),
        description: t('reportReadersInternalText'),
        icon: 'building',
      },
    ],
    onChange: (value) => onType({ audience: value as ItemAudience }),
  });
}
