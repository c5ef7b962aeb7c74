import { base64urlEncode } from '../encoding/base64url.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { utf8Decode } from '../encoding/utf8.ts';
import type { CheckSignature } from '../keys/check-signature.ts';
import { normalizeLowS } from '../keys/low-s.ts';
import { type PublicKey, publicKeyFromBytes } from '../keys/public-key.ts';
import {
  bitsOf,
  contentOf,
  type Der,
  INTEGER,
  insideOf,
  isSame,
  malformed,
  OCTET_STRING,
  oidOf,
  rawSignature,
  readDer,
} from './der.ts';
import { timeOf } from './der-time.ts';

/** id-ecPublicKey with prime256v1, and ecdsa-with-SHA256: the one suite that seals here. */
const EC_PUBLIC_KEY = '2a8648ce3d0201';
const PRIME_256_V1 = '2a8648ce3d030107';
export const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const ORGANISATION = '55040a';
const EXPLICIT_0 = 0xa0;
const EXPLICIT_3 = 0xa3;
const BOOLEAN = 0x01;

interface Extension {
  readonly isCritical: boolean;
  readonly value: Uint8Array;
}

/** An X.509 certificate (RFC 5280) of a P-256 key, as far as a seal and a time stamp need it. */
export interface SealCertificate {
  /** base64url of SHA-256 over its DER. */
  readonly fingerprint: string;
  readonly organisation: string;
  readonly commonName: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly key: PublicKey;
  readonly isSelfIssued: boolean;
  readonly issuer: Der;
  readonly serial: Der;
  /** By object identifier in hex. */
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Throws `document-malformed`, `document-algorithm` for a key of another kind. */
export function readCertificate(der: Der, hash: HashFunction = sha256): SealCertificate {
  const [body, algorithm, signature] = insideOf(der);
  const members = [...insideOf(body)];
  if (members[0]?.tag === EXPLICIT_0) members.shift();
  const [serial, , issuer, validity, subject, keyInfo, ...more] = members;
  const [from, until] = insideOf(validity);
  if (body === undefined || issuer === undefined || serial?.tag !== INTEGER) throw malformed();
  if (oidOf(insideOf(algorithm)[0]) !== ECDSA_WITH_SHA256) throw malformed();
  return {
    fingerprint: base64urlEncode(hash(der.whole)),
    organisation: nameIn(subject, ORGANISATION),
    commonName: nameIn(subject, COMMON_NAME),
    notBeforeMs: timeOf(from),
    notAfterMs: timeOf(until),
    key: keyOf(keyInfo),
    isSelfIssued: isSame(issuer, subject),
    issuer,
    serial,
    extensions: extensionsOf(more.find(({ tag }) => tag === EXPLICIT_3)),
    signed: body.whole,
    signature: bitsOf(signature),
  };
}

/** Whether the certificate's own key signed it: nobody else vouches for it, and the ledger says whose it is. */
export async function isSelfSigned(certificate: SealCertificate, check: CheckSignature): Promise<boolean> {
  const { key, signed, signature, isSelfIssued } = certificate;
  return isSelfIssued && (await check(key, signed, normalizeLowS(rawSignature(signature))));
}

function keyOf(info: Der | undefined): PublicKey {
  const [algorithm, bits] = insideOf(info);
  const [kind, curve] = insideOf(algorithm);
  if (oidOf(kind) !== EC_PUBLIC_KEY || oidOf(curve) !== PRIME_256_V1) throw malformed();
  return publicKeyFromBytes('ES256', bitsOf(bits));
}

/** Text of a name's attribute; the texts written here are UTF-8, and ASCII is UTF-8. */
function nameIn(name: Der | undefined, type: string): string {
  for (const set of insideOf(name)) {
    for (const attribute of insideOf(set, 0x31)) {
      const [oid, text] = insideOf(attribute);
      if (oidOf(oid) === type && text !== undefined) return utf8Decode(text.value);
    }
  }
  return '';
}

function extensionsOf(wrapped: Der | undefined): ReadonlyMap<string, Extension> {
  const found = new Map<string, Extension>();
  if (wrapped === undefined) return found;
  for (const one of insideOf(readDer(wrapped.value))) {
    const [oid, ...rest] = insideOf(one);
    const isCritical = rest[0]?.tag === BOOLEAN && rest[0].value[0] === 0xff;
    found.set(oidOf(oid), { isCritical, value: contentOf(rest.at(-1), OCTET_STRING) });
  }
  return found;
}
