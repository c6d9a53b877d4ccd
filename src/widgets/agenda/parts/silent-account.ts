/** What came of a round of silent balls. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hasMoved, movedCount } from './silent-walk';
import type { Did, Walk } from './silent-walk';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import type { Id } from '../../../model/types';
import { tag } from '../../../ui/chips';
import { itemHref } from '../card';

const WORDS = {
  took: 'silentTook',
  accepted: 'silentAccepted',
  progressed: 'silentProgressed',
  joined: 'silentJoinedIn',
  talked: 'silentTalked',
  skipped: 'silentSkipped',
} as const satisfies Record<Exclude<Did, 'offered'>, keyof AgendaSessionsMessages>;

type Came = Pick<AccountOptions, 't' | 'walk' | 'partyName'>;

export interface AccountOptions {
  t: TermOf<AgendaSessionsMessages>;
  walk: Walk;
  partyName: (id: Id) => string;
  /** Undefined for an item that went away. */
  titleOf: (id: Id) => string | undefined;
  heading: (words: string) => TemplateResult;
  onAgain: () => void;
  onLeave: () => void;
}

export function silentAccount(options: AccountOptions): TemplateResult {
  const { t, walk, titleOf, heading, onAgain, onLeave } = options;
  return html`${heading(t('silentDoneTitle'))}
    <p class="lead">${t('silentDone', movedCount(walk), walk.ids.length)}</p>
    <ul class="lines lines--apart">${walk.ids.map((id) => {
      const title = titleOf(id);
      if (title === undefined) return nothing;
      return html`<li><a href=${itemHref(id)}><span dir="auto">${title}</span></a> ${cameTag(id, options)}</li>`;
    })}</ul>
    <div class="row">
      <button type="button" class="btn btn--main" @click=${onLeave}>${t('silentToAgenda')}</button>
      <button type="button" class="btn" @click=${onAgain}>${t('silentAgain')}</button>
    </div>`;
}

/** What came of one ball, in a word. */
export function cameTag(id: Id, options: Came): TemplateResult {
  const hasComeTo = hasMoved(options.walk, id);
  return tag(cameOf(id, options), { tone: hasComeTo ? 'good' : 'line', ...(hasComeTo && { icon: 'check' }) });
}

function cameOf(id: Id, { t, walk, partyName }: Came): string {
  const did = walk.did[id];
  if (!did) return t('silentNotReached');
  return did.what === 'offered' ? t('silentOffered', partyName(did.toPartyId ?? '')) : t(WORDS[did.what]);
}
