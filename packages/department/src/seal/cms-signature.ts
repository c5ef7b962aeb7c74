import { sha256 } from '@minglu/protocol';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { derSignature } from './der-signature.ts';
import { exact, type SealKey } from './seal-certificate.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/**
 * A detached CMS SignedData (RFC 5652) over content of this SHA-256, as PAdES B-B wants it (ETSI EN 319 142-1, 6.3):
 * content-type, message-digest and signing-certificate-v2 (RFC 5035) are signed, the certificate goes along, and no
 * signing-time stands here, for the PDF's own entry says it. DER; the same input gives the same bytes (RFC 6979).
 */
export function signDetached(digest: Uint8Array, certificateDer: Uint8Array, key: SealKey): Uint8Array {
  const certificate = new Certificate({ schema: fromBER(exact(certificateDer)).result });
  const sha = new AlgorithmIdentifier({ algorithmId: SHA256 });
  const signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
      new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: exact(digest) })] }),
      new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [signingCertificate(certificateDer)] }),
    ],
  });
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: sha,
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 }),
    signature: new OctetString({ valueHex: exact(derSignature(key.signer.sign(signedBytes(signedAttrs)))) }),
  });
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [sha],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: [certificate],
    signerInfos: [signer],
  });
  const info = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
}

/** ESSCertIDv2 with SHA-256, its default, left out as DER wants. */
function signingCertificate(der: Uint8Array): Sequence {
  const hash = new OctetString({ valueHex: exact(sha256(der)) });
  return new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [hash] })] })] });
}

/** What is signed are the attributes as a SET OF, not under the tag they travel with (RFC 5652, 5.4). */
function signedBytes(attributes: SignedAndUnsignedAttributes): Uint8Array {
  const bytes = new Uint8Array(attributes.toSchema().toBER(false));
  bytes[0] = 0x31;
  return bytes;
}
