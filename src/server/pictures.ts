/**
 * Pictures as they come in are decoded and written anew: where they were taken, what somebody hid behind
 * or within them, and what only seems to be a picture does not get further.
 */
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { SamenError } from '../model/errors';
import type { PictureType } from '../model/experience-types';
import { PICTURE_LIMIT } from '../model/limits';
import { PICTURE_PIXELS, hasTooManyPixels, sniffPicture } from '../model/picture';
import type { CleanPicture } from '../service/context';

/** The long side, as the browser makes it; another client may send more. */
const SIDE = 1600;
const QUALITY = 85;
/** WebP in place of what would be too many bytes in the form it came in. */
const SMALLER_QUALITIES = [80, 60, 40];
const SECONDS = 10;
/** Each takes memory for all its pixels. */
const AT_ONCE = 2;
const MOST_WAITING = 50;

// Of the many forms libvips reads, some by way of other programs, only those that are asked for.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp'].map((form) => `VipsForeignLoad${form}Buffer`) });
// Nobody sends the same picture twice.
sharp.cache(false);

/**
 * The picture alone, upright, in sRGB, at most `SIDE` pixels long and `PICTURE_LIMIT` bytes. Throws `conflict`
 * (`notAPicture`) for what is no still JPEG, PNG or WebP or cannot be decoded to its end, `busy` when too
 * many wait.
 */
export const cleanPicture: CleanPicture = async (bytes) => {
  const sniffed = bytes.length <= PICTURE_LIMIT ? sniffPicture(bytes) : undefined;
  if (!sniffed || hasTooManyPixels(sniffed)) throw refused();
  const { type } = sniffed;
  return inTurn(async () => {
    try {
      const whole = decoded(bytes);
      const first = await encoders[type](whole).toBuffer();
      if (first.length <= PICTURE_LIMIT) return { type, data: first.toString('base64') };
      for (const quality of SMALLER_QUALITIES) {
        const data = await decoded(bytes).webp({ quality }).toBuffer();
        if (data.length <= PICTURE_LIMIT) return { type: 'image/webp', data: data.toString('base64') };
      }
    } catch (cause) {
      throw refused(cause);
    }
    throw refused();
  });
};

const refused = (cause?: unknown) => new SamenError('conflict', 'Not a picture', { reason: 'notAPicture', cause });

function decoded(bytes: Uint8Array): Sharp {
  return sharp(bytes, {
    limitInputPixels: PICTURE_PIXELS,
    limitInputChannels: 4,
    failOn: 'warning',
    sequentialRead: true,
    autoOrient: true,
    pages: 1,
  })
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: SECONDS });
}

/** Without a word of metadata is what sharp writes unless told otherwise. */
const encoders: Record<PictureType, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: QUALITY }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: QUALITY }),
};

let atWork = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new SamenError('busy', 'Too many pictures', { retryAfterSeconds: 5 });
  if (atWork >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else atWork += 1;
  try {
    return await work();
  } finally {
    // Its place goes to who waits longest.
    const next = waiting.shift();
    if (next) next();
    else atWork -= 1;
  }
}
