import { createHash, timingSafeEqual } from 'node:crypto';
import { base64urlEncode, utf8Encode } from '@minglu/protocol';

/** How long the secret holds: as long as it takes to walk to the other machine. */
export const CEREMONY_MS = 15 * 60_000;

export type CeremonyRefusal = 'ceremony-over' | 'ceremony-secret-wrong';

/**
 * The secret of one ceremony. Only its hash is kept, it counts once, and not for long: whoever comes second, or late, or
 * reads this process's memory afterwards, founds nothing.
 */
export class CeremonyBook {
  readonly #hash: Uint8Array;
  readonly #clock: () => number;
  readonly endsAt: number;
  #isUsed = false;
  #wrong = 0;

  /** `say` hears the secret, once. */
  constructor(randomBytes: (length: number) => Uint8Array, clock: () => number, say: (secret: string) => void) {
    const secret = base64urlEncode(randomBytes(32));
    this.#hash = digest(secret);
    this.#clock = clock;
    this.endsAt = clock() + CEREMONY_MS;
    say(secret);
  }

  /** How often somebody came with another. */
  get wrong(): number {
    return this.#wrong;
  }

  /** Whether this is the secret and it still counts; changes nothing but the count of wrong ones. */
  check(secret: string): CeremonyRefusal | undefined {
    if (this.#isUsed || this.#clock() >= this.endsAt) return 'ceremony-over';
    if (timingSafeEqual(digest(secret), this.#hash)) return undefined;
    this.#wrong += 1;
    return 'ceremony-secret-wrong';
  }

  /** Uses it up; false for whoever comes second. */
  use(secret: string): boolean {
    if (this.check(secret) !== undefined) return false;
    this.#isUsed = true;
    return true;
  }
}

function digest(secret: string): Uint8Array {
  return createHash('sha256')
    .update(utf8Encode(`minglu ceremony v0\n${secret}`))
    .digest();
}
