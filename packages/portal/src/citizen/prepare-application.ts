import { buildSidecar, discloseCommitment, type JsonObject, type Signer, signTransaction } from '@minglu/protocol';
import { createCaseKey, indexedDbKeyStore, nameAttachments, randomId, seal, sealContentKeys } from '@minglu/sdk';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { PREMISES } from '../forms/premises.ts';
import { departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { findServiceIn } from '../server/office.ts';
import type { Service } from '../server/service.ts';
import type { Session } from '../session/session.ts';
import { findCase, type StoredCase } from '../store/case-store.ts';
import { actAsHolder } from './act-as-holder.ts';

/** What happens between pressing the button and the answer, in order. */
export const submissionStages = ['upload', 'key', 'attest', 'seal', 'send', 'check'] as const;
export type SubmissionStage = (typeof submissionStages)[number];

/** What differs where an officer fills in the form for somebody at the counter. */
export interface CounterPart {
  /** The key that goes on paper: this browser stores it nowhere. */
  readonly signer: Signer;
  /** Salt of the operator's commitment, found again from the paper alone. */
  readonly salt: string;
  /** Whoever applies for the operator, as their own document said. */
  readonly agent?: { readonly token: string; readonly name: string };
}

interface Preparation {
  readonly chain: string;
  readonly service: Service;
  readonly draft: ApplicationDraft;
  readonly session: Pick<Session, 'department' | 'departmentName' | 'endpoint' | 'token'>;
  readonly counter?: CounterPart;
  readonly attestTimeoutMs: number;
  entered(stage: SubmissionStage): void;
}

const HOUR_MS = 3_600_000;

/**
 * Makes the signed transaction and its sidecar. A key of its own for each case: nothing in the public log joins two
 * applications of one person. The operator's name leaves this browser only sealed to the deciding organ.
 */
export async function prepareApplication(preparation: Preparation): Promise<StoredCase> {
  const { chain, draft, session, counter, entered } = preparation;
  const service = findServiceIn(preparation.service, draft.region);
  if (service === undefined) throw new PortalError('region-not-served');
  if (!service.attesters.includes(session.department))
    throw new PortalError('attester-other', { department: session.departmentName });
  if (service.sealingKey === undefined) throw new PortalError('sealing-key-missing');
  entered('key');
  const signer = counter?.signer ?? (await createCaseKey(indexedDbKeyStore()));
  const id = randomId();
  entered('attest');
  const department = departmentAt(session.endpoint, preparation.attestTimeoutMs);
  const holder = signer.publicKey.kid;
  const asked = { chain, service: service.id, case: id, holder, sealTo: service.sealingKey };
  const own = await department.attestSealed({ ...asked, token: session.token });
  const agent = counter?.agent;
  const agents =
    agent === undefined ? [] : [await department.attestSealed({ ...asked, token: agent.token, as: 'agent' })];
  if (draft.previous !== undefined) await nameSuccessor(draft.previous, holder);
  entered('seal');
  const operator = { salt: counter?.salt ?? randomId(), value: draft.operator.trim() };
  const pages = draft.premises ?? [];
  const keys = pages.length === 0 ? {} : { [PREMISES]: await sealContentKeys(pages, service.sealingKey) };
  const sealed = {
    operator: await seal(operator.value, service.sealingKey),
    ...(agent === undefined ? {} : { agent: await seal(agent.name, service.sealingKey) }),
    ...Object.fromEntries([own, ...agents].flatMap((one) => Object.entries(one.sealed))),
    ...keys,
  };
  const plain: JsonObject = {
    ...(pages.length === 0 ? {} : { attachments: nameAttachments(pages) }),
    ...(counter === undefined ? {} : { channel: 'counter' }),
    // 授权委托书 (实施细则 14, 16): seen at the counter by the officer whom the attestation names.
    ...(agent === undefined ? {} : { agent: true, mandate: 'seen' }),
  };
  const sidecar = buildSidecar({
    salt: randomId(),
    attestations: [own, ...agents].map(({ attestation }) => attestation),
    sealed,
    plain,
  });
  const shown = { tradeName: draft.tradeName.trim(), scope: draft.scope, region: draft.region };
  const commitment = discloseCommitment(operator.salt, operator.value);
  const manual = draft.path === 'manual';
  const previous = draft.previous === undefined ? {} : { previous: draft.previous };
  const body = { service: service.id, ...shown, operator: commitment, manual, ...previous };
  const createdAt = Date.now();
  const deed = { chain, id, deed: 'cases.submit', notAfter: createdAt + HOUR_MS, body, sidecar };
  const transaction = await signTransaction(deed, signer, { embedKey: true });
  const documents = pages.length === 0 ? {} : { attachments: pages };
  return { id, service: service.id, createdAt, kid: holder, body: shown, operator, ...documents, transaction, sidecar };
}

/** The old case's key says that the new one may refer to it; nobody else can hang an application on somebody's case. */
async function nameSuccessor(previous: string, kid: string): Promise<void> {
  const stored = await findCase(previous);
  if (stored === undefined) throw new PortalError('key-missing');
  await actAsHolder(stored, 'cases.refile', { kid });
}
