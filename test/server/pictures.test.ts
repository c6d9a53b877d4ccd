import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import {
  CAMERA,
  exif,
  holdsText,
  jpegHeader,
  join,
  pngOf,
  webpHeaders,
  withChunk,
  withGps,
  withSegment,
} from '../model/picture-bytes';
import { SamenError } from '../../src/model/errors';
import { PICTURE_LIMIT } from '../../src/model/limits';
import { sniffPicture } from '../../src/model/picture';
import { cleanPicture } from '../../src/server/pictures';

/** Red on the left, blue on the right. */
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f00' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#00f' } }, gravity: 'east' },
  ]);
const jpeg = await drawn(80, 40).jpeg().toBuffer();
const png = await drawn(80, 40).png().toBuffer();
const webp = await drawn(80, 40).webp().toBuffer();
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });

async function cleaned(bytes: Uint8Array): Promise<{ type: string; bytes: Buffer; width: number; height: number }> {
  const { type, data } = await cleanPicture(bytes);
  const clean = Buffer.from(data, 'base64');
  const { width, height, exif: said, icc, xmp, comments, orientation, pages } = await sharp(clean).metadata();
  assert.deepEqual(
    [said, icc, xmp, comments, orientation, pages ?? 1],
    [undefined, undefined, undefined, undefined, undefined, 1],
  );
  assert.equal(sniffPicture(clean)?.type, type);
  assert.ok(clean.length <= PICTURE_LIMIT);
  return { type, bytes: clean, width, height };
}
const colourAt = async (bytes: Buffer, left: number, top: number) =>
  [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer())].map((value) =>
    Math.round(value / 64),
  );
async function isRefused(bytes: Uint8Array, about = ''): Promise<void> {
  const error: unknown = await cleanPicture(bytes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof SamenError, `${about}: ${String(error)}`);
  assert.deepEqual([error.kind, error.reason], ['conflict', 'notAPicture'], about);
}

describe('a picture that comes in', () => {
  it('stays what it is: a JPEG, a PNG or a WebP that looks the same', async () => {
    for (const [type, bytes] of [
      ['image/jpeg', jpeg],
      ['image/png', png],
      ['image/webp', webp],
    ] as const) {
      const clean = await cleaned(bytes);
      assert.deepEqual([clean.type, clean.width, clean.height], [type, 80, 40]);
      assert.deepEqual(await colourAt(clean.bytes, 10, 20), [4, 0, 0], type);
      assert.deepEqual(await colourAt(clean.bytes, 70, 20), [0, 0, 4], type);
    }
  });

  it('loses where it was taken and by what, and is upright without being told', async () => {
    for (const [orientation, left, right] of [
      [1, [4, 0, 0], [0, 0, 4]],
      [3, [0, 0, 4], [4, 0, 0]],
    ] as const) {
      const told = withGps(jpeg, orientation);
      assert.ok(holdsText(told, CAMERA));
      const clean = await cleaned(told);
      assert.equal(holdsText(clean.bytes, CAMERA), false);
      assert.equal(holdsText(clean.bytes, 'Exif'), false);
      assert.deepEqual(await colourAt(clean.bytes, 10, 20), left);
      assert.deepEqual(await colourAt(clean.bytes, 70, 20), right);
    }
    const lying = await cleaned(withGps(jpeg, 6));
    assert.deepEqual([lying.width, lying.height], [40, 80]);
    const [asPng, asWebp] = await Promise.all(
      [drawn(80, 40).png(), drawn(80, 40).webp()].map((made) => made.withExif({ IFD0: { Make: CAMERA } }).toBuffer()),
    );
    assert.ok(holdsText(asPng ?? jpeg, CAMERA) && holdsText(asWebp ?? jpeg, CAMERA));
    for (const told of [asPng, asWebp]) assert.equal(holdsText((await cleaned(told ?? jpeg)).bytes, CAMERA), false);
  });

  it('loses what was written into it and hung behind it', async () => {
    const text = join('Comment\0', 'kanarie');
    const zip = join('PK\x03\x04', 'kanarie', new Uint8Array(500), 'PK\x05\x06');
    const hidden = [
      withChunk(png, 'tEXt', text),
      withChunk(png, 'zTXt', join('Comment\0\0', deflateSync('kanarie'))),
      withChunk(png, 'eXIf', exif().subarray(6)),
      withChunk(png, 'kaNa', join('kanarie')),
      join(png, zip),
      join(jpeg, zip),
      join(webp, zip),
      join(jpeg, '<?php kanarie ?>'),
      join(jpeg, withGps(jpeg)),
    ];
    for (const bytes of hidden) {
      const clean = await cleaned(bytes);
      for (const word of ['kanarie', 'Comment', 'PK\x03\x04', CAMERA])
        assert.equal(holdsText(clean.bytes, word), false, word);
    }
  });

  it('that is a page or a script as well is a picture only', async () => {
    const page = join('--><html><script>alert("kanarie")</script></html><!--');
    for (const bytes of [
      withSegment(jpeg, 0xfe, page),
      withSegment(jpeg, 0xe0, page),
      withSegment(jpeg, 0xed, page),
      withChunk(png, 'iTXt', page),
    ]) {
      const clean = await cleaned(bytes);
      for (const word of ['kanarie', '<html', '<script']) assert.equal(holdsText(clean.bytes, word), false);
    }
  });

  it('loses a profile of colours that is odd', async () => {
    const icc = withSegment(jpeg, 0xe2, join('ICC_PROFILE\0\x01\x01', new Uint8Array(60_000).fill(0x41)));
    assert.equal(holdsText((await cleaned(icc)).bytes, 'ICC_PROFILE'), false);
    const wide = await drawn(80, 40).withIccProfile('p3').jpeg().toBuffer();
    const cmyk = await drawn(80, 40).toColourspace('cmyk').jpeg().toBuffer();
    for (const bytes of [wide, cmyk]) assert.equal(holdsText((await cleaned(bytes)).bytes, 'ICC_PROFILE'), false);
  });

  it('is made no larger than the widget makes it', async () => {
    const wide = await cleaned(await drawn(3_000, 1_000).jpeg().toBuffer());
    assert.deepEqual([wide.width, wide.height], [1600, 533]);
    const thin = await cleaned(await drawn(2_000, 2).png().toBuffer());
    assert.deepEqual([thin.width, thin.height], [1600, 2]);
  });

  it('that would be too many bytes in its own form becomes a WebP', async () => {
    // Four colours take little; those between them, once it is made smaller, take more than is kept.
    const few = await noise(2_000, 1_250).png({ palette: true, colours: 4 }).toBuffer();
    assert.ok(few.length < PICTURE_LIMIT);
    const clean = await cleaned(few);
    assert.deepEqual([clean.type, clean.width, clean.height], ['image/webp', 1600, 1000]);
  });

  it('keeps what is transparent', async () => {
    const clear = sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    for (const bytes of [await clear.png().toBuffer(), await clear.webp().toBuffer()]) {
      const { isOpaque } = await sharp((await cleaned(bytes)).bytes).stats();
      assert.equal(isOpaque, false);
    }
  });

  it('is cleaned in its turn, however many come at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 70 }, () => cleanPicture(jpeg)));
    const failed = all.flatMap((each) => (each.status === 'rejected' ? [each.reason as SamenError] : []));
    assert.equal(failed.length, 18);
    for (const { kind, retryable } of failed) assert.deepEqual([kind, retryable], ['busy', true]);
    assert.equal((await cleaned(jpeg)).width, 80);
  });
});

