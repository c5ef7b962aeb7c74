import type { SampleApplication } from '@minglu/city';
import type { JsonObject } from '@minglu/protocol';
import type { ServiceManifest } from '@minglu/service-kit';

/** 32 zero bytes in base64url: a commitment to nothing, for samples. */
export const NO_COMMITMENT = 'A'.repeat(43);
const NO_DIGEST = '0'.repeat(64);
const SAMPLE_NUMBER = '92990101MA00000000';
/** 2026-06-01 10:00 in Shanghai: samples have one time, so that their answers never change. */
export const SAMPLE_TIME = 1_780_279_200_000;

/** What the ledger would tell the contract about a sample. */
export function mergedInput(
  manifest: ServiceManifest,
  { facts, answers, licences, ...beside }: Omit<SampleApplication, 'decision'>,
): string {
  const { id, version, registration } = manifest;
  const name = registration === undefined ? {} : { 'name-is-taken': false };
  const named = licenceFields(manifest).length === 0 ? {} : { licences: licences ?? {} };
  const known = { ...name, ...named };
  const ledger = Object.keys(known).length === 0 ? {} : { ledger: known };
  const numbers = Object.fromEntries(licenceFields(manifest).map((field) => [field, SAMPLE_NUMBER]));
  const body = submissionBody(id, withNumbers(answers, numbers));
  return JSON.stringify({ service: id, version, facts, ...ledger, body, plain: plainOf(beside), time: SAMPLE_TIME });
}

/** Public fields that name a licence: a fixture leaves them out, the story's ledger has numbers for them. */
export function licenceFields({ publicFields }: Pick<ServiceManifest, 'publicFields'>): string[] {
  return publicFields.flatMap(({ name, value }) => (value?.kind === 'licence' ? [name] : []));
}

export function withNumbers(
  answers: SampleApplication['answers'],
  numbers: Readonly<Record<string, string>>,
): SampleApplication['answers'] {
  return Object.keys(numbers).length === 0 ? answers : { ...answers, fields: { ...answers.fields, ...numbers } };
}

/** What a sidecar says openly: papers by what they show, and how many people a group has. */
export function plainOf({ counts, papers = [] }: Pick<SampleApplication, 'counts' | 'papers'>): JsonObject {
  const attachments = papers.map((kind) => ({ kind, digest: NO_DIGEST, bytes: 1, mediaType: 'image/jpeg' }));
  return { ...(attachments.length === 0 ? {} : { attachments }), ...counts };
}

/** Body of `cases.submit`. */
export function submissionBody(service: string, answers: SampleApplication['answers'], manual = false) {
  const { tradeName, region, scope = [], fields } = answers;
  const own = fields === undefined ? {} : { fields };
  return { service, tradeName, scope, region, operator: NO_COMMITMENT, manual, ...own };
}
