import {
  attestBatch,
  base64urlEncode,
  buildSidecar,
  type JsonObject,
  type Outcome,
  parseSidecar,
  parseTransaction,
  publicJwk,
  type Sidecar,
  type Signer,
  sha256,
  signerFromSecret,
  signTransaction,
  utf8Encode,
} from '@minglu/protocol';
import { applyBlock } from '../apply-block.ts';
import type { AppliedBlock, BlockTransaction } from '../block.ts';
import type { ContractRunner } from '../contract-runner.ts';
import { NEWEST_PROTOCOL } from '../protocol-version.ts';
import type { Runtime } from '../runtime.ts';
import { MemoryState } from '../state/memory-state.ts';
import type { RecordKind, RecordTypes } from '../state/records.ts';
import { recordsOf } from '../state/records-of.ts';

export const CHAIN = 'minglu.test/city';
export const START = 1_780_000_000_000;
export const DAY = 86_400_000;
export const CONTRACT = 'c'.repeat(64);
export const SERVICE = 'tea-house';

/** Everything in tests is derived from a word, so that a run is the same every time. */
export function seedBytes(word: string, length = 32): Uint8Array {
  return sha256(utf8Encode(`test ${word}`)).slice(0, length);
}

export function idOf(word: string): string {
  return base64urlEncode(seedBytes(`id ${word}`, 16));
}

export function commitmentOf(word: string): string {
  return base64urlEncode(seedBytes(`commitment ${word}`));
}

export function keyOf(word: string): Signer {
  return signerFromSecret('ES256', seedBytes(`key ${word}`));
}

export function kidOf(word: string): string {
  return keyOf(word).publicKey.kid;
}

export function jwkOf(word: string): JsonObject {
  return publicJwk(keyOf(word).publicKey);
}

/** Grants to those of age, proposes otherwise; what the rules of a real service do, in one line. */
export const ageContract: ContractRunner = {
  run: (_contract, input) => {
    const { facts } = JSON.parse(input) as { facts: Record<string, unknown> };
    const adult = facts['age-at-least-18'] === true;
    const row = { rule: 'age', article: 'test', fact: 'age-at-least-18', result: adult };
    return JSON.stringify({ decision: adult ? 'grant' : 'propose', trace: [row] });
  },
};

export interface Letter {
  readonly by: string;
  readonly deed: string;
  readonly body: JsonObject;
  readonly id?: string;
  readonly chain?: string;
  readonly notAfter?: number;
  readonly sidecar?: string;
  readonly embedKey?: boolean;
}

/** A chain in memory that a test writes letters to. */
export class TestChain {
  readonly state = new MemoryState();
  readonly runtime: Runtime;
  height = -1;
  time = START;
  #serial = 0;

  constructor(contracts: ContractRunner = ageContract, protocol = NEWEST_PROTOCOL) {
    this.runtime = { contracts, genesis: { chain: CHAIN, founder: jwkOf('founder'), time: START, protocol } };
  }

  find<K extends RecordKind>(kind: K, subject = ''): RecordTypes[K] | undefined {
    return recordsOf(this.state).find(kind, subject);
  }

  async write(letter: Letter): Promise<BlockTransaction> {
    this.#serial += 1;
    const id = letter.id ?? idOf(`letter ${this.#serial}`);
    const notAfter = letter.notAfter ?? this.time + 600_000;
    const { deed, body, sidecar } = letter;
    const draft = { chain: letter.chain ?? CHAIN, id, deed, notAfter, body };
    const options = { embedKey: letter.embedKey ?? deed === 'cases.submit' };
    const jws = await signTransaction(sidecar === undefined ? draft : { ...draft, sidecar }, keyOf(letter.by), options);
    return { transaction: parseTransaction(jws), sidecar: sidecar === undefined ? undefined : parseSidecar(sidecar) };
  }

  /** Applies and commits the next block, `laterMs` after the last. */
  block(transactions: readonly BlockTransaction[], laterMs = 1000): AppliedBlock {
    this.height += 1;
    if (this.height > 0) this.time += laterMs;
    const applied = applyBlock(this.state, { height: this.height, time: this.time, transactions }, this.runtime);
    this.state.commit(applied.changes);
    return applied;
  }

