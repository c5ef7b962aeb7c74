import { sha256 } from '@minglu/protocol';
import { BitString, fromBER, Integer, Sequence } from 'asn1js';
import { Accuracy, TimeStampReq, TSTInfo } from 'pkijs';
import { signCms } from '../seal/cms-signature.ts';
import { exact, type SealKey } from '../seal/seal-certificate.ts';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SHA256 = '2.16.840.1.101.3.4.2.1';
/** Of this demonstration: a time without a promise (ISO arc 2.25, a UUID of its own). */
const POLICY = '2.25.214713584922518164';
const GRANTED = 0;
const REJECTED = 2;
/** badAlg and badDataFormat (RFC 3161, 2.4.2), as bits. */
const FAILURES = { algorithm: Uint8Array.of(0x80), form: Uint8Array.of(0x04) } as const;

export interface AuthorityOptions {
  readonly key: SealKey;
  /** DER. */
  readonly certificate: Uint8Array;
  clock(): number;
  randomBytes(length: number): Uint8Array;
}

/** Answers an RFC 3161 request with a response, both DER. It sees a hash and a time, and never a document. */
export async function answerStampRequest(request: Uint8Array, options: AuthorityOptions): Promise<Uint8Array> {
  let asked: TimeStampReq;
  try {
    asked = new TimeStampReq({ schema: fromBER(exact(request)).result });
  } catch {
    return rejection('form');
  }
  const { messageImprint, nonce } = asked;
  if (
    messageImprint.hashAlgorithm.algorithmId !== SHA256 ||
    messageImprint.hashedMessage.valueBlock.valueHexView.length !== 32
  )
    return rejection('algorithm');
  const { clock, randomBytes, key, certificate } = options;
  const serial = Uint8Array.from(randomBytes(16));
  // Positive, and no zero in front: one number has one form.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const info = new TSTInfo({
    version: 1,
    policy: POLICY,
    messageImprint,
    serialNumber: new Integer({ valueHex: exact(serial) }),
    genTime: new Date(Math.floor(clock() / 1_000) * 1_000),
    accuracy: new Accuracy({ seconds: 1 }),
    ...(nonce === undefined ? {} : { nonce }),
  });
  const bytes = new Uint8Array(info.toSchema().toBER(false));
  const token = await signCms(sha256(bytes), { key, certificate, content: { type: TST_INFO, bytes } });
  return new Uint8Array(new Sequence({ value: [status(GRANTED), fromBER(exact(token)).result] }).toBER(false));
}

function rejection(reason: keyof typeof FAILURES): Uint8Array {
  const failure = new BitString({ valueHex: exact(FAILURES[reason]), unusedBits: reason === 'algorithm' ? 7 : 2 });
  return new Uint8Array(new Sequence({ value: [status(REJECTED, failure)] }).toBER(false));
}

function status(code: number, ...more: BitString[]): Sequence {
  return new Sequence({ value: [new Integer({ value: code }), ...more] });
}
