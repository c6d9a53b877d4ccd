import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { SetupStep } from './setup-step';
import type { OpenStep } from './setup-step';
import { QueryController } from '../../../elements/query-controller';
import { addDays } from '../../../model/day';
import { newId } from '../../../model/new-id';
import { toDay } from '../../../model/today';

const FIRST_ROUND_DAYS = 14;

/** The first round: two weeks in which everybody can check in. */
export class SetupRound extends SetupStep {
  readonly #rounds = new QueryController(this, 'listRounds', () => ({ limit: 100 }));

  protected override get step(): OpenStep {
    return 'round';
  }

  protected override renderStep(): TemplateResult {
    const { t } = this;
    const open = this.#rounds.data?.items.find(({ closedOn }) => closedOn === undefined);
    if (open) {
      return html`<form class="stack" novalidate @submit=${this.onSubmit(() => this.goOn())}>
        <p>${t('roundIsThere', this.date(open.closesOn))}</p>
        ${this.renderButtons()}
      </form>`;
    }
    const closesOn = addDays(toDay(new Date()), FIRST_ROUND_DAYS);
    return html`<form class="stack" novalidate @submit=${this.onSubmit(() => this.#open(closesOn))}>
      <p>${t('openRoundText')} ${t('firstRoundUntil', this.date(closesOn))}</p>
      ${this.renderButtons(t('openRound'), t('notYet'))}
    </form>`;
  }

  async #open(closesOn: string): Promise<void> {
    const { refused } = await this.send('openRound', { id: newId(), closesOn });
    this.refused = refused;
    if (!refused) await this.goOn();
  }
}
