import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { proposedTitle, titleOf } from './composer-draft';
import type { ExperienceDraft } from './composer-draft';
import { hashFor } from '../../../elements/hash-address';
import type { TermOf } from '../../../elements/message-sources';
import type { BackpackPartsMessages } from '../../../locales/backpack-parts.nl';
import type { BackpackMessages } from '../../../locales/backpack.nl';
import type { ExperienceView } from '../../../model/experience-types';
import type { AudienceChoice, Id } from '../../../model/types';
import { icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon';

/** What one can do with a row. */
export interface Action {
  label: string;
  name: IconName;
  onClick: () => void;
}

export interface RowsFrame {
  t: TermOf<BackpackMessages & BackpackPartsMessages>;
  heading: (content: unknown) => TemplateResult;
  /** "3 dagen geleden"; of what has no day yet, that it is of now. */
  when: (day: string) => string;
  audience: (choice: AudienceChoice, partyId: Id | undefined) => string;
  isSending: (id: Id) => boolean;
  /** The row whose menu is open. */
  opened: Id | undefined;
  onToggle: (id: Id) => void;
  onKey: (event: KeyboardEvent, id: Id) => void;
}

const AUDIENCE_ICON: Record<AudienceChoice, IconName> = {
  me: 'lock',
  party: 'users',
  internal: 'building',
  everyone: 'globe',
};

/** Experiences, a row each. */
export function experienceRows(
  frame: RowsFrame,
  all: readonly ExperienceView[],
  actions: (one: ExperienceView) => Action[],
): TemplateResult {
  const { t } = frame;
  return html`<ul class="rowlist" role="list">
    ${all.map((one) =>
      row(frame, one.id, one.title, hashFor('backpack', one.id), actions(one), [
        html`<p class="byline">
          <span>${frame.when(one.writtenOn)}</span>
          <span>${icon(AUDIENCE_ICON[one.audienceChoice])}${frame.audience(one.audienceChoice, one.author?.partyId)}</span>
          ${counted(t, one)}
        </p>`,
        standing(frame, one),
      ]),
    )}
  </ul>`;
}

/** Drafts, a row each. */
export function draftRows(
  frame: RowsFrame,
  all: readonly ExperienceDraft[],
  actions: (one: ExperienceDraft) => Action[],
  placeOf: (one: ExperienceDraft) => string[],
  keptAt: (one: ExperienceDraft) => string,
): TemplateResult {
  const { t } = frame;
  return html`<ul class="rowlist" role="list">
    ${all.map((one) => {
      const [, ...others] = [one.whatHappened, one.whatLearned, one.whatNext, one.askOthers].filter(Boolean);
      const title = titleOf(one) || proposedTitle(others[0] ?? one.whatNext) || t('noTitleYet');
      return row(frame, one.id, title, hashFor('backpack', ...placeOf(one)), actions(one), [
        html`<p class="byline"><span>${t('draftFrom', keptAt(one))}</span>${one.version > 0 ? html`<span>${t('draftOfEdit')}</span>` : nothing}</p>`,
      ]);
    })}
  </ul>`;
}

function row(
  frame: RowsFrame,
  id: Id,
  title: string,
  href: string,
  actions: readonly Action[],
  about: readonly unknown[],
): TemplateResult {
  const { t, opened, onToggle, onKey } = frame;
  const isOpen = opened === id;
  return html`<li data-row=${id} @keydown=${(event: KeyboardEvent) => onKey(event, id)}>
    <div class="stack stack--tight">
      ${frame.heading(html`<a href=${href} dir="auto">${title}</a>`)} ${about}
    </div>
    <button type="button" class="btn btn--quiet btn--icon" aria-expanded=${isOpen ? 'true' : 'false'} aria-label=${t('more', title)} @click=${() => onToggle(id)}>${icon('more')}</button>
    ${
      isOpen
        ? html`<div class="menu" role="group" aria-label=${t('more', title)}>
            ${actions.map(({ label, name, onClick }) => html`<button type="button" class="btn" @click=${onClick}>${icon(name)}${label}</button>`)}
          </div>`
        : nothing
    }
  </li>`;
}

/** How many reacted, and how many asked. */
function counted(t: RowsFrame['t'], { reactions, questions }: ExperienceView): TemplateResult {
  const all = reactions.recognise + reactions.help + reactions.learn;
  const said = [all > 0 ? t('reactions', all) : '', questions > 0 ? t('askedCount', questions) : ''].filter(Boolean);
  return said.length > 0 ? html`<span>${said.join(', ')}</span>` : html``;
}

/** Why others do not see it (yet). */
function standing({ t, isSending }: RowsFrame, one: ExperienceView): TemplateResult | typeof nothing {
  if (one.hidden)
    return html`<p class="state state--hidden">${icon('eye-off')}<span>${t('hiddenBecause', one.hidden.reason)}</span></p>`;
  const said = isSending(one.id)
    ? t('sendingNow')
    : one.isWaiting
      ? t('waitsForMorning')
      : one.status === 'pending'
        ? t('waitsForApproval')
        : '';
  return said ? html`<p class="state">${icon('clock')}<span>${said}</span></p>` : nothing;
}
