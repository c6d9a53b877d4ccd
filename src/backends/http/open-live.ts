/** The live stream of a space, shared by the tabs of a browser: fetched once it is known whose it is. */
import { SharedStream } from './leader';
import { thisPage } from './page';
import type { Surroundings } from './page';
import type { Requests } from './request';
import { EventStream } from './stream';
import type { BackendEvent, SeenAs } from '../../contract/backend';
import type { Id } from '../../model/types';

export interface LiveOptions {
  address: string;
  spaceId: Id;
  personId: Id;
  as: SeenAs | undefined;
  page: Partial<Surroundings>;
  requests: Requests;
  onEvent: (event: BackendEvent) => void;
}

export function openLive({ address, spaceId, personId, as, requests, onEvent, ...options }: LiveOptions): SharedStream {
  const page = { ...thisPage(), ...options.page };
  const path = `/spaces/${encodeURIComponent(spaceId)}/events`;
  return new SharedStream({
    name: ['samen:live', address, spaceId, personId, as].filter(Boolean).join(' '),
    page,
    openStream: (handlers) => new EventStream({ path, requests, page, ...handlers }),
    onEvent,
  });
}
