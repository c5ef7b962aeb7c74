import type { LedgerNode } from '../api-node.ts';

interface Kept {
  readonly madeMs: number;
  /** The text as a JSON string: escaped once, sent many times. */
  readonly json: Promise<string>;
}

/** How soon a witness line that has joined is shown. */
const FRESH_MS = 250;
const MAX_HEIGHTS = 16;

/**
 * Proof texts (tlog-proof) of block entries. Every verified read needs one, and all reads at a height need the same:
 * it is made once per height, and again a moment later, because witness lines join.
 */
export class BlockProofs {
  readonly #node: Pick<LedgerNode, 'blockProof'>;
  readonly #nowMs: () => number;
  readonly #kept = new Map<number, Kept>();

  constructor(node: Pick<LedgerNode, 'blockProof'>, nowMs: () => number) {
    this.#node = node;
    this.#nowMs = nowMs;
  }

  /** @param height of the block; its entry may not be in a checkpoint yet, then the answer waits for it */
  getJson(height: number): Promise<string> {
    const nowMs = this.#nowMs();
    const kept = this.#kept.get(height);
    if (kept !== undefined && nowMs - kept.madeMs < FRESH_MS) return kept.json;
    const made: Kept = { madeMs: nowMs, json: this.#node.blockProof(height).then((text) => JSON.stringify(text)) };
    this.#kept.set(height, made);
    // A refusal is not kept: the next reader asks again.
    made.json.catch(() => this.#kept.delete(height));
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= MAX_HEIGHTS) break;
      this.#kept.delete(old);
    }
    return made.json;
  }
}
