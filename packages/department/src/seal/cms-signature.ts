import { sha256 } from '@minglu/protocol';
import { type AsnType, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
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

const SIGNATURE_TIME_STAMP = '1.2.840.113549.1.9.16.2.14';

export interface CmsOptions {
  /** DER of the certificate of `key`; it goes along. */
  readonly certificate: Uint8Array;
  readonly key: SealKey;
  /** What is signed, where it travels inside, and what it is; a document's bytes stand outside. */
  readonly content?: { readonly type: string; readonly bytes: Uint8Array };
  /** Asked for a time stamp on the signature's own bytes, in DER; nothing where none can be had. */
  stamp?(signature: Uint8Array): Promise<Uint8Array | undefined>;
}

/**
 * A CMS SignedData (RFC 5652) over content of this SHA-256, as PAdES B-B and B-T want it (ETSI EN 319 142-1, 6.3):
 * content-type, message-digest and signing-certificate-v2 (RFC 5035) are signed, the certificate goes along, and no
 * signing-time stands here, for the PDF's own entry says it. DER; without a stamp the same input gives the same bytes (RFC 6979).
 */
export async function signCms(digest: Uint8Array, options: CmsOptions): Promise<Uint8Array> {
  const { content, certificate: certificateDer, key, stamp } = options;
  const certificate = new Certificate({ schema: fromBER(exact(certificateDer)).result });
  const sha = new AlgorithmIdentifier({ algorithmId: SHA256 });
  const contentType = content?.type ?? DATA;
  const signedAttrs = attributes(0, [
    [CONTENT_TYPE, new ObjectIdentifier({ value: contentType })],
    [MESSAGE_DIGEST, new OctetString({ valueHex: exact(digest) })],
    [SIGNING_CERTIFICATE_V2, signingCertificate(certificateDer)],
  ]);
  const signature = derSignature(key.signer.sign(signedBytes(signedAttrs)));
  const token = await stamp?.(signature);
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: sha,
    signedAttrs,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 }),
    signature: new OctetString({ valueHex: exact(signature) }),
    ...(token === undefined
      ? {}
      : { unsignedAttrs: attributes(1, [[SIGNATURE_TIME_STAMP, fromBER(exact(token)).result]]) }),
  });
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: contentType });
  // Set afterwards: the constructor would cut it into pieces, which is BER and not DER.
  if (content !== undefined) encapContentInfo.eContent = new OctetString({ valueHex: exact(content.bytes) });
  const signed = new SignedData({
    // 3 where the content is not plain data (RFC 5652, 5.1).
    version: content === undefined ? 1 : 3,
    digestAlgorithms: [sha],
    encapContentInfo,
    certificates: [certificate],
    signerInfos: [signer],
  });
  const info = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
}

function attributes(type: 0 | 1, pairs: readonly (readonly [string, AsnType])[]): SignedAndUnsignedAttributes {
  return new SignedAndUnsignedAttributes({
    type,
    attributes: pairs.map(([name, value]) => new Attribute({ type: name, values: [value] })),
  });
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
