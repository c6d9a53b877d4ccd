/** Seals values for one person: only the key that their backend gives them opens what lies in the browser. */
export interface Seal {
  /** A word for a text that says nothing of it: the same for the same text under the same key. */
  hash(text: string): Promise<string>;
  close(name: string, value: unknown): Promise<Closed>;
  /** Rejects what was closed with another key or under another name, or is damaged. */
  open(name: string, closed: Closed): Promise<unknown>;
}

export interface Closed {
  nonce: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** 256 bits. */
const KEY_BYTES = 32;
/** Enough that no two texts get one word, in as short a name as can be. */
const HASH_BYTES = 16;

const encode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));

/**
 * A key for values and one for names, derived from `sealKey` (base64url) for this scope and no other.
 * Rejects where the browser has no Web Crypto (plain http), or when the key is none.
 */
export async function makeSeal(sealKey: string, scope: readonly string[]): Promise<Seal> {
  const { subtle } = crypto;
  const raw = Uint8Array.from(atob(sealKey.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  if (raw.length !== KEY_BYTES) throw new RangeError('Not a key of 256 bits');
  const root = await subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  const derive = (use: string, type: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) => {
    const info = encode(JSON.stringify(['samen', use, ...scope]));
    return subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: encode(''), info }, root, type, false, usages);
  };
  const [values, names] = await Promise.all([
    derive('values', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('names', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  ]);
  // The name goes along: a record that was put under another name does not open.
  const manner = (nonce: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: encode(name),
  });
  return {
    async hash(text) {
      const bytes = new Uint8Array(await subtle.sign('HMAC', names, encode(text))).subarray(0, HASH_BYTES);
      return btoa(String.fromCharCode(...bytes))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=/g, '');
    },
    async close(name, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      return { nonce, data: await subtle.encrypt(manner(nonce, name), values, encode(JSON.stringify(value))) };
    },
    async open(name, { nonce, data }) {
      return JSON.parse(new TextDecoder().decode(await subtle.decrypt(manner(nonce, name), values, data)));
    },
  };
}
