/** A JSON value; own words, so that a contract needs nothing but this package. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What the ledger tells a contract about one application. */
export interface ContractInput<Body> {
  readonly service: string;
  readonly version: number;
  /** Attested for this case; a fact nobody attested, or departments disagree about, is not there. */
  readonly facts: { readonly [name: string]: Json };
  /** What the ledger itself knows, attested by nobody; there for services under a procedure. */
  readonly ledger?: {
    /** Another business of this region has the name, or one that is compared the same. */
    readonly 'name-is-taken': boolean;
  };
  /** The public part of the application, its shape checked. */
  readonly body: Body;
  /** Codes from the sidecar: not public, and checked by nobody yet. */
  readonly plain: { readonly [name: string]: Json };
  /** Time of the block, milliseconds. */
  readonly time: number;
}