  /** One letter in a block of its own. */
  async send(letter: Letter, laterMs = 1000): Promise<Outcome> {
    const applied = this.block([await this.write({ notAfter: this.time + laterMs + 600_000, ...letter })], laterMs);
    const [outcome] = applied.outcomes;
    if (outcome === undefined) throw new Error('a block without an outcome');
    return outcome;
  }
}

export interface Application {
  /** Names the case key, the id and the commitment. */
  readonly word: string;
  readonly facts?: Readonly<Record<string, boolean | number | string>>;
  readonly body?: JsonObject;
  readonly statement?: JsonObject;
  readonly attester?: string;
  readonly notAfter?: number;
}

export const submission: JsonObject = {
  service: SERVICE,
  tradeName: '清风茶馆',
  scope: ['6233'],
  region: '110105',
  operator: commitmentOf('operator'),
  manual: false,
};

export async function sidecarFor(chain: TestChain, application: Application): Promise<string> {
  const { word, facts } = application;
  const statement = {
    chain: CHAIN,
    issuer: 'police',
    case: idOf(word),
    holder: kidOf(word),
    service: SERVICE,
    facts: facts ?? { 'identity-level': 2, 'age-at-least-18': true },
    issuedAt: chain.time,
    expiresAt: chain.time + DAY,
    nonce: idOf(`nonce ${word}`),
    ...application.statement,
  };
  const attestations = await attestBatch([statement], keyOf(application.attester ?? 'police-attester'));
  return buildSidecar({ salt: idOf(`salt ${word}`), attestations, sealed: {}, plain: {} });
}

export async function apply(chain: TestChain, application: Application): Promise<BlockTransaction> {
  const sidecar = await sidecarFor(chain, application);
  const { word, body, notAfter } = application;
  const letter = { by: word, deed: 'cases.submit', body: body ?? submission, id: idOf(word), sidecar };
  return chain.write(notAfter === undefined ? letter : { ...letter, notAfter });
}

/** A sidecar that only carries sealed words. */
export function sealedSidecar(sealed: Sidecar['sealed'] = { reason: 'aa..bb.cc.dd' }): string {
  return buildSidecar({ salt: idOf('sealed'), attestations: [], sealed, plain: {} });
}

/** What makes a chain of it: two organisations, three keys, two roles, one service. */
export const foundingLetters: readonly Omit<Letter, 'by'>[] = [
  { deed: 'organisations.register', body: { id: 'market', name: '市场监督管理局', kind: 'department' } },
  { deed: 'organisations.register', body: { id: 'police', name: '公安局', kind: 'department' } },
  { deed: 'keys.register', body: { org: 'market', jwk: jwkOf('registrar') } },
  { deed: 'keys.register', body: { org: 'market', jwk: jwkOf('clerk') } },
  { deed: 'keys.register', body: { org: 'police', jwk: jwkOf('police-attester') } },
  { deed: 'roles.grant', body: { org: 'market', kid: kidOf('registrar'), role: 'registrar' } },
  { deed: 'roles.grant', body: { org: 'police', kid: kidOf('police-attester'), role: 'attester' } },
  {
    deed: 'services.register',
    body: {
      id: SERVICE,
      version: 1,
      organ: 'market',
      contract: CONTRACT,
      attesters: ['police'],
      promiseMs: 3 * DAY,
      licence: { kind: 'tea-licence' },
    },
  },
];

/** A chain with a market office (a registrar, a clerk without a role), the police as attester, and one service. */
export async function foundedChain(contracts?: ContractRunner, protocol?: number): Promise<TestChain> {
  const chain = new TestChain(contracts, protocol);
  const letters: BlockTransaction[] = [];
  for (const letter of foundingLetters) letters.push(await chain.write({ ...letter, by: 'founder' }));
  const { outcomes } = chain.block(letters);
  for (const outcome of outcomes) if ('refused' in outcome) throw new Error(`founding was refused: ${outcome.refused}`);
  return chain;
}
