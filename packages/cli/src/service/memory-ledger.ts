import { createHash } from 'node:crypto';
import {
  applyBlock,
  type BlockTransaction,
  type ContractRunner,
  MemoryState,
  NEWEST_PROTOCOL,
  recordKey,
} from '@minglu/ledger';
import {
  attestBatch,
  base64urlEncode,
  buildSidecar,
  type JsonObject,
  type Outcome,
  parseSidecar,
  parseTransaction,
  publicJwk,
  type Signer,
  signerFromSecret,
  signTransaction,
} from '@minglu/protocol';
import { SAMPLE_TIME } from './contract-input.ts';

const CHAIN = 'minglu.example/paper';
const HOUR_MS = 3_600_000;
/** One block a minute. */
const STEP_MS = 60_000;

/** One deed and who signs it; `attested` are facts that the attester says of the case's applicant. */
export interface PaperDeed {
  readonly by: string;
  readonly deed: string;
  readonly body: JsonObject;
  readonly id?: string;
  readonly attested?: Readonly<Record<string, boolean | number | string>>;
  readonly sealed?: Readonly<Record<string, string>>;
  /** What the sidecar says openly. */
  readonly plain?: JsonObject;
  /** A deed of a case key that stands in no register. */
  readonly embedKey?: true;
}

/** A ledger without disk or clock: the same rules as on a node, with keys made of words. */
export class MemoryLedger {
  readonly #state = new MemoryState();
  readonly #contracts: ContractRunner;
  #height = -1;
  #timeMs = SAMPLE_TIME;
  #serial = 0;

  constructor(contracts: ContractRunner) {
    this.#contracts = contracts;
  }

  /** The id that goes with a word. */
  idOf(word: string): string {
    return base64urlEncode(seed(`id ${word}`, 16));
  }

  jwkOf(word: string): JsonObject {
    return publicJwk(keyOf(word).publicKey);
  }

  kidOf(word: string): string {
    return keyOf(word).publicKey.kid;
  }

  /** Licence that came of a case. */
  licenceOf(word: string): string {
    const record = this.#state.get(recordKey('case', this.idOf(word)));
    return String((JSON.parse(record ?? '{}') as { licence?: string }).licence ?? '');
  }

  /** A block with these deeds alone. */
  async send(...deeds: readonly PaperDeed[]): Promise<readonly Outcome[]> {
    this.#height += 1;
    if (this.#height > 0) this.#timeMs += STEP_MS;
    const transactions = await Promise.all(deeds.map((deed) => this.#write(deed)));
    const genesis = { chain: CHAIN, founder: this.jwkOf('founder'), time: SAMPLE_TIME, protocol: NEWEST_PROTOCOL };
    const block = { height: this.#height, time: this.#timeMs, transactions };
    const applied = applyBlock(this.#state, block, { contracts: this.#contracts, genesis });
    this.#state.commit(applied.changes);
    return applied.outcomes;
  }

  async #write({ by, deed, body, id, attested, sealed, plain = {}, embedKey }: PaperDeed): Promise<BlockTransaction> {
    this.#serial += 1;
    const isCase = attested !== undefined;
    const own = id ?? this.idOf(`deed ${this.#serial}`);
    const salt = base64urlEncode(seed(`salt ${own}`, 24));
    const attestations = isCase ? await this.#attest(by, own, { facts: attested, service: String(body.service) }) : [];
    const hasSidecar = isCase || sealed !== undefined;
    const sidecar = hasSidecar ? buildSidecar({ salt, attestations, sealed: sealed ?? {}, plain }) : undefined;
    const draft = { chain: CHAIN, id: own, deed, notAfter: this.#timeMs + HOUR_MS, body };
    const jws = await signTransaction(sidecar === undefined ? draft : { ...draft, sidecar }, keyOf(by), {
      embedKey: isCase || embedKey === true,
    });
    return { transaction: parseTransaction(jws), sidecar: sidecar === undefined ? undefined : parseSidecar(sidecar) };
  }

  async #attest(
    holder: string,
    id: string,
    { facts, service }: { readonly facts: NonNullable<PaperDeed['attested']>; readonly service: string },
  ): Promise<JsonObject[]> {
    if (Object.keys(facts).length === 0) return [];
    const statement = {
      chain: CHAIN,
      issuer: 'attester',
      case: id,
      holder: this.kidOf(holder),
      service,
      facts,
      issuedAt: this.#timeMs,
      expiresAt: this.#timeMs + HOUR_MS,
      nonce: base64urlEncode(seed(`nonce ${id}`, 16)),
    };
    return await attestBatch([statement], keyOf('attester'));
  }
}

function keyOf(word: string): Signer {
  return signerFromSecret('ES256', seed(`key ${word}`, 32));
}

function seed(word: string, length: number): Uint8Array {
  return createHash('sha256').update(`paper ${word}`).digest().subarray(0, length);
}
