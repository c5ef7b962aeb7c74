/** The public part of an application, as the ledger's deed `cases.submit` has it. */
export interface Application {
  readonly service: string;
  readonly tradeName: string;
  /** GB/T 4754-2017 codes. */
  readonly scope: readonly string[];
  /** GB/T 2260, six digits. */
  readonly region: string;
  /** Salted commitment to the operator's name. */
  readonly operator: string;
  /** The person chose to be handled by an officer. */
  readonly manual: boolean;
}
