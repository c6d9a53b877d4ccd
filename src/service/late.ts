import { SamenError } from '../model/errors';

/** A part that is fetched when it is first needed. Out of reach: `network`, so it is tried again. */
export async function late<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new SamenError('network', 'A part of the library could not be fetched', { cause });
  }
}
