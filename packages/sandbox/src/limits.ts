/** What one call may use. Nodes of one chain must have the same ones, or outcomes differ. */
export interface SandboxLimits {
  /** Units of gas for one call: turns of the engine's loops, and entries into its functions. */
  readonly callGas: number;
  /** Units of gas for reading a contract's text and running it once. */
  readonly loadGas: number;
  /** In UTF-16 code units. */
  readonly contractLength: number;
  /** In UTF-16 code units. */
  readonly inputLength: number;
  /** In UTF-16 code units; no longer than the ledger reads. */
  readonly outputLength: number;
}

export const defaultLimits: SandboxLimits = {
  callGas: 5_000_000,
  loadGas: 20_000_000,
  contractLength: 1_048_576,
  inputLength: 65_536,
  outputLength: 32_768,
};
