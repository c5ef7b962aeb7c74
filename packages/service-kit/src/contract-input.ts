/** A JSON value; own words, so that a contract needs nothing but this package. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A licence as the register has it at this moment. */
export interface NamedLicence {
  readonly status: 'valid' | 'suspended' | 'ceased' | 'closed' | 'withdrawn' | 'annulled' | 'revoked' | 'changed';
  readonly region: string;
  readonly scope: readonly string[];
  readonly tradeName?: string;
  /** Its holder showed it for this application; anybody can type a number that is public. */
  readonly isShown: boolean;
}

/** What an application about a licence wants. */
export interface MatterInput {
  readonly kind: 'change' | 'closing';
  /** Number of the licence. */
  readonly licence: string;
  /** Members of the licence that are to change, and particulars that went sealed to the office. */
  readonly items?: readonly string[];
  readonly ground?: string;
  /** It comes so many days after it happened, where that is more than the law gives. */
  readonly afterDays?: number;
}

/** What the ledger tells a contract about one application. */
export interface ContractInput<Body> {
  readonly service: string;
  readonly version: number;
  /** Attested for this case; a fact nobody attested, or departments disagree about, is not there. */
  readonly facts: { readonly [name: string]: Json };
  /** What the ledger itself knows, attested by nobody. */
  readonly ledger?: {
    /** Registrations: another business of this region has the name, or one that is compared the same. */
    readonly 'name-is-taken'?: boolean;
    /** Licences that the application names, by field; one that is not there, or of another kind, is missing. */
    readonly licences?: { readonly [field: string]: NamedLicence };
    /** Of matters about a licence: its status, whether it is listed as abnormal, whether its registration is being looked into. */
    readonly 'licence-status'?: string;
    readonly 'is-listed'?: boolean;
    readonly 'is-investigated'?: boolean;
  };
  /** The public part of the application, its shape checked. */
  readonly body: Body;
  /** There for an application about a licence; `body` is then the licence as it is to be. */
  readonly matter?: MatterInput;
  /** Codes from the sidecar: not public, and checked by nobody yet. */
  readonly plain: { readonly [name: string]: Json };
  /** Time of the block, milliseconds. */
  readonly time: number;
}
