import type { BlockTransaction } from '@minglu/ledger';
import type { Authenticator } from './authenticator.ts';
import { reviveSidecar, reviveTransaction } from './revive.ts';

/** A transaction as it travelled, once every signature of it was found good. Rejects with the authenticator's codes. */
export async function authenticTransaction(
  authenticator: Pick<Authenticator, 'authenticate'>,
  jws: string,
  sidecarText: string | undefined,
): Promise<BlockTransaction> {
  const authenticity = await authenticator.authenticate(jws, sidecarText);
  const transaction = reviveTransaction(jws, authenticity);
  const commitment = transaction.sidecarCommitment ?? '';
  const sidecar = sidecarText === undefined ? undefined : reviveSidecar(sidecarText, commitment, authenticity);
  return { transaction, sidecar };
}
