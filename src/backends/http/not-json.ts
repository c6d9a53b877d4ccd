/** Answers that are no JSON: a picture, and the stream of events. Fetched with the first of them. */
import { readAnswer, refuseOtherVersion } from './answers';
import { base64Of } from '../../model/base64';
import { SamenError } from '../../model/errors';
import type { PictureType } from '../../model/experience-types';

const PICTURES: Readonly<Record<PictureType, true>> = { 'image/jpeg': true, 'image/png': true, 'image/webp': true };
const isPicture = (type: string): type is PictureType => Object.hasOwn(PICTURES, type);

/** The picture of a successful answer, which is no JSON but the picture itself. Throws `SamenError` only. */
export async function readPicture(response: Response, now: number): Promise<{ type: PictureType; data: string }> {
  const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';');
  if (!response.ok || !isPicture(type)) throw await refusalOf(response, now, 'the picture');
  refuseOtherVersion(response);
  try {
    return { type, data: base64Of(new Uint8Array(await response.arrayBuffer())) };
  } catch (cause) {
    throw new SamenError('network', 'The answer was cut off', { cause });
  }
}

/** The error of an answer that was to be something else than JSON. */
export async function refusalOf(response: Response, now: number, wanted = 'the stream'): Promise<SamenError> {
  try {
    await readAnswer(response, now);
    return new SamenError('network', `Something else answered, not ${wanted} of the backend`);
  } catch (error) {
    return error instanceof SamenError ? error : new SamenError('network', 'No answer', { cause: error });
  }
}
