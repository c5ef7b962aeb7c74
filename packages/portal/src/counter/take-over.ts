import { discloseCommitment } from '@minglu/protocol';
import { importCaseKey, indexedDbKeyStore, webCryptoCheck } from '@minglu/sdk';
import { checkEvidence } from '../proof/check-evidence.ts';
import { api } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { saveCase } from '../store/case-store.ts';
import { type PaperCode, saltOf } from './paper-code.ts';

type Trust = Parameters<typeof checkEvidence>[1];

/**
 * Brings a case from paper to this device: the key into its store, from where it cannot be read again, and the answers
 * out of the log's own proven record. Throws `paper-key-other` where the key is not this case's, `paper-name-other`
 * where the name is not the one that was written on the form.
 */
export async function takeOver({ id, secret, operator }: Required<PaperCode>, trust: Trust): Promise<void> {
  const { receipt } = await api.get('/api/transactions/{id}', { id });
  const finding = await checkEvidence(receipt, trust, webCryptoCheck);
  if (finding.kind !== 'receipt' || finding.receipt.transaction.id !== id) throw new PortalError('receipt-not-ours');
  const { kid, body } = finding.receipt.transaction;
  const { service, tradeName, scope, region, operator: commitment } = body as unknown as FiledBody;
  const store = indexedDbKeyStore();
  const known = await store.find(kid);
  const imported = await importCaseKey(store, secret);
  if (imported !== kid) {
    await store.remove(imported);
    throw new PortalError('paper-key-other');
  }
  const opens = { salt: saltOf(secret), value: operator.trim() };
  if (discloseCommitment(opens.salt, opens.value) !== commitment) {
    if (known === undefined) await store.remove(kid);
    throw new PortalError('paper-name-other');
  }
  const shown = { tradeName, scope, region };
  const sent = { transaction: '', sidecar: '', receipt };
  await saveCase({ id, service, createdAt: Date.now(), kid, body: shown, operator: opens, ...sent });
}

interface FiledBody {
  readonly service: string;
  readonly tradeName: string;
  readonly scope: readonly string[];
  readonly region: string;
  readonly operator: string;
}
