/**
 * Makes a picture small before it leaves the browser, and drawn anew: of what a camera wrote beside it
 * (where, when, with what) nothing is left. Late: with the composer.
 */
import { base64Of } from '../../model/base64';
import { SamenError } from '../../model/errors';
import type { PictureType } from '../../model/experience-types';
import { PICTURE_LIMIT } from '../../model/limits';
import { hasTooManyPixels, sniffPicture } from '../../model/picture';

/** The long side at most, in pixels; smaller ones where the first is too many bytes at every quality. */
const SIDES = [1600, 1100, 700];
const QUALITIES = [0.82, 0.7, 0.55, 0.4];
/** No camera writes more bytes than this; it is not even read. */
const FILE_LIMIT = 60_000_000;

export interface ShrunkPicture {
  /** Base64. */
  data: string;
  type: Extract<PictureType, 'image/webp' | 'image/jpeg'>;
  width: number;
  height: number;
}

/** Throws `invalid` for what is no still JPEG, PNG or WebP, cannot be read, or has too many pixels. */
export async function shrinkPicture(file: File): Promise<ShrunkPicture> {
  if (file.size > FILE_LIMIT) throw refused('Too many bytes');
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw refused('The file cannot be read', cause);
  });
  const sniffed = sniffPicture(new Uint8Array(bytes));
  if (!sniffed) throw refused('No still JPEG, PNG or WebP');
  if (hasTooManyPixels(sniffed)) throw refused('Too many pixels');
  const bitmap = await decode(new Blob([bytes], { type: sniffed.type }));
  try {
    // Who says to be small and is large when decoded does not get further either.
    if (hasTooManyPixels(bitmap)) throw refused('Too many pixels');
    for (const side of SIDES) {
      const fitting = await encode(bitmap, side);
      if (fitting) return fitting;
    }
  } finally {
    bitmap.close();
  }
  throw refused('Too many bytes, however small');
}

const refused = (message: string, cause?: unknown): SamenError =>
  new SamenError('invalid', message, { fields: [{ pointer: '/pictureId', code: 'format' }], cause });

async function decode(blob: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw refused('It cannot be decoded', cause);
  }
}

/** The picture with this long side, in the best quality that fits; nothing when none does. */
async function encode(bitmap: ImageBitmap, side: number): Promise<ShrunkPicture | undefined> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  // An element, for not every browser draws on an OffscreenCanvas.
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new SamenError('storage', 'No memory to draw in');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  let type: ShrunkPicture['type'] = 'image/webp';
  for (const quality of QUALITIES) {
    let blob = await blobOf(canvas, type, quality);
    if (blob.type !== type) {
      // This browser writes no WebP. A JPEG has no transparency: white stands behind it, or it would be black.
      type = 'image/jpeg';
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
      blob = await blobOf(canvas, type, quality);
    }
    if (blob.size > PICTURE_LIMIT) continue;
    return { data: base64Of(new Uint8Array(await blob.arrayBuffer())), type, width, height };
  }
  return undefined;
}

function blobOf(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob);
        else reject(new SamenError('storage', 'No memory to write it in'));
      },
      type,
      quality,
    );
  });
}
