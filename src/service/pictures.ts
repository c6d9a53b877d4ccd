import type { CleanedPicture, CleanPicture, Context } from './context';
import type { Input, Output, WriteName } from '../contract/operations';
import { SamenError } from '../model/errors';
import { PICTURE_LIMIT } from '../model/limits';
import { demand, mayWriteExperience } from '../model/permissions';
import { base64Of, bytesOf } from '../model/base64';
import { sniffPicture } from '../model/picture';

/**
 * The picture that a write brings, made anew; nothing for any other write. Only somebody who may keep one has
 * that work done. Throws `conflict`, `notAPicture`.
 */
export async function pictureIn(
  operation: WriteName,
  input: object,
  cleanPicture: CleanPicture = asItIs,
  within: (work: (context: Context) => Promise<void>) => Promise<void>,
): Promise<CleanedPicture | undefined> {
  if (operation !== 'savePicture') return undefined;
  await within(mayKeep);
  const bytes = bytesOf((input as Input<'savePicture'>).data);
  if (!bytes || bytes.length > PICTURE_LIMIT) throw notAPicture();
  return cleanPicture(bytes);
}

/** Keeps a picture for an experience that will hold it. */
export async function savePicture(context: Context, { id }: Input<'savePicture'>): Promise<Output<'savePicture'>> {
  await mayKeep(context);
  const { tx, picture } = context;
  if (await tx.load('picture', id)) throw new SamenError('conflict', 'It exists', { reason: 'alreadyExists' });
  if (!picture) throw notAPicture();
  await tx.save('picture', id, 0, { id, ...picture, authorProof: await tx.authorProof(id), version: 1 }, 'everyone');
  return { id, type: picture.type };
}

function mayKeep({ viewer }: Context): Promise<void> {
  demand(mayWriteExperience(viewer), viewer, 'keep a picture');
  return Promise.resolve();
}

const notAPicture = () => new SamenError('conflict', 'No picture', { reason: 'notAPicture' });

/** In the browser, which made it anew already: looked at, and kept. */
const asItIs: CleanPicture = (bytes) => {
  const found = sniffPicture(bytes);
  return found ? Promise.resolve({ type: found.type, data: base64Of(bytes) }) : Promise.reject(notAPicture());
};
