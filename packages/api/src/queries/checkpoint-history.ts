import { parseCheckpoint } from '@minglu/protocol';
import type { LedgerNode } from '../api-node.ts';

const KEPT = 5_000;
const PERIOD_MS = 500;

export interface CheckpointView {
  readonly size: number;
  readonly root: string;
  readonly checkpoint: string;
  readonly witnesses: readonly { readonly name: string; readonly time: number }[];
}

/** Checkpoints this server has served, newest last, each with the most lines seen under it. */
export class CheckpointHistory {
  readonly #node: LedgerNode;
  readonly #notes = new Map<number, string>();
  readonly #timer: NodeJS.Timeout;
  #last = '';

  constructor(node: LedgerNode) {
    this.#node = node;
    this.#timer = setInterval(() => this.#look(), PERIOD_MS);
    this.#timer.unref();
  }

  /** @param before gives only checkpoints of smaller size */
  list(before: number | undefined, limit: number): { checkpoints: CheckpointView[]; next?: number } {
    this.#look();
    const sizes = [...this.#notes.keys()].filter((size) => before === undefined || size < before).reverse();
    const page = sizes.slice(0, limit);
    const last = page.at(-1);
    return {
      checkpoints: page.map((size) => view(this.#notes.get(size) ?? '')),
      ...(sizes.length > limit && last !== undefined ? { next: last } : {}),
    };
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const note = this.#node.checkpoint();
    if (note === this.#last) return;
    this.#last = note;
    const { size } = parseCheckpoint(note);
    this.#notes.set(size, note);
    for (const old of this.#notes.keys()) {
      if (this.#notes.size <= KEPT) break;
      this.#notes.delete(old);
    }
  }
}

/** Cosignatures (alg 0x04) carry their time in the first 8 bytes of the signature: seconds, big-endian. */
const view = (note: string): CheckpointView => {
  const { size, root, note: parsed, origin } = parseCheckpoint(note);
  const witnesses = parsed.signatures
    .filter(({ name, bytes }) => name !== origin && bytes.length === 72)
    .map(({ name, bytes }) => ({ name, time: Number(Buffer.from(bytes).readBigUInt64BE(0)) * 1000 }));
  return { size, root: Buffer.from(root).toString('base64'), checkpoint: note, witnesses };
};
