import { recordKey } from '@minglu/ledger';
import { formatLicenceProof, formatStateProof, type JsonObject, parseEntry } from '@minglu/protocol';
import type { CheckpointBoard } from '../checkpoints/checkpoint-board.ts';
import { findBlockEntryIndex } from '../follow/read-block.ts';
import type { AttachmentKind, LogStore } from '../log-store/log-store.ts';
import { NodeError } from '../node-error.ts';
import type { ProvenState, StateStore } from '../store/state-store.ts';
import { formatReceipt, type Receipts } from '../submit/receipts.ts';
import type { Published } from './published.ts';

/**
 * A value or its absence, as of the last block in memory, with its proof under `stateRoot`. The block may be on its
 * way to disk: `blockProof(height)` resolves when it is durable and signed, and only with it this proves anything.
 */
export interface StateRead {
  readonly value: string | undefined;
  readonly proof: JsonObject;
  readonly height: number;
  readonly stateRoot: Uint8Array;
}

export interface ReaderOptions {
  readonly state: StateStore;
  readonly log: LogStore;
  readonly board: CheckpointBoard;
  readonly receipts: Receipts;
  readonly published: Published;
}

/** Answers with proofs, from the ledger's own stores. */
export class Reader {
  readonly #options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  read(key: string): StateRead {
    const { value, proof, mark } = this.#options.state.prove(key);
    return { value, proof: formatStateProof(proof), height: mark.height, stateRoot: mark.root };
  }

  /** tlog-proof of the block entry at `height`, under the newest checkpoint or, when it covers it, the cosigned one. */
  async blockProof(height: number): Promise<string> {
    const { published, log, board, receipts } = this.#options;
    await published.reach(height);
    const index = published.findRecent(height)?.index ?? (await findBlockEntryIndex(this.#entries, height));
    const found = index === undefined ? undefined : board.findNoteFor(index);
    if (index === undefined || found === undefined) throw new NodeError('not-found', { height });
    const extra = published.findRecent(height)?.entry ?? (await log.entry(index));
    const path = receipts.tree(found.checkpoint.size).inclusionPath(index);
    return formatReceipt(extra, { index, path, checkpoint: found.note });
  }

  /** The licence's state, or its absence, as a file that proves it offline. */
  async licenceProof(number: string): Promise<string> {
    const { value, proof, mark } = this.#options.state.prove(recordKey('licence', number));
    const block = await this.blockProof(mark.height);
    const claim = { number, value: value ?? null, state: proof, block };
    const transaction = await this.#findIssue(number, value);
    return formatLicenceProof(transaction === undefined ? claim : { ...claim, transaction });
  }

  /** RFC 6962 consistency path between two published sizes. */
  consistency(oldSize: number, newSize: number): readonly Uint8Array[] {
    if (newSize > this.#options.published.size)
      throw new NodeError('out-of-range', { size: this.#options.published.size });
    return this.#options.receipts.tree(newSize).consistencyPath(oldSize);
  }

  tile(path: string): Promise<Uint8Array | undefined> {
    return this.#options.log.findFile(path, this.#options.published.size);
  }

  /** The sidecar or trace of a transaction; undefined when it has none. Throws `sidecar-erased`. */
  async findAttachment(kind: AttachmentKind, id: string): Promise<string | undefined> {
    const place = this.#options.state.findTransaction(id);
    if (place === undefined || place.index >= this.#options.published.size) return undefined;
    return this.#options.log.findAttachment(kind, place.index);
  }

  get #entries() {
    const { log, published } = this.#options;
    return { size: published.size, readEntry: (index: number) => log.entry(index) };
  }

  /** The receipt of the case's own transaction, where that one issued the licence (a machine's grant). */
  async #findIssue(number: string, value: ProvenState['value']): Promise<string | undefined> {
    const caseId = value === undefined ? undefined : (JSON.parse(value) as { case?: unknown }).case;
    const place = typeof caseId === 'string' ? this.#options.state.findTransaction(caseId) : undefined;
    if (place === undefined) return undefined;
    const entry = parseEntry(await this.#options.log.entry(place.index));
    const isIssue =
      entry.type === 'transaction' &&
      'events' in entry.outcome &&
      entry.outcome.events.some(([name, facts]) => name === 'licence.issued' && facts.number === number);
    return isIssue ? this.#options.receipts.get(place.index) : undefined;
  }
}
