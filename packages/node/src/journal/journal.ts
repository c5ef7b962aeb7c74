/** A journal entry: a block as it was ordered, encoded by the caller. */
export interface JournalRecord {
  readonly height: number;
  readonly payload: Uint8Array;
}

/** What opening did about a torn end, for the operator's log: no acknowledged record was in it. */
export interface JournalNote {
  readonly file: string;
  readonly offset: number;
  readonly bytesDropped: number;
}

/**
 * The last blocks, durable before anything is derived from them. One writer, one `fdatasync` a record; records are written
 * one after the other, so only the very last can be torn by a power cut.
 */
export interface Journal {
  /** Empty journal: undefined. */
  heights(): { readonly first: number; readonly last: number } | undefined;
  /**
   * Resolves when the record is on disk. Heights go up by one (`out-of-order` else; any height begins an empty
   * journal). After a failed write or sync every call rejects with `halted`: what the disk holds is then unknown.
   */
  append(record: JournalRecord): Promise<void>;
  /** The records of `fromHeight` and above, in order. Not while appending. */
  read(fromHeight: number): AsyncIterable<JournalRecord>;
  /**
   * Deletes the segments that hold nothing above `height`: call it with what log store and state have durably. A small
   * newest one stays.
   */
  trim(height: number): Promise<void>;
  close(): Promise<void>;
}
