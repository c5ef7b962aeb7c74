import { base64urlEncode } from '../encoding/base64url.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { ProtocolError } from '../errors.ts';
import { type CheckSignature, checkSignaturePure } from '../keys/check-signature.ts';
import { readDer } from './der.ts';
import { findSealPlace } from './seal-place.ts';
import { findFault, readSignedData } from './signed-data.ts';
import { checkTimeStamp, type TimeStamp } from './time-stamp.ts';

const DATA = '2a864886f70d010701';
const SIGNATURE_TIME_STAMP = '2a864886f70d010910020e';
const KEY_USAGE = '551d0f';
const FAULTS = {
  digest: 'document-digest',
  signature: 'document-signature',
  certificate: 'document-certificate',
} as const;

export interface SealOptions {
  readonly checkSignature?: CheckSignature;
  readonly hash?: HashFunction;
}

/** A 文书 whose seal holds. Whose seal it is the certificate claims and the ledger says. */
export interface SealedDocument {
  /** base64url of SHA-256 over the file: its name in the ledger, `document/<digest>`. */
  readonly digest: string;
  /** base64url of SHA-256 over the certificate. */
  readonly certificate: string;
  /** As the certificate has it. */
  readonly organ: string;
  readonly sealName: string;
  /** Nothing where none was made: what was sealed before there were stamps, or while the authority was away. */
  readonly stamp: TimeStamp | undefined;
}

/** Whether these bytes say of themselves that they are a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte);
}

/**
 * Checks the seal of a PDF: PAdES B-B, and B-T where it bears a time stamp (ETSI EN 319 142-1). Throws a ProtocolError
 * `document-*` with the part that failed.
 */
export async function readSealedDocument(bytes: Uint8Array, options: SealOptions = {}): Promise<SealedDocument> {
  const { checkSignature = checkSignaturePure, hash = sha256 } = options;
  const { covered, signature } = findSealPlace(bytes);
  const der = readDer(signature);
  // Zeros fill the room that the signature did not need; anything else there would be unsigned bytes.
  if (signature.subarray(der.whole.length).some((byte) => byte !== 0)) throw new ProtocolError('document-range');
  const data = readSignedData(der, hash);
  if (data.contentType !== DATA || data.content !== undefined) throw new ProtocolError('document-malformed');
  const fault = await findFault(data, hash(covered), checkSignature);
  if (fault !== undefined) throw new ProtocolError(FAULTS[fault]);
  const { certificate } = data;
  if (!certificate.extensions.has(KEY_USAGE)) throw new ProtocolError('document-certificate');
  const token = data.unsigned.get(SIGNATURE_TIME_STAMP);
  const stamp = token === undefined ? undefined : await checkTimeStamp(token, data.signature, { checkSignature, hash });
  if (stamp !== undefined && (stamp.timeMs < certificate.notBeforeMs || stamp.timeMs > certificate.notAfterMs))
    throw new ProtocolError('document-certificate');
  return {
    digest: base64urlEncode(hash(bytes)),
    certificate: certificate.fingerprint,
    organ: certificate.organisation,
    sealName: certificate.commonName,
    stamp,
  };
}
