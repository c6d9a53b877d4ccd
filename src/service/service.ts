import type { CleanPicture, Context } from './context';
import { late } from './late';
import type { Digest } from './once';
import { read } from './reads';
import type { Occurrences } from './session-views';
import type { Storage, Tx } from './storage';
import type { SeenAs } from '../contract/backend';
import { isRead } from '../contract/old-after';
import type { Input, OperationName, Output, WriteName } from '../contract/operations';
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
}

/** The rules around a storage: validate, find out who asks, let the model decide, save; in one transaction. */
export function createService({
  storage,
  now,
  random,
  timeZone,
  digest,
  cleanPicture,
  occurrences,
}: ServiceParts): Service {
  const within = <T>(
    { personId, spaceId, as }: { personId: Id; spaceId: Id; as?: SeenAs | undefined },
    work: (context: Context) => Promise<T>,
  ): Promise<T> => {
    const moment = now();
    const viewer: Viewer = { personId, spaceId };
    return storage.transaction(viewer, async (tx) => {
      await recognise(tx, viewer);
      if (as && viewer.member) Object.assign(viewer, SOME_PARTNER);
      return work({
        tx,
        viewer,
        today: toDay(moment, timeZone),
        now: moment,
        timeZone,
        asOf: await tx.asOf(),
        random,
        occurrences,
      });
    });
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
      const { pictureIn, validate, write } = await late(import('./writes'));
      const valid = validate(operation, input) as Input<N & WriteName>;
      const picture = await pictureIn(operation, valid, cleanPicture, (work) => within(asked, work));
      return within(asked, (context) =>
        write({ ...context, ...(picture && { picture }) }, operation, valid, { key, digest }),
      );
    },

    async publishWaiting(spaceId: Id): Promise<boolean> {
      const { publishDue } = await late(import('./publication'));
      return within({ personId: '', spaceId }, publishDue);
    },

    async expireOffers(spaceId: Id): Promise<boolean> {
      const { expireDue } = await late(import('./expiry'));
      return within({ personId: '', spaceId }, expireDue);
    },
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
