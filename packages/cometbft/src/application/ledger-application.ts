import type { BlockTransaction } from '@minglu/ledger';
import { type BlockSink, nextTickMs, type Plan, type SequencerStart, type SubmittedTransaction } from '@minglu/node';
import type { Application } from '../abci/application.ts';
import type { Answer, RequestOf } from '../abci/methods.ts';
import { findBundle } from '../bundle/bundle.ts';
import { EngineError } from '../engine-error.ts';
import { blockTimeMs } from './block-time.ts';
import type { EngineMark } from './engine-mark.ts';
import { foundingState } from './founding-state.ts';
import type { KnownTransactions } from './known-transactions.ts';

export interface LedgerApplicationOptions {
  readonly chain: string;
  readonly chainId: string;
  readonly sink: BlockSink;
  readonly from: SequencerStart;
  readonly mark: EngineMark;
  readonly saveMark: (mark: EngineMark) => Promise<void>;
  readonly known: KnownTransactions;
}

/** A block that was decided and not committed yet. `plan` is absent for one that does nothing to the ledger. */
interface Decided {
  readonly height: number;
  readonly hash: Uint8Array;
  readonly appHash: Uint8Array;
  readonly answer: Answer<'finalizeBlock'>;
  readonly plan: Plan | undefined;
}

const ACCEPT = 1;
const REJECT = 2;
const OFFER_REJECT = 3;
const CHUNK_ABORT = 2;
const NOT_A_BUNDLE = 1;
const NOTHING_AUTHENTIC = 2;
const CODESPACE = 'minglu';

/**
 * The ledger as the engine sees it. A block of the engine becomes one of the ledger when it brings an authentic transaction that the log
 * has not, or when something is due by its time; else the ledger does not see it. The application's hash is the root of the log, so what
 * the engine agrees on is what every node signs. Nothing is written before `commit`.
 */
export class LedgerApplication implements Application {
  readonly #options: LedgerApplicationOptions;
  #mark: EngineMark;
  #ledger: SequencerStart;
  /** The ledger has the block after the mark: the process died between the two, and the engine will bring the block again. */
  #isOneAhead: boolean;
  #decided: Decided | undefined;

  /** Throws `chain-differs` when mark and ledger are not of one piece. */
  constructor(options: LedgerApplicationOptions) {
    const { from, mark } = options;
    this.#options = options;
    this.#ledger = from;
    this.#mark = mark;
    const ahead = from.height - mark.ledgerHeight;
    this.#isOneAhead = ahead === 1;
    const isSame = ahead === 1 || (ahead === 0 && same(mark.appHash, from.head.root));
    if (!isSame) throw new EngineError('chain-differs', { ledger: from.height, mark: mark.ledgerHeight });
  }

  info(): Answer<'info'> {
    const { height, appHash } = this.#mark;
    // A chain that has not begun has no hash for the engine yet: `initChain` gives the first.
    const lastBlockAppHash = height === 0 ? new Uint8Array() : appHash;
    return { data: CODESPACE, version: '0', appVersion: 0, lastBlockHeight: height, lastBlockAppHash };
  }

