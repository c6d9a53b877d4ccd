import type { ReactiveControllerHost } from 'lit';
import type { CardState } from './card';
import { PARTS } from './load-part';
import type { BackpackPartProps, PartName } from './load-part';
import type { SpaceClient } from '../../client/types';
import { defineElement } from '../../elements/define';
import { PartKeeper } from '../../elements/part-keeper';
import type { PartSaid } from '../../elements/part-keeper';
import type { ExperienceView } from '../../model/experience-types';
import type { Id } from '../../model/types';

type Keeper = PartKeeper<PartName, BackpackPartProps>;
/** How the widget shows a part, also when its code does not come. */
type RenderPart = (keeper: Keeper, name: PartName, props: BackpackPartProps) => unknown;
/** What opens at a card. */
export type CardPart = 'replies' | 'actions';

/** A picture, as far as the widget knows it: its code comes with the first one. */
interface PictureElement extends HTMLElement {
  client?: SpaceClient | undefined;
  pictureId?: Id;
  alt?: string;
}

/** What is shown at single cards: what is open, what is on its way, their pictures. */
export class CardStates {
  readonly #host: ReactiveControllerHost;
  readonly #render: RenderPart;
  readonly #onSaid: (id: Id, part: CardPart, said: PartSaid) => void;
  readonly #open = new Map<Id, Map<CardPart, Keeper>>();
  readonly #pictures = new Map<Id, PictureElement>();
  #states = new Map<Id, CardState>();
  #sending: ReadonlySet<Id> = new Set();
  #client?: SpaceClient | undefined;
  #props?: (experience: ExperienceView) => BackpackPartProps;

  constructor(
    host: ReactiveControllerHost,
    render: RenderPart,
    onSaid: (id: Id, part: CardPart, said: PartSaid) => void,
  ) {
    this.#host = host;
    this.#render = render;
    this.#onSaid = onSaid;
  }

  /** By experience. A state that did not change is the object it was. */
  get all(): ReadonlyMap<Id, CardState> {
    return this.#states;
  }

  isOpen(id: Id, part: CardPart): boolean {
    return this.#open.get(id)?.has(part) === true;
  }

  /** Opens it, or closes what is open. */
  toggle(id: Id, part: CardPart, isOpen = !this.isOpen(id, part)): void {
    if (isOpen) this.open(id, part);
    else this.#open.get(id)?.delete(part);
    this.#host.requestUpdate();
  }

  /** For the drawing that comes. Only one card at a time shows what one can do more. */
  open(id: Id, part: CardPart): void {
    if (part === 'actions') for (const parts of this.#open.values()) parts.delete(part);
    const parts = this.#open.get(id) ?? new Map<CardPart, Keeper>();
    this.#open.set(id, parts);
    if (!parts.has(part)) parts.set(part, this.#keeper(id, part));
  }

  /** Before a drawing: what each of these shows now. */
  update(
    experiences: Iterable<ExperienceView>,
    client: SpaceClient | undefined,
    props: (experience: ExperienceView) => BackpackPartProps,
  ): void {
    this.#client = client;
    this.#props = props;
    this.#sending = new Set(
      (client?.pending() ?? []).flatMap(({ operation, input, status }) =>
        operation === 'saveExperience' && status !== 'refused' ? [(input as { id: Id }).id] : [],
      ),
    );
    const before = this.#states;
    this.#states = new Map();
    for (const experience of experiences) this.of(experience, before);
  }

  /** What this one shows now: also of what is not in the feed, once it is drawn. */
  of(experience: ExperienceView, before: ReadonlyMap<Id, CardState> = this.#states): CardState | undefined {
    const { id } = experience;
    const open = this.#open.get(id);
    const isSending = this.#sending.has(id);
    const props = this.#props;
    if (!props || (!open && !isSending && !experience.pictureId)) return undefined;
    const show = (part: CardPart) => {
      const keeper = open?.get(part);
      const element = keeper?.show(part, props(experience));
      // What was there is the same one still, and the card need not be drawn for it.
      return keeper?.failures ? this.#render(keeper, part, props(experience)) : element;
    };
    const now: CardState = {
      isSending,
      actions: show('actions'),
      replies: show('replies'),
      picture: this.#pictureOf(experience),
    };
    const was = before.get(id);
    const state = was && sameState(was, now) ? was : now;
    this.#states.set(id, state);
    return state;
  }

  #keeper(id: Id, part: CardPart): Keeper {
    return new PartKeeper(this.#host, 'samen-backpack', PARTS, ({ detail }) => this.#onSaid(id, part, detail));
  }

  #pictureOf({ id, pictureId, title, language }: ExperienceView): HTMLElement | undefined {
    if (!pictureId) return undefined;
    let picture = this.#pictures.get(id);
    if (!picture) {
      picture = document.createElement('samen-backpack-picture') as PictureElement;
      picture.className = 'picture';
      this.#pictures.set(id, picture);
      import('./parts/picture').then(
        ({ BackpackPicture }) => defineElement('samen-backpack-picture', BackpackPicture),
        // The card says all without it.
        () => undefined,
      );
    }
    return Object.assign(picture, { client: this.#client, pictureId, alt: title, lang: language });
  }
}

function sameState(one: CardState, other: CardState): boolean {
  return (
    one.isSending === other.isSending &&
    one.actions === other.actions &&
    one.replies === other.replies &&
    one.picture === other.picture
  );
}
