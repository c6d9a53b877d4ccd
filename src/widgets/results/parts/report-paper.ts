/** The report as it is read, on screen as on paper: short, with the words first and the figures beside them. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { roundTables } from './report-rounds';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsReportMessages } from '../../../locales/results-report.nl';
import type { ResultsMessages } from '../../../locales/results.nl';
import type { ChosenExperience, PeriodReport, ResultView } from '../../../model/result-types';
import type { Day, Driver, Id } from '../../../model/types';
import { by } from '../../../ui/by';
import { driverHue } from '../../../ui/driver';
import { icon } from '../../../ui/icon';
import { figures } from '../figures';
import { unitOf } from '../measure';

export interface PaperOptions {
  report: PeriodReport;
  introduction: string;
  chosen: readonly ChosenExperience[];
  spaceName: string;
  drivers: readonly Driver[];
  t: TermOf<ResultsMessages & ResultsReportMessages>;
  longDate: (day: Day) => string;
  number: (value: number) => string;
  percent: (share: number) => string;
  partyName: (id: Id) => string;
  heading: (depth: number, content: unknown, name: string) => TemplateResult;
}

export function reportPaper(options: PaperOptions): TemplateResult {
  const { report, introduction, spaceName, t, longDate, heading } = options;
  const { from, until } = report;
  const paragraphs = introduction.split(/\n+/).filter((line) => line.trim() !== '');
  return html`<article class="paper" aria-labelledby="paper-title">
    <header class="paper-head">
      <p class="small muted">${spaceName}</p>
      <div id="paper-title">${heading(1, t('reportHeading'), 'paper-title')}</div>
      <p>${t('reportOf', longDate(from), longDate(until))}</p>
    </header>
    ${paragraphs.length > 0 ? html`<div class="stack stack--tight">${paragraphs.map((line) => html`<p class="lead" dir="auto">${line}</p>`)}</div>` : nothing}
    ${isEmpty(options) ? html`<p>${t('reportNothing')}</p>` : body(options)}
    <footer class="paper-foot small muted"><span>${t('reportFoot', longDate(until))}</span><span>${spaceName}</span></footer>
  </article>`;
}

function isEmpty({ report, chosen }: PaperOptions): boolean {
  const { results, movements, releases, experiences } = report;
  // What nobody holds is of now, and not of the period.
  const { unheld: _unheld, between, ...times } = movements;
  const happened = Object.values(times).some((count) => count > 0) || between.length > 0;
  const shared = Object.values(experiences.kind).some((count) => count > 0);
  return results.length === 0 && releases.length === 0 && chosen.length === 0 && !happened && !shared;
}

function body(options: PaperOptions): TemplateResult {
  const { report, chosen, t } = options;
  return html`${figures({ figures: report.figures, t })} ${whatIsDifferent(options)}
    <div class="two">
      <div class="stack">${together(options)} ${chosen.length > 0 ? shared(options) : nothing}</div>
      ${chosen.length > 0 ? chosenOnes(options) : shared(options)}
    </div>
    ${balls(options)} ${stillNeeded(options)}`;
}

function whatIsDifferent(options: PaperOptions): TemplateResult {
  const { report, t, heading } = options;
  return html`<section class="part">
    ${heading(2, t('reportDifferent'), 'h-part')}
    ${report.results.length === 0 ? html`<p>${t('reportNoResults')}</p>` : html`<ul class="bars">${report.results.map((result) => line(result, options))}</ul>`}
  </section>`;
}

function line(result: ResultView, options: PaperOptions): TemplateResult {
  const { t } = options;
  const { title, whatIsDifferent: different, status, quote } = result;
  const measured = measureLine(result, options);
  const name = /[.!?]$/.test(title) ? title : `${title}.`;
  return html`<li>
    <p><b dir="auto">${name}</b> <span dir="auto">${different}</span></p>
    ${!result.measure && quote ? html`<p class="in-words" dir="auto">‘${quote.text}’</p>` : nothing}
    <p class="small muted">${t('statusLong', status)}${measured ? `. ${measured}` : ''}</p>
  </li>`;
}

/** "Brieven in gewone taal: van 0 naar 6, doel 10", as it was at the end of the period. */
function measureLine({ measure, measurements }: ResultView, { t, number }: PaperOptions): string {
  if (!measure) return '';
  const { what, start, goal } = measure;
  const last = measurements.at(-1);
  const unit = unitOf(measure);
  const went = last
    ? t('reportWent', what, number(start), number(last.value), unit)
    : t('reportBegan', what, number(start), unit);
  return goal === undefined ? went : `${went}, ${t('reportGoal', number(goal))}`;
}

