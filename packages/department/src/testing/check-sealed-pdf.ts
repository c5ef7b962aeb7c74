import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import type { AsnType } from 'asn1js';
import { fromBER } from 'asn1js';
import { type Certificate, ContentInfo, SignedData } from 'pkijs';

/** What somebody finds who holds a sealed PDF against its own signature, with no part of the sealing code. */
export interface SealFinding {
  readonly isWhole: boolean;
  readonly isDigestRight: boolean;
  readonly isSignatureRight: boolean;
  readonly isCertificateNamed: boolean;
  readonly subject: string;
}

/** Reads byte range and CMS out of the file, and judges them by node:crypto. */
export function checkSealedPdf(bytes: Uint8Array): SealFinding {
  const text = Buffer.from(bytes).toString('latin1');
  const numbers = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(text)?.slice(1).map(Number) ?? [];
  const [from = 0, first = 0, second = 0, rest = 0] = numbers;
  const covered = Buffer.concat([bytes.subarray(from, first), bytes.subarray(second, second + rest)]);
  const der = Buffer.from(text.slice(first + 1, second - 1), 'hex');
  const cms = new SignedData({ schema: new ContentInfo({ schema: fromBER(Uint8Array.from(der)).result }).content });
  const [signer] = cms.signerInfos;
  const attributes = signer?.signedAttrs;
  const enclosed = (cms.certificates ?? [])[0] as Certificate;
  const certificate = new X509Certificate(Buffer.from(enclosed.toSchema().toBER(false)));
  const signed = Buffer.from(attributes?.toSchema().toBER(false) ?? new ArrayBuffer(0));
  signed[0] = 0x31;
  const attributeOf = (type: string) => attributes?.attributes.find((one) => one.type === type)?.values[0] as AsnType;
  const hex = (value: AsnType) => Buffer.from(value.toBER(false)).toString('hex');
  const key = createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' }) as string);
  const signature = Buffer.from(signer?.signature.valueBlock.valueHexView ?? new Uint8Array());
  const digest = createHash('sha256').update(covered).digest('hex');
  const print = createHash('sha256').update(certificate.raw).digest('hex');
  return {
    isWhole: from === 0 && second + rest === bytes.length && text[first] === '<' && text[second - 1] === '>',
    isDigestRight: hex(attributeOf('1.2.840.113549.1.9.4')).endsWith(digest),
    isSignatureRight: verify('sha256', signed, key, signature),
    isCertificateNamed: hex(attributeOf('1.2.840.113549.1.9.16.2.47')).includes(print),
    subject: certificate.subject,
  };
}
