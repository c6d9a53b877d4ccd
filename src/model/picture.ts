/** What a picture is, by its content and never by its name: read from its first bytes, nothing is decoded. */
import type { PictureType } from './experience-types';

/** More pixels are not decoded: a few kilobytes can hold so many that no memory does. */
export const PICTURE_PIXELS = 40_000_000;

export interface SniffedPicture {
  type: PictureType;
  /** Pixels, as stored: before it is turned upright. */
  width: number;
  height: number;
}

/** What these bytes say to be: a still JPEG, PNG or WebP that has pixels; `undefined` for all else. */
export function sniffPicture(bytes: Uint8Array): SniffedPicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = sniffPng(view) ?? sniffJpeg(view) ?? sniffWebp(view);
    return found && found.width > 0 && found.height > 0 ? found : undefined;
  } catch (error) {
    // Read beyond its end: it is cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function hasTooManyPixels({ width, height }: Pick<SniffedPicture, 'width' | 'height'>): boolean {
  return width * height > PICTURE_PIXELS;
}

/** Four letters as they stand in PNG and WebP. */
const tag = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

function sniffPng(view: DataView): SniffedPicture | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  if (view.getUint32(8) !== 13 || tag(view, 12) !== 'IHDR') return undefined;
  // One that moves says so before its first pixels.
  for (let at = 8; tag(view, at + 4) !== 'IDAT'; at += view.getUint32(at) + 12) {
    if (tag(view, at + 4) === 'acTL') return undefined;
  }
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function sniffJpeg(view: DataView): SniffedPicture | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    // Any number of them may stand before a marker.
    while (view.getUint8(at + 1) === 0xff) at += 1;
    const marker = view.getUint8(at + 1);
    // The pixels begin, or all is over, and it never said how many there are.
    if (marker === 0xda || marker === 0xd9) return undefined;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
}

function sniffWebp(view: DataView): SniffedPicture | undefined {
  if (tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WEBP') return undefined;
  const type = 'image/webp';
  const kind = tag(view, 12);
  if (kind === 'VP8 ') {
    if (view.getUint16(23) !== 0x9d01 || view.getUint8(25) !== 0x2a) return undefined;
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind === 'VP8L') {
    if (view.getUint8(20) !== 0x2f) return undefined;
    const sizes = view.getUint32(21, true);
    return { type, width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 };
  }
  // The second bit: it moves.
  if (kind !== 'VP8X' || view.getUint8(20) & 0b10) return undefined;
  const uint24 = (from: number) => view.getUint16(from, true) | (view.getUint8(from + 2) << 16);
  return { type, width: uint24(24) + 1, height: uint24(27) + 1 };
}
