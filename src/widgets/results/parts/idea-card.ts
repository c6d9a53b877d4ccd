/** An idea: the sentence, who joins, and what became of it. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hashFor } from '../../../elements/hash-address';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsIdeasMessages } from '../../../locales/results-ideas.nl';
import type { Participation } from '../../../model/agenda-types';
import type { IdeaView } from '../../../model/result-types';
import type { Day, Driver, Id } from '../../../model/types';
import { by } from '../../../ui/by';
import { tag } from '../../../ui/chips';
import { driverLabel } from '../../../ui/driver';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** What the core team, or its writer, is doing with an idea. */
export type IdeaDoing = 'adopt' | 'decline' | 'erase';

export interface IdeaCardOptions {
  t: TermOf<ResultsIdeasMessages>;
  date: (day: Day) => string;
  partyName: (id: Id) => string;
  partyId: Id | undefined;
  drivers: readonly Driver[];
  mayWrite: boolean;
  /** Whether an agenda is on this page: only then a link there leads somewhere. */
  hasAgenda: boolean;
  isOnItsWay: boolean;
  /** The form for what is being done with it, below. */
  form: TemplateResult | typeof nothing;
  onJoin: (as: Participation | 'none') => void;
  onBegin: (doing: IdeaDoing) => void;
  onEdit: () => void;
}

const JOINS = ['watching', 'thinking', 'doing'] as const satisfies readonly Participation[];
const WORDS = { watching: 'ideaWatching', thinking: 'ideaThinking', doing: 'ideaDoing' } as const;

export function ideaCard(idea: IdeaView, options: IdeaCardOptions): TemplateResult {
  const { t, drivers, isOnItsWay, mayWrite, form } = options;
  const { id, text, status, driverIds } = idea;
  const known = drivers.flatMap((driver, index) => (driverIds.includes(driver.id) ? [driverLabel(driver, index)] : []));
  const name = `card idea${status === 'declined' ? ' card--flat' : ''}${isOnItsWay ? ' is-waiting' : ''}`;
  return html`<article class=${name} id="idea-${id}" tabindex="-1" aria-labelledby="text-${id}">
    <p class="h-card" id="text-${id}" dir="auto">${text}</p>
    ${byline(idea, options)} ${known.length > 0 ? html`<p class="row drivers">${known}</p>` : nothing}
    ${status === 'open' ? joining(idea, options) : whatBecame(idea, options)}
    ${isOnItsWay ? html`<p class="small muted">${icon('clock')} ${t('ideaOnItsWay')}</p>` : nothing}
    ${mayWrite && form === nothing ? acts(idea, options) : nothing} ${form}
  </article>`;
}

function byline({ by: author, audience }: IdeaView, { t, partyName }: IdeaCardOptions): TemplateResult {
  const internal = html`<span>${icon('building')}${t('ideaReadersInternal')}</span>`;
  return html`<p class="byline">${by(author.jobTitle, partyName(author.partyId))}${audience === 'internal' ? internal : nothing}</p>`;
}

/** "2 doen mee, 5 denken mee": parties, and nobody by name. */
function counts({ participations }: IdeaView, t: IdeaCardOptions['t']): string {
  const said = [...JOINS].reverse().flatMap((as) => {
    const count = participations.filter((each) => each.as === as).length;
    return count > 0 ? [t('ideaCount', as, count)] : [];
  });
  return said.length > 0 ? said.join(', ') : t('ideaNobodyYet');
}

function joining(idea: IdeaView, { t, partyId, mayWrite, onJoin }: IdeaCardOptions): TemplateResult {
  const { id, text, participations, acts: may } = idea;
  const mine = participations.find((each) => each.partyId === partyId)?.as;
  const choice = (as: Participation) =>
    html`<label><input type="radio" name="join-${id}" value=${as} .checked=${mine === as} @change=${() => onJoin(as)} />${t(WORDS[as])}</label>`;
  return html`<div class="row row--apart counts">
      <p class="small">${counts(idea, t)}</p>
      ${mayWrite && mine ? html`<button type="button" class="btn btn--quiet no-print" aria-label=${t('ideaNoLongerOf', text)} @click=${() => onJoin('none')}>${t('ideaNoLonger')}</button>` : nothing}
    </div>
    ${
      mayWrite && may.includes('join')
        ? html`<fieldset class="no-print"><legend class="hidden">${t('ideaJoinOf', text)}</legend><div class="seg">${JOINS.map(choice)}</div></fieldset>`
        : nothing
    }`;
}

