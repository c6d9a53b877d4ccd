import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CARD_ICONS } from './card-icons';
import { written } from './text';
import type { FeedLabels } from '../../contract/experiences';
import type { HeadingOptions } from '../../elements/heading';
import type { Language } from '../../elements/language-of';
import type { TermOf } from '../../elements/message-sources';
import type { BackpackMessages } from '../../locales/backpack.nl';
import type { Byline, ExperienceKind, ExperienceView, Reaction } from '../../model/experience-types';
import type { AudienceChoice, Day, Id } from '../../model/types';
import { capitalized } from '../../ui/by';
import { driverHue } from '../../ui/driver';
import { addIcons, icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon';

addIcons(CARD_ICONS);

export type BackpackTerm = TermOf<BackpackMessages>;
type Part = TemplateResult | typeof nothing;

/** What all cards have in common. Another one is made when any of it changes, so that cards can be compared by it. */
export interface CardFrame {
  readonly t: BackpackTerm;
  readonly language: Language;
  readonly today: Day;
  readonly labels: FeedLabels;
  readonly mayWrite: boolean;
  /** The widget's own heading level: those of the cards follow it. */
  readonly level: number | string;
  readonly heading: (content: unknown, options: HeadingOptions) => TemplateResult;
  readonly date: (day: Day) => string;
  /** Where a driver is explained: its place in the compass, or the feed with only its experiences. */
  readonly driverHref: (id: Id) => string;
}

/** What is shown at one card and stands in no experience. */
export interface CardState {
  /** On its way to the backend. */
  readonly isSending?: boolean;
  /** What one can do more, while that is open. */
  readonly actions?: unknown;
  /** What was said under it, while that is open. */
  readonly replies?: unknown;
  /** The picture, once its code is there. */
  readonly picture?: HTMLElement | undefined;
}

const KIND_ICON: Record<ExperienceKind, IconName> = { success: 'sparkles', lesson: 'lightbulb', question: 'question' };
const AUDIENCE_ICON: Record<AudienceChoice, IconName> = {
  me: 'eye-off',
  party: 'users',
  internal: 'building',
  everyone: 'globe',
};
const REACTION_ICON: Record<Reaction, IconName> = { recognise: 'users', help: 'hand-helping', learn: 'graduation' };
const REACTIONS: readonly Reaction[] = ['recognise', 'help', 'learn'];

const DAY = 86_400_000;

/** "9 dagen geleden"; longer ago, the date. Never a time. */
export function whenWritten({ today, t, date }: Pick<CardFrame, 'today' | 't' | 'date'>, day: Day): string {
  if (!day) return t('daysAgo', 0);
  // Elsewhere it may be yesterday still.
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / DAY));
  return days > 60 ? date(day) : t('daysAgo', days);
}

/** Who wrote it, as far as shown: name or job title, and the party. */
export function whoWrote(
  { labels, t }: Pick<CardFrame, 'labels' | 't'>,
  author: Byline | undefined,
  isMine: boolean,
): TemplateResult {
  const mine = isMine ? ` ${t('you')}` : '';
  if (!author) return html`<span>${icon('eye-off')}<b>${t('anonymous')}</b>${mine}</span>`;
  const party = labels.parties.find(({ id }) => id === author.partyId)?.name ?? '';
  if (author.isFormer) return html`<span><b>${t('former')}</b> ${party}</span>`;
  if (!author.name) return html`<span><b dir="auto">${capitalized(author.jobTitle)}</b> ${party}${mine}</span>`;
  const others = [author.jobTitle, party].filter(Boolean).join(', ');
  return html`<span><b dir="auto">${author.name}</b> ${others}${mine}</span>`;
}

function byline(frame: CardFrame, experience: ExperienceView): TemplateResult {
  const { author, authorShownAs, isMine, writtenOn, audienceChoice, status } = experience;
  const party = frame.labels.parties.find(({ id }) => id === (author?.partyId ?? frame.labels.me.member?.partyId));
  return html`<p class="byline">
    ${status === 'erased' ? nothing : whoWrote(frame, authorShownAs === 'anonymous' ? undefined : author, isMine)}
    <time datetime=${writtenOn || nothing}>${whenWritten(frame, writtenOn)}</time>
    <span>${icon(AUDIENCE_ICON[audienceChoice])}${frame.t('audience', audienceChoice, party?.shortName ?? '')}</span>
  </p>`;
}

