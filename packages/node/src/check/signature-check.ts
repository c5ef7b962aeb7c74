import type { BlockTransaction } from '@minglu/ledger';
import {
  checkTransactionSignature,
  isJsonObject,
  type JsonObject,
  type PublicKey,
  parsePublicJwk,
  publicJwk,
} from '@minglu/protocol';
import { Authenticator } from '../authenticate/authenticator.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import { checkSignatureNative } from '../crypto/native-signature.ts';
import type { Findings } from './findings.ts';

const MAX_UNDER_WAY = 2_000;

/** Checks recorded signatures in threads while the blocks are applied again here. */
export class SignatureCheck {
  readonly #findings: Findings;
  readonly #authenticator: Authenticator;
  /** By thumbprint: whether a key may sign is the state machine's question, whether it did is this one's. */
  readonly #keys = new Map<string, PublicKey>();
  readonly #underWay = new Set<Promise<void>>();
  #onRoom: (() => void) | undefined;
  checked = 0;

  constructor(founder: JsonObject, threads: number, findings: Findings) {
    this.#findings = findings;
    this.#learn(founder);
    this.#authenticator = new Authenticator({
      threads,
      maxWaiting: MAX_UNDER_WAY * 2,
      findKey: (kid) => {
        const key = this.#keys.get(kid);
        return key === undefined ? undefined : { kid, jwk: publicJwk(key) };
      },
    });
  }

  /** Resolves when there is room for the next. */
  async check({ transaction, sidecar }: BlockTransaction, index: number): Promise<void> {
    if (transaction.deed === 'keys.register') this.#learn(transaction.body.jwk);
    if (sidecar === undefined && transaction.sidecarCommitment !== undefined) {
      // The sidecar was erased: the attestations in it went with it.
      const key = transaction.caseKey ?? this.#keys.get(transaction.kid);
      const isSigned = key !== undefined && checkTransactionSignature(transaction, key, checkSignatureNative);
      if (isSigned !== true) this.#findings.add({ file: `entry ${index}`, code: 'signature-invalid', index });
      return;
    }
    const done = this.#authenticator.authenticate(transaction.jws, sidecar?.text).then(
      () => {
        this.checked += 1;
      },
      (error: unknown) => this.#findings.addError(`entry ${index}`, error, { index }),
    );
    this.#underWay.add(done);
    void done.finally(() => this.#leave(done));
    // One waiter, not a race of all: that would hang a reaction on each of the two thousand, each time.
    if (this.#underWay.size >= MAX_UNDER_WAY) {
      await new Promise<void>((resolve) => {
        this.#onRoom = resolve;
      });
    }
  }

  async finish(): Promise<void> {
    await Promise.all(this.#underWay);
    await this.#authenticator.close();
  }

  #leave(done: Promise<void>): void {
    this.#underWay.delete(done);
    this.#onRoom?.();
    this.#onRoom = undefined;
  }

  #learn(jwk: unknown): void {
    if (!isJsonObject(jwk as JsonObject)) return;
    try {
      const key = parsePublicJwk(jwk as JsonObject, nativeHash);
      this.#keys.set(key.kid, key);
    } catch {
      // The state machine refused it too.
    }
  }
}
