import { equalBytes } from '../encoding/bytes.ts';
import { hexEncode } from '../encoding/hex.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { ProtocolError } from '../errors.ts';
import type { CheckSignature } from '../keys/check-signature.ts';
import type { SealCertificate } from './certificate.ts';
import { contentOf, type Der, insideOf, OCTET_STRING, oidOf, readDer } from './der.ts';
import { timeOf } from './der-time.ts';
import { findFault, readSignedData } from './signed-data.ts';

const TST_INFO = '2a864886f70d0109100104';
const SHA256 = '608648016503040201';
const EXTENDED_KEY_USAGE = '551d25';
/** SEQUENCE { id-kp-timeStamping }, and nothing beside it (RFC 3161, 2.3). */
const TIME_STAMPING_ONLY = '300a06082b06010505070308';

/** What a time-stamp authority states: that the stamped bytes were there at `timeMs`. */
export interface TimeStamp {
  readonly timeMs: number;
  /** base64url of SHA-256 over the authority's certificate. */
  readonly authority: string;
  readonly authorityName: string;
}

/**
 * Checks an RFC 3161 token over `stamped` by the certificate inside it; whether that authority is one to believe is for
 * the caller to weigh. Throws `document-stamp {part}`, `document-malformed`.
 */
export async function checkTimeStamp(
  token: Der,
  stamped: Uint8Array,
  { checkSignature, hash = sha256 }: { readonly checkSignature: CheckSignature; readonly hash?: HashFunction },
): Promise<TimeStamp> {
  const data = readSignedData(token, hash);
  if (data.contentType !== TST_INFO || data.content === undefined) throw bad('form');
  const [, , imprint, , time] = insideOf(readDer(data.content));
  const [algorithm, digest] = insideOf(imprint);
  if (oidOf(insideOf(algorithm)[0]) !== SHA256) throw bad('form');
  if (!equalBytes(contentOf(digest, OCTET_STRING), hash(stamped))) throw bad('imprint');
  const fault = await findFault(data, hash(data.content), checkSignature);
  if (fault !== undefined) throw bad(fault);
  const timeMs = timeOf(time);
  const { certificate } = data;
  if (!mayStamp(certificate) || timeMs < certificate.notBeforeMs || timeMs > certificate.notAfterMs)
    throw bad('certificate');
  return { timeMs, authority: certificate.fingerprint, authorityName: certificate.organisation };
}

function mayStamp({ extensions }: SealCertificate): boolean {
  const usage = extensions.get(EXTENDED_KEY_USAGE);
  return usage?.isCritical === true && hexEncode(usage.value) === TIME_STAMPING_ONLY;
}

function bad(part: string): ProtocolError {
  return new ProtocolError('document-stamp', { part });
}