function whatBecame(idea: IdeaView, { t, date, hasAgenda }: IdeaCardOptions): TemplateResult | typeof nothing {
  const { status, answer, agendaItemId } = idea;
  if (status === 'declined')
    return answer
      ? html`<div class="said"><p class="small"><b>${t('ideaNotNow')}</b> <span dir="auto">${answer.text}</span> <span class="muted">${t('ideaAnswerBy', date(answer.on))}</span></p></div>`
      : nothing;
  return html`<p class="small">${counts(idea, t)}</p>
    <p class="row">${tag(t('ideaAdopted'), { tone: 'good', icon: 'check-circle' })}${
      agendaItemId && hasAgenda
        ? html`<a class="to-item" href=${hashFor('agenda', agendaItemId)}>${t('ideaToItem')} ${icon('arrow-right')}</a>`
        : nothing
    }</p>`;
}

function acts(idea: IdeaView, { t, onBegin, onEdit }: IdeaCardOptions): TemplateResult | typeof nothing {
  const { id, text, acts: may } = idea;
  const button = (name: string, words: string, label: string, sign: Parameters<typeof icon>[0], onClick: () => void) =>
    html`<button type="button" class="btn btn--quiet" id="${name}-${id}" aria-label=${label} @click=${onClick}>${icon(sign)}${words}</button>`;
  const all = [
    may.includes('adopt')
      ? button('adopt', t('ideaAdopt'), t('ideaAdoptOf', text), 'calendar', () => onBegin('adopt'))
      : nothing,
    may.includes('decline')
      ? button('decline', t('ideaDecline'), t('ideaDeclineOf', text), 'conversation', () => onBegin('decline'))
      : nothing,
    may.includes('edit') ? button('edit', t('ideaEdit'), t('ideaEditOf', text), 'pencil', onEdit) : nothing,
    may.includes('erase')
      ? button('erase', t('ideaErase'), t('ideaEraseOf', text), 'trash', () => onBegin('erase'))
      : nothing,
  ].filter((one) => one !== nothing);
  return all.length > 0 ? html`<div class="row acts no-print">${all}</div>` : nothing;
}

/** Before it is gone. */
export function eraseQuestion(options: {
  t: IdeaCardOptions['t'];
  onErase: () => void;
  onKeep: () => void;
}): TemplateResult {
  const { t, onErase, onKeep } = options;
  return notice({
    tone: 'warn',
    title: t('ideaEraseSure'),
    role: 'alert',
    action: html`<button type="button" class="btn" @click=${onErase}>${t('ideaEraseYes')}</button><button type="button" class="btn" id="keep-it" @click=${onKeep}>${t('ideaEraseNo')}</button>`,
  });
}

export const ideaStyles = css`
  .ideas { display: grid; gap: var(--_sp-4); grid-template-columns: repeat(auto-fill, minmax(min(100%, 22.5em), 1fr)); }
  .idea { overflow-wrap: anywhere; }
  .idea form { max-inline-size: none; padding-block-start: var(--_sp-3); border-block-start: 1px solid var(--_hairline); }
  .idea .acts { --gap: 0.15em 0.25em; margin-inline: -0.5em; padding-block-start: var(--_sp-2); border-block-start: 1px solid var(--_hairline); align-self: end; }
  .idea .acts .btn { padding-inline: 0.5em; font-size: var(--_size-s); }
  .idea .seg label { padding-inline: 0.65em; overflow-wrap: normal; }
  .counts { flex-wrap: nowrap; min-block-size: var(--_target); }
  .counts .btn { flex: none; padding-inline: 0.5em; margin-inline-end: -0.5em; font-size: var(--_size-s); }
  .idea .said { border-inline-start-color: var(--_border); }
  .drivers { --gap: 0.1em 1.1em; }
  .to-item { display: inline-flex; gap: 0.3em; align-items: center; min-block-size: var(--_target); }
`;
