/** "Kompas van vandaag": real things that belong to a driver. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PartTerm } from './part';
import { hashFor } from '../../../elements/hash-address';
import { isOnPage } from '../../../elements/on-page';
import type { AgendaItemView } from '../../../model/agenda-types';
import type { ExperienceView } from '../../../model/experience-types';
import type { Id, Meaning, Need } from '../../../model/types';
import { icon } from '../../../ui/icon';

export interface TodayOptions {
  experience: ExperienceView | undefined;
  item: AgendaItemView | undefined;
  need: Need | undefined;
  meaning: Meaning | undefined;
  partyName: (id: Id) => string;
  t: PartTerm;
}

/** The same all day, another tomorrow. */
export function ofToday<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Date.now() / 86_400_000) % items.length];
}

/** What is open and goes on for longest already: that is what wants looking at. */
export function oldestOpen(items: readonly AgendaItemView[]): AgendaItemView | undefined {
  return items
    .filter(({ ball, status }) => ball.state !== 'none' && status !== 'paused')
    .reduce<AgendaItemView | undefined>(
      (oldest, item) => (oldest && !isOlder(item, oldest) ? oldest : item),
      undefined,
    );
}

const isOlder = (one: AgendaItemView, other: AgendaItemView): boolean =>
  `${one.createdOn} ${one.id}` < `${other.createdOn} ${other.id}`;

/** A card for each that there is. */
export function todayCards(options: TodayOptions): TemplateResult | typeof nothing {
  const { experience, item, need, meaning, ...words } = options;
  if (!experience && !item && !need && !meaning) return nothing;
  return html`<div class="examples">
    ${experience ? experienceCard(experience, words) : nothing}
    ${item ? ballCard(item, words) : nothing} ${need ? needCard(need, words) : nothing}
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

/** Whose turn it is, and with what. */
function ballCard({ id, title, ball }: AgendaItemView, { partyName, t }: With): TemplateResult {
  const { holderId, nextStep } = ball;
  return html`<div class="card stack stack--tight">
    <p class="small muted row">${icon('ball')}${holderId ? t('hasBall', partyName(holderId)) : t('nobodyHasBall')}</p>
    <p dir="auto">${isOnPage('samen-agenda') ? html`<a href=${hashFor('agenda', id)}>${title}</a>` : title}</p>
    ${nextStep ? html`<p class="small"><b>${t('nextStep')}</b> <span dir="auto">${nextStep}</span></p>` : nothing}
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
