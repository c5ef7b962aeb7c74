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
import { newCaseKey } from './native-citizen.ts';
import type { Submission } from './submission.ts';

export interface ApplicantPlan {
  readonly chain: string;
  readonly service: string;
  readonly region: string;
  readonly scope: readonly string[];
  readonly attester: { readonly organisation: string; readonly signer: Signer };
  readonly sealed: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What a department's 5 ms window holds at the rates measured here; see decision 0001. */
const ATTESTATION_BATCH = 32;
const HOUR_MS = 3_600_000;

interface Applicant {
  readonly id: string;
  readonly key: Signer;
  readonly name: string;
}

const random = (bytes: number): string => base64urlEncode(randomBytes(bytes));

/** Signed, attested applications of `count` different people, each with a key and a name of its own. */
export async function prepareSubmissions(plan: ApplicantPlan, count: number): Promise<Submission[]> {
  const submissions: Submission[] = [];
  while (submissions.length < count) {
    const size = Math.min(ATTESTATION_BATCH, count - submissions.length);
    const applicants = Array.from({ length: size }, (_, at) => applicant(submissions.length + at));
    const attestations = await attestBatch(
      applicants.map((one) => statement(plan, one)),
      plan.attester.signer,
    );
    for (const [at, one] of applicants.entries())
      submissions.push(await application(plan, one, attestations[at] ?? {}));
  }
  return submissions;
}

function applicant(serial: number): Applicant {
  return { id: random(16), key: newCaseKey(), name: `晨光${serial.toString(36)}号小吃店` };
}

function statement(plan: ApplicantPlan, one: Applicant): AttestationStatement {
  return {
    chain: plan.chain,
    issuer: plan.attester.organisation,
    case: one.id,
    holder: one.key.publicKey.kid,
    service: plan.service,
    facts: { 'identity-level': 2, 'age-at-least-18': true },
    issuedAt: plan.now,
    expiresAt: plan.now + HOUR_MS,
    nonce: random(16),
  };
}

async function application(plan: ApplicantPlan, one: Applicant, attestation: JsonObject): Promise<Submission> {
  const sidecar = buildSidecar({ salt: random(16), attestations: [attestation], sealed: plan.sealed, plain: {} });
  const body: JsonObject = {
    service: plan.service,
    tradeName: one.name,
    scope: plan.scope,
    region: plan.region,
    operator: discloseCommitment(random(16), one.name),
    manual: false,
  };
  const draft = { chain: plan.chain, id: one.id, deed: 'cases.submit', notAfter: plan.now + HOUR_MS, body, sidecar };
  return { id: one.id, jws: await signTransaction(draft, one.key, { embedKey: true }), sidecar };
}
