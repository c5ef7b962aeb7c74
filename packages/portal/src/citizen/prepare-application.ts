import { buildSidecar, discloseCommitment, type JsonObject, signTransaction } from '@minglu/protocol';
import { createCaseKey, indexedDbKeyStore, randomId, seal } from '@minglu/sdk';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { findServiceIn } from '../server/office.ts';
import type { Service } from '../server/service.ts';
import type { Session } from '../session/session.ts';
import { findCase, type StoredCase } from '../store/case-store.ts';
import { actAsHolder } from './act-as-holder.ts';

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
  const { chain, draft, session, entered } = preparation;
  const service = findServiceIn(preparation.service, draft.region);
  if (service === undefined) throw new PortalError('region-not-served');
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
  if (draft.previous !== undefined) await nameSuccessor(draft.previous, holder);
  entered('seal');
  const operator = { salt: randomId(), value: draft.operator.trim() };
  const sealed = await sealAll({ ...draft.sealed, operator: operator.value }, service.sealingKey);
  const sidecar = buildSidecar({ salt: randomId(), attestations: [attestation], sealed, plain: {} });
  const own = draft.fields === undefined ? {} : { fields: draft.fields };
  const shown = { tradeName: draft.tradeName.trim(), scope: draft.scope, region: draft.region, ...own };
  const commitment = discloseCommitment(operator.salt, operator.value);
  const manual = draft.path === 'manual';
  const previous = draft.previous === undefined ? {} : { previous: draft.previous };
  const body = { service: service.id, ...shown, operator: commitment, manual, ...previous };
  const createdAt = Date.now();
  const deed = { chain, id, deed: 'cases.submit', notAfter: createdAt + HOUR_MS, body, sidecar };
  const transaction = await signTransaction(deed, signer, { embedKey: true });
  return { id, service: service.id, createdAt, kid: holder, body: shown, operator, transaction, sidecar };
}

async function sealAll(texts: Readonly<Record<string, string>>, key: JsonObject): Promise<Record<string, string>> {
  const sealed = Object.entries(texts).map(async ([name, text]) => [name, await seal(text, key)] as const);
  return Object.fromEntries(await Promise.all(sealed));
}

/** The old case's key says that the new one may refer to it; nobody else can hang an application on somebody's case. */
async function nameSuccessor(previous: string, kid: string): Promise<void> {
  const stored = await findCase(previous);
  if (stored === undefined) throw new PortalError('key-missing');
  await actAsHolder(stored, 'cases.refile', { kid });
}
