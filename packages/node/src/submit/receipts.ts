import { type TlogProof, type TreeView, treeAt } from '@minglu/protocol';
import type { CheckpointBoard } from '../checkpoints/checkpoint-board.ts';
import { noteOf, type SignedCheckpoint } from '../checkpoints/signed-checkpoint.ts';
import { Lru } from '../crypto/lru.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { NodeError } from '../node-error.ts';

/** Trees of that many checkpoints keep their right edge. */
const KEPT_TREES = 16;

/** Makes the proofs (C2SP tlog-proof) of entries under checkpoints that were published. */
export class Receipts {
  readonly #log: LogStore;
  readonly #board: CheckpointBoard;
  readonly #trees = new Lru<number, TreeView>(KEPT_TREES);

  constructor(log: LogStore, board: CheckpointBoard) {
    this.#log = log;
    this.#board = board;
  }

  tree(size: number): TreeView {
    const known = this.#trees.find(size);
    if (known !== undefined) return known;
    const tree = treeAt(size, this.#log.hashes, nativeHash);
    this.#trees.put(size, tree);
    return tree;
  }

  /** Under the checkpoint that was just signed: what the sender is answered with at once. */
  issue(entry: Uint8Array, index: number, checkpoint: SignedCheckpoint): string {
    const path = this.tree(checkpoint.size).inclusionPath(index);
    return formatReceipt(entry, { index, path, checkpoint: noteOf(checkpoint) });
  }

  /** Under the latest cosigned checkpoint that covers it, else under the newest. */
  async get(index: number): Promise<string> {
    const found = Number.isSafeInteger(index) && index >= 0 ? this.#board.findNoteFor(index) : undefined;
    if (found === undefined) throw new NodeError('out-of-range', { index, size: this.#board.findNewest()?.size ?? 0 });
    const entry = await this.#log.entry(index);
    const path = this.tree(found.checkpoint.size).inclusionPath(index);
    return formatReceipt(entry, { index, path, checkpoint: found.note });
  }
}

/** As protocol's `formatTlogProof`, which a test holds it to, with the machine's own base64: a third of the cost. */
export function formatReceipt(entry: Uint8Array, proof: Omit<TlogProof, 'extra'>): string {
  let hashes = '';
  for (const hash of proof.path) hashes += `${base64(hash)}\n`;
  return `c2sp.org/tlog-proof@v1\nextra ${base64(entry)}\nindex ${proof.index}\n${hashes}\n${proof.checkpoint}`;
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
