import { html, noChange, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Announcer } from './announcer';
import { plain } from './config';
import { headingLevelOf, oneOf } from './configuration';
import { ConnectedElement } from './connected-element';
import { ContrastGuard } from './contrast-guard';
import { atRest } from '../client/at-rest';
import { firstViews } from './first-views';
import { bones, widgetFrame } from './frame';
import { frameStyles } from './frame.styles';
import { headingTag } from './heading';
import type { HeadingOptions } from './heading';
import type { Ahead, PartAway } from './ahead';
import { LateStates, loadStates } from './late-states';
import type { States } from './late-states';
import type { CommonTerm } from './messages';
import type { PartKeeper, PartProps } from './part-keeper';
import type { Frame } from './states';
import type { SpaceClient } from '../client/types';
import type { FrameMessages } from '../locales/frame.nl';
import type { SamenError } from '../model/errors';
import { toastRegion } from '../ui/toast';

/** Here once a page rests, or a part did not come. */
let partAway: PartAway | undefined;

const loadAhead = () =>
  import('./ahead').then(
    (module) => {
      ({ partAway } = module);
      return module;
    },
    () => undefined,
  );

/**
 * What the four widgets share: configuration (the nearest wins), language, client, heading and the
 * states every widget has. A widget draws `renderSkeleton` while its data comes and `renderContent`
 * once it is there.
 *
 * @attr backend - address of the API up to and including `/v1`, or `local:`
 * @attr space - id of the space
 * @attr lang - `nl` or `en`; by default the nearest `lang` up the page
 * @attr heading - text instead of the widget's own title
 * @attr heading-level - 1 to 6; 2 by default
 * @attr readonly - nothing can be changed here
 * @attr preview - `partner`: as a partner sees it, read-only
 * @fires samen-error - detail: `{ kind }`
 */
export abstract class SamenElement<M extends object = FrameMessages> extends ConnectedElement<M> {
  static override styles: CSSResultGroup = frameStyles;

  @property() heading?: string;
  @property({ attribute: 'heading-level' }) headingLevel: number | string = 2;

  readonly #late = new LateStates(this, () => this.localize.lang());
  #announcer?: Announcer;
  /** The last that was asked for; what is still on its way then comes too late. */
  #announcing?: object | undefined;
  #hasShownContent = false;
  #guard?: ContrastGuard;

  /** The widget's own title, in the language of the place. */
  protected abstract get ownHeading(): string;
  /** The real shape, while loading. */
  protected abstract renderSkeleton(): TemplateResult;
  protected abstract renderContent(): TemplateResult | typeof nothing;
  /** Whether what is needed to draw is there. */
  protected abstract get isReady(): boolean;

  /** The content stands there for the first time, and the page has nothing better to do. */
  protected firstShown(): void {
    // For widgets that have something to add by then.
  }

  /** What people open from here, in the order in which they do: fetched before that, in case the network goes. */
  protected readonly ahead: Ahead = [];

  /** A sentence under the heading. */
  protected get subtitle(): string | TemplateResult | typeof nothing {
    return nothing;
  }

