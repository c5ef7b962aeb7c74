import type { Signer } from '@minglu/protocol';
import { type Client, createPaperKey, submitSigned, webCryptoCheck } from '@minglu/sdk';
import type { Asked } from '../citizen/attest-everywhere.ts';
import { prepareApplication } from '../citizen/prepare-application.ts';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import { checkEvidence } from '../proof/check-evidence.ts';
import { api } from '../server/api.ts';
import type { CityDepartment } from '../server/city.ts';
import { type Failure, PortalError } from '../server/failure.ts';
import type { Service } from '../server/service.ts';
import type { StoredCase } from '../store/case-store.ts';
import { uploadPages } from '../vault/upload-pages.ts';
import { type PaperCode, saltOf } from './paper-code.ts';
import type { CounterPerson } from './read-document.ts';

export interface CounterApplication {
  readonly chain: string;
  readonly service: Service;
  readonly draft: ApplicationDraft;
  /** The first one keeps the register of persons. */
  readonly registers: readonly [CityDepartment, ...CityDepartment[]];
  readonly person: CounterPerson;
  readonly agent: CounterPerson | undefined;
  asked(departments: readonly Asked[]): void;
}

/** A signed application and the key that signed it: in the page's memory, and from there on paper. */
export interface SignedAtCounter {
  readonly prepared: StoredCase;
  readonly code: PaperCode;
  readonly signer: Signer;
}

type Trust = Parameters<typeof checkEvidence>[1];

const ATTEST_TIMEOUT_MS = 90_000;

/**
 * The same application as from a phone: same form, contract and deed, signed by a key of its own. That key is made here,
 * goes on paper, and is stored nowhere on the officer's machine; what comes back is all that is left of it.
 */
export async function signAtCounter(application: CounterApplication): Promise<SignedAtCounter> {
  const { chain, service, draft, registers, person, agent, asked } = application;
  const [register] = registers;
  const { signer, secret } = await createPaperKey();
  const prepared = await prepareApplication({
    departments: registers,
    ...{ chain, service, draft, attestTimeoutMs: ATTEST_TIMEOUT_MS, asked, entered: () => undefined },
    session: {
      department: register.id,
      departmentName: register.name,
      endpoint: register.endpoint,
      token: person.token,
      person: '',
      tokens: person.tokens,
    },
    counter: { signer, salt: saltOf(secret), ...(agent === undefined ? {} : { agent }) },
  });
  return { prepared, signer, code: { id: prepared.id, secret, operator: prepared.operator.value } };
}

/** What is sent, by whose leave the pages are stored: an officer's uploads count by the organ. */
export interface CounterSubmission {
  readonly signed: SignedAtCounter;
  readonly draft: ApplicationDraft;
  readonly trust: Trust;
  readonly client: Client;
}

/** Sent as often as it takes: the same bytes take effect once. Throws the refusal of the chain, and what the way there throws. */
export async function sendFromCounter({
  signed: { prepared },
  draft,
  trust,
  client,
}: CounterSubmission): Promise<void> {
  await uploadPages(draft.premises ?? [], undefined, client);
  const { outcome, receipt } = await submitSigned(api, prepared.transaction, prepared.sidecar);
  if (outcome.refused !== undefined) throw new PortalError(outcome.refused, (outcome.facts ?? {}) as Failure['facts']);
  const finding = await checkEvidence(receipt, trust, webCryptoCheck);
  if (finding.kind !== 'receipt' || finding.receipt.transaction.id !== prepared.id)
    throw new PortalError('receipt-not-ours');
}
