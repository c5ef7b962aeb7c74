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
const FIRST_BYTES = 1 << 20;

/** Rows packed into one buffer, which goes to another process in one piece. */
export class FlushBatch {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #end = 0;

  put(table: BatchTable, key: Uint8Array, row: Uint8Array): void {
    this.#add({ table, deed: 'put', key, row });
  }

  remove(table: BatchTable, key: Uint8Array): void {
    this.#add({ table, deed: 'remove', key, row: NOTHING });
  }

  drop(table: BatchTable, prefix: Uint8Array): void {
    this.#add({ table, deed: 'drop', key: prefix, row: NOTHING });
  }

  /** The packed rows; the batch is spent. */
  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }

  #add({ table, deed, key, row }: BatchRow): void {
    const end = this.#end + HEADER_BYTES + key.length + row.length;
    if (end > this.#bytes.length) this.#grow(end);
    const bytes = this.#bytes;
    bytes[this.#end] = batchTables.indexOf(table);
    bytes[this.#end + 1] = batchDeeds.indexOf(deed);
    bytes.writeUInt16BE(key.length, this.#end + 2);
    bytes.writeUInt32BE(row.length, this.#end + 4);
    bytes.set(key, this.#end + HEADER_BYTES);
    bytes.set(row, this.#end + HEADER_BYTES + key.length);
    this.#end = end;
  }

  #grow(atLeast: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(atLeast, this.#bytes.length * 2));
    this.#bytes.copy(bytes, 0, 0, this.#end);
    this.#bytes = bytes;
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

/** The rows of a batch, as views into it. */
export function* readBatch(batch: Uint8Array): Generator<PackedRow> {
  const bytes = Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength);
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
