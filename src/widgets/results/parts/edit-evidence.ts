/** Chosen experiences and agenda items, and the field that finds more of them. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { removeId } from './edit-draft';
import type { Evidence } from './edit-draft';
import type { Finder } from './finder';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import { textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';

export interface EvidenceOptions {
  t: TermOf<ResultsFormsMessages>;
  optional: string;
  chosen: readonly Evidence[];
  error: string | undefined;
  finder: Finder;
  onAdd: (one: Evidence) => void;
  onRemove: (one: Evidence) => void;
}

const SIGN = { experience: 'backpack', agendaItem: 'calendar' } as const;
const KIND = { experience: 'kindExperience', agendaItem: 'kindItem' } as const;

export function evidenceField(options: EvidenceOptions): TemplateResult {
  const { t, optional, chosen, error, finder, onRemove } = options;
  return html`<div class="field evidence" role="group" aria-labelledby="evidence-label" aria-describedby=${error ? 'evidence-hint evidence-error' : 'evidence-hint'}>
    <span class="label" id="evidence-label">${t('evidenceLabel')} ${optional}</span>
    <p class="hint" id="evidence-hint">${t('evidenceHint')}</p>
    ${error ? html`<p class="error" id="evidence-error">${error}</p>` : nothing}
    ${
      chosen.length === 0
        ? html`<p class="muted">${t('evidenceNone')}</p>`
        : html`<ul class="chosen">${chosen.map(
            (one) =>
              html`<li>${naming(one, nameOf(one, options), t)}
                <button type="button" class="btn btn--quiet btn--icon" id=${removeId(one.id)} aria-label=${t('evidenceRemove', nameOf(one, options))} @click=${() => onRemove(one)}>${icon('x')}</button></li>`,
          )}</ul>`
    }
    ${textField({
      id: 'find',
      label: t('evidenceFind'),
      type: 'search',
      value: finder.typed,
      onInput: (text) => finder.type(text),
    })}
    ${results(options)}
  </div>`;
}

/** Of what is gone no word is kept: several of them are told apart by a number. */
function nameOf(one: Evidence, { t, chosen }: Pick<EvidenceOptions, 't' | 'chosen'>): string {
  const gone = chosen.filter(({ isGone }) => isGone);
  if (!one.isGone) return one.title;
  return gone.length > 1 ? `${t('evidenceGone')} (${String(gone.indexOf(one) + 1)})` : t('evidenceGone');
}

function naming({ kind, isGone }: Evidence, name: string, t: EvidenceOptions['t']): TemplateResult {
  return html`<span class="naming">${icon(SIGN[kind])}<span>${isGone ? html`<i>${name}</i>` : html`<span dir="auto">${name}</span>`} <small class="muted">${t(KIND[kind])}</small></span></span>`;
}

function results({ t, chosen, finder, onAdd }: EvidenceOptions): TemplateResult {
  const found = finder.found(chosen);
  const said = finder.hasFound
    ? t('evidenceFound', found.length)
    : finder.isSearching
      ? t('evidenceSearching')
      : nothing;
  return html`<p class="small muted" role="status">${said}</p>
    ${
      found.length > 0
        ? html`<ul class="found">${found.map(
            (one) =>
              html`<li><button type="button" class="find" @click=${() => onAdd(one)}><span class="hidden">${t('evidenceChoose')}</span>${naming(one, one.title, t)}${icon('plus')}</button></li>`,
          )}</ul>`
        : nothing
    }`;
}

export const evidenceStyles = css`
  .evidence .muted:empty { display: none; }
  .evidence ul { display: grid; gap: 0.35em; max-inline-size: 40em; }
  .chosen li, .find { display: flex; gap: 0.5em; align-items: center; justify-content: space-between; border-radius: var(--_r-s); }
  .chosen li { padding-inline-start: 0.75em; background: var(--_subtle); }
  .naming { display: flex; gap: 0.6em; align-items: baseline; min-inline-size: 0; overflow-wrap: anywhere; }
  .naming .icon { color: var(--_muted); }
  .find { inline-size: 100%; min-block-size: var(--_target); padding: 0.35em 0.75em; border: 1px solid var(--_hairline); background: var(--_page); color: var(--_text); font: inherit; text-align: start; cursor: pointer; }
  .find:hover { background: var(--_subtle); }
  @media (forced-colors: active) {
    .chosen li { border: 1px solid; }
  }
`;
