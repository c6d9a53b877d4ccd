import { CAMERA, holdsText, jpegHeader, join, pngOf, webpHeaders, withChunk, withGps } from '../../model/picture-bytes';
import { equal, holds } from '../../elements/support';
import { bytesOf } from '../../../src/model/base64';
import { SamenError } from '../../../src/model/errors';
import { PICTURE_LIMIT } from '../../../src/model/limits';
import { sniffPicture } from '../../../src/model/picture';
import { shrinkPicture } from '../../../src/widgets/backpack/picture';
import type { ShrunkPicture } from '../../../src/widgets/backpack/picture';

type Draw = (context: CanvasRenderingContext2D) => void;

/** A picture as somebody has it. */
async function drawn(
  width: number,
  height: number,
  type: string,
  draw: Draw,
  quality = 0.95,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  holds(context, 'one can draw here');
  if (context) draw(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  holds(blob?.type === type, `this browser writes ${type}`);
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
}
/** Red on the left, blue on the right. */
const halves: Draw = (context) => {
  const { width, height } = context.canvas;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00f';
  context.fillRect(width / 2, 0, width / 2, height);
};
const noise: Draw = (context) => {
  const { width, height } = context.canvas;
  const pixels = context.createImageData(width, height);
  for (let at = 0; at < pixels.data.length; at += 1) pixels.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
  context.putImageData(pixels, 0, 0);
};

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'foto.jpg', type = 'image/jpeg') =>
  new File([bytes], name, { type });
/** What is sent: its bytes, after what every one must be. */
function sent({ data, type, width, height }: ShrunkPicture): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(data);
  holds(bytes, 'it is base64');
  equal(bytes && sniffPicture(bytes), { type, width, height });
  holds(bytes && bytes.length <= PICTURE_LIMIT, 'it is small enough');
  return bytes ?? new Uint8Array();
}
/** The colours at these points, each of red, green, blue and how much one sees of it, roughly. */
async function colours(picture: ShrunkPicture, ...points: [number, number][]): Promise<number[][]> {
  const bitmap = await createImageBitmap(new Blob([sent(picture)], { type: picture.type }));
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return points.map(([x, y]) =>
    [...(context?.getImageData(x, y, 1, 1).data ?? [])].map((value) => Math.round(value / 64)),
  );
}
const RED = [4, 0, 0, 4];
const BLUE = [0, 0, 4, 4];

