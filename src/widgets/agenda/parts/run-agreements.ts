/** Writing up what is agreed, while one speaks. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CommonTerm } from '../../../elements/messages';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import type { Agreement } from '../../../model/agenda-types';
import type { Id, Party } from '../../../model/types';
import type { FormError } from '../../../ui/errors';
import { checkbox, selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { itemHref } from '../card';

export interface WritingOptions {
  t: TermOf<AgendaSessionsMessages>;
  common: CommonTerm;
  agreements: readonly Agreement[];
  parties: readonly Party[];
  errors: readonly FormError[];
  onChange: (id: Id, change: Partial<Agreement>) => void;
  onAdd: () => void;
  onRemove: (id: Id) => void;
  onMakeItem: (id: Id) => void;
}

export function agreementsForm(options: WritingOptions): TemplateResult {
  const { t, agreements, onAdd } = options;
  return html`<ol class="agreements agreements--typed">${repeat(
    agreements,
    ({ id }) => id,
    (agreement, at) => row(agreement, at + 1, options),
  )}</ol>
    <div><button type="button" class="btn" id="add-agreement" @click=${onAdd}>${icon('plus')}${t('runAgreementAdd')}</button></div>`;
}

function row(agreement: Agreement, number: number, options: WritingOptions): TemplateResult {
  const { t, parties, errors, onChange, onRemove } = options;
  const { id, text, partyId = '', isDone } = agreement;
  const fieldId = `agreement-${id}`;
  const error = errors.find((each) => each.fieldId === fieldId)?.text;
  return html`<li aria-label=${t('runAgreement', number)}>
    ${textField({
      id: fieldId,
      label: t('runAgreementWhat', number),
      value: text,
      multiline: true,
      rows: 2,
      ...(error && { error }),
      onInput: (typed) => onChange(id, { text: typed }),
    })}
    ${selectField({
      id: `party-${id}`,
      label: t('runAgreementParty', number),
      value: partyId,
      choices: [
        { value: '', label: t('runAgreementNoParty') },
        ...parties.map((party) => ({ value: party.id, label: party.name })),
      ],
      onChange: (chosen) => onChange(id, { partyId: chosen || undefined }),
    })}
    ${checkbox({
      id: `done-${id}`,
      label: t('runAgreementDone'),
      checked: isDone,
      onChange: (checked) => onChange(id, { isDone: checked }),
    })}
    <div class="row">
      ${itemOf(agreement, number, options)}
      <button type="button" class="btn btn--quiet" @click=${() => onRemove(id)}>${icon('trash')}${t('runAgreementRemove', number)}</button>
    </div>
  </li>`;
}

function itemOf(
  { id, text, agendaItemId }: Agreement,
  number: number,
  { t, onMakeItem }: WritingOptions,
): TemplateResult | typeof nothing {
  if (agendaItemId) {
    return html`<a class="btn btn--quiet" id="item-${id}" href=${itemHref(agendaItemId)}>${icon('check')}${t('runAgreementIsItem')}</a>`;
  }
  if (!text.trim()) return nothing;
  return html`<button type="button" class="btn" @click=${() => onMakeItem(id)}>${icon('plus')}${t('runAgreementMake', number)}</button>`;
}
