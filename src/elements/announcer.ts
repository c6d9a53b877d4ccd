import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { CommonTerm } from './messages';
import { adoptStyles } from '../ui/adopt-styles';
import { toastRegion } from '../ui/toast';
import { liftStyles } from '../ui/lift.styles';
import { toastStyles } from '../ui/toast.styles';

/** What can be undone can be undone for ten seconds (WIDGETS.md, every widget). */
export const UNDO_MILLISECONDS = 10_000;

interface Shown {
  text: string;
  undo?: (() => void) | undefined;
}

/**
 * A sentence for eyes and ears: a toast in a live region that was there before its text. It goes after
 * ten seconds, but never while the focus or the pointer is on it. Fetched when something is first said.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #t: CommonTerm;
  #shown: Shown | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, t: CommonTerm) {
    this.#host = host;
    this.#t = t;
    adoptStyles(host.shadowRoot, liftStyles);
    adoptStyles(host.shadowRoot, toastStyles);
    host.addController(this);
  }

  announce(text: string, options: { undo?: (() => void) | undefined } = {}): void {
    this.#shown = { text, undo: options.undo };
    this.#wait();
    this.#host.requestUpdate();
  }

  /** Somebody goes on to something else: what was said need not stand in the way. */
  quiet(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
  }

  /** The region again, with what is said now. */
  render(): TemplateResult {
    const { text, undo } = this.#shown ?? {};
    if (text === undefined) return toastRegion(undefined);
    const onUndo = undo
      ? () => {
          undo();
          this.announce(this.#t('undone'));
          this.#toHeading();
        }
      : undefined;
    return toastRegion({ text, ...(onUndo ? { onUndo, undoLabel: this.#t('undo') } : {}) });
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#host.shadowRoot?.querySelector('.toast:is(:focus-within, :hover)')) {
        this.#wait();
        return;
      }
      this.#shown = undefined;
      this.#host.requestUpdate();
    }, UNDO_MILLISECONDS);
  }

  /** The button that had the focus goes away; the focus goes to the heading, not to the page's start. */
  #toHeading(): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>('#samen-heading')?.focus();
  }
}
