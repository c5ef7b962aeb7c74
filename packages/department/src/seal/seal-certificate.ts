import { createPublicKey } from 'node:crypto';
import type { JsonObject, SecretSigner } from '@minglu/protocol';
import { BitString, fromBER, Integer, PrintableString, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  Time,
} from 'pkijs';
import { derSignature } from './der-signature.ts';

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';
const COUNTRY = '2.5.4.6';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** digitalSignature and nonRepudiation (RFC 5280, 4.2.1.3). */
const SIGNS_DOCUMENTS = new Uint8Array([0xc0]);
const TEN_YEARS_MS = 3_650 * 86_400_000;

export interface SealKey {
  readonly signer: SecretSigner;
  readonly publicJwk: JsonObject;
}

export interface CertificateOptions {
  readonly key: SealKey;
  /** Full name of the organ. */
  readonly organ: string;
  /** As 样章: a certificate of a demonstration says so in its subject. */
  readonly words: string;
  readonly fromMs: number;
  /** 16 random bytes. */
  readonly serial: Uint8Array;
  /** Left out: it seals documents. A time-stamp authority's key may do nothing else (RFC 3161, 2.3). */
  readonly use?: 'time-stamp';
}

/**
 * A self-signed X.509 certificate (RFC 5280) of the organ's document key, in DER. Nobody vouches for it: it names the
 * key and says what it is; in earnest a certificate of an electronic seal authority takes its place.
 */
export async function makeSealCertificate({
  key,
  organ,
  words,
  fromMs,
  serial,
  use,
}: CertificateOptions): Promise<Uint8Array> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: positive(serial) });
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: COUNTRY, value: new PrintableString({ value: 'CN' }) }),
      new AttributeTypeAndValue({ type: ORGANISATION, value: new Utf8String({ value: organ }) }),
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: `${organ} ${words}` }) }),
    );
  }
  certificate.notBefore = new Time({ value: wholeSecond(fromMs) });
  certificate.notAfter = new Time({ value: wholeSecond(fromMs + TEN_YEARS_MS) });
  certificate.subjectPublicKeyInfo.fromSchema(fromBER(spkiOf(key.publicJwk)).result);
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new BasicConstraints({ cA: false }).toSchema().toBER(false)),
    extension(KEY_USAGE, new BitString({ valueHex: SIGNS_DOCUMENTS.buffer, unusedBits: 6 }).toBER(false)),
    ...(use === undefined ? [] : [extension(EXTENDED_KEY_USAGE, timeStamping())]),
  ];
  const algorithm = new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 });
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  const signed = new Uint8Array(certificate.encodeTBS().toBER(false));
  certificate.tbsView = signed;
  certificate.signatureValue = new BitString({ valueHex: exact(derSignature(key.signer.sign(signed))) });
  return new Uint8Array(certificate.toSchema(true).toBER(false));
}

function timeStamping(): ArrayBuffer {
  return new ExtKeyUsage({ keyPurposes: [TIME_STAMPING] }).toSchema().toBER(false);
}

function extension(extnID: string, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue });
}

function spkiOf(jwk: JsonObject): ArrayBuffer {
  const der = createPublicKey({ key: jwk as Record<string, string>, format: 'jwk' }).export({
    type: 'spki',
    format: 'der',
  });
  return exact(der);
}

/** A serial number is a positive INTEGER: the top bit is sign. */
function positive(bytes: Uint8Array): ArrayBuffer {
  const copy = Uint8Array.from(bytes);
  copy[0] = ((copy[0] ?? 0) & 0x3f) | 0x40;
  return exact(copy);
}

function wholeSecond(timeMs: number): Date {
  return new Date(Math.floor(timeMs / 1_000) * 1_000);
}

export function exact(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
