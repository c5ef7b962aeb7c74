import { createHmac, timingSafeEqual } from 'node:crypto';
import type { JsonObject } from '@minglu/protocol';
import {
  base64urlDecode,
  checkSignaturePure,
  isJsonObject,
  isLowS,
  parsePublicJwk,
  parseStrictJsonObject,
  utf8Decode,
  utf8Encode,
} from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

const TYPE = 'minglu-department-session+v0';
const LIFETIME_MS = 120_000;
const NONCE_BYTES = 16;

export interface HolderProofOptions {
  readonly chain: string;
  readonly organisation: string;
  clock(): number;
  randomBytes(length: number): Uint8Array;
}

/**
 * Lets whoever holds a case's key say so: a challenge is signed by it, `{"alg","typ","jwk"}` over
 * `{"chain","department","challenge"}`. The department's name is signed along, so that one department cannot sign in at
 * another with what it was given. Challenges carry their expiry under a MAC: asking for many costs no memory and pushes
 * nobody's out; one that was used is remembered until it would have expired.
 */
export class HolderProof {
  readonly #options: HolderProofOptions;
  readonly #secret: Uint8Array;
  readonly #used = new Map<string, number>();

  constructor(options: HolderProofOptions) {
    this.#options = options;
    this.#secret = options.randomBytes(32);
  }

  challenge(): { challenge: string; expiresAt: number } {
    const expiresAt = this.#options.clock() + LIFETIME_MS;
    const head = Buffer.alloc(NONCE_BYTES + 8);
    head.set(this.#options.randomBytes(NONCE_BYTES));
    head.writeBigUInt64BE(BigInt(expiresAt), NONCE_BYTES);
    return { challenge: Buffer.concat([head, this.#mac(head)]).toString('base64url'), expiresAt };
  }

  /** Thumbprint of the key that answered. Throws `proof-refused`. */
  async check(jws: string): Promise<string> {
    const [head = '', payload = '', signature = '', ...more] = jws.split('.');
    const header = part(head);
    const body = part(payload);
    const { chain, organisation } = this.#options;
    const isForUs = body.chain === chain && body.department === organisation && more.length === 0;
    if (!isForUs || header.typ !== TYPE || header.alg !== 'ES256' || !isJsonObject(header.jwk)) throw refused('form');
    const challenge = String(body.challenge);
    this.#checkChallenge(challenge);
    const kid = await checkedKey(header.jwk, `${head}.${payload}`, signature);
    this.#use(challenge);
    return kid;
  }

  #checkChallenge(challenge: string): void {
    const bytes = Buffer.from(challenge, 'base64url');
    const head = bytes.subarray(0, NONCE_BYTES + 8);
    const mac = this.#mac(head);
    const given = bytes.subarray(NONCE_BYTES + 8);
    const isOurs =
      bytes.toString('base64url') === challenge && given.length === mac.length && timingSafeEqual(given, mac);
    if (!isOurs || head.length < NONCE_BYTES + 8 || this.#used.has(challenge)) throw refused('challenge');
    if (Number(head.readBigUInt64BE(NONCE_BYTES)) < this.#options.clock()) throw refused('expired');
  }

  #use(challenge: string): void {
    const nowMs = this.#options.clock();
    for (const [old, until] of this.#used) {
      if (until >= nowMs) break;
      this.#used.delete(old);
    }
    this.#used.set(challenge, nowMs + LIFETIME_MS);
  }

  #mac(head: Uint8Array): Buffer {
    return createHmac('sha256', this.#secret).update(head).digest().subarray(0, 16);
  }
}

function part(encoded: string): JsonObject {
  try {
    return parseStrictJsonObject(utf8Decode(base64urlDecode(encoded)));
  } catch {
    throw refused('form');
  }
}

async function checkedKey(jwk: JsonObject, input: string, signature: string): Promise<string> {
  try {
    const key = parsePublicJwk(jwk);
    const bytes = base64urlDecode(signature);
    const isGood = key.suite === 'ES256' && bytes.length === 64 && isLowS(bytes);
    if (isGood && (await checkSignaturePure(key, utf8Encode(input), bytes))) return key.kid;
  } catch {
    // Falls through: what was wrong with it helps only whoever forges.
  }
  throw refused('signature');
}

function refused(reason: string): DepartmentError {
  return new DepartmentError('proof-refused', { reason });
}
