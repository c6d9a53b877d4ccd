import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const BLOCK = 16;
const CHECK = Buffer.from('samen');

/**
 * Where somebody has got to, as a word that tells nothing: ids of events and `asOf`. Not the number itself:
 * a number that went up by one tells that the colleague who just closed the page has checked in. Each mark is
 * one block of AES over a check, chance and the number, so that two of the same number are not alike.
 */
export class Marks {
  readonly #key: Buffer;

  constructor(secret: Uint8Array) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'samen marks', 32));
  }

  make(lastChange: string): string {
    const block = Buffer.alloc(BLOCK);
    CHECK.copy(block, 0);
    randomBytes(5).copy(block, 5);
    block.writeUIntBE(Number(lastChange), 10, 6);
    const cipher = createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
  }

  /** Undefined for what was not made here. */
  read(mark: string): number | undefined {
    const bytes = Buffer.from(mark, 'base64url');
    if (bytes.length !== BLOCK) return undefined;
    const decipher = createDecipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    const block = Buffer.concat([decipher.update(bytes), decipher.final()]);
    return block.subarray(0, CHECK.length).equals(CHECK) ? block.readUIntBE(10, 6) : undefined;
  }
}
