import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { pictureDraftName } from './composer-draft';
import type { DraftKeeper } from './draft-keeper';
import type { SpaceClient } from '../../../client/types';
import type { TermOf } from '../../../elements/message-sources';
import type { BackpackPartsMessages } from '../../../locales/backpack-parts.nl';
import { bytesOf } from '../../../model/base64';
import type { PictureType } from '../../../model/experience-types';
import type { Id } from '../../../model/types';
import { icon } from '../../../ui/icon';
import { shrinkPicture } from '../picture';

interface Chosen {
  data: string;
  type: PictureType;
}

export interface PictureHost extends ReactiveControllerHost {
  readonly client: SpaceClient | undefined;
}

/** One picture with an experience: made small and clean here, kept with the draft, seen before it is sent. */
export class PictureChoice implements ReactiveController {
  readonly #host: PictureHost;
  readonly #keeper: DraftKeeper;
  readonly #t: TermOf<BackpackPartsMessages>;
  #draftId: Id = '';
  #chosen?: Chosen | undefined;
  #url?: string | undefined;
  /** That an earlier version has, until another one is chosen. */
  #stop?: (() => void) | undefined;
  #isBusy = false;
  #hasFailed = false;

  constructor(host: PictureHost, keeper: DraftKeeper, t: TermOf<BackpackPartsMessages>) {
    this.#host = host;
    this.#keeper = keeper;
    this.#t = t;
    host.addController(this);
  }

  /** What is to be sent, in place of what there was. */
  get data(): string | undefined {
    return this.#chosen?.data;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  get isShown(): boolean {
    return this.#url !== undefined || this.#isBusy || this.#hasFailed;
  }

  /** The picture of this draft, or of what it changes. */
  async open(draftId: Id, pictureId: Id | undefined): Promise<void> {
    this.#draftId = draftId;
    this.#show(undefined);
    const kept = await this.#host.client?.draft<Chosen>(pictureDraftName(draftId));
    if (kept) this.#show(kept);
    else if (pictureId)
      this.#stop = this.#host.client?.watch('getPicture', { id: pictureId }, ({ data }) => data && this.#see(data));
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** The picture was refused by the backend. */
  fail(): void {
    this.#hasFailed = true;
    this.#host.requestUpdate();
  }

  remove(): void {
    this.#show(undefined);
    this.#keeper.keep(pictureDraftName(this.#draftId), undefined);
  }

  async #choose(file: File | undefined): Promise<void> {
    if (!file) return;
    this.#isBusy = true;
    this.#hasFailed = false;
    this.#host.requestUpdate();
    try {
      const { data, type } = await shrinkPicture(file);
      this.#show({ data, type });
      this.#keeper.keep(pictureDraftName(this.#draftId), { data, type });
    } catch {
      this.#hasFailed = true;
    }
    this.#isBusy = false;
    this.#host.requestUpdate();
  }

  #show(chosen: Chosen | undefined): void {
    this.#forget();
    this.#chosen = chosen;
    this.#hasFailed = false;
    if (chosen) this.#see(chosen);
    this.#host.requestUpdate();
  }

  #see({ data, type }: Chosen): void {
    const bytes = bytesOf(data);
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = bytes && URL.createObjectURL(new Blob([bytes], { type }));
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#stop?.();
    this.#stop = undefined;
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }

  render(onRemove: () => void): TemplateResult {
    const t = this.#t;
    const choose = (event: Event) => {
      const input = event.target as HTMLInputElement;
      void this.#choose(input.files?.[0]);
      // The same one can be chosen once more.
      input.value = '';
    };
    return html`<div class="field picture">
      <label for="picture">${t('pictureLabel')}</label>
      <p class="hint" id="picture-hint">${t('pictureHint')}</p>
      <div class="small muted" role="status">${
        this.#hasFailed
          ? html`<p class="error" id="picture-error">${t('pictureError')}</p>`
          : this.#isBusy
            ? t('pictureBusy')
            : nothing
      }</div>
      ${this.#url ? html`<img src=${this.#url} alt=${t('pictureAlt')} />` : nothing}
      <div class="row">
        <input class="input" id="picture" type="file" accept="image/jpeg,image/png,image/webp" aria-describedby=${this.#hasFailed ? 'picture-hint picture-error' : 'picture-hint'} aria-invalid=${this.#hasFailed ? 'true' : nothing} @change=${choose} />
        ${this.#url ? html`<button type="button" class="btn" @click=${onRemove}>${icon('trash')}${t('pictureRemove')}</button>` : nothing}
      </div>
    </div>`;
  }
}
