import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CompassTask } from './task';
import { QueryController } from '../../../elements/query-controller';
import { addDays } from '../../../model/day';
import { newId } from '../../../model/new-id';
import { earliestClosing, lastClosed, mayCloseRound } from '../../../model/round';
import { toDay } from '../../../model/today';
import type { Round } from '../../../model/types';
import { textField } from '../../../ui/field';
import { notice } from '../../../ui/notice';

const USUAL_DAYS = 14;

/** Opening a round, and closing it. */
export class CompassRounds extends CompassTask {
  @state() private closesOn = '';

  readonly #rounds = new QueryController(this, 'listRounds', () => ({ limit: 100 }));
  readonly #space = new QueryController(this, 'getSpace', () => ({}));

  get #isClosing(): boolean {
    return this.about === 'close-round';
  }

  protected override get taskTitle(): string {
    return this.#isClosing ? this.t('closeRound') : this.t('openRound');
  }

  protected override renderTask(): TemplateResult | typeof nothing {
    return this.#isClosing ? this.#renderClose() : this.#renderOpen();
  }

  get #all(): readonly Round[] {
    return this.#rounds.data?.items ?? [];
  }

  #renderOpen(): TemplateResult | typeof nothing {
    const settings = this.#space.data?.settings;
    if (!settings || !this.#rounds.data) return nothing;
    const today = toDay(new Date());
    const earliest = earliestClosing(this.#all, settings, today);
    const usual = addDays(today, USUAL_DAYS);
    const closesOn = this.closesOn || (usual > earliest ? usual : earliest);
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#openRound(event, closesOn, earliest)}>
      <p>${this.t('openRoundText')}</p>
      ${textField({
        id: 'closes-on',
        type: 'date',
        label: this.t('closesOn'),
        description: `${this.t('closesOnFirst', this.date(earliest))} ${this.t('closesOnHint')}`,
        error: this.errorOf('closes-on'),
        min: earliest,
        value: closesOn,
        onInput: (value) => (this.closesOn = value),
      })}
      ${this.renderButtons(this.t('openRound'))}
    </form>`;
  }

  async #openRound(event: Event, closesOn: string, earliest: string): Promise<void> {
    event.preventDefault();
    if (!this.check(closesOn < earliest ? [{ fieldId: 'closes-on', text: this.t('closesOnError') }] : [])) return;
    const { refused } = await this.send('openRound', { id: newId(), closesOn });
    this.refused = refused;
    if (!refused) this.leave(this.t('didOpen'));
  }

  #renderClose(): TemplateResult | typeof nothing {
    const round = this.#all.find((each) => each.closedOn === undefined);
    const settings = this.#space.data?.settings;
    if (!round || !settings) return nothing;
    const may = mayCloseRound(round, lastClosed(this.#all), toDay(new Date()), settings);
    return html`<div class="stack">
      ${may ? notice({ tone: 'warn', title: this.t('closeRoundText') }) : html`<p>${this.t('closeRoundWait', this.date(round.closesOn))}</p>`}
      ${
        may
          ? html`<div class="row"><button type="button" class="btn btn--main" @click=${() => void this.#closeRound(round)}>${this.t('closeRound')}</button>
              <button type="button" class="btn" @click=${() => this.leave()}>${this.common('cancel')}</button></div>`
          : nothing
      }
    </div>`;
  }

  async #closeRound(round: Round): Promise<void> {
    const { refused } = await this.send('closeRound', { id: round.id, version: round.version });
    this.refused = refused;
    if (!refused) this.leave(this.t('didClose'));
  }
}
