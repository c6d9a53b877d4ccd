import { memberOf } from './context';
import type { CleanPicture, Context } from './context';
import type { Input, Output } from '../contract/operations';
import { SamenError } from '../model/errors';
import { PICTURE_LIMIT } from '../model/limits';
import { demand, mayWriteExperience } from '../model/permissions';
import { base64Of, bytesOf } from '../model/base64';
import { sniffPicture } from '../model/picture';

/** Keeps a picture for an experience that will hold it. Throws `conflict`, `notAPicture`. */
export async function savePicture(
  context: Context,
  { id, data }: Input<'savePicture'>,
): Promise<Output<'savePicture'>> {
  memberOf(context);
  const { tx, viewer, cleanPicture = asItIs } = context;
  demand(mayWriteExperience(viewer), viewer, 'keep a picture');
  if (await tx.load('picture', id)) throw new SamenError('conflict', 'It exists', { reason: 'alreadyExists' });
  const bytes = bytesOf(data);
  if (!bytes || bytes.length > PICTURE_LIMIT) throw new SamenError('conflict', 'No picture', { reason: 'notAPicture' });
  const picture = await cleanPicture(bytes);
  const row = { id, ...picture, authorProof: await tx.authorProof(id), version: 1 };
  await tx.save('picture', id, 0, row, 'everyone');
  return { id, type: picture.type };
}

/** In the browser, which made it anew already: looked at, and kept. */
const asItIs: CleanPicture = (bytes) => {
  const found = sniffPicture(bytes);
  if (!found) return Promise.reject(new SamenError('conflict', 'No picture', { reason: 'notAPicture' }));
  return Promise.resolve({ type: found.type, data: base64Of(bytes) });
};
