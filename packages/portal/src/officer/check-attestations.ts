import {
  type Attestation,
  base64urlEncode,
  type JsonObject,
  parsePublicJwk,
  parseSidecar,
  parseStrictJsonObject,
  type Sidecar,
  sha256,
  utf8Encode,
} from '@minglu/protocol';
import { readVerifiedState, webCryptoCheck } from '@minglu/sdk';
import { api } from '../server/api.ts';
import type { Officer } from './use-officer.ts';

type Trust = Parameters<typeof readVerifiedState>[2];

/** `revoked`: it verified once, and the department's key has been revoked since. */
export type AttestationFinding = 'verified' | 'revoked' | 'false';

const SEALED: Readonly<Record<string, string>> = {
  'id-number-sealed': 'id-number',
  'agent-id-number-sealed': 'agent-id-number',
};

/**
 * Whether each attestation of a case still verifies, looked at here and not at the server: its path, its signature, the
 * department's key by a proven read of the state, and that the envelopes beside it are those it speaks of.
 */
export async function checkAttestations(
  officer: Officer,
  id: string,
  trust: Trust,
): Promise<readonly AttestationFinding[]> {
  const { sidecar: text } = await officer.client.get('/api/cases/{id}/papers/{transaction}', { id, transaction: id });
  if (text === null) return [];
  const sidecar = parseSidecar(text);
  return Promise.all(sidecar.attestations.map((one) => check(one, sidecar, id, trust)));
}

async function check(one: Attestation, { sealed }: Sidecar, id: string, trust: Trust): Promise<AttestationFinding> {
  const { value } = await readVerifiedState(api, `key/${one.batchKid}`, trust);
  if (value === null) return 'false';
  const { jwk, org, status } = parseStrictJsonObject(value);
  const key = parsePublicJwk(jwk as JsonObject);
  const { statement } = one;
  const isSigned = await webCryptoCheck(key, one.batchSigningInput, one.batchSignature);
  const isBound = Object.entries(SEALED).every(
    ([fact, name]) => statement.facts[fact] === undefined || statement.facts[fact] === digestOf(sealed[name] ?? ''),
  );
  const isSound =
    isSigned && isBound && org === statement.issuer && statement.case === id && key.suite === one.batchSuite;
  if (!isSound) return 'false';
  return status === 'active' ? 'verified' : 'revoked';
}

function digestOf(envelope: string): string {
  return base64urlEncode(sha256(utf8Encode(envelope)));
}
