import type { KeyObject } from 'node:crypto';
import {
  type Attestation,
  type AttestationBatch,
  ProtocolError,
  type ProtocolErrorFacts,
  parseBatch,
  parsePublicJwk,
  parseSidecar,
  parseTransaction,
  type Sidecar,
  type Suite,
  type Transaction,
} from '@minglu/protocol';
import { Lru } from '../crypto/lru.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import { checkSignatureNative, checkSignatureWith, importPublicKey } from '../crypto/native-signature.ts';
import type { AuthenticationItem, RegisteredKey, Verdict } from './verdict.ts';

const MAX_KEYS = 4_096;
/** One department's signature covers up to 64 attestations: the second case of a batch finds it checked. */
const MAX_BATCHES = 8_192;

interface ImportedKey {
  readonly suite: Suite;
  readonly key: KeyObject;
}

/** Parses strictly and checks every signature of a submission. Knows no state: registered keys are told to it. */
export class Verifier {
  readonly #keys = new Lru<string, ImportedKey>(MAX_KEYS);
  /** Those that a known key signed, as they were read. */
  readonly #checkedBatches = new Lru<string, AttestationBatch>(MAX_BATCHES);

  learn({ kid, jwk }: RegisteredKey): void {
    const key = parsePublicJwk(jwk, nativeHash);
    if (key.kid === kid) this.#keys.put(kid, { suite: key.suite, key: importPublicKey(key) });
  }

  verify(item: AuthenticationItem): Verdict {
    let part = 'transaction';
    try {
      const transaction = parseTransaction(item.jws, nativeHash);
      part = 'sidecar';
      const sidecar = item.sidecar === undefined ? undefined : parseSidecar(item.sidecar, nativeHash, this.#readBatch);
      if (!isCommitted(transaction, sidecar)) return malformed('sidecar', 'sidecar-mismatch');
      return this.#missingKeys(transaction, sidecar) ?? this.#checkSignatures(transaction, sidecar);
    } catch (error) {
      if (error instanceof ProtocolError) return malformed(part, error.code, error.facts);
      throw error;
    }
  }

  #missingKeys(transaction: Transaction, sidecar: Sidecar | undefined): Verdict | undefined {
    const kids: string[] = [];
    if (transaction.caseKey === undefined && this.#keys.find(transaction.kid) === undefined) kids.push(transaction.kid);
    for (const { batch, batchKid } of sidecar?.attestations ?? []) {
      if (this.#checkedBatches.find(batch) === undefined && this.#keys.find(batchKid) === undefined)
        kids.push(batchKid);
    }
    return kids.length === 0 ? undefined : { kind: 'missing', kids };
  }

  #checkSignatures(transaction: Transaction, sidecar: Sidecar | undefined): Verdict {
    const { caseKey, kid, suite, signingInput, signature } = transaction;
    const isAuthentic =
      caseKey === undefined
        ? this.#check({ kid, suite }, signingInput, signature)
        : checkSignatureNative(caseKey, signingInput, signature);
    if (!isAuthentic) return { kind: 'forged', part: 'transaction' };
    const attestations = sidecar?.attestations ?? [];
    if (!attestations.every((attestation) => this.#isBatchSigned(attestation))) {
      return { kind: 'forged', part: 'attestation' };
    }
    const batchKids = attestations.map(({ batchKid }) => batchKid);
    return { kind: 'authentic', kid, isCaseKey: caseKey !== undefined, batchKids };
  }

  readonly #readBatch = (batch: string): AttestationBatch => this.#checkedBatches.find(batch) ?? parseBatch(batch);

  #isBatchSigned({ batch, batchKid, batchSuite, batchSigningInput, batchSignature }: Attestation): boolean {
    if (this.#checkedBatches.find(batch) !== undefined) return true;
    const isSigned = this.#check({ kid: batchKid, suite: batchSuite }, batchSigningInput, batchSignature);
    if (isSigned) this.#checkedBatches.put(batch, parseBatch(batch));
    return isSigned;
  }

  /** A header that names another suite than its key's has signed nothing. */
  #check(claimed: { kid: string; suite: Suite }, message: Uint8Array, signature: Uint8Array): boolean {
    const imported = this.#keys.find(claimed.kid);
    if (imported === undefined || imported.suite !== claimed.suite) return false;
    return checkSignatureWith(imported.key, imported.suite, message, signature);
  }
}

function isCommitted(transaction: Transaction, sidecar: Sidecar | undefined): boolean {
  if (sidecar === undefined) return transaction.sidecarCommitment === undefined;
  return transaction.sidecarCommitment === sidecar.commitment;
}

function malformed(part: string, code: string, facts: ProtocolErrorFacts = {}): Verdict {
  return { kind: 'malformed', part, code, facts };
}
