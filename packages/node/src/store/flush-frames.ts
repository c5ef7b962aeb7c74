import { readSync } from 'node:fs';
import { BatchPieces } from './flush-batch.ts';
import type { StoreErrorCode } from './store-error.ts';

/** What the writing process answers to a batch: one line of JSON. */
export type FlushAnswer = { readonly error?: string; readonly code?: StoreErrorCode | undefined };

const HEADER_BYTES = 4;

/** Stands before each piece of a batch: its length. */
export function encodePieceHeader(piece: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(piece.length);
  return header;
}

/** Stands after the last piece: a batch without it never came to be. */
export function encodeEndOfBatch(): Buffer {
  return Buffer.alloc(HEADER_BYTES);
}

/** Reads batches from a blocking file descriptor, each into the buffers of the one before. */
export class BatchReader {
  readonly #descriptor: number;
  readonly #header = Buffer.alloc(HEADER_BYTES);
  readonly #spare = new BatchPieces();
  #pieces: Buffer[] = [];

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** The pieces of the next batch, good until the next call; undefined when the other end closed before all of it came. */
  read(): readonly Buffer[] | undefined {
    for (const piece of this.#pieces.splice(0)) this.#spare.giveBack(piece);
    const pieces: Buffer[] = [];
    while (this.#fill(this.#header)) {
      const length = this.#header.readUInt32BE();
      if (length === 0) return pieces;
      const piece = this.#spare.take(length);
      this.#pieces.push(piece);
      const bytes = piece.subarray(0, length);
      if (!this.#fill(bytes)) return undefined;
      pieces.push(bytes);
    }
    return undefined;
  }

  #fill(bytes: Buffer): boolean {
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(this.#descriptor, bytes, at, bytes.length - at, null);
      if (count === 0) return false;
      at += count;
    }
    return true;
  }
}
