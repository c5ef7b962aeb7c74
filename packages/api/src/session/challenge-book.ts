import { createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '../api-error.ts';

const LIFETIME_MS = 120_000;
const MAC_BYTES = 16;
const NONCE_BYTES = 16;

/**
 * Challenges carry their own expiry under a MAC, so asking for many costs no memory and cannot push another person's
 * challenge out. Only used ones are remembered, and only until they would have expired anyway.
 */
export class ChallengeBook {
  readonly #secret: Uint8Array;
  readonly #random: (bytes: number) => Uint8Array;
  readonly #used = new Map<string, number>();

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
    this.#secret = random(32);
  }

  /** @param purpose what it is good for: for nothing else, and for nobody else if it names somebody */
  issue(nowMs: number, purpose = ''): { challenge: string; expiresAt: number } {
    const expiresAt = nowMs + LIFETIME_MS;
    const head = Buffer.alloc(NONCE_BYTES + 8);
    head.set(this.#random(NONCE_BYTES), 0);
    head.writeBigUInt64BE(BigInt(expiresAt), NONCE_BYTES);
    return { challenge: Buffer.concat([head, this.#mac(head, purpose)]).toString('base64url'), expiresAt };
  }

  /** Throws unless the challenge was made here, has not expired and has not been used. */
  check(challenge: string, nowMs: number, purpose = ''): void {
    const bytes = Buffer.from(challenge, 'base64url');
    const head = bytes.subarray(0, NONCE_BYTES + 8);
    const mac = bytes.subarray(NONCE_BYTES + 8);
    if (
      bytes.toString('base64url') !== challenge ||
      mac.length !== MAC_BYTES ||
      !timingSafeEqual(mac, this.#mac(head, purpose))
    )
      throw new ApiError('challenge-unknown');
    if (Number(head.readBigUInt64BE(NONCE_BYTES)) < nowMs) throw new ApiError('challenge-expired');
    if (this.#used.has(challenge)) throw new ApiError('challenge-used');
  }

  /** Call once the signature over the challenge has been checked, never before: else anyone could burn it. */
  use(challenge: string, nowMs: number, purpose = ''): void {
    this.check(challenge, nowMs, purpose);
    for (const [old, until] of this.#used) {
      if (until >= nowMs) break;
      this.#used.delete(old);
    }
    this.#used.set(challenge, nowMs + LIFETIME_MS);
  }

  #mac(head: Uint8Array, purpose: string): Buffer {
    return createHmac('sha256', this.#secret).update(head).update(purpose).digest().subarray(0, MAC_BYTES);
  }
}
