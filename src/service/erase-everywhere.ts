/** Leaving all spaces of an installation: all of them, or none when one cannot do without whoever asks. */
import { refuseIfLast } from './privacy-writes';
import type { Service } from './service';
import type { Output } from '../contract/operations';
import type { Id } from '../model/types';

export interface Erasing {
  service: Pick<Service, 'execute' | 'within'>;
  personId: Id;
  /** Where it is asked; absent: of the installation as a whole. */
  spaceId?: Id | undefined;
  /** All where they take part. */
  spaceIds: readonly Id[];
  /** The same in each space, so that a repeat goes on where the first was broken off. */
  key: string;
}

export async function eraseEverywhere({
  service,
  personId,
  spaceId,
  spaceIds,
  key,
}: Erasing): Promise<Output<'eraseMe'>> {
  const others = spaceIds.filter((id) => id !== spaceId);
  for (const id of others) await service.within({ personId, spaceId: id }, refuseIfLast);
  for (const id of spaceId === undefined ? others : [spaceId, ...others]) {
    await service.execute(personId, id, 'eraseMe', {}, key);
  }
  return { id: personId };
}
