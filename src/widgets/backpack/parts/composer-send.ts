import type { SpaceClient } from '../../../client/types';
import type { ExperienceInput } from '../../../contract/experiences';
import { SamenError } from '../../../model/errors';
import { newId } from '../../../model/new-id';
import type { Id } from '../../../model/types';

/** As long as a person looks whether it worked; without a network there is nothing to wait for. */
const PATIENCE_MS = 4000;

export interface Became {
  error?: SamenError;
  /** It was the picture that was refused. */
  isPicture: boolean;
  /** The backend has it; else it is kept, and goes when it can. */
  isConfirmed: boolean;
}

/** The picture first, then the experience that holds it: both are kept before anything is sent, or neither. */
export async function sendExperience(
  client: SpaceClient,
  inputWith: (pictureId: Id | undefined) => ExperienceInput,
  pictureData: string | undefined,
): Promise<Became> {
  const pictureId = pictureData === undefined ? undefined : newId();
  const kept: { id: string; confirmed: Promise<unknown> }[] = [];
  let isPicture = false;
  try {
    if (pictureId && pictureData) {
      const picture = await client.write('savePicture', { id: pictureId, data: pictureData });
      kept.push({ id: picture.id, confirmed: picture.confirmed.catch(failing(() => (isPicture = true))) });
    }
    kept.push(await client.write('saveExperience', inputWith(pictureId)));
    const isConfirmed = await Promise.race([
      Promise.all(kept.map(({ confirmed }) => confirmed)).then(() => true),
      patience(client.state.network === 'offline' ? 0 : PATIENCE_MS),
    ]);
    return { isPicture, isConfirmed };
  } catch (cause) {
    // Said beside what was typed: it need not stand in the list of refused writes as well.
    for (const { id } of kept) await client.discard(id);
    const isKnown = (cause as Error).name === 'SamenError';
    return {
      error: isKnown ? (cause as SamenError) : new SamenError('network', 'Could not be kept', { cause }),
      isPicture,
      isConfirmed: false,
    };
  }
}

const failing =
  (note: () => void) =>
  (error: unknown): never => {
    note();
    throw error;
  };

function patience(milliseconds: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
  });
}
