import { createHash } from 'node:crypto';

/**
 * Six digits by which a person can name an officer without knowing who it is: the same on every line of every door, and
 * another in another organ. Keys stand in the public register anyway; the organ finds the officer by it.
 */
export function officerNumber(org: string, kid: string): string {
  const drawn = createHash('sha256').update(`minglu officer\n${org}\n${kid}`).digest().readUInt32BE(0);
  return String(100_000 + (drawn % 900_000));
}