/** Of the author's own words, when it is not that of the page. */
const langOf = ({ language }: CardFrame, written: ExperienceView) =>
  written.language === language ? nothing : written.language;

function story(frame: CardFrame, experience: ExperienceView): TemplateResult {
  const { t } = frame;
  const { whatHappened, whatLearned, whatNext, followUp } = experience;
  const lang = langOf(frame, experience);
  const line = (term: string, text: string | undefined, more: Part = nothing): Part =>
    text
      ? html`<div><dt>${term}</dt><dd dir="auto"><span lang=${lang}>${written(text)}</span> ${more}</dd></div>`
      : nothing;
  return html`<dl class="story">
    ${line(t('what'), whatHappened)}${line(t('so'), whatLearned)}${line(
      t('now'),
      whatNext,
      followUp
        ? html`<span class=${followUp === 'yes' ? 'tag tag--good' : 'tag'}>${icon(FOLLOW_UP_ICON[followUp])}${t('followUp', followUp)}</span>`
        : nothing,
    )}
  </dl>`;
}

const FOLLOW_UP_ICON = { yes: 'check', busy: 'footprints', no: 'x' } as const;

function drivers({ labels, driverHref }: CardFrame, { driverIds }: ExperienceView): Part {
  const known = driverIds.flatMap((id) => {
    const index = labels.drivers.findIndex((driver) => driver.id === id);
    const driver = labels.drivers[index];
    return driver ? [{ driver, index }] : [];
  });
  if (known.length === 0) return nothing;
  return html`<div class="links">
    ${known.map(
      ({ driver, index }) =>
        html`<a href=${driverHref(driver.id)} class="driver ${driverHue(index)}">${icon(driver.icon)}${driver.name}</a>`,
    )}
  </div>`;
}

/**
 * One's own that others do not see (yet): what one did there that they see would say whose it is. Where something was said,
 * others do see it: then what waits is only an edit.
 */
export function isShut({ isMine, isWaiting, replies, hidden, status }: ExperienceView): boolean {
  return isMine && ((!!isWaiting && !replies) || !!hidden || status === 'pending');
}

/** What the author alone reads, or who keeps order: that it is not there for everybody. */
function standing({ t }: CardFrame, { hidden, status, isWaiting, isMine }: ExperienceView): Part {
  const said = hidden
    ? [t('isHidden'), t('isHiddenWhy', hidden.reason)]
    : isWaiting
      ? [t('isWaiting'), t('isWaitingText')]
      : status === 'pending'
        ? [t('isPending'), isMine ? t('isPendingText') : '']
        : undefined;
  if (!said) return nothing;
  return html`<p class="standing">${icon(hidden ? 'eye-off' : 'clock')}<span><b>${said[0]}</b> ${said[1]}</span></p>`;
}

function reactions(
  { t, mayWrite }: CardFrame,
  { isMine, reactions: counts, myReactions }: ExperienceView,
): TemplateResult[] {
  return REACTIONS.map((reaction) => {
    const label = html`${icon(REACTION_ICON[reaction])}${t('reaction', reaction)} <b>${counts[reaction]}</b>`;
    if (!mayWrite || isMine) return html`<span class="count">${label}</span>`;
    const isOn = myReactions.includes(reaction) ? 'true' : 'false';
    return html`<button type="button" class="btn btn--quiet" data-act=${reaction} aria-pressed=${isOn}>${label}</button>`;
  });
}

/** "2 vragen, 1 reactie", or the invitation to be the first. */
function repliesLabel({ t }: CardFrame, { replies, questions }: ExperienceView): TemplateResult | string {
  if (replies === 0) return t('askQuestion');
  const answers = replies - questions;
  const counted = (count: number, word: string) => html`<b>${count}</b> ${word}`;
  if (questions === 0) return counted(answers, t('answers', answers));
  return html`${counted(questions, t('questions', questions))}${answers > 0 ? html`, ${counted(answers, t('answers', answers))}` : nothing}`;
}

