import {
  type Attestation,
  type AttestationStatement,
  type JsonObject,
  type PublicKey,
  parseSidecar,
  parseTransaction,
  type Sidecar,
  type Suite,
  type Transaction,
} from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';

/** What a verifying thread reports besides "authentic": what is dear to derive from the text again. */
export interface Authenticity {
  readonly kid: string;
  readonly isCaseKey: boolean;
  /** Kid of each attestation's batch, in the sidecar's order. */
  readonly batchKids: readonly string[];
}

interface Payload {
  readonly chain: string;
  readonly id: string;
  readonly deed: string;
  readonly notAfter: number;
  readonly body: JsonObject;
  readonly sidecar?: string;
}

/**
 * A transaction whose text a verifying thread of this process has just parsed strictly and found authentic. Reading
 * it again costs 3 µs here instead of 19; what only a verifier looks at is parsed in full when somebody asks.
 */
export function reviveTransaction(jws: string, { kid, isCaseKey }: Authenticity): Transaction {
  const payload = Buffer.from(jws.slice(jws.indexOf('.') + 1, jws.lastIndexOf('.')), 'base64url').toString();
  return new RevivedTransaction({ jws, kid, isCaseKey, payload: JSON.parse(payload) as Payload });
}

/** The same for the sidecar that came with it. */
export function reviveSidecar(text: string, commitment: string, { batchKids }: Authenticity): Sidecar {
  return new RevivedSidecar(text, commitment, batchKids);
}

class RevivedTransaction implements Transaction {
  readonly jws: string;
  readonly kid: string;
  readonly chain: string;
  readonly id: string;
  readonly deed: string;
  readonly notAfter: number;
  readonly body: JsonObject;
  readonly sidecarCommitment: string | undefined;
  readonly #isCaseKey: boolean;
  #whole: Transaction | undefined;

  constructor(from: { jws: string; kid: string; isCaseKey: boolean; payload: Payload }) {
    const { chain, id, deed, notAfter, body, sidecar } = from.payload;
    this.jws = from.jws;
    this.kid = from.kid;
    this.chain = chain;
    this.id = id;
    this.deed = deed;
    this.notAfter = notAfter;
    this.body = body;
    this.sidecarCommitment = sidecar;
    this.#isCaseKey = from.isCaseKey;
  }

  get #parsed(): Transaction {
    this.#whole ??= parseTransaction(this.jws, nativeHash);
    return this.#whole;
  }

  get signingInput(): Uint8Array {
    return this.#parsed.signingInput;
  }

  get signature(): Uint8Array {
    return this.#parsed.signature;
  }

  get suite(): Suite {
    return this.#parsed.suite;
  }

  /** Whether there is one is asked of each transaction; which one, of few. */
  get caseKey(): PublicKey | undefined {
    return this.#isCaseKey ? new LazyKey(this.kid, () => this.#parsed) : undefined;
  }
}

class LazyKey implements PublicKey {
  readonly suite = 'ES256';
  readonly kid: string;
  readonly #parsed: () => Transaction;

  constructor(kid: string, parsed: () => Transaction) {
    this.kid = kid;
    this.#parsed = parsed;
  }

  get bytes(): Uint8Array {
    return this.#parsed().caseKey?.bytes ?? new Uint8Array();
  }
}

interface AttestationText {
  readonly statement: string;
  readonly index: number;
  readonly size: number;
  readonly batch: string;
}

class RevivedSidecar implements Sidecar {
  readonly text: string;
  /** The one the transaction signed: the verifying thread compared them. */
  readonly commitment: string;
  readonly salt: string;
  readonly attestations: readonly Attestation[];
  readonly sealed: Readonly<Record<string, string>>;
  readonly plain: JsonObject;

  constructor(text: string, commitment: string, batchKids: readonly string[]) {
    const value = JSON.parse(text) as {
      salt: string;
      attestations: readonly AttestationText[];
      sealed: Readonly<Record<string, string>>;
      plain: JsonObject;
    };
    this.text = text;
    this.commitment = commitment;
    this.salt = value.salt;
    this.sealed = value.sealed;
    this.plain = value.plain;
    let whole: Sidecar | undefined;
    const parsed = (at: number): Attestation => {
      whole ??= parseSidecar(text, nativeHash);
      return whole.attestations[at] as Attestation;
    };
    this.attestations = value.attestations.map(
      (attestation, at) => new RevivedAttestation(attestation, batchKids[at] ?? '', () => parsed(at)),
    );
  }
}

class RevivedAttestation implements Attestation {
  readonly statement: AttestationStatement;
  readonly statementText: string;
  readonly index: number;
  readonly size: number;
  readonly batch: string;
  readonly batchKid: string;
  readonly #parsed: () => Attestation;

  constructor(text: AttestationText, batchKid: string, parsed: () => Attestation) {
    this.statement = JSON.parse(text.statement) as AttestationStatement;
    this.statementText = text.statement;
    this.index = text.index;
    this.size = text.size;
    this.batch = text.batch;
    this.batchKid = batchKid;
    this.#parsed = parsed;
  }

  get path(): readonly Uint8Array[] {
    return this.#parsed().path;
  }

  get batchSuite(): Suite {
    return this.#parsed().batchSuite;
  }

  get batchSigningInput(): Uint8Array {
    return this.#parsed().batchSigningInput;
  }

  get batchSignature(): Uint8Array {
    return this.#parsed().batchSignature;
  }

  get root(): Uint8Array {
    return this.#parsed().root;
  }
}
