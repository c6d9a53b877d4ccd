import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ITEMS, PARTIES, PHASES } from './agenda-rows';
import { UiStage } from './ui-stage';
import { defineElement } from '../src/elements/define';
import { agendaNl } from '../src/locales/agenda.nl';
import type { AgendaItemView, SignalKind } from '../src/model/agenda-types';
import { agendaStyles } from '../src/widgets/agenda/agenda.styles';
import { ballsBoard, phasesBoard, signalFilters } from '../src/widgets/agenda/board';
import type { BoardOptions } from '../src/widgets/agenda/board';

class AgendaStage extends UiStage {
  static override styles = [...UiStage.styles, agendaStyles];
}
defineElement('samen-agenda-stage', AgendaStage);

const t: BoardOptions['t'] = (key, ...args) => {
  const message: unknown = agendaNl[key];
  return typeof message === 'function' ? String(Reflect.apply(message, undefined, args)) : String(message);
};

/** The boards as they stand in a page, with the filters that work. */
export function boardStage(kind: 'phases' | 'balls', items: readonly AgendaItemView[] = ITEMS): TemplateResult {
  let chosen: SignalKind | undefined;
  const content = (again: () => void) => {
    const options: BoardOptions = {
      t,
      date: (day) => new Date(`${day}T12:00:00`).toLocaleDateString('nl', { day: 'numeric', month: 'long' }),
      partyName: (id) => PARTIES.find((party) => party.id === id)?.name ?? '',
      heading: (depth, words, name) =>
        depth === 1 ? html`<h3 class=${name}>${words}</h3>` : html`<h4 class=${name}>${words}</h4>`,
      items: items.filter(({ signal }) => !chosen || signal?.kind === chosen),
      phases: PHASES,
      currentPhaseId: 'f2',
      parties: PARTIES,
    };
    const onChoose = (kindOfSignal?: SignalKind) => {
      chosen = kindOfSignal;
      again();
    };
    return html`<div class="stack">
      ${signalFilters({ items, chosen, t, onChoose })}
      ${kind === 'phases' ? phasesBoard(options) : ballsBoard(options)}
    </div>`;
  };
  return html`<samen-agenda-stage .content=${content}></samen-agenda-stage>`;
}
