/** Bytes as text and back, alike in a browser and on a server. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NO_LETTER = 64;
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = LETTERS.indexOf(String.fromCharCode(code));
  return value < 0 ? NO_LETTER : value;
});
/** As many arguments as every engine takes in one call. */
const PIECE = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    letters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(letters);
}

/**
 * The bytes of a base64 text; `undefined` when it is none: another letter, a blank, too little padding.
 * By hand, for `atob` also takes what is not quite base64, and is slow on two megabytes in Node.
 */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  if (base64.length % 4 !== 0) return undefined;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const letters = base64.length - padding;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  let at = 0;
  let bits = 0;
  for (let index = 0; index < letters; index += 1) {
    const value = VALUES[base64.charCodeAt(index)] ?? NO_LETTER;
    if (value === NO_LETTER) return undefined;
    bits = (bits << 6) | value;
    if (index % 4 === 0) continue;
    const left = 6 - 2 * (index % 4);
    bytes[at++] = bits >> left;
    bits &= (1 << left) - 1;
  }
  // What is left over would be lost, and two texts would mean the same.
  return bits === 0 ? bytes : undefined;
}
