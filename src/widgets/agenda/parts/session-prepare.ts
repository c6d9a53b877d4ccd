/** Preparing a session: what is proposed, with a box to tick for each, and whether it fits in the time. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { minutesTogether, moved, toggled } from './session-programme';
import type { Programme } from './session-programme';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaMessages } from '../../../locales/agenda.nl';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import type { Method, Signal } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { icon } from '../../../ui/icon';
import { signalWords } from '../card';

/** Something to choose. */
export interface Choosable {
  id: Id;
  title: string;
  signal?: Signal | undefined;
  recognised?: number | undefined;
}

export interface PrepareOptions {
  t: TermOf<AgendaMessages & AgendaSessionsMessages>;
  programme: Programme;
  items: readonly Choosable[];
  experiences: readonly Choosable[];
  methods: readonly Method[];
  /** How long the session is. */
  minutes: number;
  heading: (words: string) => TemplateResult;
  onChange: (change: Partial<Programme>, focusOn?: string[]) => void;
  onSave: () => void;
}

export function prepareForm(options: PrepareOptions): TemplateResult {
  const { t, programme, items, experiences, onChange, onSave } = options;
  const send = (event: Event) => {
    event.preventDefault();
    onSave();
  };
  return html`<form class="stack stack--loose" novalidate @submit=${send}>
    ${group(options, {
      name: 'items',
      words: ['prepareItems', 'prepareItemsHint', 'prepareNoItems'],
      all: items,
      chosen: programme.agendaItemIds,
      about: ({ signal }) => (signal ? signalWords(signal, t) : ''),
      onChoose: (agendaItemIds) => onChange({ agendaItemIds }),
    })}
    ${group(options, {
      name: 'experiences',
      words: ['prepareExperiences', 'prepareExperiencesHint', 'prepareNoExperiences'],
      all: experiences,
      chosen: programme.experienceIds,
      about: ({ recognised }) => (recognised ? t('prepareRecognised', recognised) : ''),
      onChoose: (experienceIds) => onChange({ experienceIds }),
    })}
    ${methodsGroup(options)}
    <div class="row"><button type="submit" class="btn btn--main">${t('prepareSave')}</button></div>
  </form>`;
}

interface Group {
  name: string;
  words: readonly [keyof AgendaSessionsMessages, keyof AgendaSessionsMessages, keyof AgendaSessionsMessages];
  all: readonly Choosable[];
  chosen: readonly Id[];
  about: (one: Choosable) => string;
  onChoose: (ids: Id[]) => void;
}

function group({ t }: PrepareOptions, { name, words, all, chosen, about, onChoose }: Group): TemplateResult {
  const [label, hint, none] = words.map((key) => t(key as 'prepareItems'));
  return html`<fieldset class="field" aria-describedby="${name}-hint">
    <legend class="label">${label}</legend>
    <p class="hint" id="${name}-hint">${all.length > 0 ? hint : none}</p>
    <ul class="choice">${all.map(
      (one) =>
        html`<li>${tick({
          id: `${name}-${one.id}`,
          label: one.title,
          about: about(one),
          isChosen: chosen.includes(one.id),
          onToggle: (isChosen) => onChoose(toggled(chosen, one.id, isChosen)),
        })}</li>`,
    )}</ul>
  </fieldset>`;
}

function tick(options: {
  id: string;
  label: string;
  about: string;
  isChosen: boolean;
  onToggle: (isChosen: boolean) => void;
}): TemplateResult {
  const { id, label, about, isChosen, onToggle } = options;
  const change = (event: Event) => onToggle((event.target as HTMLInputElement).checked);
  return html`<label>
    <input type="checkbox" id=${id} .checked=${isChosen} @change=${change} />
    <span dir="auto"><b>${label}</b> ${about ? html`<small>${about}</small>` : nothing}</span>
  </label>`;
}

/** Chosen ones come first, in their order; each unfolds what it asks. */
function methodsGroup(options: PrepareOptions): TemplateResult {
  const { t, programme, methods, minutes } = options;
  const { methodIds } = programme;
  const chosen = methodIds.flatMap((id) => methods.find((method) => method.id === id) ?? []);
  const others = methods.filter(({ id }) => !methodIds.includes(id));
  const left = minutes - minutesTogether(chosen);
  return html`<fieldset class="field" aria-describedby="methods-hint">
    <legend class="label">${t('prepareMethods')}</legend>
    <p class="hint" id="methods-hint">${t(methods.length > 0 ? 'prepareMethodsHint' : 'prepareNoMethods')}</p>
    <ul class="ticks choice">${repeat(
      [...chosen, ...others],
      ({ id }) => id,
      (method) => methodRow(method, options, chosen.length),
    )}</ul>
    <p class=${left < 0 ? 'too-long' : ''} role="status">
      ${icon(left < 0 ? 'warning' : 'clock')} ${t('prepareFits', minutes - left, minutes)}
      ${left < 0 ? t('prepareTooLong', -left) : left > 0 ? t('prepareLeft', left) : nothing}
    </p>
  </fieldset>`;
}

function methodRow(method: Method, options: PrepareOptions, chosenCount: number): TemplateResult {
  const { t, programme, onChange } = options;
  const { methodIds } = programme;
  const { id, name, minutes, group: people, steps } = method;
  const at = methodIds.indexOf(id);
  const move = (by: number, direction: string) =>
    onChange({ methodIds: moved(methodIds, at, by) }, [`${direction}-${id}`, `methods-${id}`]);
  const mover = (by: -1 | 1, direction: 'earlier' | 'later') => {
    const isThere = at >= 0 && (by < 0 ? at > 0 : at < chosenCount - 1);
    if (!isThere) return nothing;
    const label = t(by < 0 ? 'prepareEarlier' : 'prepareLater', name);
    return html`<button type="button" class="btn btn--quiet btn--icon" id="${direction}-${id}" @click=${() => move(by, direction)}>${icon(by < 0 ? 'arrow-up' : 'arrow-down', { label })}</button>`;
  };
  return html`<li>
    ${tick({
      id: `methods-${id}`,
      label: name,
      about: t('prepareMethodAbout', minutes, people),
      isChosen: at >= 0,
      onToggle: (isChosen) => onChange({ methodIds: toggled(methodIds, id, isChosen) }, [`methods-${id}`]),
    })}
    ${mover(-1, 'earlier')}${mover(1, 'later')}
    <details>
      <summary>${t('prepareMethodSteps')}<span class="hidden"> ${name}</span></summary>
      <ol>${steps.map((step) => html`<li dir="auto">${step.text}</li>`)}</ol>
    </details>
  </li>`;
}
