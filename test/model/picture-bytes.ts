/** Pictures as somebody may send them, byte by byte: alike in a browser and in Node. */

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const uint32 = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const uint16 = (value: number) => Uint8Array.of(value >>> 8, value);

export function join(...parts: (Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) => (typeof part === 'string' ? ascii(part) : part));
  const joined = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether these bytes hold this text. */
export function holdsText(bytes: Uint8Array, text: string): boolean {
  return (
    String.fromCharCode(...bytes.subarray(0, 4)).length === 4 && new TextDecoder('latin1').decode(bytes).includes(text)
  );
}

export const CAMERA = 'Kanarie-camera';

/** What a telephone writes before its pixels: which camera, how it was held, and where on earth it was. */
export function exif(orientation = 1): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: Uint8Array) =>
    join(uint16(tag), uint16(type), uint32(count), value, new Uint8Array(4 - value.length));
  const rationals = (...values: number[]) => join(...values.map((value) => join(uint32(value), uint32(1))));
  const [main, camera, gps] = [8, 8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 16];
  const [latitude, longitude] = [gps + 2 + 4 * 12 + 4, gps + 2 + 4 * 12 + 4 + 24];
  return join(
    'Exif\0\0MM\0*',
    uint32(main),
    uint16(3),
    entry(0x010f, 2, CAMERA.length + 1, uint32(camera)),
    entry(0x0112, 3, 1, uint16(orientation)),
    entry(0x8825, 4, 1, uint32(gps)),
    uint32(0),
    CAMERA.padEnd(16, '\0'),
    uint16(4),
    entry(1, 2, 2, ascii('N\0')),
    entry(2, 5, 3, uint32(latitude)),
    entry(3, 2, 2, ascii('E\0')),
    entry(4, 5, 3, uint32(longitude)),
    uint32(0),
    rationals(52, 5, 28),
    rationals(5, 7, 18),
  );
}

/** A JPEG with a segment before all others: 0xe1 for what a camera says, 0xfe for a remark. */
export const withSegment = (jpeg: Uint8Array, marker: number, content: Uint8Array) =>
  join(jpeg.subarray(0, 2), Uint8Array.of(0xff, marker), uint16(content.length + 2), content, jpeg.subarray(2));

export const withGps = (jpeg: Uint8Array, orientation?: number) => withSegment(jpeg, 0xe1, exif(orientation));

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value;
}

export function chunk(type: string, content: Uint8Array): Uint8Array {
  const named = join(type, content);
  return join(uint32(content.length), named, uint32(crc(named)));
}

const PNG = '\x89PNG\r\n\x1a\n';
const END_OF_HEADER = 33;

/** A PNG with a chunk before its pixels. */
export const withChunk = (png: Uint8Array, type: string, content: Uint8Array) =>
  join(png.subarray(0, END_OF_HEADER), chunk(type, content), png.subarray(END_OF_HEADER));

/** Says to be so large, in few bytes; `pixels` packed. */
export const pngOf = (width: number, height: number, pixels = new Uint8Array(1)) =>
  join(
    PNG,
    chunk('IHDR', join(uint32(width), uint32(height), Uint8Array.of(8, 2, 0, 0, 0))),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  );

/** The start of a JPEG of this size; nothing follows. */
export const jpegHeader = (width: number, height: number, marker = 0xc0) =>
  join(
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xff, marker, 0, 11, 8),
    uint16(height),
    uint16(width),
    Uint8Array.of(1, 1, 0x11, 0),
  );

const riff = (kind: string, content: Uint8Array) =>
  join(
    'RIFF',
    Uint8Array.of(content.length + 12, 0, 0, 0),
    'WEBP',
    kind,
    Uint8Array.of(content.length, 0, 0, 0),
    content,
  );

/** The start of each of the three forms of WebP. */
export const webpHeaders = (width: number, height: number, isMoving = false) => ({
  lossy: riff('VP8 ', Uint8Array.of(0, 0, 0, 0x9d, 1, 0x2a, width, width >> 8, height, height >> 8)),
  lossless: riff('VP8L', Uint8Array.of(0x2f, ...littleEndian((width - 1) | ((height - 1) << 14), 4))),
  extended: riff(
    'VP8X',
    Uint8Array.of(isMoving ? 2 : 0, 0, 0, 0, ...littleEndian(width - 1, 3), ...littleEndian(height - 1, 3)),
  ),
});

const littleEndian = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 0xff);
