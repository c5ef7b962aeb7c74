/** One key of state as the tree knows it. */
export interface StateLeaf {
  /** SHA-256 of the key; 32 bytes. */
  readonly path: Uint8Array;
  /** SHA-256 of the value text; 32 bytes. */
  readonly valueHash: Uint8Array;
}

/** [path, value hash]; null takes the key out. Of several with one path the last counts. */
export type StateTreeChange = readonly [path: Uint8Array, valueHash: Uint8Array | null];
