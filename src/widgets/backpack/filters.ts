import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackpackTerm } from './card';
import type { ExperienceFilter, FeedLabels } from '../../contract/experiences';
import { EXPERIENCE_KINDS } from '../../model/experience-types';
import type { ExperienceKind } from '../../model/experience-types';
import { driverHue } from '../../ui/driver';
import { icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon';

const KIND_ICON: Record<ExperienceKind, IconName> = { success: 'sparkles', lesson: 'lightbulb', question: 'question' };

export interface FilterOptions {
  t: BackpackTerm;
  labels: FeedLabels;
  filter: ExperienceFilter;
  text: string;
  /** What is chosen otherwise; the rest stays as it is. */
  onFilter: (change: ExperienceFilter) => void;
  onText: (text: string) => void;
}

function group(label: string, chips: TemplateResult[]): TemplateResult {
  return html`<fieldset><legend>${label}</legend><div class="row">${chips}</div></fieldset>`;
}

function chip(content: unknown, isOn: boolean, onToggle: () => void): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${isOn ? 'true' : 'false'} @click=${onToggle}>${content}</button>`;
}

export function countFilters({ kind, driver, party }: ExperienceFilter): number {
  return [kind, driver, party].filter(Boolean).length;
}

/** The search and the three filters, in the order of the mind: what for, which, whose. */
export function filters({ t, labels, filter, text, onFilter, onText }: FilterOptions): TemplateResult {
  const { kind, driver, party } = filter;
  const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const chooseParty = (event: Event) => {
    const chosen = valueOf(event);
    if (chosen !== (party ?? '')) onFilter({ party: chosen || undefined });
  };
  return html`<div class="search" role="search">
      <label class="hidden" for="words">${t('search')}</label>${icon('search')}<input
        id="words"
        class="input input--search"
        type="search"
        autocomplete="off"
        placeholder=${t('search')}
        .value=${text}
        @input=${(event: Event) => onText(valueOf(event))}
      />
    </div>
    ${group(
      t('byKind'),
      EXPERIENCE_KINDS.map((each) =>
        chip(html`${icon(KIND_ICON[each])}${t('kind', each)}`, each === kind, () =>
          onFilter({ kind: each === kind ? undefined : each }),
        ),
      ),
    )}
    ${
      labels.drivers.length === 0
        ? nothing
        : group(
            t('byDriver'),
            labels.drivers.map(({ id, name, icon: sign }, index) =>
              chip(html`<span class="driver ${driverHue(index)}">${icon(sign)}${name}</span>`, id === driver, () =>
                onFilter({ driver: id === driver ? undefined : id }),
              ),
            ),
          )
    }
    <div>
      <label class="label" for="party">${t('byParty')}</label>
      <select id="party" class="input" @change=${chooseParty} @blur=${chooseParty}>
        <option value="" .selected=${!party}>${t('allParties')}</option>
        ${labels.parties.map(({ id, name }) => html`<option value=${id} .selected=${id === party}>${name}</option>`)}
      </select>
    </div>`;
}
