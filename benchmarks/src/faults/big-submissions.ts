import { randomBytes } from 'node:crypto';
import { seal } from '@minglu/sdk';
import { prepareSubmissions } from '../load/prepare-submissions.ts';
import type { Submission } from '../load/submission.ts';
import { ATTESTER, benchSigner, CHAIN, departments, serviceId } from '../platform/bench-identity.ts';

const SEALED_BYTES = 16_000;

/** Applications with sidecars of nearly the largest size: a few of them fill what holds thousands of others. */
export async function bigSubmissions(count: number): Promise<Submission[]> {
  const signer = benchSigner('ES256', `attester ${ATTESTER}`);
  const text = randomBytes(SEALED_BYTES / 2).toString('hex');
  const sealed = { operator: await seal(text, departments[1]?.sealingJwk ?? {}) };
  const place = { chain: CHAIN, service: serviceId, region: '330299', scope: ['6210'], sealed };
  return await prepareSubmissions({ ...place, attester: { organisation: ATTESTER, signer }, now: Date.now() }, count);
}
