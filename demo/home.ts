/** Where the demonstration lives: in this browser, or at the server that gave the page. */
import { restartDemonstration, seedDemonstration } from './space';
import type { Demonstration } from './space';
import { chooseLocalPerson, localPerson } from '../src/backends/local/person';
import type { Id } from '../src/model/types';

export interface DemoHome {
  /** Who one is; empty before anybody was chosen. */
  person: () => Id;
  choose: (personId: Id) => void;
  /** What tells the other tabs of this browser that somebody else sat down. */
  storageKey: string;
  begin: (demonstration: Demonstration) => Promise<void>;
  /** Everything back to how it was; only where nobody else is looking on. */
  restart?: (demonstration: Demonstration) => Promise<void>;
}

const inThisBrowser: DemoHome = {
  person: localPerson,
  choose: chooseLocalPerson,
  storageKey: 'samen-local-person',
  begin: seedDemonstration,
  restart: restartDemonstration,
};

const KEY = 'samen-demo-person';

/** The server reads who asks from this cookie, and believes it on this machine only. */
const atTheServer: DemoHome = {
  person: () => new RegExp(`(?:^|; )${KEY}=([a-z0-9-]+)`).exec(document.cookie)?.[1] ?? '',
  choose(personId) {
    document.cookie = `${KEY}=${personId}; path=/; samesite=strict; max-age=31536000`;
    try {
      localStorage.setItem(KEY, personId);
    } catch {
      // Blocked: other tabs notice at their next question.
    }
  },
  storageKey: KEY,
  begin: () => Promise.resolve(),
};

/** As the page's own setting says, which the widgets read as well. */
export function demoHome(): DemoHome {
  const backend = document.querySelector<HTMLMetaElement>('meta[name="samen-backend"]')?.content;
  return backend === 'local:' ? inThisBrowser : atTheServer;
}
