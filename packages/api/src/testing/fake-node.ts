import { applyBlock, checkTransaction, MemoryState } from '@minglu/ledger';
import type { CommittedTransaction, MetricsSnapshot, NodeStatus, SubmitResult } from '@minglu/node';
import {
  checkSignaturePure,
  consistencyPath,
  encodeBlockEntry,
  encodeTransactionEntry,
  formatCheckpointBody,
  formatTlogProof,
  type HashReader,
  inclusionPath,
  leafHash,
  nodeHash,
  type Outcome,
  parseSidecar,
  parseTransaction,
  publicJwk,
  rootFromReader,
  type Sidecar,
  sha256,
  signCheckpoint,
  signerFromSecret,
  type Transaction,
} from '@minglu/protocol';
import type { FollowedBlock, LedgerNode } from '../api-node.ts';
import { CHAIN, founder, GENESIS_MS, genesisTransactions, seeded } from './test-chain.ts';

class Refused extends Error {
  readonly code: string;
  readonly facts: unknown;

  constructor(code: string, facts: unknown = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

const logSigner = signerFromSecret('Ed25519', seeded('log'));
const contracts = { run: () => '{"decision":"grant","trace":[{"rule":"R1","article":"A1","result":"ok"}]}' };
const genesis = { chain: CHAIN, founder: publicJwk(founder.publicKey), time: GENESIS_MS };

/** A chain in memory behind the node's seam: one block a transaction, real outcomes, real log, no state tree, no disk. */
export class FakeNode implements LedgerNode {
  readonly #state = new MemoryState();
  readonly #entries: Uint8Array[] = [];
  readonly #blocks: FollowedBlock[] = [];
  readonly #found = new Map<string, SubmitResult>();
  readonly #sidecars = new Map<string, Sidecar>();
  readonly #traces = new Map<string, string>();
  readonly #followers = new Set<(block: FollowedBlock) => void | Promise<void>>();
  readonly #reader: HashReader = (level, index) =>
    level === 0
      ? leafHash(this.#entries[index] ?? new Uint8Array())
      : nodeHash(this.#reader(level - 1, index * 2), this.#reader(level - 1, index * 2 + 1));
  #checkpoint = '';
  nowMs = GENESIS_MS;
  halted: { code: 'damaged'; facts: { file: string } } | undefined;

  static async open(): Promise<FakeNode> {
    const node = new FakeNode();
    const jwss = await genesisTransactions();
    await node.#commit(jwss.map((jws) => ({ transaction: parseTransaction(jws), sidecar: undefined })));
    return node;
  }

  async submit(jws: string, sidecarText?: string): Promise<SubmitResult> {
    if (this.halted !== undefined) throw new Refused(this.halted.code);
    const transaction = parseTransaction(jws);
    const sidecar = sidecarText === undefined ? undefined : parseSidecar(sidecarText);
    await this.#checkSignature(transaction);
    const before = this.#found.get(transaction.id);
    if (before !== undefined) return before;
    const refusal = checkTransaction(this.#state, transaction, sidecar, this.nowMs);
    if (refusal !== undefined)
      throw new Refused('transaction-refused', { code: refusal.refused, facts: refusal.facts });
    await this.#commit([{ transaction, sidecar }]);
    const result = this.#found.get(transaction.id);
    if (result === undefined) throw new Error('not committed');
    return { ...result, receipt: await this.receipt(result.index) };
  }

  async find(id: string): Promise<SubmitResult | undefined> {
    return this.#found.get(id);
  }

  async receipt(index: number): Promise<string> {
    const extra = this.#entries[index];
    if (extra === undefined) throw new Refused('out-of-range');
    const path = inclusionPath(index, { size: this.#entries.length, reader: this.#reader });
    return formatTlogProof({ extra, index, path, checkpoint: this.#checkpoint });
  }

  read(key: string) {
    const stateRoot = new Uint8Array(32);
    return { value: this.#state.get(key), proof: { depth: 0, siblings: [] }, height: this.#height, stateRoot };
  }

  async licenceProof(number: string): Promise<string> {
    const value = this.#state.get(`licence/${number}`) ?? null;
    return JSON.stringify({ v: 0, type: 'minglu-licence-proof', number, value });
  }

  blockProof(height: number): Promise<string> {
    const block = this.#blocks[height];
    return this.receipt((block?.firstIndex ?? 0) + (block?.transactions.length ?? 0));
  }

  async consistency(from: number, to: number): Promise<readonly Uint8Array[]> {
    return consistencyPath(from, { size: to, reader: this.#reader });
  }

  async checkpoints(beforeSize: number): Promise<readonly string[]> {
    return beforeSize > this.#entries.length ? [this.#checkpoint] : [];
  }

  metrics(): MetricsSnapshot {
    return { counters: {}, gauges: {}, histograms: {} };
  }

  checkpoint(): string {
    return this.#checkpoint;
  }

  async tile(path: string): Promise<Uint8Array | undefined> {
    return path === 'tile/0/000.p/1' ? this.#reader(0, 0) : undefined;
  }

  async sidecar(id: string): Promise<Sidecar | undefined> {
    return this.#sidecars.get(id);
  }

  async trace(id: string): Promise<string | undefined> {
    return this.#traces.get(id);
  }

  follow(fromHeight: number, onBlock: (block: FollowedBlock) => void | Promise<void>): () => void {
    for (const block of this.#blocks.slice(fromHeight)) void onBlock(block);
    this.#followers.add(onBlock);
    return () => this.#followers.delete(onBlock);
  }

  status(): NodeStatus {
    const witness = { name: 'w1', vkey: 'w1+00000000+AA', url: 'http://127.0.0.1:1', size: 1, lastCosignedSize: 1 };
    const seen = { state: 'cosigned', lastCosignedTime: this.nowMs - 1_000, failures: 0, isAhead: false } as const;
    const { halted } = this;
    return {
      chain: CHAIN,
      state: halted === undefined ? 'open' : 'halted',
      ...(halted === undefined ? {} : { halted }),
      height: this.#height,
      time: this.nowMs,
      size: this.#entries.length,
      cosignedSize: 0,
      protocol: 1,
      flushedHeight: 0,
      authenticating: 0,
      waiting: 0,
      followers: 0,
      followerLag: 0,
      witnesses: [{ ...witness, ...seen }],
      alarms: [],
    };
  }

  get #height(): number {
    return this.#blocks.length - 1;
  }

  async #checkSignature({ caseKey, kid, signingInput, signature }: Transaction): Promise<void> {
    const record = this.#state.get(`key/${kid}`);
    const key = caseKey ?? (record === undefined ? undefined : founder.publicKey);
    if (key === undefined) throw new Refused('key-unknown');
    if (caseKey !== undefined && !(await checkSignaturePure(key, signingInput, signature)))
      throw new Refused('signature-invalid');
  }

  async #commit(transactions: { transaction: Transaction; sidecar: Sidecar | undefined }[]): Promise<void> {
    const height = this.#blocks.length;
    const time = this.nowMs;
    const applied = applyBlock(this.#state, { height, time, transactions }, { contracts, genesis });
    this.#state.commit(applied.changes);
    const firstIndex = this.#entries.length;
    const recorded: CommittedTransaction[] = [];
    for (const [place, { transaction, sidecar }] of transactions.entries()) {
      const outcome = applied.outcomes[place] as Outcome;
      const { jws, id } = transaction;
      this.#entries.push(encodeTransactionEntry({ height, jws, outcome }));
      recorded.push({ id, index: firstIndex + place, jws, outcome });
      this.#found.set(id, { id, height, index: firstIndex + place, outcome, receipt: '' });
      if (sidecar !== undefined) this.#sidecars.set(id, sidecar);
      const trace = applied.traces[place];
      if (trace !== undefined) this.#traces.set(id, trace);
    }
    const events = applied.blockEvents;
    const root = sha256(new Uint8Array([height]));
    this.#entries.push(
      encodeBlockEntry({
        height,
        time,
        protocol: 1,
        transactions: transactions.length,
        events,
        stateRoot: root,
        previous: root,
      }),
    );
    await this.#sign();
    const size = this.#entries.length;
    const block = { height, time, protocol: 1, firstIndex, size, stateRoot: root, transactions: recorded, events };
    this.#blocks.push(block);
    for (const follower of this.#followers) void follower(block);
  }

  async #sign(): Promise<void> {
    const size = this.#entries.length;
    const body = formatCheckpointBody({ origin: CHAIN, size, root: rootFromReader(size, this.#reader) });
    this.#checkpoint = `${body}\n${await signCheckpoint(body, { name: CHAIN, signer: logSigner })}`;
  }
}
