import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { chainOrder } from './chain-order';
import type { ChainPlaces } from './chain-order';
import { chainStyles } from './chain.styles';
import { hashFor } from './hash-address';
import { LatePart } from './late-part';
import type { MessageSource } from './messages';
import { isOnPage } from './on-page';
import { QueryController } from './query-controller';
import { WideController } from './wide';
import { chainNl } from '../locales/chain.nl';
import type { ChainMessages } from '../locales/chain.nl';
import { CHAIN_KINDS } from '../model/result-types';
import type { ChainKind, ChainLink } from '../model/result-types';
import { by } from '../ui/by';
import { driverHue } from '../ui/driver';
import { driverStyles } from '../ui/driver.styles';
import { addIcons, icon } from '../ui/icon';
import { handshake } from '../ui/icons/handshake';
import type { IconName } from '../ui/icon';
import { bone, skeleton } from '../ui/skeleton';
import { skeletonStyles } from '../ui/skeleton.styles';

addIcons({ handshake });

const MESSAGES: readonly MessageSource[] = [
  { key: 'chain', nl: chainNl, en: () => import('../locales/chain.en').then(({ chainEn }) => chainEn) },
];

/** As in the style sheet: from here the places stand beside each other. */
const WIDE_FROM_EM = 60;
/** More places than these are read from top to bottom, also where it is wide. */
const MOST_BESIDE = 5;
/** So many of a kind at first; the rest when asked for. */
const FIRST = 3;

const ICONS: Record<ChainKind, IconName> = {
  experience: 'backpack',
  driver: 'compass',
  need: 'handshake',
  agendaItem: 'calendar',
  idea: 'lightbulb',
  result: 'trending-up',
};

const WIDGETS = {
  experience: 'backpack',
  driver: 'compass',
  need: 'compass',
  agendaItem: 'agenda',
  idea: 'results',
  result: 'results',
} as const satisfies Record<ChainKind, string>;

/** Where a thing has its page; undefined when its widget is not on this one. */
function hrefOf({ kind, id }: ChainLink): string | undefined {
  const widget = WIDGETS[kind];
  if (!isOnPage(`samen-${widget}`)) return undefined;
  const path = { driver: ['driver', id], need: ['needs', id], idea: ['ideas', id] };
  return hashFor(widget, ...(kind in path ? path[kind as keyof typeof path] : [id]));
}

/** "Hoe dit zo kwam", of what `about` names (`{kind}/{id}`): as far as the reader may see, to be read both ways. */
export class ChainPart extends LatePart<ChainMessages> {
  static override styles: CSSResultGroup = [LatePart.styles, driverStyles, skeletonStyles, chainStyles];

  /** Of these kinds all are shown. */
  @state() private opened: ReadonlySet<string> = new Set();

  readonly #wide = new WideController(this, WIDE_FROM_EM);
  readonly #chain = new QueryController(this, 'getChain', () => this.#asked);
  readonly #space = new QueryController(this, 'getSpace', () => ({}));
  readonly #intention = new QueryController(this, 'getIntention', () => ({}));

  protected override get messages(): readonly MessageSource[] {
    return MESSAGES;
  }