function together({ report, t, percent, heading }: PaperOptions): TemplateResult {
  return html`<section class="part">
    ${heading(2, t('reportTogether'), 'h-part')}
    ${report.releases.length === 0 ? html`<p>${t('reportNoRound')}</p>` : report.releases.map((released) => roundTables(released, { t, percent }))}
  </section>`;
}

function balls({ report, t, partyName, heading }: PaperOptions): TemplateResult {
  const { taken, accepted, offered, returned, finished, between, unheld } = report.movements;
  const more = t('reportBallMore', offered, returned, finished);
  return html`<section class="part">
    ${heading(2, t('reportBalls'), 'h-part')}
    <p class="ball">
      ${icon('ball')}<span
        ><b>${t('reportBallWent', taken + accepted)}</b>${more ? html`<br /><span class="small muted">${more}</span>` : nothing}</span
      >
    </p>
    ${
      between.length > 0
        ? html`<ul class="ways small">
            ${between.map(
              ({ fromPartyId, toPartyId, times }) =>
                html`<li>
                  <span>${fromPartyId ? t('reportWay', partyName(fromPartyId), partyName(toPartyId)) : t('reportTook', partyName(toPartyId))}</span>
                  <b>${t('reportTimes', times)}</b>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${unheld.length > 0 ? html`<p class="small"><b>${t('reportUnheld', unheld.length)}</b> <span dir="auto">${unheld.map(({ title }) => title).join(', ')}</span>.</p>` : nothing}
  </section>`;
}

function shared({ report, t, heading }: PaperOptions): TemplateResult {
  const { success, lesson, question } = report.experiences.kind;
  const kinds = t('reportKinds', success, lesson, question);
  return html`<section class="part">
    ${heading(2, t('reportShared'), 'h-part')}
    <p>${t('reportExperiences', success + lesson + question)}${kinds ? html`<br /><span class="small muted">${kinds}</span>` : nothing}</p>
  </section>`;
}

function chosenOnes(options: PaperOptions): TemplateResult {
  const { chosen, t, heading } = options;
  return html`<section class="part">
    ${heading(2, t('reportChosen', chosen.length), 'h-part')}
    ${chosen.map((one, index) => chosenOne(one, index, options))}
  </section>`;
}

function chosenOne(one: ChosenExperience, index: number, { t, partyName }: PaperOptions): TemplateResult {
  const { quote, title, jobTitle, partyId, reason } = one;
  return html`<figure class="chosen-one ${driverHue(index + 1)}">
    <blockquote><p class="quote said" dir="auto">‘${quote}’</p></blockquote>
    <figcaption>
      <p class="byline">${by(jobTitle, partyId ? partyName(partyId) : '')}<span dir="auto">${title}</span></p>
      ${reason ? html`<p class="small"><b>${t('reportWhyThis')}</b> <span dir="auto">${reason}</span></p>` : nothing}
    </figcaption>
  </figure>`;
}

function stillNeeded({ report, t, heading }: PaperOptions): TemplateResult {
  const all = report.stillNeeded;
  return html`<section class="part">
    ${heading(2, t('reportNeeded'), 'h-part')}
    ${all.length === 0 ? html`<p>${t('reportNeededNothing')}</p>` : html`<ul class="bars bars--two small">${all.map(({ title, text }) => html`<li><p><b dir="auto">${title}</b><br /><span dir="auto">${text}</span></p></li>`)}</ul>`}
  </section>`;
}
