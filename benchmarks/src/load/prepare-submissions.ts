import { randomBytes } from 'node:crypto';
import {
  type AttestationStatement,
  attestBatch,
  base64urlEncode,
  buildSidecar,
  discloseCommitment,
  type JsonObject,
  type Signer,
  signTransaction,
} from '@minglu/protocol';
import { type FilledForm, fillForm } from './applicants.ts';
import { newCaseKey } from './native-citizen.ts';
import type { Submission } from './submission.ts';

export interface Attester {
  readonly organisation: string;
  readonly signer: Signer;
  readonly facts: AttestationStatement['facts'];
}

export interface ApplicantPlan {
  readonly chain: string;
  readonly service: string;
  /** Each states what it alone knows, in an attestation of its own. */
  readonly attesters: readonly Attester[];
  /** What goes sealed beside the application of this operator; made anew for each, as each browser does. */
  sealFor(operator: string): string;
}

/** What a department's 5 ms window holds at the rates measured here; see decision 0001. */
const ATTESTATION_BATCH = 32;
const HOUR_MS = 3_600_000;

interface Applicant {
  readonly id: string;
  readonly key: Signer;
  readonly form: FilledForm;
}

const random = (bytes: number): string => base64urlEncode(randomBytes(bytes));

/** Signed, attested applications of `count` different people, each with a key and a name of its own. */
export async function prepareSubmissions(plan: ApplicantPlan, count: number): Promise<Submission[]> {
  const submissions: Submission[] = [];
  while (submissions.length < count) {
    const size = Math.min(ATTESTATION_BATCH, count - submissions.length);
    const applicants = Array.from({ length: size }, applicant);
    const attested = await Promise.all(
      plan.attesters.map((attester) =>
        attestBatch(
          applicants.map((one) => statement(plan, attester, one)),
          attester.signer,
        ),
      ),
    );
    for (const [at, one] of applicants.entries()) {
      const own = attested.map((batch) => batch[at] ?? {});
      submissions.push(await application(plan, one, own));
    }
  }
  return submissions;
}

function applicant(): Applicant {
  return { id: random(16), key: newCaseKey(), form: fillForm() };
}

function statement(plan: ApplicantPlan, attester: Attester, one: Applicant): AttestationStatement {
  const now = Date.now();
  return {
    chain: plan.chain,
    issuer: attester.organisation,
    case: one.id,
    holder: one.key.publicKey.kid,
    service: plan.service,
    facts: attester.facts,
    issuedAt: now,
    expiresAt: now + HOUR_MS,
    nonce: random(16),
  };
}

async function application(
  plan: ApplicantPlan,
  one: Applicant,
  attestations: readonly JsonObject[],
): Promise<Submission> {
  const { operator, ...form } = one.form;
  const sealed = { operator: plan.sealFor(operator) };
  const sidecar = buildSidecar({ salt: random(16), attestations, sealed, plain: {} });
  const body: JsonObject = {
    service: plan.service,
    tradeName: form.tradeName,
    scope: form.scope,
    region: form.region,
    fields: { composition: 'personal', 'premises-kind': 'address', premises: '示范路1号' },
    operator: discloseCommitment(random(16), operator),
    manual: false,
  };
  const notAfter = Date.now() + HOUR_MS;
  const draft = { chain: plan.chain, id: one.id, deed: 'cases.submit', notAfter, body, sidecar };
  return { id: one.id, jws: await signTransaction(draft, one.key, { embedKey: true }), sidecar };
}
