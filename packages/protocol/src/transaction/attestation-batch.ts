import { base64urlDecode, base64urlEncode } from '../encoding/base64url.ts';
import { formatStrictJson, parseStrictJsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import type { Suite } from '../keys/public-key.ts';
import type { Signer } from '../keys/signer.ts';
import { ATTESTATIONS_TYPE, MAX_BATCH_SIZE } from './attestation.ts';
import { requireLowS, signCompactJws, splitCompactJws } from './compact-jws.ts';
import { isChainName, isDigest } from './identifiers.ts';
import { formatRegisteredHeader, parseRegisteredHeader, registeredForms } from './registered-header.ts';

/** What a department signs: the root of a tree of statements. */
export interface BatchPayload {
  readonly chain: string;
  readonly root: Uint8Array;
  readonly size: number;
}

/** A signed batch, parsed; its signature is not checked. */
export interface AttestationBatch extends BatchPayload {
  readonly suite: Suite;
  readonly kid: string;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

/** As `parseBatch`. */
export type ReadBatch = (jws: string) => AttestationBatch;

const HEADER_FORMS = registeredForms(ATTESTATIONS_TYPE);

/** Reads a batch's compact JWS. Throws `jws-*`, `json-*`, `signature-high-s`, `attestation-batch`. */
export function parseBatch(jws: string): AttestationBatch {
  const { header, payload, signingInput, signature } = splitCompactJws(jws, (lent) =>
    parseRegisteredHeader(HEADER_FORMS, lent),
  );
  const { suite, kid } = header;
  requireLowS(suite, signature);
  return { suite, kid, signingInput, signature, ...parsePayload(payload) };
}

/** Signs a batch with a department's registered key. */
export function signBatch({ chain, root, size }: BatchPayload, signer: Signer): Promise<string> {
  const header = formatRegisteredHeader(ATTESTATIONS_TYPE, signer.publicKey);
  return signCompactJws(header, formatStrictJson({ chain, root: base64urlEncode(root), size }), signer);
}

function parsePayload(text: string): BatchPayload {
  const value = parseStrictJsonObject(text);
  const { chain, root, size } = value;
  const readable =
    Object.keys(value).join() === 'chain,root,size' &&
    typeof chain === 'string' &&
    isChainName(chain) &&
    typeof root === 'string' &&
    isDigest(root) &&
    typeof size === 'number' &&
    size >= 1 &&
    size <= MAX_BATCH_SIZE;
  if (!readable) throw new ProtocolError('attestation-batch');
  return { chain, root: base64urlDecode(root), size };
}