async function isRefused(bytes: Uint8Array<ArrayBuffer>, about: string): Promise<void> {
  const error: unknown = await shrinkPicture(fileOf(bytes)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  holds(error instanceof SamenError, `${about}: ${String(error)}`);
  const { kind, fields } = error as SamenError;
  equal([kind, fields], ['invalid', [{ pointer: '/pictureId', code: 'format' }]], about);
}

describe('a picture before it is sent', () => {
  it('has lost where it was taken, and by what', async () => {
    const told = withGps(await drawn(60, 40, 'image/jpeg', halves));
    holds(holdsText(told, CAMERA), 'it was told');
    const picture = await shrinkPicture(fileOf(told));
    equal([picture.width, picture.height], [60, 40]);
    for (const word of [CAMERA, 'Exif', 'EXIF']) holds(!holdsText(sent(picture), word), `${word} is gone`);
    equal(await colours(picture, [10, 20], [50, 20]), [RED, BLUE]);
  });

  it('is upright, however the camera was held', async () => {
    const lying = withGps(await drawn(60, 40, 'image/jpeg', halves), 6);
    const picture = await shrinkPicture(fileOf(lying));
    equal([picture.width, picture.height], [40, 60]);
    equal(await colours(picture, [20, 10], [20, 50]), [RED, BLUE]);
    const upsideDown = await shrinkPicture(fileOf(withGps(await drawn(60, 40, 'image/jpeg', halves), 3)));
    equal(await colours(upsideDown, [10, 20], [50, 20]), [BLUE, RED]);
  });

  it('is at most 1,600 pixels long, in the same proportions', async () => {
    const wide = await shrinkPicture(fileOf(await drawn(3_000, 1_000, 'image/jpeg', halves)));
    equal([wide.width, wide.height], [1600, 533]);
    equal(await colours(wide, [200, 200], [1_400, 200]), [RED, BLUE]);
    const high = await shrinkPicture(fileOf(await drawn(3, 2_000, 'image/png', halves)));
    equal([high.width, high.height], [2, 1600]);
  });

  it('is a JPEG or a WebP, whatever it was and whatever it is called', async () => {
    const png = withChunk(await drawn(60, 40, 'image/png', halves), 'tEXt', join('Comment\0kanarie'));
    for (const file of [fileOf(png, 'foto.png', 'image/png'), fileOf(png, 'foto.jpg'), fileOf(png, 'x', '')]) {
      const picture = await shrinkPicture(file);
      holds(/^image\/(?:jpeg|webp)$/.test(picture.type), picture.type);
      holds(!holdsText(sent(picture), 'kanarie'), 'what was written into it is gone');
      equal(await colours(picture, [10, 20], [50, 20]), [RED, BLUE]);
    }
  });

  it('is transparent where it was, or white: never black', async () => {
    const half = await drawn(60, 40, 'image/png', (context) => {
      context.fillStyle = '#f00';
      context.fillRect(0, 0, 30, 40);
    });
    const picture = await shrinkPicture(fileOf(half));
    const [left, right] = await colours(picture, [10, 20], [50, 20]);
    equal(left, RED);
    equal(right?.[3] === 0 ? 'transparent' : right, picture.type === 'image/webp' ? 'transparent' : [4, 4, 4, 4]);
  });

  it('is small enough, also when nothing in it is like anything else', async () => {
    const picture = await shrinkPicture(fileOf(await drawn(1_600, 1_600, 'image/png', noise)));
    holds(sent(picture).length > 50_000, 'it still shows something');
  });

  it('is made worse, then smaller, until it is small enough', async () => {
    const { toBlob } = HTMLCanvasElement.prototype;
    const bytes = await drawn(2_000, 1_000, 'image/png', halves);
    /** As if no picture that is longer or better than this took few enough bytes. */
    const within = async (longest: number, best: number): Promise<unknown> => {
      HTMLCanvasElement.prototype.toBlob = function (done, type, quality) {
        const isLarge = this.width > longest || Number(quality) > best;
        toBlob.call(
          this,
          (blob) => done(isLarge && blob ? new Blob([blob, large], { type: blob.type }) : blob),
          type,
          quality,
        );
      };
      try {
        return await shrinkPicture(fileOf(bytes)).then(
          (picture) => (sent(picture), picture.width),
          (error: unknown) => (error as SamenError).kind,
        );
      } finally {
        HTMLCanvasElement.prototype.toBlob = toBlob;
      }
    };
    const large = new Uint8Array(PICTURE_LIMIT);
    equal(await within(1_600, 0.5), 1_600);
    equal(await within(1_599, 1), 1_100);
    equal(await within(700, 0.6), 700);
    equal(await within(100, 1), 'invalid');
  });
});

describe('what is refused before it is sent', () => {
  it('is what is no picture, by its content', async () => {
    await isRefused(new Uint8Array(), 'nothing');
    await isRefused(join('GIF89a\x01\0\x01\0', new Uint8Array(40)), 'GIF');
    await isRefused(join('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'SVG');
    await isRefused(join('<!doctype html><title>foto.jpg</title>', new Uint8Array(40)), 'page');
  });

  it('is what only begins like one', async () => {
    const jpeg = await drawn(60, 40, 'image/jpeg', halves);
    for (const [about, bytes] of Object.entries({ ...webpHeaders(9, 9), jpeg: jpegHeader(9, 9) }))
      await isRefused(bytes, about);
    await isRefused(join(jpeg.subarray(0, 2), new Uint8Array(200)), 'cut off');
  });

  it('is what ends halfway, unless this browser shows that: then it is drawn, and ends nowhere', async () => {
    const half = async (type: string) => (await drawn(300, 300, type, noise)).slice(0, 20_000);
    for (const bytes of [pngOf(9, 9), await half('image/png'), await half('image/jpeg')]) {
      const outcome = await shrinkPicture(fileOf(bytes)).catch((error: unknown) => error);
      if (outcome instanceof SamenError) equal(outcome.kind, 'invalid');
      else sent(outcome as ShrunkPicture);
    }
  });

  it('has so many pixels that nothing is decoded', async () => {
    const { createImageBitmap: decode } = globalThis;
    let decoded = 0;
    globalThis.createImageBitmap = (...all: unknown[]) => {
      decoded += 1;
      return (decode as (...all: unknown[]) => Promise<ImageBitmap>)(...all);
    };
    try {
      await isRefused(pngOf(60_000, 60_000), 'PNG');
      await isRefused(jpegHeader(65_000, 65_000), 'JPEG');
      for (const [about, bytes] of Object.entries(webpHeaders(16_000, 16_000))) await isRefused(bytes, about);
    } finally {
      globalThis.createImageBitmap = decode;
    }
    equal(decoded, 0);
  });

  it('moves', async () => {
    await isRefused(webpHeaders(9, 9, true).extended, 'WebP');
    await isRefused(withChunk(await drawn(60, 40, 'image/png', halves), 'acTL', new Uint8Array(8)), 'PNG');
  });

  it('cannot be read any more', async () => {
    const file = fileOf(await drawn(60, 40, 'image/jpeg', halves));
    Object.defineProperty(file, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    const error: unknown = await shrinkPicture(file).catch((thrown: unknown) => thrown);
    holds(error instanceof SamenError && error.kind === 'invalid', String(error));
  });
});
