/** The core team acts for a party that cannot just now: first for whom, then what, and then with a reason. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { inOrder, moveWord } from './item-words';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView, BallMove } from '../../../model/agenda-types';
import { movesFor, partySees } from '../../../model/ball';
import type { Id, Member, Party } from '../../../model/types';
import { selectField } from '../../../ui/field';

export interface BehalfOptions {
  item: AgendaItemView;
  t: TermOf<AgendaPartsMessages>;
  me: { personId: Id; member: Member };
  parties: readonly Party[];
  /** For whom; empty until it is chosen. */
  chosen: Id;
  heading: (content: string) => TemplateResult;
  onChoose: (partyId: Id) => void;
  onMove: (move: BallMove) => void;
  onCancel: () => void;
  cancel: string;
}

/** What a party may do, as its own member would be told. */
function movesOf({ item, me, parties }: BehalfOptions, partyId: Id): BallMove[] {
  if (!partySees(parties, partyId, item.audience)) return [];
  const { offer, ...ball } = item.ball;
  const viewer = { personId: me.personId, spaceId: '', member: { ...me.member, partyId } };
  return movesFor(viewer, item, { ...ball, ...(offer && { offer: { ...offer, byPersonId: '' } }) }, new Date());
}

export function itemBehalf(options: BehalfOptions): TemplateResult {
  const { t, me, parties, chosen, heading, onChoose, onMove, onCancel, cancel } = options;
  const able = parties.filter(({ id }) => id !== me.member.partyId && movesOf(options, id).length > 0);
  return html`<div class="form">
    ${heading(t('onBehalf'))}
    ${selectField({
      id: 'behalf',
      label: t('onBehalfOf'),
      value: chosen,
      placeholder: t('chooseParty'),
      choices: able.map(({ id, name }) => ({ value: id, label: name })),
      onChange: onChoose,
    })}
    <div class="row">
      ${chosen ? inOrder(movesOf(options, chosen)).map((move) => html`<button type="button" class="btn" @click=${() => onMove(move)}>${moveWord(move, { t })}</button>`) : nothing}
      <button type="button" class="btn btn--quiet" @click=${onCancel}>${cancel}</button>
    </div>
  </div>`;
}
