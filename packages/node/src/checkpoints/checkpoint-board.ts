import { NodeError } from '../node-error.ts';
import type { SignedCheckpoint } from './signed-checkpoint.ts';
import { noteOf } from './signed-checkpoint.ts';

/** A checkpoint with the lines that witnesses have put under it, in the order they came. */
export interface Cosigned {
  readonly checkpoint: SignedCheckpoint;
  /** Line by witness name. */
  readonly lines: ReadonlyMap<string, string>;
}

/** Checkpoints that were pushed stay here until a later one has as many lines. */
const MAX_PUSHED = 64;

/**
 * The newest checkpoint, and the latest that enough witnesses have cosigned. Everything a reader is handed comes from
 * here; nothing is put up before it is durable.
 */
export class CheckpointBoard {
  readonly #threshold: number;
  #newest: SignedCheckpoint | undefined;
  #cosigned: Cosigned | undefined;
  readonly #pushed = new Map<number, { checkpoint: SignedCheckpoint; lines: Map<string, string> }>();

  /** `threshold`: how many witness lines make a checkpoint cosigned. */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  publish(checkpoint: SignedCheckpoint): void {
    this.#newest = checkpoint;
  }

  findNewest(): SignedCheckpoint | undefined {
    return this.#newest;
  }

  findCosigned(): Cosigned | undefined {
    return this.#cosigned;
  }

  /** Remembers that `checkpoint` is on its way to witnesses. */
  push(checkpoint: SignedCheckpoint): void {
    if (this.#pushed.has(checkpoint.size)) return;
    this.#pushed.set(checkpoint.size, { checkpoint, lines: new Map() });
    if (this.#pushed.size <= MAX_PUSHED) return;
    for (const size of this.#pushed.keys()) {
      this.#pushed.delete(size);
      return;
    }
  }

  /** A checked line for the checkpoint of `size`; answers what it has now, or nothing when it is long past. */
  addLine(size: number, witness: string, line: string): Cosigned | undefined {
    const pushed = this.#pushed.get(size);
    if (pushed === undefined) return undefined;
    pushed.lines.set(witness, line);
    const isLatest = this.#cosigned === undefined || this.#cosigned.checkpoint.size <= size;
    if (pushed.lines.size >= this.#threshold && isLatest) {
      this.#cosigned = pushed;
      for (const older of this.#pushed.keys()) if (older < size) this.#pushed.delete(older);
    }
    return pushed;
  }

  /** What stood cosigned before a restart. */
  restore(cosigned: Cosigned): void {
    this.#cosigned = cosigned;
  }

  /** The latest cosigned note that covers `index`; else the newest with whatever lines it has. Throws `quorum-missing`. */
  findNoteFor(index: number): { readonly checkpoint: SignedCheckpoint; readonly note: string } | undefined {
    const cosigned = this.#cosigned;
    if (cosigned !== undefined && index < cosigned.checkpoint.size) {
      return { checkpoint: cosigned.checkpoint, note: noteOf(cosigned.checkpoint, [...cosigned.lines.values()]) };
    }
    const newest = this.#newest;
    const note = this.findNewestNote();
    if (newest?.isShort === true) throw new NodeError('quorum-missing', { size: newest.size });
    return newest === undefined || note === undefined || index >= newest.size
      ? undefined
      : { checkpoint: newest, note };
  }

  /** The newest note, with the lines that have come for it. */
  findNewestNote(): string | undefined {
    if (this.#newest === undefined) return undefined;
    const lines = this.#pushed.get(this.#newest.size)?.lines.values() ?? [];
    return noteOf(this.#newest, [...lines]);
  }
}
