import { randomBytes } from 'node:crypto';
import { prepareSubmissions } from '../load/prepare-submissions.ts';
import { sealerFor } from '../load/seal-natively.ts';
import type { Submission } from '../load/submission.ts';
import { attesters, CHAIN, departments, ORGAN, serviceId } from '../platform/bench-identity.ts';

const SEALED_BYTES = 16_000;

/** Applications with sidecars of nearly the largest size: a few of them fill what holds thousands of others. */
export async function bigSubmissions(count: number): Promise<Submission[]> {
  const seal = sealerFor(departments.find(({ id }) => id === ORGAN)?.sealingJwk ?? {});
  const sealFor = (): string => seal(randomBytes(SEALED_BYTES / 2).toString('hex'));
  return await prepareSubmissions({ chain: CHAIN, service: serviceId, attesters: attesters(), sealFor }, count);
}
