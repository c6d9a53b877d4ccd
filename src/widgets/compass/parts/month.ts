import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { CompassPart } from './part';
import { SETUP_MESSAGES } from './setup-messages';
import { hashFor } from '../../../elements/hash-address';
import type { MessageSource } from '../../../elements/message-sources';
import { isOnPage } from '../../../elements/on-page';
import { QueryController } from '../../../elements/query-controller';
import type { CompassSetupMessages } from '../../../locales/compass-setup.nl';
import { icon } from '../../../ui/icon';

const WIDGETS = ['samen-compass', 'samen-backpack', 'samen-agenda', 'samen-results'] as const;
/** What has to be settled before a programme carries itself. */
const READY = [
  'readyCoreTeam',
  'readySessions',
  'readyRetention',
  'readyDrivers',
  'readyBall',
  'readyExport',
] as const satisfies readonly (keyof CompassSetupMessages)[];

/** After the first hour: what comes this month, and what to have settled later. To read; it remembers nothing. */
export class CompassMonth extends CompassPart<CompassSetupMessages> {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    css`
      .weeks { display: grid; gap: 1.25em; max-inline-size: 44em; }
      .weeks > li { display: grid; gap: 0.35em; padding-inline-start: 1em; border-inline-start: 3px solid var(--_hairline); }
      pre { margin: 0; padding: 0.75em; border: 1px solid var(--_hairline); border-radius: var(--_r-s); background: var(--_subtle); font-size: 0.875em; white-space: pre-wrap; overflow-wrap: anywhere; }
      .ready { display: grid; gap: 0.4em; }
      .ready > li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.6em; }
      .ready > li::before { content: '' / ''; inline-size: 0.9em; block-size: 0.9em; margin-block-start: 0.3em; border: 1px solid var(--_border); border-radius: 2px; }
    `,
  ];

  readonly #rounds = new QueryController(this, 'listRounds', () => ({ limit: 100 }));

  protected override get messages(): readonly MessageSource[] {
    return [...super.messages, SETUP_MESSAGES];
  }

  /** What an editor puts in a page; where the space has a name of its own, with that. */
  get #lines(): string {
    const id = this.client?.spaceId ?? 'default';
    const space = id === 'default' ? '' : ` space="${id}"`;
    return WIDGETS.map((tag) => `<${tag}${space}></${tag}>`).join('\n');
  }

  override render(): TemplateResult {
    const { t } = this;
    const open = this.#rounds.data?.items.find(({ closedOn }) => closedOn === undefined);
    const link = (label: string, ...path: string[]) =>
      isOnPage('samen-agenda') ? html`<p><a href=${hashFor('agenda', ...path)}>${label}</a></p>` : nothing;
    return html`<div class="samen stack stack--loose">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toCompass')}</button></div>
      <div class="stack stack--tight">${this.partHeading(t('monthTitle'))}<p>${t('monthText')}</p></div>
      <ol class="weeks" role="list">
        ${this.#renderWeek(t('monthInvite'), t(open ? 'monthInviteText' : 'monthInviteLater'))}
        ${this.#renderWeek(t('monthWidgets'), t('monthWidgetsText'), html`<pre aria-label=${t('monthLines')} role="group"><code>${this.#lines}</code></pre>`)}
        ${this.#renderWeek(t('monthBalls'), t('monthBallsText'), link(t('monthToAgenda'), 'show', 'balls'))}
        ${this.#renderWeek(t('monthSession'), t('monthSessionText'), link(t('monthToSessions'), 'sessions'))}
        ${this.#renderWeek(t('monthCompass'), open ? t('monthCompassOn', this.date(open.closesOn)) : t('monthCompassText'))}
      </ol>
      <section class="stack stack--tight" aria-labelledby="ready">
        ${this.heading(1, t('monthReady'), { class: 'h-card', id: 'ready' })}
        <p>${t('monthReadyText')}</p>
        <ul class="ready" role="list">${READY.map((key) => html`<li>${t(key)}</li>`)}</ul>
      </section>
    </div>`;
  }

  #renderWeek(title: string, text: string, more: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<li>${this.heading(1, title, { class: 'h-card' })}<p>${text}</p>${more}</li>`;
  }
}
