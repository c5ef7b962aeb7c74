import { buildSidecar, discloseCommitment, signTransaction } from '@minglu/protocol';
import { createCaseKey, indexedDbKeyStore, randomId, seal } from '@minglu/sdk';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import type { Service } from '../server/service.ts';
import type { Session } from '../session/session.ts';
import type { StoredCase } from '../store/case-store.ts';

/** What happens between pressing the button and the answer, in order. */
export const submissionStages = ['key', 'attest', 'seal', 'send', 'check'] as const;
export type SubmissionStage = (typeof submissionStages)[number];

interface Preparation {
  readonly chain: string;
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly session: Session;
  readonly attestTimeoutMs: number;
  entered(stage: SubmissionStage): void;
}

const HOUR_MS = 3_600_000;

/**
 * Makes the signed transaction and its sidecar. A key of its own for each case: nothing in the public log joins two
 * applications of one person. The operator's name leaves this browser only sealed to the deciding organ.
 */
export async function prepareApplication(preparation: Preparation): Promise<StoredCase> {
  const { chain, service, draft, session, entered } = preparation;
  if (!service.attesters.includes(session.department))
    throw new PortalError('attester-other', { department: session.departmentName });
  if (service.sealingKey === undefined) throw new PortalError('sealing-key-missing');
  entered('key');
  const signer = await createCaseKey(indexedDbKeyStore());
  const id = randomId();
  entered('attest');
  const department = departmentAt(session.endpoint, preparation.attestTimeoutMs);
  const holder = signer.publicKey.kid;
  const attestation = await department.attest({ token: session.token, chain, service: service.id, case: id, holder });
  entered('seal');
  const operator = { salt: randomId(), value: draft.operator.trim() };
  const sealed = { operator: await seal(operator.value, service.sealingKey) };
  const sidecar = buildSidecar({ salt: randomId(), attestations: [attestation], sealed, plain: {} });
  const shown = { tradeName: draft.tradeName.trim(), scope: draft.scope, region: draft.region };
  const commitment = discloseCommitment(operator.salt, operator.value);
  const body = { service: service.id, ...shown, operator: commitment, manual: draft.path === 'manual' };
  const createdAt = Date.now();
  const deed = { chain, id, deed: 'cases.submit', notAfter: createdAt + HOUR_MS, body, sidecar };
  const transaction = await signTransaction(deed, signer, { embedKey: true });
  return { id, service: service.id, createdAt, kid: holder, body: shown, operator, transaction, sidecar };
}
