/** Tables by number, as they stand in a batch. */
export const batchTables = ['values', 'due', 'replay', 'buckets', 'transactions', 'meta'] as const;
export type BatchTable = (typeof batchTables)[number];

/**
 * What is done to a row; `drop` removes every row whose key begins with this one. A row put into `values` is value
 * hash 32 · text row: whoever writes it gives the text its place.
 */
export const batchDeeds = ['put', 'remove', 'drop'] as const;
export type BatchDeed = (typeof batchDeeds)[number];

const HEADER_BYTES = 8;
const PIECE_BYTES = 1 << 20;
const NOTHING_YET = Buffer.alloc(0);

/** Buffers of batches that were written, for the next one: 10 to 30 MB a batch would else be garbage outside the heap. */
export class BatchPieces {
  readonly #free: Buffer[] = [];

  take(bytes: number): Buffer {
    const known = bytes <= PIECE_BYTES ? this.#free.pop() : undefined;
    return known ?? Buffer.allocUnsafeSlow(Math.max(PIECE_BYTES, bytes));
  }

  /** The batch must be spent: whoever wrote it has its own copy. */
  giveBack(piece: Buffer): void {
    if (piece.length === PIECE_BYTES) this.#free.push(piece);
  }
}

/** Rows packed into pieces of a megabyte, none of them cut in two, which go to another process one after the other. */
export class FlushBatch {
  readonly #pieces: BatchPieces;
  readonly #full: { readonly piece: Buffer; readonly end: number }[] = [];
  #bytes: Buffer = NOTHING_YET;
  #end = 0;

  constructor(pieces: BatchPieces = new BatchPieces()) {
    this.#pieces = pieces;
  }

  put(table: BatchTable, key: Uint8Array, row: Uint8Array): void {
    this.#add({ table, deed: 'put', key, row });
  }

  remove(table: BatchTable, key: Uint8Array): void {
    this.#add({ table, deed: 'remove', key, row: NOTHING });
  }

  drop(table: BatchTable, prefix: Uint8Array): void {
    this.#add({ table, deed: 'drop', key: prefix, row: NOTHING });
  }

  /** The packed rows, piece by piece. */
  pieces(): readonly Buffer[] {
    this.#closePiece();
    return this.#full.map(({ piece, end }) => piece.subarray(0, end));
  }

  /** Its pieces are another's from here on. */
  release(): void {
    this.#closePiece();
    for (const { piece } of this.#full.splice(0)) this.#pieces.giveBack(piece);
  }

  #add({ table, deed, key, row }: BatchRow): void {
    const length = HEADER_BYTES + key.length + row.length;
    if (this.#end + length > this.#bytes.length) this.#openPiece(length);
    const end = this.#end + length;
    const bytes = this.#bytes;
    bytes[this.#end] = batchTables.indexOf(table);
    bytes[this.#end + 1] = batchDeeds.indexOf(deed);
    bytes.writeUInt16BE(key.length, this.#end + 2);
    bytes.writeUInt32BE(row.length, this.#end + 4);
    bytes.set(key, this.#end + HEADER_BYTES);
    bytes.set(row, this.#end + HEADER_BYTES + key.length);
    this.#end = end;
  }

  #openPiece(atLeastBytes: number): void {
    this.#closePiece();
    this.#bytes = this.#pieces.take(atLeastBytes);
  }

  #closePiece(): void {
    if (this.#end > 0) this.#full.push({ piece: this.#bytes, end: this.#end });
    this.#bytes = NOTHING_YET;
    this.#end = 0;
  }
}

/** A row as it comes out: its parts are views. */
export interface PackedRow extends BatchRow {
  readonly key: Buffer;
  readonly row: Buffer;
}

export interface BatchRow {
  readonly table: BatchTable;
  readonly deed: BatchDeed;
  readonly key: Uint8Array;
  readonly row: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** The rows of a piece, as views into it. */
export function* readPiece(bytes: Buffer): Generator<PackedRow> {
  for (let at = 0; at < bytes.length; ) {
    const keyAt = at + HEADER_BYTES;
    const rowAt = keyAt + bytes.readUInt16BE(at + 2);
    const end = rowAt + bytes.readUInt32BE(at + 4);
    const table = batchTables[bytes[at] as number] as BatchTable;
    const deed = batchDeeds[bytes[at + 1] as number] as BatchDeed;
    yield { table, deed, key: bytes.subarray(keyAt, rowAt), row: bytes.subarray(rowAt, end) };
    at = end;
  }
}