  /** Buttons beside the heading. */
  protected headerActions(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** "De resultaten konden niet laden.": what the widget calls what did not come. */
  protected get loadFailedTitle(): string {
    return this.common('loadFailed');
  }

  /** There is no such space. A widget that can make one says so instead. */
  protected renderNoSpace(): TemplateResult {
    return this.#say((states, t) => states.noSpaceNotice(this.configuration, t));
  }

  /** Signed in, but not a member. */
  protected renderNotMember(): TemplateResult {
    const heading = (content: string) => this.renderHeading(1, content, { class: 'h-part' });
    return this.#say((states, t) => states.notMemberCard({ space: this.spaceData?.name, heading }, t));
  }

  /** A heading `depth` levels below the widget's own; deeper than h6 stays h6. */
  protected renderHeading(depth: number, content: unknown, options?: HeadingOptions): TemplateResult {
    return headingTag(headingLevelOf(this.headingLevel, this.warn) + depth, content, options);
  }

  /** A part, or that its code could not be fetched: then it is tried again, or one goes back to where one came from. */
  protected renderPart<Name extends string, Props extends PartProps>(
    keeper: PartKeeper<Name, Props>,
    name: Name,
    props: Props,
    onBack?: () => void,
  ): TemplateResult {
    const part = keeper.show(name, props);
    if (!keeper.failures) return html`${part}`;
    if (partAway) return partAway(this.#frame, { keeper, part, onBack });
    // It failed before the page came to rest, or in `local:`.
    void loadAhead().then((module) => module && this.requestUpdate());
    return this.#alert();
  }

  /** Says something to eyes and ears; with `undo`, offers ten seconds to take it back. */
  protected announce(text: string, options: { undo?: () => void } = {}): void {
    this.#announcing = options;
    loadStates(this.localize.lang()).then(
      ({ Announcer: Late }) => {
        if (this.#announcing !== options) return;
        const announcer = (this.#announcer ??= new Late(this, this.#t));
        announcer.announce(text, options);
      },
      () => undefined,
    );
  }

  /** Takes away what was announced, when somebody goes on to another screen. */
  protected quiet(): void {
    this.#announcing = undefined;
    this.#announcer?.quiet();
  }

  /** Puts the focus on the widget's heading, when a screen within it changed. */
  protected async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('#samen-heading')?.focus();
  }

  /** Draws over what was drawn before this class was there, and not beside it. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.renderOptions.renderBefore = null;
    return root;
  }

  protected override updated(): void {
    this.sayError(this.failure ?? this.#loadError);
    if (this.#hasShownContent) firstViews.get(this)?.end(this);
    // Once there is something to read; without it our own colours are as good.
    if (!this.#isBusy) this.#guard ??= new ContrastGuard(this);
  }

  override render(): TemplateResult | typeof noChange {
    const own = plain(this.getAttribute('lang'));
    if (own) oneOf(own.slice(0, 2), ['nl', 'en'], 'nl', this.warn, 'lang');
    // First, for what they need and is not here is asked for by drawing them.
    const [notices, body] = [this.#renderNotices(), this.#renderBody()];
    const isBusy = this.#isBusy || this.#late.isComing;
    // What was drawn before this class was there stays until there is more to say; where nothing was, nothing yet.
    const view = firstViews.get(this);
    const stays = view ? view.isOf(this.configuration) : !this.hasWaited && !this.renderRoot.firstElementChild;
    if (isBusy && !this.#hasShownContent && stays) return noChange;
    const heading = plain(this.heading) ?? this.ownHeading;
    return widgetFrame({
      language: this.localize.lang(),
      isBusy,
      heading: this.renderHeading(0, heading, { class: 'h-widget', id: 'samen-heading', focusable: true }),
      subtitle: this.subtitle,
      actions: this.#mayShowContent ? this.headerActions() : nothing,
      notices,
      body,
      toasts: this.#announcer?.render() ?? toastRegion(undefined),
      foot: this.#hasShownContent && this.#mayShowContent && !this.isPreview ? this.#renderFoot() : nothing,
    });
  }

  get #hasNoSpace(): boolean {
    return this.spaceQuery.view.error?.kind === 'notFound' && this.spaceQuery.data === undefined;
  }

  get #isNotMember(): boolean {
    if (this.connection?.session === 'notMember') return true;
    // Not before the space has answered: it may not exist, and that is said otherwise.
    return this.spaceQuery.view.status !== 'loading' && this.me !== undefined && this.me.member === undefined;
  }

  get #mayShowContent(): boolean {
    return !this.failure && !this.#hasNoSpace && !this.#isNotMember && this.isReady;
  }

  get #isBusy(): boolean {
    return !this.failure && !this.#hasNoSpace && !this.#isNotMember && !this.isReady && !this.#loadError;
  }

  /**
   * What went wrong with reading: first what has nothing to show. A view keeps its data beside its error.
   * While something is still on its way for the first time it may yet come right; what is asked again keeps
   * its error until then, so that the notice and the focus on its button stay.
   */
  get #loadError(): SamenError | undefined {
    const views = [...this.queries].filter(({ isAsked }) => isAsked).map(({ view }) => view);
    if (!this.isReady && views.some(({ status, error }) => status === 'loading' && !error)) return undefined;
    const failed = views.filter(({ error }) => error);
    return (failed.find(({ data }) => data === undefined) ?? failed[0])?.error;
  }

  #settle(): void {
    this.firstShown();
    // In `local:` there is no network to lose but that of the page itself.
    if (this.configuration.backend.startsWith('local:')) return;
    void loadAhead().then((module) => module?.fetchAhead(this.ahead, () => this.#frame));
  }

  readonly #retry = (): void => {
    for (const query of this.queries) if (query.view.error) void query.refresh();
  };

  /** The network or the session is gone: that is said, instead of what could not be read because of it. */
  get #isCutOff(): boolean {
    return this.connection?.network === 'offline' || this.connection?.session === 'ended';
  }

  /** Whether there is nothing to say above the content. */
  get #isAsUsual(): boolean {
    const { waiting, refused, capabilities } = this.connection ?? {};
    const isQuiet = !waiting && !refused && capabilities?.storage !== 'memory' && !this.#isCutOff;
    return isQuiet && !this.readonly && !this.isPreview && !this.#loadError;
  }

