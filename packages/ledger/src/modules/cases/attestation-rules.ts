import type { Attestation } from '@minglu/protocol';
import { holdsRole } from '../../access/decide-access.ts';
import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { KeyRecord, ServiceRecord } from '../../state/records.ts';

/**
 * Every attestation must be about this case, by a department this service asks (`besides`: in matters about a licence
 * more of them), under a key that may attest now. The
 * batch's signature is the node's to check; that its key may sign is decided here, by state.
 */
export function attestationsHold(
  service: string,
  context: DeedContext,
  besides: readonly string[] = [],
): Refusal | undefined {
  const record = context.records.find('service', service);
  if (context.sidecar === undefined || record === undefined) return undefined;
  for (const attestation of context.sidecar.attestations) {
    const refusal =
      isAboutThisCase(attestation, service, context) ??
      issuerIsAccepted(attestation, record, besides) ??
      keyMayAttest(attestation, context) ??
      isInForce(attestation, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** An attestation copied from another case, chain, service or holder is somebody else's. */
function isAboutThisCase({ statement }: Attestation, service: string, context: DeedContext): Refusal | undefined {
  const { chain, transaction } = context;
  if (statement.chain !== chain) return refuse('attestation-other-chain');
  if (statement.case !== transaction.id) return refuse('attestation-other-case');
  if (statement.holder !== transaction.kid) return refuse('attestation-other-holder');
  if (statement.service !== service) return refuse('attestation-other-service');
  return undefined;
}

function issuerIsAccepted(
  { statement }: Attestation,
  { attesters }: ServiceRecord,
  besides: readonly string[],
): Refusal | undefined {
  const isAccepted = attesters.includes(statement.issuer) || besides.includes(statement.issuer);
  return isAccepted ? undefined : refuse('attestation-issuer-not-accepted');
}

function keyMayAttest({ batchKid, statement }: Attestation, { records, timeMs }: DeedContext): Refusal | undefined {
  const signing = records.find('key', batchKid);
  const { issuer } = statement;
  if (signing === undefined) return refuse('attestation-key-unknown', { kid: batchKid });
  const kid = isUnderWay(signing, statement.issuedAt, timeMs) ? (signing.next ?? batchKid) : batchKid;
  const key = records.find('key', kid) ?? signing;
  if (key.status !== 'active') return refuse('attestation-key-revoked', { kid: batchKid });
  if (key.org !== issuer) return refuse('attestation-key-of-other-issuer', { kid: batchKid });
  if (holdsRole(records, { kid, key, org: issuer, role: 'attester' }, timeMs)) return undefined;
  return refuse('attestation-role-missing', { kid: batchKid });
}

/** As long as a department's statement is good at most. */
const OVERLAP_MS = 15 * 60_000;

/** Signed before its key was rotated, and brought shortly after: whoever applied meanwhile does not ask again. */
function isUnderWay({ next, lost, since }: KeyRecord, issuedAt: number, timeMs: number): boolean {
  return next !== undefined && lost === undefined && issuedAt <= since && timeMs < since + OVERLAP_MS;
}

function isInForce({ statement }: Attestation, { timeMs }: DeedContext): Refusal | undefined {
  return statement.expiresAt > timeMs ? undefined : refuse('attestation-expired');
}
