import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { movedButtons, neighbourButtons } from './order';
import { CompassTask } from './task';
import { QueryController } from '../../../elements/query-controller';
import { newId } from '../../../model/new-id';
import { TITLE_LIMIT } from '../../../model/text';
import type { Id, Phase, Space } from '../../../model/types';
import { textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';

interface PhasesDraft {
  phases: Phase[];
  currentPhaseId: Id | undefined;
  /** Of the space it was based on. */
  version: number;
}

/** The stages of the collaboration: their names, their order, and which is now. */
export class CompassPhases extends CompassTask {
  static override styles: CSSResultGroup = [
    CompassTask.styles,
    css`
      .phase { display: grid; gap: 0.75em; grid-template-columns: minmax(0, 1fr); padding: 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); }
      .phase.is-now { border: 2px solid var(--_on-chosen); }
      .now { display: inline-flex; gap: 0.5em; align-items: center; min-block-size: var(--_target); font-weight: 600; }
      .now input { inline-size: 1.3em; block-size: 1.3em; margin: 0; accent-color: var(--_action); }
    `,
  ];

  @state() private draft?: PhasesDraft;
  #isFilled = false;

  readonly #space = new QueryController(this, 'getSpace', () => ({}));

  protected override get taskTitle(): string {
    return this.t('choosePhase');
  }

  /** Once what is stored is known: what was typed before goes over it. */
  protected override update(changed: PropertyValues<this>): void {
    this.#fillOnce();
    super.update(changed);
  }

  #fillOnce(): void {
    const space = this.#space.data;
    if (this.#isFilled || !space || !this.client) return;
    this.#isFilled = true;
    void this.#fill(space);
  }

  async #fill({ phases, currentPhaseId, version }: Space): Promise<void> {
    this.draft = (await this.client?.draft<PhasesDraft>('phases')) ?? { phases, currentPhaseId, version };
  }

  #change(change: Partial<PhasesDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    void this.client?.saveDraft('phases', this.draft);
  }

  protected override renderTask(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (!draft) return nothing;
    const add = () => this.#change({ phases: [...draft.phases, { id: newId(), name: '', goal: '' }] });
    return html`<form class="stack" novalidate @submit=${this.#save}>
      <p>${this.t('phasesText')}</p>
      ${draft.phases.map((phase, index) => this.#renderPhase(phase, index, draft))}
      <div><button type="button" id="add-phase" class="btn" @click=${add}>${icon('plus')}${this.t('addPhase')}</button></div>
      ${this.renderButtons(this.common('save'))}
    </form>`;
  }

  #renderPhase(phase: Phase, index: number, { phases, currentPhaseId }: PhasesDraft): TemplateResult {
    const isNow = phase.id === currentPhaseId;
    const name = phase.name || this.t('phaseNumber', index + 1);
    const change = (part: Partial<Phase>) =>
      this.#change({ phases: phases.map((each) => (each === phase ? { ...each, ...part } : each)) });
    const move = (by: number) => {
      const others = phases.filter((each) => each !== phase);
      others.splice(index + by, 0, phase);
      this.#change({ phases: others });
      this.focusOn(...movedButtons('phase', index + by, by));
    };
    const remove = () => {
      this.#change({ phases: phases.filter((each) => each !== phase) });
      this.focusOn(...neighbourButtons('phase', index));
    };
    const button = (does: string, name_: 'arrow-up' | 'arrow-down' | 'trash', label: string, onClick: () => void) =>
      html`<button type="button" id="phase-${index}-${does}" class="btn btn--quiet btn--icon" @click=${onClick}>${icon(name_, { label })}</button>`;
    return html`<fieldset class=${isNow ? 'phase is-now' : 'phase'}>
      <legend class="hidden">${name}</legend>
      <div class="row row--apart">
        <label class="now"><input type="radio" name="now" .checked=${isNow} @change=${() => this.#change({ currentPhaseId: phase.id })} />${this.t('isNow', index + 1)}</label>
        <span class="row">
          ${index > 0 ? button('up', 'arrow-up', this.t('driverUp', name), () => move(-1)) : nothing}
          ${index < phases.length - 1 ? button('down', 'arrow-down', this.t('driverDown', name), () => move(1)) : nothing}
          ${button('remove', 'trash', this.t('removeDriver', name), remove)}
        </span>
      </div>
      ${textField({ id: `phase-${phase.id}`, label: this.t('phaseName'), error: this.errorOf(`phase-${phase.id}`), value: phase.name, onInput: (value) => change({ name: value }) })}
      ${textField({ id: `goal-${phase.id}`, label: this.t('phaseGoal'), optional: this.common('optional'), error: this.errorOf(`goal-${phase.id}`), value: phase.goal, multiline: true, rows: 2, onInput: (value) => change({ goal: value }) })}
    </fieldset>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    const space = this.#space.data;
    if (!draft || !space) return;
    const { phases, currentPhaseId, version } = draft;
    const isFine = this.check(
      phases.flatMap(({ id, name, goal }) => [
        ...this.textError(`phase-${id}`, name, this.t('phaseNameError'), TITLE_LIMIT),
        ...this.textError(`goal-${id}`, goal),
      ]),
    );
    if (!isFine) return;
    const now = phases.some(({ id }) => id === currentPhaseId) ? { currentPhaseId } : {};
    const { refused, error } = await this.send('changeSpace', {
      id: space.id,
      version,
      phases,
      ...(now.currentPhaseId ? { currentPhaseId: now.currentPhaseId } : {}),
    });
    this.refused = refused;
    // Somebody changed the space meanwhile: what is typed stays, and saving once more is over theirs.
    if (error?.kind === 'stale') this.#change({ version: (error.current as Space | undefined)?.version ?? version });
    if (refused) return;
    await this.client?.dropDraft('phases');
    this.leave(this.t('didSave'));
  };
}
