import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { rose, roseRows, smallRose } from './rose';
import type { Petal, RoseOptions } from './rose';
import { storyOf } from './story';
import type { CompassTerm, Shown } from './story';
import type { Id, Intention, Party, Phase, Round } from '../../model/types';
import { driverLabel } from '../../ui/driver';
import { icon } from '../../ui/icon';

export interface HomeOptions {
  t: CompassTerm;
  intention: Intention;
  phases: readonly Phase[];
  currentPhaseId: Id | undefined;
  petals: readonly Petal[];
  /** The last closed round and the one before. */
  last: Round | undefined;
  before: Round | undefined;
  /** The figures of the last round, if the rules show any. */
  shown: Shown | undefined;
  /** The party an editor asked for; everyone together when its group is not shown. */
  group: { party: Party; isShown: boolean } | undefined;
  open: Round | undefined;
  hasHistory: boolean;
  isWide: boolean;
  isCoreTeam: boolean;
  actions: TemplateResult;
  percent: (share: number) => string;
  date: (day: string) => string;
  heading: (content: unknown, name: string) => TemplateResult;
  go: (...path: string[]) => void;
}

/** The compass itself: phase, rose, what it says in words and numbers, the open round. */
export function home(options: HomeOptions): TemplateResult {
  const { intention, petals, t, percent, isWide, go } = options;
  const roseOptions: RoseOptions = {
    purpose: intention.text,
    petals,
    words: { percent, good: (share) => t('percentGood', share), was: (share) => t('wasPercent', share) },
    onChoose: (driverId) => go('driver', driverId),
  };
  return html`<div class="stack stack--loose">
    ${phases(options)}
    ${isWide ? wide(options, roseOptions) : narrow(options, roseOptions)}
    ${coreTeam(options)}
  </div>`;
}

function wide(options: HomeOptions, roseOptions: RoseOptions): TemplateResult {
  return html`<div class="compass">
    <div class="stack">${rose(roseOptions)}${legend(options)}</div>
    <div class="stack stack--loose">${story(options)}${table(options)}${openRound(options)}${promise(options)}${history(options)}</div>
  </div>`;
}

function narrow(options: HomeOptions, roseOptions: RoseOptions): TemplateResult {
  const { before, t, intention, last, actions } = options;
  return html`<div class="stack">
    <p class="h-card">${intention.text}</p>
    ${last ? smallRose(roseOptions) : nothing} ${roseRows(roseOptions)}
    ${before ? html`<p class="small muted">${t('rowsLegend', before.number)}</p>` : nothing}
    <div class="actions no-print">${actions}</div>
    ${openRound(options)}
    <div class="stack stack--tight">${story(options)}</div>
    ${promise(options)} ${history(options)}
  </div>`;
}

function phases({ phases: all, currentPhaseId, isWide, t }: HomeOptions): TemplateResult | typeof nothing {
  const now = all.findIndex(({ id }) => id === currentPhaseId);
  const current = all[now];
  if (!current) return nothing;
  const state = (index: number) => (index < now ? 'was' : index === now ? 'now' : nothing);
  if (!isWide) {
    return html`<div>
      <div class="phases" aria-hidden="true">${all.map((_, index) => html`<i class=${state(index)}></i>`)}</div>
      <p class="small"><b>${t('phaseOf', now + 1, all.length)}</b> ${current.name}</p>
    </div>`;
  }
  return html`<ol class="phases" aria-label=${t('phases')} role="list">
    ${all.map(
      ({ name }, index) =>
        html`<li class=${state(index)} aria-current=${index === now ? 'step' : nothing}>${index === now ? html`<b>${t('phaseNow', now + 1)}</b><br />` : nothing}${name}</li>`,
    )}
  </ol>`;
}

function legend({ last, before, t }: HomeOptions): TemplateResult | typeof nothing {
  if (!last) return nothing;
  const key = (name: string, round: Round) =>
    html`<span><svg viewBox="0 0 28 16" aria-hidden="true" focusable="false">${svg`<path class=${name} d="M2 14C2 5 8 2 14 2s12 3 12 12"></path>`}</svg>${t('round', round.number).toLowerCase()}</span>`;
  return html`<p class="legend">${key('key-now', last)}${before ? key('was', before) : nothing}<span>${t('legend')}</span></p>`;
}

