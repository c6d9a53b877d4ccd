/** What is left of a row when a person leaves; as `samen.forget_member` of the server. */
import type { LocalTx } from './local-tx';
import { localProof } from './proof';
import { isWhole } from './stored-row';
import type { StoredRow } from './stored-row';
import type { EntityKind } from '../../contract/operations';
import { withoutName } from '../../model/experience';
import type { Experience, Waiting } from '../../model/experience-types';
import { formerOf, withoutModerator, withoutOfferer, withoutWriter } from '../../model/leaving';
import { newId } from '../../model/new-id';
import type { Audience, Id } from '../../model/types';
import type { RowKind, Rows } from '../../service/storage';

interface Found {
  kind: RowKind;
  id: string;
  stored: StoredRow;
}
type Left = Pick<Found, 'id' | 'stored'> | 'gone' | undefined;

/** Kinds in which others read a name; that it went, they are told. */
const TOLD_OF: ReadonlySet<RowKind> = new Set(['meaning', 'experience', 'reply']);

/** Of every row of the space that names who leaves, what is left of it. */
export async function forgetMember(tx: LocalTx, spaceId: Id, personId: Id): Promise<void> {
  const space = `${spaceId}/`;
  const keyOf = (kind: RowKind, id: Id) => `${space}${kind}/${id}`;
  for (const key of new Set([...tx.before.keys(), ...tx.puts.keys()])) {
    const [kind, id] = key.slice(space.length).split('/') as [RowKind, string];
    const stored = tx.erased.has(key) ? undefined : (tx.puts.get(key) ?? tx.before.get(key));
    if (!isWhole(kind, stored)) continue;
    const left = leftOf({ kind, id, stored }, personId);
    if (!left) continue;
    if (left === 'gone') await tx.erase(kind, id);
    else {
      // By itself, for what was said about it stays.
      tx.puts.delete(key);
      tx.erased.add(key);
      tx.erased.delete(keyOf(kind, left.id));
      tx.puts.set(keyOf(kind, left.id), left.stored);
    }
    if (TOLD_OF.has(kind)) tx.changed(kind as EntityKind, id, stored.audience as Audience);
  }
}

/** Of nobody: no person proves this. The same for all, so that what waits still finds what it changes. */
const NOBODY = 'left';
const OWN: ReadonlySet<RowKind> = new Set(['meaning', 'calendarKey', 'preferences']);

/** Nothing when the row says nothing of them. */
function leftOf(found: Found, personId: Id): Left {
  const { kind, id, stored } = found;
  if (OWN.has(kind)) return id === personId ? 'gone' : undefined;
  const with_ = (row: object, at = id): Left => {
    const { version = stored.version } = row as { version?: number };
    return { id: at, stored: { ...stored, version, row } };
  };
  switch (kind) {
    case 'checkIn':
    case 'packing':
      return id.endsWith(`.${personId}`) ? 'gone' : undefined;
    case 'reaction':
      return id.endsWith(`.${personId}`) ? nameless(found) : undefined;
    case 'need':
    case 'idea': {
      const row = stored.row as Rows['need'] | Rows['idea'];
      return row.writtenBy === personId ? with_(withoutWriter(row)) : undefined;
    }
    case 'logEntry': {
      const row = stored.row as Rows['logEntry'];
      return row.byPersonId === personId ? with_(withoutModerator(row)) : undefined;
    }
    case 'ball': {
      const row = stored.row as Rows['ball'];
      return row.offer?.byPersonId === personId ? with_(withoutOfferer(row)) : undefined;
    }
    case 'experience':
      if (stored.audience === `person:${personId}`) return 'gone';
      return written(stored.row as Experience, personId, with_);
    case 'reply':
      return written(stored.row as Rows['reply'], personId, with_);
    case 'picture': {
      const row = stored.row as Rows['picture'];
      return row.authorProof === localProof(personId, id) ? with_({ ...row, authorProof: NOBODY }) : undefined;
    }
    case 'waiting': {
      const row = stored.row as Waiting;
      return row.authorProof === localProof(personId, id) ? with_(stillWaiting(row, personId)) : undefined;
    }
    default:
      return undefined;
  }
}

/** A reaction is still counted, of somebody. */
function nameless({ stored }: Found): Left {
  const row = stored.row as Rows['reaction'];
  const nobody = newId();
  return {
    id: `${row.experienceId}.${row.reaction}.${nobody}`,
    stored: {
      ...stored,
      audience: `person:${nobody}`,
      row: { ...row, personId: nobody, by: formerOf(row.by.partyId) },
    },
  };
}

function written(row: Experience | Rows['reply'], personId: Id, with_: (row: object) => Left): Left {
  if (row.authorId === personId) return with_(withoutName(row, Math.random));
  return row.authorProof === localProof(personId, row.id) ? with_({ ...row, authorProof: NOBODY }) : undefined;
}

/** It still comes out, for nothing that can be seen changes; without the name that it was to bring. */
function stillWaiting({ experience, reply, ...row }: Waiting, personId: Id): Waiting {
  const left = { ...row, authorProof: NOBODY };
  if (reply) return { ...left, reply: { ...reply, authorProof: NOBODY } };
  if (!experience) return left;
  if (experience.audience === `person:${personId}`) return { ...left, action: 'eraseExperience' };
  const isNamed = experience.authorId === personId;
  return {
    ...left,
    experience: isNamed ? withoutName(experience, Math.random) : { ...experience, authorProof: NOBODY },
  };
}
