/** Particulars of an individual business beside name, activities and region: public, for the licence carries them (实施细则 23). */
export interface Particulars {
  /** 组成形式: run by one person, or by a family. */
  readonly composition?: string;
  /** Premises at an address, or the network premises of an e-commerce platform (条例 11). */
  readonly 'premises-kind'?: string;
  readonly premises?: string;
}

/** The public part of an application, as the ledger's deed `cases.submit` has it. */
export interface Application {
  readonly service: string;
  /** Absent where no name is used (实施细则 6). */
  readonly tradeName?: string;
  /** GB/T 4754-2017 codes. */
  readonly scope: readonly string[];
  /** GB/T 2260, six digits. */
  readonly region: string;
  readonly fields?: Particulars;
  /** Salted commitment to the operator's name. */
  readonly operator: string;
  /** The person chose to be handled by an officer. */
  readonly manual: boolean;
}
