/** What a chain begins with, kept in its home: whoever dies while founding founds the same chain again. */
export interface Founding {
  /** Of block 0, milliseconds since the epoch. */
  readonly time: number;
  readonly transactions: readonly string[];
}

export const FOUNDING_FILE = 'founding.json';
