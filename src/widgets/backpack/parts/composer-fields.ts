import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { proposedTitle } from './composer-draft';
import type { ExperienceDraft, TextKey } from './composer-draft';
import type { PictureChoice } from './composer-picture';
import type { WritingWarnings } from './composer-warnings';
import type { FeedLabels } from '../../../contract/experiences';
import type { CommonTerm } from '../../../elements/messages';
import type { TermOf } from '../../../elements/message-sources';
import type { BackpackPartsMessages } from '../../../locales/backpack-parts.nl';
import type { BackpackMessages } from '../../../locales/backpack.nl';
import { EXPERIENCE_KINDS } from '../../../model/experience-types';
import type { ExperienceKind, Language } from '../../../model/experience-types';
import { MOST_DRIVERS } from '../../../model/limits';
import { TEXT_LIMIT, TITLE_LIMIT } from '../../../model/text';
import type { Id, Notice } from '../../../model/types';
import { chip } from '../../../ui/chips';
import type { FormError } from '../../../ui/errors';
import { segmented, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon';
import { notice as note } from '../../../ui/notice';

/** What only some need: behind a quiet button. */
export type Unfolded = 'ask' | 'drivers' | 'picture' | 'language';

export interface FieldsOptions {
  t: TermOf<BackpackMessages & BackpackPartsMessages>;
  common: CommonTerm;
  draft: ExperienceDraft;
  drivers: FeedLabels['drivers'];
  errors: readonly FormError[];
  unfolded: ReadonlySet<Unfolded>;
  warnings: WritingWarnings;
  picture: PictureChoice;
  onChange: (change: Partial<ExperienceDraft>) => void;
  onLeave: (key: TextKey) => void;
  onUnfold: (what: Unfolded) => void;
  onRemovePicture: () => void;
}

const MORE: readonly { what: Unfolded; name: IconName; label: keyof BackpackPartsMessages }[] = [
  { what: 'ask', name: 'ask', label: 'addAsk' },
  { what: 'drivers', name: 'compass', label: 'addDrivers' },
  { what: 'picture', name: 'image', label: 'addPicture' },
  { what: 'language', name: 'globe', label: 'addLanguage' },
];

interface Prompt {
  key: TextKey;
  label: string;
  hint?: string;
  isOptional?: boolean;
  rows?: number;
}

/** What one writes: the three prompts together, and what may come along. */
export function fields(options: FieldsOptions): TemplateResult {
  const { t, draft, unfolded, drivers, onChange } = options;
  const proposal = draft.title.trim() ? '' : proposedTitle(draft.whatHappened);
  return html`<div class="stack">
    ${segmented({
      id: 'kind',
      label: t('whichKind'),
      value: draft.kind,
      choices: EXPERIENCE_KINDS.map((kind) => ({ value: kind, label: t('kind', kind) })),
      onChange: (kind) => onChange({ kind: kind as ExperienceKind }),
    })}
    ${prompt(options, { key: 'title', label: t('titleLabel'), hint: proposal ? t('titleProposal', proposal) : t('titleHint'), isOptional: true })}
    ${prompt(options, { key: 'whatHappened', label: t('whatHappened'), hint: t('whatHappenedHint'), rows: 3 })}
    ${prompt(options, { key: 'whatLearned', label: t('whatLearned'), isOptional: true })}
    ${prompt(options, { key: 'whatNext', label: t('whatNext'), hint: t('whatNextHint'), isOptional: true })}
    ${unfolded.has('ask') ? prompt(options, { key: 'askOthers', label: t('askOthers'), hint: t('askOthersHint'), isOptional: true }) : nothing}
    ${unfolded.has('drivers') ? driverChoice(options) : nothing}
    ${unfolded.has('picture') ? options.picture.render(options.onRemovePicture) : nothing}
    ${unfolded.has('language') ? languageChoice(options) : nothing}
    <div class="row more">
      ${MORE.filter(({ what }) => !unfolded.has(what) && (what !== 'drivers' || drivers.length > 0)).map(
        ({ what, name, label }) =>
          html`<button type="button" class="btn btn--quiet" @click=${() => options.onUnfold(what)}>${icon(name)}${t(label as 'addAsk')}</button>`,
      )}
      <button type="button" class="btn btn--quiet" aria-pressed=${draft.adviceWelcome ? 'true' : 'false'} aria-describedby=${draft.adviceWelcome ? 'advice-hint' : nothing} @click=${() => onChange({ adviceWelcome: !draft.adviceWelcome })}>${icon(draft.adviceWelcome ? 'check' : 'lightbulb')}${t('adviceWelcome')}</button>
      ${draft.adviceWelcome ? html`<span class="small muted" id="advice-hint">${t('adviceHint')}</span>` : nothing}
    </div>
  </div>`;
}

/** A text with what may be said of it. A title is one line, the rest as many as one likes. */
function prompt(options: FieldsOptions, { key, label, hint, isOptional, rows }: Prompt): TemplateResult {
  const { common, draft, errors, warnings, onChange, onLeave } = options;
  const error = errors.find(({ fieldId }) => fieldId === key)?.text;
  return html`<div class="written">
    ${textField({
      id: key,
      label,
      ...(hint ? { description: hint } : {}),
      ...(error ? { error } : {}),
      ...(isOptional ? { optional: common('optional') } : {}),
      ...(draft.language === 'nl' ? {} : { lang: draft.language }),
      describedBy: `${key}-warnings`,
      value: draft[key],
      multiline: key !== 'title',
      rows: rows ?? 2,
      maxLength: key === 'title' ? TITLE_LIMIT : TEXT_LIMIT,
      countLeft: (left) => common('charactersLeft', left),
      onInput: (text) => onChange({ [key]: text }),
      onBlur: () => onLeave(key),
    })}
    ${warnings.render(key)}
  </div>`;
}

function driverChoice({ t, draft, drivers, onChange }: FieldsOptions): TemplateResult {
  const toggle = (id: Id, isOn: boolean) =>
    onChange({
      driverIds: isOn ? [...draft.driverIds, id].slice(-MOST_DRIVERS) : draft.driverIds.filter((each) => each !== id),
    });
  return html`<fieldset class="field" id="drivers" aria-describedby="drivers-hint">
    <legend class="label">${t('driversLabel')} ${t('optionalWord')}</legend>
    <p class="hint" id="drivers-hint">${t('driversHint')}</p>
    <div class="row">
      ${drivers.map(({ id, name, icon: drawn }) =>
        chip({ label: name, icon: drawn, pressed: draft.driverIds.includes(id), onToggle: (isOn) => toggle(id, isOn) }),
      )}
    </div>
  </fieldset>`;
}

function languageChoice({ t, draft, onChange }: FieldsOptions): TemplateResult {
  return segmented({
    id: 'language',
    label: t('languageLabel'),
    value: draft.language,
    choices: [
      { value: 'nl', label: 'Nederlands' },
      { value: 'en', label: 'English' },
    ],
    onChange: (language) => onChange({ language: language as Language }),
  });
}

/** What is done with what one writes: open before the first time, and at hand after. */
export function noticeToRead(options: {
  t: TermOf<BackpackPartsMessages>;
  notice: Notice | undefined;
  isSeen: boolean;
  onSeen: () => void;
}): TemplateResult | typeof nothing {
  const { t, notice, isSeen, onSeen } = options;
  if (!notice) return nothing;
  const words: [keyof BackpackPartsMessages, string][] = [
    ['noticePurpose', notice.purpose],
    ['noticeBasis', notice.basis],
    ['noticeRetention', notice.retention],
    ['noticeContact', notice.contact],
  ];
  const list = html`<dl>${words.map(([label, text]) => (text ? html`<div><dt>${t(label as 'noticePurpose')}</dt><dd>${text}</dd></div>` : nothing))}</dl>`;
  if (isSeen) return html`<details class="notice small"><summary>${t('noticeHeading')}</summary>${list}</details>`;
  return html`<div class="notice">${note({
    tone: 'chosen',
    icon: 'lock',
    title: t('noticeHeading'),
    more: list,
    action: html`<button type="button" class="btn" @click=${onSeen}>${t('noticeSeen')}</button>`,
  })}</div>`;
}
