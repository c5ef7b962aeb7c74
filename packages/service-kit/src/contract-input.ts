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
  };
  /** The public part of the application, its shape checked. */
  readonly body: Body;
  /** Codes from the sidecar: not public, and checked by nobody yet. */
  readonly plain: { readonly [name: string]: Json };
  /** Time of the block, milliseconds. */
  readonly time: number;
}
