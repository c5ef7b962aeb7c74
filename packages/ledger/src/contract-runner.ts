/** The port through which a contract is executed; a sandbox stands behind it, the ledger never sees how. */
export interface ContractRunner {
  /**
   * @param contract SHA-256 (hex) of the contract's text
   * @param input strict JSON `{service,version,facts,ledger?,body,plain,time}`; `ledger` is `{"name-is-taken":…}`, for
   *   services under a procedure: what the ledger itself knows, apart from what departments attest
   * @returns strict JSON `{"decision":"grant"|"propose"|"ask","trace":[…]}`; it may throw: the case then goes to a person
   */
  run(contract: string, input: string): string;
}
