import type { FoundCase } from '../server/ledger.ts';
import { findCase, type StoredCase, saveCase } from '../store/case-store.ts';
import type { Mandate } from './mandate.ts';

/** Deeds by which an application of its own begins, under the transaction's id. */
const APPLICATIONS: ReadonlySet<string> = new Set(['licences.apply-change', 'licences.apply-closing']);

/** Puts what agents filed for the holder among his own cases; gives how many were new. */
export async function adoptMatters(
  stored: StoredCase,
  mandates: readonly Mandate[],
  fetch: (id: string) => Promise<FoundCase>,
): Promise<number> {
  const acts = mandates.flatMap((mandate) => mandate.acts).filter(({ deed }) => APPLICATIONS.has(deed));
  let adopted = 0;
  for (const { transaction: id } of acts) {
    if ((await findCase(id)) !== undefined) continue;
    const { case: record } = await fetch(id);
    if (record.holder !== stored.kid) continue;
    const { service, kid, operator } = stored;
    const body = record.body ?? stored.body;
    await saveCase({ id, service, createdAt: record.submittedAt, kid, body, operator, transaction: '', sidecar: '' });
    adopted += 1;
  }
  return adopted;
}
