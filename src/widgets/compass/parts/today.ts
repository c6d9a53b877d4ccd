/** "Kompas van vandaag": real things that belong to a driver. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PartTerm } from './part';
import { hashFor } from '../../../elements/hash-address';
import type { ExperienceView } from '../../../model/experience-types';
import type { Id, Meaning, Need } from '../../../model/types';
import { icon } from '../../../ui/icon';

export interface TodayOptions {
  experience: ExperienceView | undefined;
  need: Need | undefined;
  meaning: Meaning | undefined;
  partyName: (id: Id) => string;
  t: PartTerm;
}

/** The same all day, another tomorrow. */
export function ofToday<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Date.now() / 86_400_000) % items.length];
}

/** A card for each that there is. */
export function todayCards({ experience, need, meaning, ...words }: TodayOptions): TemplateResult | typeof nothing {
  if (!experience && !need && !meaning) return nothing;
  return html`<div class="examples">
    ${experience ? experienceCard(experience, words) : nothing}
    ${need ? needCard(need, words) : nothing}
    ${meaning ? meaningCard(meaning, words) : nothing}
  </div>`;
}

type With = Pick<TodayOptions, 'partyName' | 't'>;

function experienceCard(
  { id, title, whatHappened, whatLearned, language, author }: ExperienceView,
  { partyName, t }: With,
) {
  return html`<div class="card stack stack--tight">
    <p class="small muted row">${icon('backpack')}${t('experience')}</p>
    <p lang=${language} dir="auto"><a href=${hashFor('backpack', id)}>${title}</a></p>
    <p lang=${language} dir="auto" class="quote">‘${whatLearned ?? whatHappened}’</p>
    <p class="small muted">${author ? html`<b>${author.jobTitle}</b> ${partyName(author.partyId)}` : t('anonymous')}</p>
  </div>`;
}

function needCard({ kind, text, partyId }: Need, { partyName, t }: With): TemplateResult {
  const party = partyName(partyId);
  return html`<div class="card stack stack--tight"><p class="small muted row">${icon(kind === 'ask' ? 'question' : 'hand-helping')}${kind === 'ask' ? t('asks', party) : t('offers', party)}</p><p>${text}</p></div>`;
}

function meaningCard({ text, author }: Meaning, { partyName, t }: With): TemplateResult {
  return html`<div class="card stack stack--tight"><p class="small muted row">${icon('people')}${t('meanings')}</p><p class="quote">‘${text}’</p>
    <p class="small muted"><b>${author.jobTitle}</b> ${partyName(author.partyId)}</p></div>`;
}
