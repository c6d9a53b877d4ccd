import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { joinClient } from './client-users';
import { configurationOf, isUsual, oneOf, warnOnce } from './configuration';
import type { Configuration } from './configuration';
import { loadStates } from './late-states';
import { SamenLocalize } from './localize';
import { addDutch, loadEnglish } from './message-sources';
import type { FrameTerm, MessageSource } from './message-sources';
import { openClient } from './open-client';
import { atRest } from '../client/at-rest';
import { SOON_MS } from './soon';
import { QueryController } from './query-controller';
import type { QueryState } from './query-controller';
import { Surroundings } from './surroundings';
import type { ConnectionState, SpaceClient } from '../client/types';
import type { Input, Me, Output, WriteName } from '../contract/operations';
import type { FrameMessages } from '../locales/frame.nl';
import { SamenError } from '../model/errors';
import type { Space } from '../model/types';

/**
 * An element with a client: its configuration (the nearest wins), its language, who I am in its space
 * and how a write goes out. Draws nothing of its own; `SamenElement` is the frame around a widget.
 */
export abstract class ConnectedElement<M extends object = FrameMessages> extends LitElement {
  @property() backend?: string;
  @property() space?: string;
  @property({ type: Boolean, reflect: true }) readonly = false;
  @property() preview?: string;

  @state() client: SpaceClient | undefined;
  @state() protected connection: ConnectionState | undefined;
  /** What keeps this widget from working at all; said in the widget itself. */
  @state() protected failure: SamenError | undefined;

  /** So long that what one came for, if it is not here, may take long: something may be wrong. */
  protected hasWaited = false;

  /** Every live view of this element; they add themselves. The frame says when one fails. */
  readonly queries = new Set<QueryState>();
  protected readonly localize: SamenLocalize<M> = new SamenLocalize<M>(this);
  protected readonly spaceQuery = new QueryController<'getSpace'>(this, 'getSpace', () => this.#asked);
  readonly #me = new QueryController(this, 'getMe', () => this.#asked);
  #configuration: Configuration = { backend: 'local:', space: 'default' };
  #opened = '';
  #release?: () => void;
  #wrote?: (id: string) => void;
  #saidError?: string;
  #expectsTrouble = false;
  #patience?: ReturnType<typeof setTimeout>;

  /** The widget's own messages: Dutch at once, English loaded when asked for. */
  protected get messages(): readonly MessageSource[] {
    return [];
  }

  /** Whether the space itself is asked for; a widget whose own first answer says enough does without. */
  protected get needsSpace(): boolean {
    return true;
  }

  get #asked(): Record<never, never> | undefined {
    return this.needsSpace ? {} : undefined;
  }

  /** Who I am in this space, once known. */
  protected get me(): Me | undefined {
    return this.client?.me() ?? this.#me.data;
  }

  /** The space itself, once known. */
  protected get spaceData(): Space | undefined {
    return this.spaceQuery.data;
  }

  /** The id of the space, and the address, as configured. */
  protected get configuration(): Configuration {
    return this.#configuration;
  }

  protected get isPreview(): boolean {
    return oneOf(this.preview, ['off', 'partner'], 'off', this.warn, 'preview') === 'partner';
  }

  /** Whether this person may change things here: a member, and not a read-only place. */
  protected get mayWrite(): boolean {
    return !this.readonly && !this.isPreview && this.me?.member !== undefined;
  }

  protected get isCoreTeam(): boolean {
    return this.mayWrite && this.me?.member?.role === 'coreTeam';
  }

  /** One line in the console about this kind of element, once. */
  protected readonly warn = (message: string): void => warnOnce(`<${this.localName}> ${message}`);

  /** A message that every widget has in its first bytes; late parts have more (`CommonTerm`). */
  protected readonly common: FrameTerm = (key, ...args) =>
    (this.localize as unknown as SamenLocalize<FrameMessages>).term(key, ...(args as never));