  initChain({ chainId, time, appStateBytes }: RequestOf<'initChain'>): Answer<'initChain'> {
    const { chain, chainId: own } = this.#options;
    if (this.#mark.height !== 0 || this.#decided !== undefined)
      throw new EngineError('out-of-order', { asked: 'initChain' });
    const founded = foundingState(chain, this.#mark);
    const isOurs = chainId === own && compact(appStateBytes) === founded;
    // A ledger that is one ahead stands after the engine's first block: its time says nothing about where it began.
    const isBefore = !this.#isOneAhead && blockTimeMs(time) < this.#ledger.timeMs;
    if (!isOurs || isBefore) throw new EngineError('chain-differs', { asked: 'initChain' });
    return { appHash: this.#mark.appHash };
  }

  async checkTx({ tx }: RequestOf<'checkTx'>): Promise<Answer<'checkTx'>> {
    const bundle = findBundle(tx);
    if (bundle === undefined) return { code: NOT_A_BUNDLE, codespace: CODESPACE };
    const found = await Promise.all(bundle.map((one) => this.#options.known.find(one).catch(() => undefined)));
    const isWorthwhile = found.some(
      (one) => one !== undefined && !this.#options.sink.hasTransaction(one.transaction.id),
    );
    return isWorthwhile ? {} : { code: NOTHING_AUTHENTIC, codespace: CODESPACE };
  }

  prepareProposal({ txs, maxTxBytes }: RequestOf<'prepareProposal'>): Answer<'prepareProposal'> {
    let left = maxTxBytes;
    const taken: Uint8Array[] = [];
    for (const tx of txs) {
      left -= tx.length + MAX_TX_OVERHEAD;
      if (left < 0) break;
      if (findBundle(tx) !== undefined) taken.push(tx);
    }
    return { txs: taken };
  }

  /** By form alone, which every node judges alike: what is forged inside a bundle is left out later and spoils nothing. */
  processProposal({ txs }: RequestOf<'processProposal'>): Answer<'processProposal'> {
    return { status: txs.every((tx) => findBundle(tx) !== undefined) ? ACCEPT : REJECT };
  }

  extendVote(): Answer<'extendVote'> {
    return {};
  }

  verifyVoteExtension({ voteExtension }: RequestOf<'verifyVoteExtension'>): Answer<'verifyVoteExtension'> {
    return { status: voteExtension.length === 0 ? ACCEPT : REJECT };
  }

  async finalizeBlock(request: RequestOf<'finalizeBlock'>): Promise<Answer<'finalizeBlock'>> {
    const { height, hash, txs } = request;
    const decided = this.#decided;
    // An engine that lost its answer asks once more.
    if (decided?.height === height && same(decided.hash, hash)) return decided.answer;
    if (decided !== undefined || height !== this.#mark.height + 1) {
      throw new EngineError('out-of-order', { asked: 'finalizeBlock', height, last: this.#mark.height });
    }
    const timeMs = blockTimeMs(request.time);
    const bundles = txs.map(findBundle);
    const plan = this.#isOneAhead
      ? this.#recognise(timeMs)
      : await this.#plan(
          timeMs,
          bundles.flatMap((one) => one ?? []),
        );
    const appHash = plan?.head.root ?? this.#ledger.head.root;
    // One result each, and the same on every node: what became of the signed ones stands in the ledger.
    const txResults = bundles.map((one) => ({ ...EMPTY_RESULT, code: one === undefined ? NOT_A_BUNDLE : 0 }));
    const answer = { txResults, appHash };
    this.#decided = { height, hash: Uint8Array.from(hash), appHash, answer, plan };
    return answer;
  }

  /** The block first, then the mark: whoever dies between them finds the ledger one ahead, and recognises the block. */
  async commit(): Promise<Answer<'commit'>> {
    const decided = this.#decided;
    if (decided === undefined) throw new EngineError('out-of-order', { asked: 'commit', last: this.#mark.height });
    await decided.plan?.commit();
    const mark = { height: decided.height, ledgerHeight: this.#ledger.height, appHash: decided.appHash };
    await this.#options.saveMark(mark);
    this.#mark = mark;
    this.#isOneAhead = false;
    this.#decided = undefined;
    return {};
  }

  /** The engine's own interface is nobody's door: readers ask the node. */
  query(): Answer<'query'> {
    return { code: 1, codespace: CODESPACE, log: 'not-served' };
  }

  listSnapshots(): Answer<'listSnapshots'> {
    return {};
  }

  offerSnapshot(): Answer<'offerSnapshot'> {
    return { result: OFFER_REJECT };
  }

  loadSnapshotChunk(): Answer<'loadSnapshotChunk'> {
    return {};
  }

  applySnapshotChunk(): Answer<'applySnapshotChunk'> {
    return { result: CHUNK_ABORT };
  }

  /** Nothing more will be asked: a block that was decided and not committed is the engine's to bring again. */
  abandon(): void {
    this.#decided?.plan?.abandon();
  }

  #recognise(timeMs: number): undefined {
    if (timeMs === this.#ledger.timeMs) return undefined;
    throw new EngineError('chain-differs', { asked: 'finalizeBlock', ledger: this.#ledger.height });
  }

  async #plan(timeMs: number, submitted: readonly SubmittedTransaction[]): Promise<Plan | undefined> {
    const { sink } = this.#options;
    const { height, timeMs: lastMs } = this.#ledger;
    if (timeMs < lastMs) throw new EngineError('out-of-order', { asked: 'finalizeBlock', part: 'time' });
    const transactions = await this.#newOnes(submitted);
    if (transactions.length === 0 && nextTickMs(sink, lastMs) > timeMs) return undefined;
    const plan = sink.plan({ height: height + 1, time: timeMs, transactions });
    this.#ledger = { height: height + 1, timeMs, head: plan.head };
    for (const transaction of transactions) this.#options.known.forget(transaction);
    return plan;
  }

  /** The authentic ones, in order, each id once: the first of two that carry one stands. */
  async #newOnes(submitted: readonly SubmittedTransaction[]): Promise<BlockTransaction[]> {
    const { known, sink } = this.#options;
    const found = await Promise.all(submitted.map((one) => known.findPatiently(one)));
    const byId = new Map<string, BlockTransaction>();
    for (const one of found) {
      if (one === undefined || byId.has(one.transaction.id) || sink.hasTransaction(one.transaction.id)) continue;
      byId.set(one.transaction.id, one);
    }
    return [...byId.values()];
  }
}

/** What protobuf adds to a transaction inside a block: a tag and a length. */
const MAX_TX_OVERHEAD = 6;

const EMPTY_RESULT = {
  data: new Uint8Array(),
  log: '',
  info: '',
  gasWanted: 0,
  gasUsed: 0,
  events: [],
  codespace: '',
};

/** JSON as it was meant: the engine may have laid it out anew. */
function compact(octets: Uint8Array): string | undefined {
  try {
    return JSON.stringify(JSON.parse(Buffer.from(octets).toString()));
  } catch {
    return undefined;
  }
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
