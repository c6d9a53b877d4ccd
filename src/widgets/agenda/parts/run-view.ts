/** What is seen of a session while it is held: the step with its clock, and the point that is spoken about. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Run } from './run-state';
import { clockWords, isRunning, leftOf, SECOND_MS } from './session-clock';
import type { Step } from './session-programme';
import { hashFor } from '../../../elements/hash-address';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import type { AgendaItemView } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { icon } from '../../../ui/icon';
import { ballDrawing, ballLook } from '../ball';
import { itemHref } from '../card';

type Term = TermOf<AgendaSessionsMessages>;

/** "Stap 2 van 9 · Balrondje". */
export function stepWords({ step }: Run, steps: readonly Step[], t: Term): string {
  return [t('runStep', step + 1, steps.length), steps[step]?.method].filter(Boolean).join(' · ');
}

/** What is over is counted in seconds that have passed, what is left in those that have not. */
export const overWords = (left: number): string => clockWords(Math.floor(-left / SECOND_MS) * SECOND_MS);

/** Nothing in it moves or blinks: that the time is up is said in words. */
export function runClock({ clock }: Run, { minutes }: Step, t: Term): TemplateResult {
  const left = leftOf(clock, minutes, Date.now());
  const isOver = left <= 0;
  return html`<p class=${isOver ? 'clock clock--over' : 'clock'} role="timer" aria-label=${t('runTimer')}>
    <span class="clock-time num">${isOver ? html`${icon('clock')} ${t('runOver', overWords(left))}` : t('runLeft', clockWords(left))}</span>
    <span class="small muted">${t('runOf', minutes)}</span>
  </p>`;
}

export interface ControlsOptions {
  t: Term;
  run: Run;
  /** How many there are. */
  steps: number;
  points: number;
  onTurn: () => void;
  onStep: (by: number) => void;
  onPoint: (by: number) => void;
}

/** Starting and pausing the clock, and the steps; with `takesFocus` where a dialog opens. */
export function stepControls({ t, run, steps, onTurn, onStep }: ControlsOptions, takesFocus = false): TemplateResult {
  return html`<div class="row no-print">
    <button type="button" class="btn btn--main" ?autofocus=${takesFocus} @click=${onTurn}>${t(isRunning(run.clock) ? 'runPause' : 'runStart')}</button>
    ${run.step > 0 ? backward(t('runPreviousStep'), () => onStep(-1)) : nothing}
    ${run.step < steps - 1 ? forward(t('runNextStep'), () => onStep(1)) : nothing}
  </div>`;
}

export function pointControls({ t, run, points, onPoint }: ControlsOptions): TemplateResult | typeof nothing {
  if (points < 2) return nothing;
  return html`<div class="row no-print">
    ${run.item > 0 ? backward(t('runPreviousItem'), () => onPoint(-1)) : nothing}
    ${run.item < points - 1 ? forward(t('runNextItem'), () => onPoint(1)) : nothing}
  </div>`;
}

const backward = (words: string, act: () => void) =>
  html`<button type="button" class="btn" @click=${act}>${icon('arrow-left')}${words}</button>`;
const forward = (words: string, act: () => void) =>
  html`<button type="button" class="btn" @click=${act}>${words}${icon('arrow-right')}</button>`;

/** The point itself, and whose ball it is: a party, never a person. */
export function runPoint(point: AgendaItemView, t: Term, partyName: (id: Id) => string): TemplateResult {
  const { id, title, question, ball } = point;
  const whose = ball.holderId ? t('runWhoseBall', partyName(ball.holderId)) : t('runNobodysBall');
  return html`<div class="card">
    <p class="h-card" dir="auto">${title}</p>
    ${question ? html`<p dir="auto">${question}</p>` : nothing}
    <div class="holder">${ballDrawing(ballLook(point))}<div><b>${whose}</b>${ball.nextStep ? html`<small dir="auto">${ball.nextStep}</small>` : nothing}</div></div>
    <p><a href=${itemHref(id)}>${t('runItemOpen')}</a></p>
  </div>`;
}

/** Titles that lead to their experience. */
export function experienceLinks(all: readonly { id: Id; title: string }[]): TemplateResult {
  return html`<ul class="lines">${all.map(({ id, title }) => html`<li><a href=${hashFor('backpack', id)}><span dir="auto">${title}</span></a></li>`)}</ul>`;
}
