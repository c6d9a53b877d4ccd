/** The agenda as columns: by phase, or by who has the ball; with the signals on top, each a filter. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { itemCard } from './card';
import type { CardOptions } from './card';
import { farCards, plainCard } from './far';
import { SIGNAL_WORDS } from './signal';
import { SIGNAL_KINDS } from '../../model/agenda-types';
import type { AgendaItemView, SignalKind } from '../../model/agenda-types';
import type { Id, Party, Phase } from '../../model/types';
import { chips } from '../../ui/chips';

export interface BoardOptions extends CardOptions {
  items: readonly AgendaItemView[];
  phases: readonly Phase[];
  currentPhaseId: Id | undefined;
  parties: readonly Party[];
  /** The reader's own party, whose column comes first. */
  ownPartyId?: Id | undefined;
  /** All items, whatever is filtered: whoever has no ball has none of these. */
  all?: readonly AgendaItemView[];
}

/**
 * Cards that are drawn at once in each lane, and in the stretches after that, the last size for all the rest: small where
 * the reader soon comes, for what is near is drawn as a whole.
 */
const FIRST = 4;
const STRETCHES = [5, 8, 25] as const;

/** What goes well in a sentence, and each signal there is as a filter with how many items have it. */
export function signalFilters(options: {
  items: readonly AgendaItemView[];
  chosen: SignalKind | undefined;
  t: CardOptions['t'];
  onChoose: (kind: SignalKind | undefined) => void;
}): TemplateResult | typeof nothing {
  const { items, chosen, t, onChoose } = options;
  const open = items.filter(({ ball }) => ball.state !== 'none');
  if (open.length === 0) return nothing;
  const count = (kind: SignalKind) => open.filter(({ signal }) => signal?.kind === kind).length;
  const there = SIGNAL_KINDS.filter((kind) => kind === chosen || count(kind) > 0);
  const well = open.filter(({ signal }) => !signal).length;
  return html`<div class="signals">
    <p><b>${well === open.length ? t('allGoesWell') : t('goesWell', well, open.length)}</b></p>
    ${
      there.length > 0
        ? chips(
            t('agendaSignals'),
            there.map((kind) => ({
              label: `${t(SIGNAL_WORDS[kind])}:`,
              count: count(kind),
              pressed: kind === chosen,
              onToggle: (pressed) => onChoose(pressed ? kind : undefined),
            })),
          )
        : nothing
    }
  </div>`;
}

/** A column for each phase; the phase of now has the room. Items without a phase come last, if there are any. */
export function phasesBoard(options: BoardOptions): TemplateResult {
  const { items, phases, currentPhaseId, t } = options;
  const known = new Set(phases.map(({ id }) => id));
  const loose = items.filter(({ phaseId }) => !phaseId || !known.has(phaseId));
  return html`<div class="board board--phases" data-moves=${options.mayMove ? 'phases' : nothing}>
    ${phases.map(({ id, name }, index) => {
      const own = items.filter(({ phaseId }) => phaseId === id);
      const isNow = id === currentPhaseId;
      return lane(options, {
        name: t('phaseHeading', index + 1, name),
        about: isNow ? `${t('laneNow')} · ${t('itemCount', own.length)}` : t('itemCount', own.length),
        kind: isNow ? 'now' : undefined,
        place: { phase: id },
        items: own,
      });
    })}
    ${
      loose.length > 0
        ? lane(options, {
            name: t('withoutPhase'),
            about: t('itemCount', loose.length),
            kind: 'none',
            place: { phase: '' },
            items: loose,
          })
        : nothing
    }
  </div>`;
}

/**
 * A column for each holder, nobody's balls first. An offered item stands twice: with the giver, who stays
 * responsible, and as a dotted card with whom it was offered to.
 */
export function ballsBoard(options: BoardOptions): TemplateResult {
  const { items, parties, t, ownPartyId, all = items } = options;
  const nobodys = items.filter(({ ball }) => ball.state === 'nobody');
  const column = (party: Party) => {
    const held = items.filter(({ ball }) => ball.holderId === party.id);
    const offered = items.filter(({ ball }) => ball.state === 'offered' && ball.offer?.toPartyId === party.id);
    return { party, held, offered };
  };
  const spare = parties.filter(
    ({ id }) =>
      !all.some(
        ({ ball: { holderId, state, offer } }) => holderId === id || (state === 'offered' && offer?.toPartyId === id),
      ),
  );
  return html`<div class="board board--balls" data-moves=${options.mayMove ? 'balls' : nothing}>
    ${
      nobodys.length > 0
        ? lane(options, {
            name: t('laneNobody'),
            about: t('ballCount', nobodys.length),
            kind: 'none',
            place: { party: '' },
            items: nobodys,
          })
        : nothing
    }
    ${[...parties]
      .sort((one, other) => Number(other.id === ownPartyId) - Number(one.id === ownPartyId))
      .map(column)
      .filter(({ held, offered }) => held.length + offered.length > 0)
      .map(({ party, held, offered }) =>
        lane(
          { ...options, isWithHolder: true },
          {
            name: party.name,
            about:
              party.id === ownPartyId
                ? `${t('laneYours')} · ${t('ballCount', held.length)}`
                : t('ballCount', held.length),
            kind: party.id === ownPartyId ? 'now' : undefined,
            place: { party: party.id },
            items: held,
            offered,
          },
        ),
      )}
    ${spare.length > 0 ? withoutBall(spare, options) : nothing}
  </div>`;
}

/** Who has no ball stands there too: a ball can be offered to them. */
function withoutBall(parties: readonly Party[], { heading, t }: BoardOptions): TemplateResult {
  const name = t('laneNoBall');
  return html`<section class="lane lane--none" aria-label=${name}>
    <header>${heading(1, name, 'h-small')}</header>
    <ul class="spare">${parties.map((party) => html`<li data-party=${party.id}>${party.name}</li>`)}</ul>
  </section>`;
}

interface Lane {
  name: string;
  about: string;
  kind?: 'now' | 'none' | undefined;
  /** What a card becomes that is put here; '' is what has none. */
  place?: { phase?: Id; party?: Id };
  items: readonly AgendaItemView[];
  /** By others, to whom this lane is: after what they have. */
  offered?: readonly AgendaItemView[];
}

export function lane(options: BoardOptions, { name, about, kind, place, items, offered = [] }: Lane): TemplateResult {
  const { heading, t } = options;
  return html`<section class=${kind ? `lane lane--${kind}` : 'lane'} aria-label=${name} data-phase=${place?.phase ?? nothing} data-party=${place?.party ?? nothing}>
    <header>${heading(1, name, 'h-small')}<p class="small muted">${about}</p></header>
    ${items.length + offered.length === 0 ? html`<p class="small muted">${t('laneEmpty')}</p>` : nothing}
    ${stretches(items, options)}${stretches(offered, { ...options, isOffer: true })}
  </section>`;
}

function stretches(items: readonly AgendaItemView[], options: CardOptions): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  const far: (readonly AgendaItemView[])[] = [];
  for (let at = FIRST; at < items.length; at += far.at(-1)?.length ?? 0) {
    far.push(items.slice(at, at + (STRETCHES[far.length] ?? STRETCHES[2])));
  }
  const card = far.length > 0 ? plainCard(options) : undefined;
  return html`<div class=${card ? 'lane-cards is-full' : 'lane-cards'}>${items.slice(0, FIRST).map((item) => itemCard(item, options))}</div>
    ${far.map((some) => html`<div class="lane-cards is-far">${card ? farCards(some, options, card) : nothing}</div>`)}`;
}
