import type { StoredCase } from './case-store.ts';

/** Whether a button is worth showing: the holder may do everything that is his, an agent what the mandate names, until it ends. */
export function mayAct({ represented }: Pick<StoredCase, 'represented'>, deed: string, nowMs = Date.now()): boolean {
  return represented === undefined || (represented.until > nowMs && represented.deeds.includes(deed));
}
