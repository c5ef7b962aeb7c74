import { base64urlEncode } from '../encoding/base64url.ts';
import { concatBytes, equalBytes } from '../encoding/bytes.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import type { CheckSignature } from '../keys/check-signature.ts';
import { normalizeLowS } from '../keys/low-s.ts';
import { ECDSA_WITH_SHA256, isSelfSigned, readCertificate, type SealCertificate } from './certificate.ts';
import {
  contentOf,
  type Der,
  insideOf,
  isSame,
  malformed,
  OCTET_STRING,
  oidOf,
  rawSignature,
  readDer,
  SEQUENCE,
  SET,
} from './der.ts';

const SIGNED_DATA = '2a864886f70d010702';
const SHA256 = '608648016503040201';
const CONTENT_TYPE = '2a864886f70d010903';
const MESSAGE_DIGEST = '2a864886f70d010904';
const SIGNING_CERTIFICATE_V2 = '2a864886f70d010910022f';
const CONTEXT_0 = 0xa0;
const CONTEXT_1 = 0xa1;

/** A CMS SignedData (RFC 5652) with one signer and that signer's certificate in it. Nothing in it is checked yet. */
export interface SignedData {
  readonly contentType: string;
  /** What is signed, where it is inside. */
  readonly content: Uint8Array | undefined;
  readonly certificate: SealCertificate;
  /** By object identifier in hex. */
  readonly signed: ReadonlyMap<string, Der>;
  readonly unsigned: ReadonlyMap<string, Der>;
  /** The attributes as they were signed. */
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Which part of a signed message does not hold. */
export type SignedDataFault = 'digest' | 'signature' | 'certificate';

/** Throws `document-malformed`. */
export function readSignedData(der: Der, hash: HashFunction = sha256): SignedData {
  const [type, wrapped] = insideOf(der);
  if (oidOf(type) !== SIGNED_DATA || wrapped?.tag !== CONTEXT_0) throw malformed();
  const [, , content, ...rest] = insideOf(readDer(wrapped.value));
  const [contentType, inner] = insideOf(content);
  const certificates = insideOf(
    rest.find(({ tag }) => tag === CONTEXT_0),
    CONTEXT_0,
  );
  const signers = insideOf(rest.at(-1), SET);
  const [signer] = signers;
  if (signers.length !== 1) throw malformed();
  const [, sid, digest, attributes, algorithm, signature, unsigned] = insideOf(signer);
  if (oidOf(insideOf(digest)[0]) !== SHA256 || oidOf(insideOf(algorithm)[0]) !== ECDSA_WITH_SHA256) throw malformed();
  if (attributes?.tag !== CONTEXT_0) throw malformed();
  const [issuer, serial] = insideOf(sid);
  const known = certificates.map((one) => readCertificate(one, hash));
  const certificate = known.find((one) => isSame(one.issuer, issuer) && isSame(one.serial, serial));
  if (certificate === undefined) throw malformed();
  return {
    contentType: oidOf(contentType),
    content: inner === undefined ? undefined : contentOf(readDer(inner.value), OCTET_STRING),
    certificate,
    signed: attributesOf(attributes, CONTEXT_0),
    unsigned: unsigned === undefined ? new Map() : attributesOf(unsigned, CONTEXT_1),
    // Signed as a SET OF, not under the tag they travel with (RFC 5652, 5.4).
    signedBytes: concatBytes(Uint8Array.of(SET), attributes.whole.subarray(1)),
    signature: contentOf(signature, OCTET_STRING),
  };
}

/** What does not hold of a signature over content of this SHA-256, if anything; the certificate is held against itself alone. */
export async function findFault(
  { certificate, signed, signedBytes, signature, contentType }: SignedData,
  digest: Uint8Array,
  check: CheckSignature,
): Promise<SignedDataFault | undefined> {
  const stated = signed.get(MESSAGE_DIGEST);
  if (stated === undefined || !equalBytes(contentOf(stated, OCTET_STRING), digest)) return 'digest';
  if (oidOf(signed.get(CONTENT_TYPE)) !== contentType) return 'digest';
  if (!(await check(certificate.key, signedBytes, normalizeLowS(rawSignature(signature))))) return 'signature';
  if (certificateNamedBy(signed.get(SIGNING_CERTIFICATE_V2)) !== certificate.fingerprint) return 'certificate';
  return (await isSelfSigned(certificate, check)) ? undefined : 'certificate';
}

/** The SHA-256 of the first ESSCertIDv2 (RFC 5035), in base64url: SHA-256 is its default, and then left out. */
function certificateNamedBy(attribute: Der | undefined): string {
  const [list] = insideOf(attribute);
  const [first] = insideOf(list);
  const parts = insideOf(first);
  const hash = parts.find(({ tag }) => tag === OCTET_STRING);
  const algorithm = parts[0]?.tag === SEQUENCE ? oidOf(insideOf(parts[0])[0]) : SHA256;
  return hash === undefined || algorithm !== SHA256 ? '' : base64urlEncode(hash.value);
}

function attributesOf(set: Der, tag: number): ReadonlyMap<string, Der> {
  const found = new Map<string, Der>();
  for (const attribute of insideOf(set, tag)) {
    const [type, values] = insideOf(attribute);
    const [value, ...more] = insideOf(values, SET);
    const name = oidOf(type);
    // Two values, or an attribute twice: readers would not agree on which one counts.
    if (value === undefined || more.length > 0 || found.has(name)) throw malformed();
    found.set(name, value);
  }
  return found;
}
