/** What the ledger gives a contract, at its smallest. */
export const smallInput =
  '{"service":"s","version":1,"facts":{"identity-level":2},"body":{"tradeName":"小店"},"plain":{},"time":1}';
