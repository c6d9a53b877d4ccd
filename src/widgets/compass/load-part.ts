import type { ReactiveControllerHost } from 'lit';
import type { PartSaid } from './samen-compass';
import type { SpaceClient } from '../../client/types';
import { defineElement } from '../../elements/define';
import type { Id } from '../../model/types';

/** What most visits do not need: fetched, and defined, when first shown. */
export type PartName = 'driver' | 'check-in' | 'needs' | 'history' | 'intention' | 'rounds' | 'phases' | 'setup';

/** What the core team does in place, as it stands in an address, and the part that does it. */
export const TASKS = {
  // An address may say "constructor" too: only what stands here is a task.
  __proto__: null,
  intention: 'intention',
  'open-round': 'rounds',
  'close-round': 'rounds',
  phases: 'phases',
} as unknown as Readonly<Partial<Record<string, PartName>>>;

export interface PartProps {
  client: SpaceClient | undefined;
  headingLevel: number;
  mayWrite: boolean;
  /** Somebody walked here: the part's heading takes the focus. */
  takesFocus: boolean;
  /** What of the part: the id of a driver, the task of the core team. */
  about: string;
  /** The party whose group is marked. */
  party: Id | undefined;
}

const LOAD: Record<PartName, () => Promise<CustomElementConstructor>> = {
  driver: () => import('./parts/driver').then(({ CompassDriver }) => CompassDriver),
  'check-in': () => import('./parts/check-in').then(({ CompassCheckIn }) => CompassCheckIn),
  needs: () => import('./parts/needs').then(({ CompassNeeds }) => CompassNeeds),
  history: () => import('./parts/history').then(({ CompassHistory }) => CompassHistory),
  intention: () => import('./parts/intention').then(({ CompassIntention }) => CompassIntention),
  rounds: () => import('./parts/rounds').then(({ CompassRounds }) => CompassRounds),
  phases: () => import('./parts/phases').then(({ CompassPhases }) => CompassPhases),
  setup: () => import('./parts/setup').then(({ CompassSetup }) => CompassSetup),
};

/** Keeps the one part that is shown; another part, or the same about something else, is a new element. */
export class PartKeeper {
  readonly #host: ReactiveControllerHost;
  readonly #onSaid: (event: CustomEvent<PartSaid>) => void;
  #key = '';
  #element?: HTMLElement;
  #hasFailed = false;

  constructor(host: ReactiveControllerHost, onSaid: (event: CustomEvent<PartSaid>) => void) {
    this.#host = host;
    this.#onSaid = onSaid;
  }

  /** Its code could not be fetched. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The element of the part, at once; it draws when its code is there. */
  show(name: PartName, props: PartProps): HTMLElement {
    const key = `${name}/${props.about}`;
    if (!this.#element || key !== this.#key) {
      this.#key = key;
      this.#element = document.createElement(`samen-compass-${name}`);
      this.#element.addEventListener('samen-part-said', (event) => this.#onSaid(event as CustomEvent<PartSaid>));
      this.#load(name);
    }
    return Object.assign(this.#element, props);
  }

  /** Nothing is shown any more. */
  clear(): void {
    this.#element = undefined;
  }

  #load(name: PartName): void {
    this.#hasFailed = false;
    LOAD[name]().then(
      (part) => defineElement(`samen-compass-${name}`, part),
      () => {
        this.#hasFailed = true;
        this.#host.requestUpdate();
      },
    );
  }
}
