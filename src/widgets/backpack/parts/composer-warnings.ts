import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { TextKey } from './composer-draft';
import type { TermOf } from '../../../elements/message-sources';
import type { BackpackPartsMessages } from '../../../locales/backpack-parts.nl';
import { findWarnings, withoutWarning } from '../../../model/warnings';
import type { Warning, WarningContext, WarningKind } from '../../../model/warnings';
import { icon } from '../../../ui/icon';

/** As long as somebody rests before it is said: half a telephone number is none. */
const REST_MS = 700;

const TITLE = {
  bsn: 'warnBsn',
  telephone: 'warnTelephone',
  email: 'warnEmail',
  dateOfBirth: 'warnDateOfBirth',
  address: 'warnAddress',
  jobTitle: 'warnJobTitle',
} as const satisfies Record<WarningKind, keyof BackpackPartsMessages>;

export interface WarningsHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export interface WarningsOptions {
  textOf: (key: TextKey) => string;
  accepted: () => readonly string[];
  context: () => WarningContext;
  change: (key: TextKey, text: string) => void;
  accept: (mark: string) => void;
  t: TermOf<BackpackPartsMessages>;
}

const markOf = ({ kind, text }: Warning): string => `${kind} ${text}`;

/** What stands beside a field when its text may give somebody away. It never blocks: a person decides. */
export class WritingWarnings implements ReactiveController {
  readonly #host: WarningsHost;
  readonly #options: WarningsOptions;
  readonly #timers = new Map<TextKey, ReturnType<typeof setTimeout>>();
  readonly #looked = new Set<TextKey>();

  constructor(host: WarningsHost, options: WarningsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** Somebody types here. What was found before stays while it is there. */
  typed(key: TextKey): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => this.look(key), REST_MS),
    );
  }

  /** Somebody rests, or leaves the field. */
  look(key: TextKey): void {
    clearTimeout(this.#timers.get(key));
    this.#looked.add(key);
    this.#host.requestUpdate();
  }

  of(key: TextKey): Warning[] {
    if (!this.#looked.has(key)) return [];
    const { textOf, context, accepted } = this.#options;
    const marks = new Set(accepted());
    return findWarnings(textOf(key), context()).filter((warning) => !marks.has(markOf(warning)));
  }

  /** The place is there before the text comes, or a screen reader says nothing. */
  render(key: TextKey): TemplateResult {
    const warnings = this.of(key);
    return html`<div class="warnings" id="${key}-warnings" aria-live="polite">
      ${warnings.map((warning, index) => this.#renderOne(key, warning, index))}
    </div>`;
  }

  #renderOne(key: TextKey, warning: Warning, index: number): TemplateResult {
    const { t } = this.#options;
    const id = `${key}-warning-${String(index)}`;
    return html`<div class="note note--warn">
      ${icon('warning')}
      <p id=${id}><b>${t(TITLE[warning.kind])}</b> ${t('warnText', warning.text)} ${warning.kind === 'jobTitle' ? t('warnFew') : nothing}</p>
      <div class="row">
        <button type="button" class="btn" aria-describedby=${id} @click=${() => void this.#takeAway(key, warning)}>${t('takeAway')}</button>
        <button type="button" class="btn btn--quiet" aria-describedby=${id} @click=${() => void this.#leave(key, warning)}>${t('itIsRight')}</button>
      </div>
    </div>`;
  }

  async #takeAway(key: TextKey, warning: Warning): Promise<void> {
    const { textOf, change } = this.#options;
    change(key, withoutWarning(textOf(key), warning));
    await this.#toField(key);
  }

  async #leave(key: TextKey, warning: Warning): Promise<void> {
    this.#options.accept(markOf(warning));
    await this.#toField(key);
  }

  /** The button that had the focus is gone: it goes to the next one, or back to the text. */
  async #toField(key: TextKey): Promise<void> {
    await this.#host.updateComplete;
    const root = this.#host.renderRoot;
    const next =
      root.querySelector<HTMLElement>(`#${key}-warnings button`) ?? root.querySelector<HTMLElement>(`#${key}`);
    next?.focus();
  }
}
