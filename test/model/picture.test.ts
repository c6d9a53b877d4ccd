import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chunk, exif, jpegHeader, join, pngOf, webpHeaders, withChunk, withSegment } from './picture-bytes';
import { base64Of, bytesOf } from '../../src/model/base64';
import { hasTooManyPixels, sniffPicture } from '../../src/model/picture';

describe('what a picture is', () => {
  it('stands in its first bytes, with its size', () => {
    assert.deepEqual(sniffPicture(pngOf(640, 70_000)), { type: 'image/png', width: 640, height: 70_000 });
    assert.deepEqual(sniffPicture(jpegHeader(640, 480)), { type: 'image/jpeg', width: 640, height: 480 });
    for (const webp of Object.values(webpHeaders(640, 480)))
      assert.deepEqual(sniffPicture(webp), { type: 'image/webp', width: 640, height: 480 });
    for (const webp of Object.values(webpHeaders(16_383, 1)))
      assert.deepEqual(sniffPicture(webp), { type: 'image/webp', width: 16_383, height: 1 });
  });

  it('stands behind whatever a camera wrote first', () => {
    const said = withSegment(withSegment(jpegHeader(3, 2, 0xc2), 0xe1, exif()), 0xfe, new Uint8Array(60_000));
    assert.deepEqual(sniffPicture(said), { type: 'image/jpeg', width: 3, height: 2 });
    // Tables have numbers among those of the frames, and hold no size.
    assert.deepEqual(sniffPicture(withSegment(jpegHeader(3, 2), 0xc4, new Uint8Array(9).fill(7)))?.width, 3);
  });

  it('is read where it stands, also in the middle of other bytes', () => {
    const png = pngOf(4, 5);
    const inside = join('voor', png, 'achter').subarray(4, 4 + png.length);
    assert.deepEqual(sniffPicture(inside), { type: 'image/png', width: 4, height: 5 });
  });

  it('is none when it is of another kind, has no pixels, or moves', () => {
    const others = [
      '',
      'GIF89a\x01\0\x01\0',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '%PDF-1.7',
      'BM',
      '\0\0\0\x1cftypavif',
    ];
    for (const other of others) assert.equal(sniffPicture(join(other, new Uint8Array(40))), undefined, other);
    assert.equal(sniffPicture(pngOf(0, 5)), undefined);
    assert.equal(sniffPicture(jpegHeader(5, 0)), undefined);
    assert.equal(sniffPicture(webpHeaders(5, 5, true).extended), undefined);
    assert.equal(sniffPicture(withChunk(pngOf(5, 5), 'acTL', new Uint8Array(8))), undefined);
    assert.equal(sniffPicture(join('\xff\xd8', chunk('IHDR', new Uint8Array(13)))), undefined);
  });

  it('is none when it is cut off before that, wherever', () => {
    for (const whole of [jpegHeader(3, 2), ...Object.values(webpHeaders(3, 2))])
      for (let length = 0; length < Math.min(whole.length, 18); length += 1)
        assert.equal(sniffPicture(whole.subarray(0, length)), undefined);
    for (let length = 0; length < 41; length += 1)
      assert.equal(sniffPicture(pngOf(3, 2).subarray(0, length)), undefined);
  });

  it('is answered for any bytes at all, and soon', () => {
    const starts = [pngOf(3, 2), jpegHeader(3, 2), ...Object.values(webpHeaders(3, 2)), new Uint8Array()];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(60), fc.uint8Array({ maxLength: 400 }), (start, kept, rest) => {
        const found = sniffPicture(join(start.subarray(0, kept), rest));
        assert.ok(found === undefined || (found.width > 0 && found.height > 0));
      }),
      { numRuns: 2_000 },
    );
    assert.equal(sniffPicture(join('\xff\xd8', new Uint8Array(2_000_000).fill(0xff))), undefined);
    // A chunk that says to be as long as nothing, or as everything.
    assert.equal(sniffPicture(join(pngOf(3, 2).subarray(0, 33), new Uint8Array(2_000_000))), undefined);
    assert.equal(sniffPicture(join(pngOf(3, 2).subarray(0, 33), new Uint8Array(2_000).fill(0xff))), undefined);
  });

  it('has too many pixels above forty million', () => {
    assert.equal(hasTooManyPixels({ width: 8_000, height: 5_000 }), false);
    assert.equal(hasTooManyPixels({ width: 8_000, height: 5_001 }), true);
    assert.equal(hasTooManyPixels({ width: 60_000, height: 60_000 }), true);
  });
});

describe('bytes as text', () => {
  const bytes = fc.uint8Array({ maxLength: 70 });

  it('are as others write them, and come back', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = Buffer.from(some).toString('base64');
        assert.equal(base64Of(some), text);
        assert.deepEqual(bytesOf(text), new Uint8Array(some));
      }),
    );
    const many = Uint8Array.from({ length: 100_001 }, (_, at) => at % 251);
    assert.deepEqual(bytesOf(base64Of(many)), many);
  });

  it('are written in one way only: all else is no base64', () => {
    for (const no of [
      'a',
      'ab',
      'abc',
      'abc==',
      'a===',
      '====',
      'ab=c',
      'ab c',
      'ab\nc',
      'abc-',
      'abc_',
      'abcé',
      'ab==abcd',
      ' YQ==',
      'YR==',
      'YWF=',
    ])
      assert.equal(bytesOf(no), undefined, no);
    assert.deepEqual(bytesOf(''), new Uint8Array());
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const found = bytesOf(text);
        if (found) assert.equal(base64Of(found), text);
      }),
    );
  });
});
