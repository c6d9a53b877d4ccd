/** The rounds of a report: for everybody together, as they were released. What was hidden then is not here either. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsReportMessages } from '../../../locales/results-report.nl';
import type { ReleasedRound } from '../../../model/report-types';
import { trend } from '../../../model/trend';
import type { Id, Release } from '../../../model/types';
import { driverLabel } from '../../../ui/driver';

interface RoundsOptions {
  t: TermOf<ResultsReportMessages>;
  percent: (share: number) => string;
}

export function roundTables({ round, release, before }: ReleasedRound, { t, percent }: RoundsOptions): TemplateResult {
  const { number, drivers } = round;
  if (!release.total) return html`<p>${t('reportShowsNone', number)}</p>`;
  const share = (from: Release | undefined, driverId: Id) => {
    const known = from && trend([from], driverId, 'total')[0]?.share;
    return known === undefined ? '–' : percent(known);
  };
  const earlier = before?.round.number;
  return html`<div class="part">
    <table class="grid-table"><caption class="hidden">${t('reportRound', number)}</caption>
      <thead><tr><th scope="col">${t('reportDriver')}</th><th scope="col" class="n">${t('reportGood')}</th>${earlier === undefined ? nothing : html`<th scope="col" class="n">${t('reportRound', earlier)}</th>`}</tr></thead>
      <tbody>${drivers.map(
        (driver, index) =>
          html`<tr><th scope="row">${driverLabel(driver, index)}</th><td class="n"><b>${share(release, driver.id)}</b></td>${earlier === undefined ? nothing : html`<td class="n muted">${share(before?.release, driver.id)}</td>`}</tr>`,
      )}</tbody>
    </table>
    <p class="small muted">${t('reportAnswers', release.total.respondents, number)} ${release.groups.some(({ hidden }) => hidden) ? t('reportHidesSome') : nothing}</p>
  </div>`;
}