function story({ last, shown, petals, t, group, heading }: HomeOptions): TemplateResult | typeof nothing {
  if (!last) return nothing;
  const told = storyOf(last, shown, petals, t);
  return html`<div class="stack stack--tight">
    ${group ? html`<p class="small muted">${group.isShown ? group.party.name : t('groupHidden', group.party.name)}</p>` : nothing}
    ${told.headline ? heading(told.headline, 'h-part') : nothing}
    <p>${told.text}</p>
  </div>`;
}

/** The same figures as the rose; a table beside every picture. */
function table({ last, before, shown, petals, percent, t }: HomeOptions): TemplateResult | typeof nothing {
  if (!last || !shown) return nothing;
  const cell = (share?: number) => (share === undefined ? '–' : percent(share));
  return html`<table class="grid-table">
    <caption class="hidden">${t('drivers')}</caption>
    <thead><tr><th scope="col">${t('driver')}</th><th scope="col" class="n">${t('roundGood', last.number)}</th>
      ${before ? html`<th scope="col" class="n">${t('roundGood', before.number)}</th><th scope="col" class="n">${t('difference')}</th>` : nothing}</tr></thead>
    <tbody>${petals.map(
      ({ driver, share, was }, index) =>
        html`<tr><th scope="row">${driverLabel(driver, index)}</th><td class="n"><b>${cell(share)}</b></td>
        ${before ? html`<td class="n">${cell(was)}</td><td class="n">${change(share, was)}</td>` : nothing}</tr>`,
    )}</tbody>
  </table>`;
}

/** In whole points, of the figures as they are shown. */
function change(share: number | undefined, was: number | undefined): string {
  if (share === undefined || was === undefined) return '–';
  const points = Math.round(share * 100) - Math.round(was * 100);
  return points > 0 ? `+ ${String(points)}` : points < 0 ? `− ${String(-points)}` : '0';
}

function openRound({ open, t, date }: HomeOptions): TemplateResult | typeof nothing {
  if (!open) return nothing;
  const { about, of } = open.participation;
  return html`<p class="open-round">${icon('compass')}<span><b>${t('roundOpen', open.number, date(open.closesOn))}</b>
    ${about > 0 ? t('takingPart', about, of) : nothing}</span></p>`;
}

function promise({ intention, t }: HomeOptions): TemplateResult | typeof nothing {
  return intention.promise
    ? html`<div class="promise"><p class="small muted">${t('promise')}</p><p><b>${intention.promise}</b></p></div>`
    : nothing;
}

function history({ hasHistory, t, go }: HomeOptions): TemplateResult | typeof nothing {
  return hasHistory
    ? html`<p class="no-print"><button type="button" class="btn btn--quiet pull" data-opens="history" @click=${() => go('history')}>${icon('clock')}${t('history')}</button></p>`
    : nothing;
}

function coreTeam({ isCoreTeam, isWide, open, last, t, go }: HomeOptions): TemplateResult | typeof nothing {
  if (!isCoreTeam) return nothing;
  const task = (name: string, label: string) =>
    html`<button type="button" class="btn" data-opens="edit/${name}" @click=${() => go('edit', name)}>${label}</button>`;
  const tasks = html`${open ? task('close-round', t('closeRound')) : task('open-round', t('openRound'))}
    ${task('intention', t('editIntention'))} ${task('phases', t('choosePhase'))} ${last ? nothing : task('month', t('firstMonth'))}`;
  return isWide
    ? html`<div class="core-team no-print" role="group" aria-label=${t('forCoreTeam')}><span class="small muted">${t('forCoreTeam')}</span>${tasks}</div>`
    : html`<details class="core-team no-print"><summary>${t('forCoreTeam')}</summary><div class="actions">${tasks}</div></details>`;
}
