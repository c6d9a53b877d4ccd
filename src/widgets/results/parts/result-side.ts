/** Beside what is different: for whom, by whom, who reads it, why it is shown, and how it went. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsMessages } from '../../../locales/results.nl';
import type { ResultsPageMessages } from '../../../locales/results-page.nl';
import type { Actor } from '../../../model/agenda-types';
import type { ResultView } from '../../../model/result-types';
import type { Day, Driver, Id } from '../../../model/types';
import { capitalized } from '../../../ui/by';
import { icon } from '../../../ui/icon';
import { driverRow } from '../card';

export interface SideOptions {
  result: ResultView;
  t: TermOf<ResultsMessages & ResultsPageMessages>;
  date: (day: Day) => string;
  partyName: (id: Id) => string;
  drivers: readonly Driver[];
  heading: (words: string) => TemplateResult;
}

type Part = TemplateResult | typeof nothing;

export function resultSide(options: SideOptions): TemplateResult {
  return html`${whyShown(options)} ${facts(options)} ${history(options)}`;
}

/** Whoever did it, by job title and party: never a name. */
function actor({ partyId, jobTitle }: Actor, { partyName }: SideOptions): string {
  const title = capitalized(jobTitle);
  return [title, partyName(partyId)].filter(Boolean).join(', ');
}

function whyShown(options: SideOptions): Part {
  const { result, t, heading, date } = options;
  if (!result.publication?.reason) return nothing;
  const { reason, by, on } = result.publication;
  return html`<section class="card card--flat">
    ${heading(t('whyPublished'))}
    <p dir="auto">${reason}</p>
    <p class="small muted">${t('publishedBy', actor(by, options), date(on))}</p>
  </section>`;
}

function facts({ result, t, partyName, drivers, heading }: SideOptions): TemplateResult {
  const { forWhom, partyIds, driverIds, audience } = result;
  const fact = (name: string, said: unknown) => (said ? html`<dt>${name}</dt><dd dir="auto">${said}</dd>` : nothing);
  const parties = partyIds.map(partyName).filter(Boolean);
  const own = driverRow(driverIds, drivers);
  return html`<section class="stack stack--tight">
    ${heading(t('aboutResult'))}
    <dl class="facts">
      ${fact(t('factFor'), forWhom)} ${fact(t('factParties'), parties.join(', '))}
      ${fact(t('factDrivers'), own === nothing ? '' : own)}
      ${fact(t('factReaders'), html`${icon(audience === 'everyone' ? 'globe' : 'building')} ${t(audience === 'everyone' ? 'resultReadEveryone' : 'resultReadInternal')}`)}
    </dl>
  </section>`;
}

function history(options: SideOptions): TemplateResult {
  const { result, t, date, heading } = options;
  return html`<section class="stack stack--tight">
    ${heading(t('resultHistory'))}
    <ol class="log" reversed>
      ${[...result.history]
        .reverse()
        .map(
          (line) =>
            html`<li><b>${t('changeWords', line.kind, t('statusLong', line.status))}</b> <span class="small muted">${actor(line.by, options)}, ${date(line.on)}</span></li>`,
        )}
    </ol>
  </section>`;
}
