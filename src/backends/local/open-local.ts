/**
 * `local:` keeps everything in this browser: the same service, over IndexedDB. It keeps nothing
 * secret from who sits at the browser, and says so in its capabilities.
 */
import { overTabs } from './exclusive';
import { LocalStorage } from './local-storage';
import type { Exclusive } from './local-storage';
import { localPerson } from './person';
import { IndexedDbRowStore } from './row-store';
import type { RowStore } from './row-store';
import { Watchers } from './watchers';
import type { Backend, SpaceConnection, SeenAs } from '../../contract/backend';
import type { Input, Output, ReadName, WriteName } from '../../contract/operations';
import { SamenError } from '../../model/errors';
import { isId } from '../../model/id';
import { toDay } from '../../model/today';
import type { Id } from '../../model/types';
import { late } from '../../service/late';
import { createService } from '../../service/service';

export interface LocalOptions {
  store?: RowStore;
  now?: () => Date;
  person?: () => Id;
  /** 0 up to 1, unpredictable. */
  random?: () => number;
  exclusive?: Exclusive;
}

/** The backend behind `local:`. */
export function openLocal(options: LocalOptions = {}): Backend {
  const watchers = new Watchers();
  const store = options.store ?? new IndexedDbRowStore();
  const storage = new LocalStorage({
    store,
    exclusive: options.exclusive ?? overTabs,
    onChanged: (spaceId, changes) => {
      watchers.tell(spaceId, changes);
    },
    onMemoryOnly: (spaceId) => {
      watchers.tellCapabilities(spaceId);
    },
  });
  const now = options.now ?? (() => new Date());
  const service = createService({
    storage,
    now,
    random: options.random ?? randomFraction,
  });
  const person = options.person ?? localPerson;

  return {
    async open(spaceId: Id, as?: SeenAs): Promise<SpaceConnection> {
      if (!isId(spaceId)) throw new SamenError('misconfigured', `The space "${String(spaceId)}" is not an id`);
      // Who one is stays the same for a connection: a write is never sent as somebody else.
      const personId = person();
      const stops: (() => void)[] = [];
      return {
        spaceId,
        get capabilities() {
          return {
            storage: storage.isKept(spaceId) ? ('kept' as const) : ('memory' as const),
            isBlank: storage.isBlank(spaceId),
            private: false,
            sealed: false,
          };
        },
        read: async <N extends ReadName>(operation: N, input: Input<N>): Promise<Output<N>> => {
          // There is no server to do it at seven, or after seven days: whoever looks first after that.
          if (operation === 'listExperiences') await service.publishWaiting(spaceId);
          if (operation === 'listHandovers') await service.expireOffers(spaceId);
          const answer = await service.execute(personId, spaceId, operation, input, undefined, as);
          // Out of reach, what is kept for too long stays until the next time.
          if ((answer as Partial<Output<'getSpace'>> | null)?.settings?.retentionDays)
            void import('./daily-purge').then(
              ({ purgeToday }) => purgeToday(service, spaceId, toDay(now())),
              () => undefined,
            );
          return answer;
        },
        async write<N extends WriteName>(operation: N, input: Input<N>, { key }: { key: string }): Promise<Output<N>> {
          if (operation !== 'eraseMe' || as) return service.execute(personId, spaceId, operation, input, key, as);
          const { leaveAll } = await late(import('./leave-all'));
          return (await leaveAll({ service, store, personId, spaceId, key })) as Output<N>;
        },
        watch(listener) {
          const stop = watchers.add({ spaceId, personId, listener });
          stops.push(stop);
          return stop;
        },
        close() {
          for (const stop of stops) stop();
        },
      };
    },
  };
}

function randomFraction(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
