/** The story so far in four figures, each with a little line of how it came. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { spark } from './line';
import type { TermOf } from '../../elements/message-sources';
import type { ResultsMessages } from '../../locales/results.nl';
import type { Figures } from '../../model/result-types';
import { bone } from '../../ui/skeleton';

type Shown = Omit<Figures, 'asOf'>;

export interface FiguresOptions {
  /** Undefined while they come: their place is kept. */
  figures: Shown | undefined;
  t: TermOf<ResultsMessages>;
}

/** Each with its name, its value and what came of late. */
export function figures({ figures: known, t }: FiguresOptions): TemplateResult {
  const figure = (name: string, value: string | number, trend: readonly number[], more: string) =>
    html`<div class="figure">
      <dt class="small muted">${name}</dt>
      <dd><strong>${value}${spark(trend)}</strong> <span class="small">${more}</span></dd>
    </div>`;
  if (!known)
    return html`<div class="figures" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div class="stack stack--tight">${bone('60%')}${bone('45%', '2em')}${bone('80%')}</div>`)}</div>`;
  const { results, experiences, handovers, driver } = known;
  return html`<dl class="figures" aria-label=${t('storySoFar')}>
    ${figure(t('figureResults'), results.value, results.trend, t('newInMonth', results.recent))}
    ${figure(t('figureExperiences'), experiences.value, experiences.trend, t('newInMonth', experiences.recent))}
    ${figure(t('figureHandovers'), handovers.value, handovers.trend, t('timesInMonth', handovers.recent))}
    ${
      driver
        ? figure(
            t('figureDriver', driver.name),
            `${driver.good}%`,
            driver.trend,
            driver.before === undefined
              ? t('inRound', driver.roundNumber)
              : t('wasInRound', `${driver.before}%`, driver.roundNumber - 1),
          )
        : nothing
    }
  </dl>`;
}
