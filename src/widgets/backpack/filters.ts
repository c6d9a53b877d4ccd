import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackpackTerm } from './card';
import type { ExperienceFilter, FeedLabels } from '../../contract/experiences';
import { plain } from '../../elements/config';
import { oneOf } from '../../elements/configuration';
import { EXPERIENCE_KINDS } from '../../model/experience-types';
import type { ExperienceKind } from '../../model/experience-types';
import { isId } from '../../model/id';
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

/** The filters as they stand in the page's address: `filter/kind/lesson/driver/d-open`. */
export function filterPath({ kind, driver, party }: ExperienceFilter): string[] {
  const said = Object.entries({ kind, driver, party }).flatMap(([name, value]) => (value ? [name, value] : []));
  return said.length > 0 ? ['filter', ...said] : [];
}

/** What an address says of filters; undefined when it says something else. */
export function filterOf([name, ...said]: readonly string[]): ExperienceFilter | undefined {
  if (name !== 'filter') return undefined;
  const filter: ExperienceFilter = {};
  for (let at = 0; at + 1 < said.length; at += 2) {
    const [key, value = ''] = [said[at], said[at + 1]];
    if (key === 'kind') filter.kind = EXPERIENCE_KINDS.find((kind) => kind === value);
    if (key === 'driver' || key === 'party') filter[key] = value;
  }
  return filter;
}

export function countFilters({ kind, driver, party }: ExperienceFilter): number {
  return [kind, driver, party].filter(Boolean).length;
}

/** The same without what was not chosen: the same question has the same form. */
export function tidy({ kind, driver, party }: ExperienceFilter): ExperienceFilter {
  return { ...(kind ? { kind } : {}), ...(driver ? { driver } : {}), ...(party ? { party } : {}) };
}

/** What an editor chose with attributes; wrong values count as none. */
export function editorsFilter(
  said: { kind: string | undefined; driver: string | undefined; party: string | undefined },
  warn: (message: string) => void,
): ExperienceFilter {
  const kind = plain(said.kind) && oneOf(said.kind, ['', ...EXPERIENCE_KINDS], '', warn, 'kind');
  const id = (value: string | undefined) => (isId(plain(value)) ? plain(value) : undefined);
  return tidy({ kind: kind || undefined, driver: id(said.driver), party: id(said.party) });
}

function group(label: string, chips: TemplateResult[]): TemplateResult {
  return html`<fieldset><legend>${label}</legend><div class="row">${chips}</div></fieldset>`;
}

function chip(content: unknown, isOn: boolean, onToggle: () => void): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${isOn ? 'true' : 'false'} @click=${onToggle}>${content}</button>`;
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
