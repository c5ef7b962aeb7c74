import type { LedgerNode } from '../api-node.ts';

interface Kept {
  readonly checkpoint: string;
  /** The text as a JSON string: escaped once, sent many times. */
  readonly json: Promise<string>;
}

/**
 * Proof texts (tlog-proof) of block entries. Every verified read needs one, and all reads at a height need the same:
 * it is made once per height and checkpoint text, and again when a witness line has joined.
 */
export class BlockProofs {
  readonly #node: LedgerNode;
  readonly #kept = new Map<number, Kept>();

  constructor(node: LedgerNode) {
    this.#node = node;
  }

  /** @param height of the block; its entry may not be in a checkpoint yet, then the answer waits for it */
  getJson(height: number): Promise<string> {
    return this.#get(height).json;
  }

  #get(height: number): Kept {
    const checkpoint = this.#node.checkpoint();
    const kept = this.#kept.get(height);
    if (kept !== undefined && kept.checkpoint === checkpoint) return kept;
    const text = this.#node.blockProof(height);
    const made: Kept = { checkpoint, json: text.then((plain) => JSON.stringify(plain)) };
    this.#kept.set(height, made);
    made.json.catch(() => this.#kept.delete(height));
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= 16) break;
      this.#kept.delete(old);
    }
    return made;
  }
}
