import {
  type CheckSignature,
  parseTrustFile,
  type Trust,
  type VerifiedLicence,
  type VerifiedReceipt,
  verifyLicenceFile,
  verifyLicenceProof,
  verifyReceipt,
} from '@minglu/protocol';
import { type Failure, failureOf } from '../server/failure.ts';
import { type EvidenceKind, evidenceKind } from './evidence-kind.ts';

/** What was found in a file. `changed` accuses; `unknown` does not; `absent` is proved, not merely unanswered. */
export type Finding =
  | {
      readonly kind: 'licence';
      readonly licence: VerifiedLicence;
      readonly operator: string | undefined;
      readonly tookMs: number;
    }
  | { readonly kind: 'absent'; readonly licence: VerifiedLicence; readonly tookMs: number }
  | { readonly kind: 'receipt'; readonly receipt: VerifiedReceipt; readonly tookMs: number }
  | { readonly kind: 'trust'; readonly trust: Trust }
  | { readonly kind: 'changed'; readonly claimed: EvidenceKind; readonly failure: Failure }
  | { readonly kind: 'foreign'; readonly failure: Failure }
  | { readonly kind: 'unknown' };

/** Another log's file is not a changed one: only the trust does not cover it. */
const foreignCodes = new Set(['checkpoint-origin', 'checkpoint-not-signed', 'checkpoint-quorum', 'receipt-chain']);

/** Checks a file against a trust file. Never throws: whatever a stranger dropped ends in a finding. */
export async function checkEvidence(text: string, trust: Trust, checkSignature: CheckSignature): Promise<Finding> {
  const claimed = evidenceKind(text);
  if (claimed === 'unknown') return { kind: 'unknown' };
  const options = { trust, checkSignature };
  const begun = performance.now();
  try {
    if (claimed === 'trust-file') return { kind: 'trust', trust: await parseTrustFile(text, { checkSignature }) };
    if (claimed === 'receipt') {
      const receipt = await verifyReceipt(text, options);
      return { kind: 'receipt', receipt, tookMs: performance.now() - begun };
    }
    const file = claimed === 'licence-file' ? await verifyLicenceFile(text, options) : undefined;
    const licence = file ?? (await verifyLicenceProof(text, options));
    const tookMs = performance.now() - begun;
    if (licence.licence === undefined) return { kind: 'absent', licence, tookMs };
    return { kind: 'licence', licence, operator: file?.disclosures.operator, tookMs };
  } catch (error) {
    const failure = failureOf(error);
    return foreignCodes.has(failure.code) ? { kind: 'foreign', failure } : { kind: 'changed', claimed, failure };
  }
}