describe('what is refused as no picture', () => {
  it('nothing, something of another kind, and what only begins like one', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    const gif = await drawn(80, 40).gif().toBuffer();
    const tiff = await drawn(80, 40).tiff().toBuffer();
    const avif = await drawn(80, 40).avif().toBuffer();
    for (const bytes of [join(), join(svg), join(`<?xml version="1.0"?>${svg}`), gif, tiff, avif, join('%PDF-1.7')])
      await isRefused(bytes);
    for (const bytes of [pngOf(9, 9), jpegHeader(9, 9), ...Object.values(webpHeaders(9, 9)), join('\xff\xd8\xff', svg)])
      await isRefused(bytes);
    await isRefused(join(png.subarray(0, 33), svg));
  });

  it('what ends before its pixels do', async () => {
    const large = await noise(300, 300).jpeg().toBuffer();
    for (const whole of [large, await noise(300, 300).png().toBuffer(), await noise(300, 300).webp().toBuffer()])
      for (const part of [0.1, 0.5, 0.9])
        await isRefused(whole.subarray(0, Math.floor(whole.length * part)), String(part));
  });

  it('what moves', async () => {
    const moving = await sharp(await Promise.all([1, 2].map(() => noise(20, 20).png().toBuffer())), {
      join: { animated: true },
    })
      .webp()
      .toBuffer();
    assert.equal((await sharp(moving).metadata()).pages, 2);
    await isRefused(moving);
    await isRefused(withChunk(png, 'acTL', new Uint8Array(8)));
  });

  it('more pixels than there is memory for, whatever its header says', async () => {
    await isRefused(pngOf(60_000, 60_000));
    await isRefused(pngOf(60_000, 60_000, deflateSync(Buffer.alloc(1_000_000))));
    // All of it there: forty-nine million black points in some fifty thousand bytes.
    const rows = Buffer.alloc(7_000 * (7_000 * 3 + 1));
    const bomb = pngOf(7_000, 7_000, deflateSync(rows));
    assert.ok(bomb.length < PICTURE_LIMIT);
    await isRefused(bomb);
    // A header that lies: small outside, and large within.
    await isRefused(
      join(webpHeaders(9, 9).extended, (await drawn(9_000, 6_000).webp({ effort: 0 }).toBuffer()).subarray(12)),
    );
  });

  it('more bytes than are kept', async () => {
    await isRefused(join(jpeg, new Uint8Array(PICTURE_LIMIT)));
  });

  it('any bytes at all, without ever breaking', async () => {
    const starts = [jpeg, png, webp, join()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.nat(1_000),
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(400),
        async (start, kept, rest, skipped) => {
          const bytes = join(start.subarray(0, kept), rest, start.subarray(kept + skipped));
          await cleanPicture(bytes).then(
            ({ type, data }) => assert.equal(sniffPicture(Buffer.from(data, 'base64'))?.type, type),
            (error: unknown) => {
              assert.ok(error instanceof SamenError);
              assert.deepEqual([error.kind, error.reason], ['conflict', 'notAPicture']);
            },
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
