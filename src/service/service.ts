import type { CleanPicture, Context } from './context';
import type * as Due from './due';
import { late } from './late';
import type { Digest } from './once';
import { read } from './reads';
import type { Occurrences } from './session-views';
import type { Storage, Tx } from './storage';
import type { SeenAs } from '../contract/backend';
import { isRead } from '../contract/old-after';
import type { OperationName, Output, WriteName } from '../contract/operations';
import { SamenError } from '../model/errors';
import { toDay } from '../model/today';
import type { Id, Viewer } from '../model/types';

export interface ServiceParts {
  storage: Storage;
  now: () => Date;
  /** 0 up to 1, unpredictable: sentences are shuffled with it. */
  random: () => number;
  /** Of the space, for what is "today". */
  timeZone?: string;
  /** What is remembered of a write, to know it again. The server's is an HMAC. */
  digest?: Digest;
  /** Without: pictures are kept as the browser made them. */
  cleanPicture?: CleanPicture;
  /** When a session comes again, where there are time zones to reckon with. */
  occurrences?: Occurrences;
}

/** Who asks, in which space, and through whose eyes. */
export interface Asked {
  personId: Id;
  spaceId: Id;
  as?: SeenAs | undefined;
}

export interface Service {
  /**
   * Does an operation for a person. Throws `SamenError` only. Writes need a key; their input is
   * validated here, that of reads where it comes in from outside (the server's routes).
   */
  execute<N extends OperationName>(
    personId: Id,
    spaceId: Id,
    operation: N,
    input: unknown,
    key?: string,
    as?: SeenAs,
  ): Promise<Output<N>>;
  /**
   * Publishes together what anonymous authors wrote, when it is time; in a transaction of nobody in particular.
   * Whether there was anything.
   */
  publishWaiting(spaceId: Id): Promise<boolean>;
  /** Writes in the log, once, which offers lapsed. As `publishWaiting`. */
  expireOffers(spaceId: Id): Promise<boolean>;
  /** Erases what is kept longer than the space wants. As `publishWaiting`. */
  purge(spaceId: Id): Promise<boolean>;
  /** Does this for a person, in a transaction of its own. */
  within<T>(asked: Asked, work: (context: Context) => Promise<T>): Promise<T>;
}

/** The rules around a storage: validate, find out who asks, let the model decide, save; in one transaction. */
export function createService(parts: ServiceParts): Service {
  const within: Service['within'] = ({ personId, spaceId, as }, work) => {
    const now = parts.now();
    const viewer: Viewer = { personId, spaceId };
    return parts.storage.transaction(viewer, async (tx) => {
      await recognise(tx, viewer);
      if (as && viewer.member) Object.assign(viewer, SOME_PARTNER);
      return work({ ...parts, tx, viewer, today: toDay(now, parts.timeZone), now, asOf: await tx.asOf() });
    });
  };
  /** In a transaction of nobody in particular. */
  const due = (name: keyof typeof Due) => async (spaceId: Id) => {
    const works = await late(import('./due'));
    return within({ personId: '', spaceId }, works[name]);
  };
  return {
    async execute<N extends OperationName>(
      personId: Id,
      spaceId: Id,
      operation: N,
      input: unknown,
      key?: string,
      as?: SeenAs,
    ): Promise<Output<N>> {
      const asked = { personId, spaceId, as };
      if (isRead(operation)) return within(asked, (context) => read(operation, context, input as never));
      if (as) throw new SamenError('forbidden', 'A preview changes nothing');
      const { perform } = await late(import('./writes'));
      return perform(operation as N & WriteName, input, (work) => within(asked, work), { ...parts, key });
    },
    publishWaiting: due('publishDue'),
    expireOffers: due('expireDue'),
    purge: due('purgeDue'),
    within,
  };
}

/** A partner whom nothing belongs to: sees what every partner sees, and no more. */
const SOME_PARTNER: Partial<Viewer> = {
  personId: '',
  member: { id: '', partyId: '', name: '', jobTitle: '', role: 'member' },
  party: { id: '', kind: 'partner', name: '', shortName: '' },
};

/** Membership comes from the storage, never from what is sent. */
async function recognise(tx: Tx, viewer: Viewer): Promise<void> {
  const member = await tx.load('member', viewer.personId);
  const space = member && (await tx.load('space', viewer.spaceId));
  const party = space?.parties.find((each) => each.id === member?.partyId);
  if (!member || !party) return;
  const { version: _version, ...plain } = member;
  viewer.member = plain;
  viewer.party = party;
}
