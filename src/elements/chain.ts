import type { ReactiveControllerHost } from 'lit';
import { PartKeeper } from './part-keeper';
import type { SpaceClient } from '../client/types';
import type { ChainKind } from '../model/result-types';
import type { Id } from '../model/types';

/** Where a chain stands: with which client, and how deep its headings are. */
export interface ChainPlace {
  client: SpaceClient | undefined;
  headingLevel: number;
}

/**
 * "Hoe dit zo kwam": what led to a thing and what followed, wherever that thing has its page. Its code is fetched when it
 * is first shown; when that does not come, the page says all the rest.
 */
export class ChainKeeper {
  readonly #parts: PartKeeper<'view'>;

  constructor(host: ReactiveControllerHost) {
    this.#parts = new PartKeeper(
      host,
      'samen-chain',
      { view: () => import('./chain-part').then(({ ChainPart }) => ChainPart) },
      () => undefined,
    );
  }

  show(kind: ChainKind, id: Id, { client, headingLevel }: ChainPlace): HTMLElement | undefined {
    if (this.#parts.failures > 0) return undefined;
    return this.#parts.show('view', {
      client,
      headingLevel,
      mayWrite: false,
      takesFocus: false,
      about: `${kind}/${id}`,
    });
  }
}