  /** Keeps a write; resolves once shown. The promise within tells what the backend said. */
  protected async write<N extends WriteName>(
    operation: N,
    input: Input<N>,
  ): Promise<{ id: string; confirmed: Promise<Output<N>> }> {
    if (!this.client) throw new SamenError('network', 'No answer');
    const kept = await this.client.write(operation, input);
    this.#wrote?.(kept.id);
    // Refused writes are shown in the list; nobody has to listen.
    kept.confirmed.catch((error: unknown) => this.sayError(error));
    return kept;
  }

  /** An event for the page: bubbling, composed; ids only, never texts. */
  protected emit(type: string, detail: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  constructor() {
    super();
    new Surroundings(this, () => this.#reopen());
  }

  override connectedCallback(): void {
    addDutch(this.messages);
    super.connectedCallback();
    this.#reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  /** The first drawing waits for the language, so that no text is seen to change. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = this.localize.lang() === 'en' ? loadEnglish() : undefined;
    if (!loading) return super.scheduleUpdate();
    if (this.hasUpdated) {
      void loading.then(() => this.requestUpdate());
      return super.scheduleUpdate();
    }
    return loading.then(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('backend') || changed.has('space') || changed.has('preview')) this.#reopen();
  }

  /** The event `samen-error`, once for each kind of trouble; nothing when it is over. */
  protected sayError(error: unknown): void {
    if (error === undefined) {
      this.#saidError = undefined;
      return;
    }
    const kind = (error as Partial<SamenError>).kind ?? 'busy';
    if (kind === this.#saidError) return;
    this.#saidError = kind;
    this.emit('samen-error', { kind });
  }

  #reopen(): void {
    if (!this.isConnected) return;
    const { backend, space } = configurationOf(this, this);
    const opened = `${backend}\n${space}\n${this.isPreview ? 'partner' : ''}`;
    if (opened === this.#opened) return;
    this.#close();
    this.#opened = opened;
    this.#configuration = { backend, space };
    this.#patience = setTimeout(() => {
      this.hasWaited = true;
      this.#expectTrouble();
      // Whoever sees nothing yet, sees the shape of what is coming.
      if (!this.renderRoot.firstElementChild) this.requestUpdate();
    }, SOON_MS);
    if (isUsual(this.#configuration)) this.#open();
    else void this.#checkAndOpen(opened);
  }

  async #checkAndOpen(opened: string): Promise<void> {
    try {
      const { checkConfiguration } = await import('./check-configuration');
      if (this.#opened !== opened) return;
      this.failure = checkConfiguration(this.#configuration);
    } catch {
      // Did not come; asked for again when the element is moved or its attributes change.
      this.#opened = '';
      return;
    }
    if (!this.failure) this.#open();
  }

  #open(): void {
    const { backend, space } = this.#configuration;
    const { client, release } = openClient(backend, space, this.isPreview ? 'partner' : undefined);
    const { wrote, leave } = joinClient(client, this);
    const stop = client.subscribe((connection) => {
      this.connection = connection;
      if (connection.session !== 'unknown') this.#expectTrouble();
    });
    this.client = client;
    this.#wrote = wrote;
    this.#release = () => {
      stop();
      leave();
      release();
    };
  }

  /**
   * What is said about the network cannot be fetched when the network is gone: it is fetched as soon as what one
   * came for is here, or takes long. A failure is met when it is needed.
   */
  #expectTrouble(): void {
    if (this.#expectsTrouble || /^local:/i.test(this.#configuration.backend)) return;
    this.#expectsTrouble = true;
    void atRest()
      .then(() => loadStates(this.localize.lang()))
      .catch(() => undefined);
  }

  #close(): void {
    clearTimeout(this.#patience);
    this.#release?.();
    this.#release = undefined;
    this.#wrote = undefined;
    this.#opened = '';
    this.failure = undefined;
    this.client = undefined;
    this.connection = undefined;
  }
}
