import type { BlockTransaction } from '@minglu/ledger';
import {
  checkTransactionSignature,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type PublicKey,
  parsePublicJwk,
  parseSidecar,
  parseTransaction,
  publicJwk,
} from '@minglu/protocol';
import { reviveSidecar, reviveTransaction } from '../authenticate/revive.ts';
import type { Verdict } from '../authenticate/verdict.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import { checkSignatureNative } from '../crypto/native-signature.ts';
import type { Findings } from './findings.ts';
import type { RecordedTransaction } from './recorded-transaction.ts';
import { VerifyThreads } from './verify-threads.ts';

/** Checks recorded signatures in threads, ahead of the loop that applies the blocks again. */
export class SignatureCheck {
  readonly #findings: Findings;
  readonly #threads: VerifyThreads;
  /** By thumbprint: whether a key may sign is the state machine's question, whether it did is this one's. */
  readonly #keys = new Map<string, PublicKey>();
  checked = 0;

  constructor(founder: JsonObject, threads: number, findings: Findings) {
    this.#findings = findings;
    this.#threads = new VerifyThreads(threads);
    this.#learn(founder);
  }

  /**
   * What a thread has just parsed strictly and found authentic is read from its text again without doing so twice; anything
   * else is found, and parsed strictly here.
   */
  begin(recorded: RecordedTransaction): Promise<BlockTransaction> {
    const { jws, sidecar, payload } = recorded;
    if (payload.deed === 'keys.register') this.#learn(payload.body?.jwk);
    if (sidecar === undefined && payload.sidecar !== undefined) return this.#checkAlone(recorded);
    return this.#threads.verify({ jws, sidecar }).then((verdict) => this.#conclude(recorded, verdict));
  }

  send(): void {
    this.#threads.send();
  }

  close(): Promise<void> {
    return this.#threads.close();
  }

  #conclude({ jws, sidecar, index }: RecordedTransaction, verdict: Verdict): BlockTransaction {
    if (verdict.kind !== 'authentic') {
      this.#findings.add({ file: `entry ${index}`, index, ...findingOf(verdict) });
      return {
        transaction: parseTransaction(jws, nativeHash),
        sidecar: sidecar === undefined ? undefined : parseSidecar(sidecar, nativeHash),
      };
    }
    this.checked += 1;
    const transaction = reviveTransaction(jws, verdict);
    if (sidecar === undefined) return { transaction, sidecar: undefined };
    return { transaction, sidecar: reviveSidecar(sidecar, transaction.sidecarCommitment ?? '', verdict) };
  }

  /** The sidecar was erased: the attestations in it went with it. */
  async #checkAlone({ jws, index, erased }: RecordedTransaction): Promise<BlockTransaction> {
    const transaction = parseTransaction(jws, nativeHash);
    const key = transaction.caseKey ?? this.#keys.get(transaction.kid);
    const isSigned = key !== undefined && checkTransactionSignature(transaction, key, checkSignatureNative);
    if (isSigned !== true) this.#findings.add({ file: `entry ${index}`, code: 'signature-invalid', index });
    return erased === undefined ? { transaction, sidecar: undefined } : { transaction, sidecar: undefined, erased };
  }

  #learn(jwk: JsonValue | undefined): void {
    if (jwk === undefined || !isJsonObject(jwk)) return;
    try {
      const key = parsePublicJwk(jwk, nativeHash);
      if (this.#keys.has(key.kid)) return;
      this.#keys.set(key.kid, key);
      this.#threads.learn({ kid: key.kid, jwk: publicJwk(key) });
    } catch {
      // The state machine refused it too.
    }
  }
}

function findingOf(verdict: Exclude<Verdict, { kind: 'authentic' }>) {
  if (verdict.kind === 'missing') return { code: 'key-unknown' };
  if (verdict.kind === 'malformed') {
    return { code: 'transaction-malformed', facts: { part: verdict.part, code: verdict.code, ...verdict.facts } };
  }
  return { code: verdict.part === 'transaction' ? 'signature-invalid' : 'attestation-signature-invalid' };
}
