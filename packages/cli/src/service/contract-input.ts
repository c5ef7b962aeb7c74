import type { SampleApplication } from '@minglu/city';
import type { ServiceManifest } from '@minglu/service-kit';

/** 32 zero bytes in base64url: a commitment to nothing, for samples. */
export const NO_COMMITMENT = 'A'.repeat(43);
/** 2026-06-01 10:00 in Shanghai: samples have one time, so that their answers never change. */
export const SAMPLE_TIME = 1_780_279_200_000;

/** What the ledger would tell the contract about a sample. */
export function mergedInput(
  { id, version, registration }: ServiceManifest,
  { facts, answers }: Pick<SampleApplication, 'facts' | 'answers'>,
): string {
  const ledger = registration === undefined ? {} : { ledger: { 'name-is-taken': false } };
  const body = submissionBody(id, answers);
  return JSON.stringify({ service: id, version, facts, ...ledger, body, plain: {}, time: SAMPLE_TIME });
}

/** Body of `cases.submit`. */
export function submissionBody(service: string, answers: SampleApplication['answers'], manual = false) {
  const { tradeName, region, scope = [], fields } = answers;
  const own = fields === undefined ? {} : { fields };
  return { service, tradeName, scope, region, operator: NO_COMMITMENT, manual, ...own };
}