  /** What the states want to know. */
  get #frame(): Frame {
    const { client, connection, queries, isReady, readonly, isPreview, localize } = this;
    return {
      element: this,
      t: this.#t,
      localize,
      client: client as SpaceClient,
      connection,
      queries,
      error: this.#loadError,
      isReady,
      showsContent: this.#mayShowContent,
      readonly,
      isPreview,
      heading: (depth, content, options) => this.renderHeading(depth, content, options),
      announce: (text) => this.announce(text),
      focusHeading: () => this.focusHeading(),
      onRetry: this.#retry,
      // Signing in is the page's: on an intranet it happens when the page is loaded. Drafts stay.
      onSignIn: () => location.reload(),
    };
  }

  #renderNotices(): TemplateResult | typeof nothing {
    if (this.failure || !this.client || this.#isAsUsual) return nothing;
    return this.#late.take()?.frameNotices(this.#frame) ?? nothing;
  }

  #renderBody(): TemplateResult | typeof nothing {
    const error = this.failure ?? this.#loadError;
    try {
      if (this.#hasNoSpace) return this.renderNoSpace();
      if (this.#isNotMember) return this.renderNotMember();
      // What is to be said above the first content comes with it: nothing moves under somebody's eyes.
      if (this.#mayShowContent && (this.#hasShownContent || !this.#late.isComing)) {
        if (!this.#hasShownContent) void atRest().then(() => this.#settle());
        this.#hasShownContent = true;
        return this.renderContent();
      }
    } catch (cause) {
      // Data that was cut off or is from another version: this widget says so, the page goes on.
      console.error(`Samen: <${this.localName}> could not be drawn.`, cause);
      return this.#say((states, t) => states.brokenNotice(t));
    }
    if (!error || (this.#isCutOff && error.kind !== 'misconfigured')) return this.#renderBones();
    return this.#say((states, t) =>
      error.kind === 'misconfigured'
        ? states.misconfiguredNotice(error, this.configuration, t)
        : states.errorNotice(error, this.loadFailedTitle, t, this.#retry),
    );
  }

  /** What everybody may do with what is kept of them; it comes when somebody asks for it. */
  #renderFoot(): TemplateResult {
    return html`<button type="button" class="btn btn--quiet pull no-print" @click=${this.#openOwnData}>${this.common('ownData')}</button>`;
  }

  readonly #openOwnData = (): void => {
    import('./own-data').then(
      ({ openOwnData }) => openOwnData(this.#frame),
      () => this.announce(this.common('loadFailed')),
    );
  };

  #renderBones(): TemplateResult {
    return bones(this.common('loading'), this.renderSkeleton());
  }

  /** One of the states instead of the content; the skeleton while they are on their way. */
  #say(draw: (states: States, t: CommonTerm) => TemplateResult): TemplateResult {
    const states = this.#late.take();
    if (states) return draw(states, this.#t);
    return this.#late.isComing ? this.#renderBones() : this.#alert();
  }

  /** Where not even what says it well can be fetched. */
  #alert(): TemplateResult {
    return html`<p role="alert">${this.common('loadFailed')}</p>`;
  }

  /** The states bring their own messages along. */
  get #t(): CommonTerm {
    return this.common as CommonTerm;
  }
}