function foot(frame: CardFrame, experience: ExperienceView, state: CardState | undefined): TemplateResult {
  const { t, mayWrite } = frame;
  const { isPacked, isMine, replies } = experience;
  return html`<div class="foot">
    ${reactions(frame, experience)}
    <span class="push row">
      ${
        mayWrite && !isShut(experience)
          ? html`<button type="button" class="btn btn--quiet" data-act="pack" aria-pressed=${isPacked ? 'true' : 'false'}>${icon('backpack')}${isPacked ? t('packed') : t('pack')}</button>`
          : nothing
      }
      ${
        replies > 0 || (mayWrite && !isMine)
          ? html`<button type="button" class="btn btn--quiet" data-act="replies" aria-expanded=${state?.replies ? 'true' : 'false'}>${icon('ask')}<span>${repliesLabel(frame, experience)}</span></button>`
          : nothing
      }
    </span>
  </div>`;
}

function helpers({ t, labels }: CardFrame, { helpers: all = [] }: ExperienceView): Part {
  if (all.length === 0) return nothing;
  const party = (id: Id) => labels.parties.find((each) => each.id === id)?.shortName;
  const names = all.map(({ name, jobTitle, partyId, isFormer }) =>
    [isFormer ? t('former') : name || jobTitle, party(partyId)].filter(Boolean).join(', '),
  );
  return html`<p class="small">${icon('hand-helping')} ${t('helpers', names.join('; '))}</p>`;
}

/** What one can do with it, and what was said under it: not while it is on its way. */
function below(frame: CardFrame, experience: ExperienceView, state: CardState | undefined): readonly Part[] {
  if (state?.isSending) return [nothing, nothing];
  return [helpers(frame, experience), foot(frame, experience, state)];
}

/** What is inside the card of an experience. One template for most of it: each in another is put in once more. */
export function card(frame: CardFrame, experience: ExperienceView, state: CardState | undefined): TemplateResult {
  const { t } = frame;
  const { id, kind, title, isPinned, askOthers, status } = experience;
  if (status === 'erased') {
    return html`<div class="top">
        ${frame.heading(t('wasErased'), { class: 'small muted', id: `title-${id}` })} ${byline(frame, experience)}
      </div>
      ${foot({ ...frame, mayWrite: false }, experience, state)} ${state?.replies ?? nothing}`;
  }
  const lang = langOf(frame, experience);
  const more =
    frame.mayWrite && !state?.isSending
      ? html`<button type="button" class="btn btn--quiet btn--icon" data-act="actions" aria-expanded=${state?.actions ? 'true' : 'false'} aria-label=${t('more', title)}>${icon('more')}</button>`
      : nothing;
  const [helped, acts] = below(frame, experience, state);
  const onItsWay = state?.isSending
    ? html`<p class="byline"><span><b>${icon('clock')}${t('onItsWay')}</b> ${t('onItsWayText')}</span></p>`
    : nothing;
  return html`${onItsWay}<div class="top">
      <div class="row row--apart"><span class="row"><span class=${kind === 'success' ? 'tag tag--good' : 'tag'}>${icon(KIND_ICON[kind])}${t('kind', kind)}</span>${
        isPinned ? html`<span class="tag tag--line">${icon('pin')}${t('pinned')}</span>` : nothing
      }</span>${more}</div>
      ${state?.actions ?? nothing}
      ${frame.heading(html`<span dir="auto" lang=${lang}>${title}</span>`, { class: 'h-card', id: `title-${id}` })} ${byline(frame, experience)}
    </div>
    ${standing(frame, experience)} ${story(frame, experience)} ${state?.picture ?? nothing}
    ${askOthers ? html`<p class="ask">${icon('ask')}<span><b>${t('asksYou')}</b> <span dir="auto" lang=${lang}>${written(askOthers)}</span></span></p>` : nothing}
    ${drivers(frame, experience)} ${helped} ${acts} ${state?.isSending ? nothing : (state?.replies ?? nothing)}`;
}
