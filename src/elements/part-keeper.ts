import type { ReactiveControllerHost } from 'lit';
import { defineElement } from './define';
import type { SpaceClient } from '../client/types';
import type { Id } from '../model/types';

/** What a widget gives every part of it that is fetched late. */
export interface PartProps {
  client: SpaceClient | undefined;
  headingLevel: number;
  mayWrite: boolean;
  /** Somebody walked here: the part's heading takes the focus. */
  takesFocus: boolean;
  /** What of the part: an id, a task. */
  about: string;
}

/** What a part says, how that is taken back, and whether its work is done. */
export interface PartSaid {
  said?: string | undefined;
  undo?: (() => void) | undefined;
  isDone: boolean;
  /** The id of what it made: the focus goes there. */
  made?: Id | undefined;
}

/** The parts of a widget and the way to their code. */
export type PartTable<Name extends string> = Readonly<Record<Name, () => Promise<CustomElementConstructor>>>;

/**
 * Keeps one part of a widget that most visits do not need: fetched, and defined, when first shown. Another
 * part, or the same about something else, is a new element.
 */
export class PartKeeper<Name extends string, Props extends PartProps = PartProps> {
  readonly #host: ReactiveControllerHost;
  readonly #widget: `samen-${string}`;
  readonly #table: PartTable<Name>;
  readonly #onSaid: (event: CustomEvent<PartSaid>) => void;
  #key = '';
  #name?: Name;
  #element?: HTMLElement;
  #failures = 0;

  /** The element of a part is called `<widget>-<name of the part>`. */
  constructor(
    host: ReactiveControllerHost,
    widget: `samen-${string}`,
    table: PartTable<Name>,
    onSaid: (event: CustomEvent<PartSaid>) => void,
  ) {
    this.#host = host;
    this.#widget = widget;
    this.#table = table;
    this.#onSaid = onSaid;
  }

  /** So often its code was asked for in vain. */
  get failures(): number {
    return this.#failures;
  }

  /** The element of the part, at once; it draws when its code is there. */
  show(name: Name, props: Props): HTMLElement {
    const key = `${name}/${props.about}`;
    if (!this.#element || key !== this.#key) {
      this.#key = key;
      this.#name = name;
      this.#failures = 0;
      this.#element = document.createElement(`${this.#widget}-${name}`);
      this.#element.addEventListener('samen-part-said', (event) => this.#onSaid(event as CustomEvent<PartSaid>));
      this.#load();
    }
    return Object.assign(this.#element, props);
  }

  /** Nothing is shown any more. */
  clear(): void {
    this.#element = undefined;
  }

  /** Asks for its code once more. */
  readonly again = (): void => this.#load();

  #load(): void {
    const name = this.#name as Name;
    const element = this.#element;
    const settle = (failures: number) => {
      // Somebody went on to another meanwhile.
      if (this.#element !== element || this.#failures === failures) return;
      this.#failures = failures;
      this.#host.requestUpdate();
    };
    this.#table[name]().then(
      (part) => {
        defineElement(`${this.#widget}-${name}`, part);
        settle(0);
      },
      () => settle(this.#failures + 1),
    );
  }
}
