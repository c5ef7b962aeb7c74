import type { Client, DepartmentClient } from '@minglu/sdk';

/** Where people act: one chain's API and the departments they go to; time and randomness from whoever plays them. */
export interface Stage {
  readonly chain: string;
  readonly client: Client;
  /** By organisation. */
  readonly departments: Readonly<Record<string, DepartmentClient>>;
  clock(): number;
  randomBytes(length: number): Uint8Array;
}

/** How long a signed deed may wait for its block. */
export const DEED_LIFETIME_MS = 3_600_000;
