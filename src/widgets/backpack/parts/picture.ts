import type { SpaceClient } from '../../../client/types';
import type { PictureOutput } from '../../../contract/experiences';
import type { Id } from '../../../model/types';

/**
 * The picture of an experience. Its bytes come through the client, as whoever looks may see them, and
 * stand in the page as a Blob for as long as it shows them.
 */
export class BackpackPicture extends HTMLElement {
  #client?: SpaceClient | undefined;
  #pictureId?: Id;
  #alt = '';
  #observer?: IntersectionObserver | undefined;
  #stop?: (() => void) | undefined;
  #address?: string | undefined;
  #data?: string | undefined;

  set client(client: SpaceClient | undefined) {
    if (client === this.#client) return;
    this.#client = client;
    this.#again();
  }

  set pictureId(id: Id) {
    if (id === this.#pictureId) return;
    this.#pictureId = id;
    this.#again();
  }

  set alt(text: string) {
    this.#alt = text;
    const image = this.querySelector('img');
    if (image) image.alt = text;
  }

  connectedCallback(): void {
    // What was set before this code was here lies over the setters.
    for (const name of ['client', 'pictureId', 'alt']) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#watch();
      },
      { rootMargin: '50% 0px' },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#leave();
  }

  #again(): void {
    const isWatching = this.#stop !== undefined;
    this.#leave();
    if (isWatching) this.#watch();
  }

  #watch(): void {
    const id = this.#pictureId;
    if (this.#stop || !this.#client || !id) return;
    this.#stop = this.#client.watch('getPicture', { id }, ({ data }) => {
      if (data) this.#show(data);
    });
  }

  #show({ type, data }: PictureOutput): void {
    if (data === this.#data) return;
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    this.#revoke();
    this.#data = data;
    this.#address = URL.createObjectURL(new Blob([bytes], { type }));
    const image = this.querySelector('img') ?? document.createElement('img');
    image.alt = this.#alt;
    image.src = this.#address;
    if (!image.parentNode) this.append(image);
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#revoke();
    this.replaceChildren();
  }

  #revoke(): void {
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = this.#data = undefined;
  }
}
