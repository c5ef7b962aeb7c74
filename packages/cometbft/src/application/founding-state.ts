import { hash } from 'node:crypto';
import type { EngineMark } from './engine-mark.ts';

/**
 * What the engine's genesis file holds for the application: which ledger, and where it stood. A node whose ledger stands elsewhere
 * does not begin.
 */
export function foundingState(chain: string, { ledgerHeight, appHash }: Omit<EngineMark, 'height'>): string {
  return JSON.stringify({ chain, height: ledgerHeight, root: Buffer.from(appHash).toString('hex') });
}

/** The engine's name of the chain, which may not be longer than 50 characters. */
export function chainIdOf(chain: string): string {
  return `minglu-${hash('sha256', chain).slice(0, 40)}`;
}
