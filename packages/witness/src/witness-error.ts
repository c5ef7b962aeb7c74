export type WitnessErrorCode =
  | 'configuration-malformed'
  | 'request-malformed'
  | 'origin-unknown'
  | 'checkpoint-not-signed'
  | 'old-size-above-new'
  | 'size-conflict'
  | 'proof-refused'
  | 'clock-behind'
  | 'store-damaged'
  | 'evidence-malformed'
  | 'log-unreachable'
  | 'log-malformed';

export type WitnessFacts = Readonly<Record<string, string | number | boolean>>;

/** Every failure of this package: a closed code with facts. */
export class WitnessError extends Error {
  readonly code: WitnessErrorCode;
  readonly facts: WitnessFacts;

  constructor(code: WitnessErrorCode, facts: WitnessFacts = {}) {
    super(code);
    this.name = 'WitnessError';
    this.code = code;
    this.facts = facts;
  }
}