  get #asked(): { kind: ChainKind; id: string } | undefined {
    const [said, id = ''] = this.about.split('/');
    const kind = CHAIN_KINDS.find((each) => each === said);
    return kind && { kind, id };
  }

  override render(): TemplateResult | typeof nothing {
    const { data, view } = this.#chain;
    if (view.status === 'error' && !data) return this.#renderFailed();
    const places = data && chainOrder(data);
    return html`<section class="samen stack" aria-labelledby="chain-heading">
      <div class="stack stack--tight">
        ${this.heading(0, this.t('chainTitle'), { class: 'h-part', id: 'chain-heading' })}
        ${places && places.length > 1 ? html`<p class="muted">${this.t(this.#isBeside(places) ? 'chainText' : 'chainTextDown')}</p>` : nothing}
      </div>
      ${places ? this.#renderPlaces(places) : skeleton(this.common('loading'), html`<div class="stack">${bone('100%', '7em')}</div>`)}
    </section>`;
  }

  /** Nothing is said of what cannot be seen; of anything else, that it did not come. */
  #renderFailed(): TemplateResult | typeof nothing {
    if (this.#chain.view.error?.kind === 'notFound') return nothing;
    return html`<div class="samen row">
      <p class="muted">${this.t('chainFailed')}</p>
      <button type="button" class="btn btn--quiet" @click=${() => void this.#chain.refresh()}>${this.common('retry')}</button>
    </div>`;
  }

  #isBeside({ length }: readonly ChainPlaces[]): boolean {
    return this.#wide.isWide && length <= MOST_BESIDE;
  }

  #renderPlaces(places: readonly ChainPlaces[]): TemplateResult {
    if (places.length < 2) return html`<p class="muted">${this.t('chainEmpty')}</p>`;
    return html`<ol class=${places.length <= MOST_BESIDE ? 'chain is-short' : 'chain'} role="list">
      ${places.map((place, index) => html`<li>${this.#renderPlace(place, `${String(index)} ${place.kind}`)}</li>`)}
    </ol>`;
  }

  #renderPlace({ links, isHere, kind }: ChainPlaces, key: string): TemplateResult | TemplateResult[] {
    if (links.length === 1) return links.map((link) => this.#renderLink(link, isHere));
    const shown = this.opened.has(key) ? links : links.slice(0, FIRST);
    const rest = links.length - shown.length;
    return html`<p class="hidden">${this.t('chainKinds', kind)}</p>
      ${shown.map((link) => this.#renderLink(link, isHere))}
      ${rest > 0 ? html`<button type="button" class="btn btn--quiet more no-print" @click=${() => this.#open(key)}>${this.t('chainMore', rest)}</button>` : nothing}`;
  }

  #open(key: string): void {
    this.opened = new Set([...this.opened, key]);
    // The button is gone: the first link that came has the focus.
    void this.updateComplete.then(() => {
      const [index = '0'] = key.split(' ');
      const place = this.renderRoot.querySelectorAll('.chain > li')[Number(index)];
      place?.querySelectorAll<HTMLElement>('.link a, .link [tabindex]')[FIRST]?.focus();
    });
  }

  #renderLink(link: ChainLink, isHere: boolean): TemplateResult {
    const { kind, title, text } = link;
    const drivers = this.#intention.data?.drivers ?? [];
    const at = kind === 'driver' ? drivers.findIndex(({ id }) => id === link.id) : -1;
    const href = isHere ? undefined : hrefOf(link);
    return html`<article class=${at < 0 ? 'link' : `link ${driverHue(at)}`} aria-current=${isHere ? 'true' : nothing}>
      <p class="kind">${icon(drivers[at]?.icon ?? ICONS[kind])}${this.t('chainKind', kind)}</p>
      ${this.heading(1, href ? html`<a href=${href}>${title}</a>` : html`<span tabindex="-1">${title}</span>`, { class: 'h-small' })}
      ${text ? html`<p class="small">${kind === 'agendaItem' ? html`<b>${this.t('chainNow')}</b>` : nothing} ${text}</p>` : nothing}
      ${this.#renderWho(link)} ${this.#renderStanding(link, isHere)}
    </article>`;
  }

  /** Who wrote it, as far as shown; of an item, who has the ball. */
  #renderWho({ kind, partyId, jobTitle }: ChainLink): TemplateResult | typeof nothing {
    const party = this.#space.data?.parties.find(({ id }) => id === partyId)?.name ?? '';
    if (kind === 'agendaItem')
      return party
        ? html`<p class="byline"><span>${icon('ball')}<b>${this.t('chainBallWith', party)}</b></span></p>`
        : nothing;
    if (!party && !jobTitle) return nothing;
    return html`<p class="byline">${by(jobTitle, party)}</p>`;
  }

  #renderStanding({ status = '', on }: ChainLink, isHere: boolean): TemplateResult | typeof nothing {
    const said = [this.t('chainStatus', status), on ? this.date(on) : '', isHere ? this.t('chainHere') : ''].filter(
      Boolean,
    );
    return said.length > 0 ? html`<p class="small muted">${said.join(' · ')}</p>` : nothing;
  }
}
