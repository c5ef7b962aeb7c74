import { base64urlEncode, sha256 } from '@minglu/protocol';
import { fromBER, Integer, OctetString, type Sequence } from 'asn1js';
import { AlgorithmIdentifier, type Certificate, ContentInfo, MessageImprint, SignedData, TimeStampReq } from 'pkijs';
import { DepartmentError } from '../department-error.ts';
import { exact } from '../seal/seal-certificate.ts';
import type { KnownAuthority } from './known-authority.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const MAX_ANSWER_BYTES = 16_384;
const ATTEMPTS = 2;

export interface TimeStamperOptions {
  /** One whose certificate is another's is not taken. */
  readonly authority: KnownAuthority;
  readonly timeoutMs: number;
  randomBytes(length: number): Uint8Array;
  /** Told why a document goes without. */
  onMissing(code: 'stamp-unreachable' | 'stamp-refused'): void;
}

/**
 * Asks a time-stamp authority for a token over a signature. A document does not wait for an authority that is away: the
 * statute's days run whether or not it is, and the ledger gives the document a time of its own.
 */
export class TimeStamper {
  readonly #options: TimeStamperOptions;

  constructor(options: TimeStamperOptions) {
    this.#options = options;
  }

  /** DER of the token; nothing where none could be had. */
  async stamp(signature: Uint8Array): Promise<Uint8Array | undefined> {
    let code: 'stamp-unreachable' | 'stamp-refused' = 'stamp-unreachable';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        return await this.#ask(signature);
      } catch (error) {
        code = error instanceof DepartmentError && error.code === 'stamp-refused' ? error.code : 'stamp-unreachable';
      }
    }
    this.#options.onMissing(code);
    return undefined;
  }

  async #ask(signature: Uint8Array): Promise<Uint8Array> {
    const { authority, timeoutMs, randomBytes } = this.#options;
    const expected = await authority.get();
    const nonce = Uint8Array.from(randomBytes(8));
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
    const response = await fetch(authority.url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: requestFor(sha256(signature), nonce),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new DepartmentError('stamp-refused', { status: response.status });
    const answer = new Uint8Array(await response.arrayBuffer());
    if (answer.length > MAX_ANSWER_BYTES) throw new DepartmentError('stamp-refused');
    return tokenIn(answer, nonce, expected);
  }
}

/** @param expected fingerprint of the authority's certificate */
function tokenIn(answer: Uint8Array, nonce: Uint8Array, expected: string): Uint8Array {
  try {
    const [status, token] = (fromBER(exact(answer)).result as Sequence).valueBlock.value as [Sequence, Sequence];
    const [code] = status.valueBlock.value as [Integer];
    const der = new Uint8Array(token.toBER(false));
    const isGranted = code.valueBlock.valueDec <= 1;
    const certificate = certificateIn(der);
    // The nonce makes an answer of yesterday worthless to whoever stands between.
    const isFresh = Buffer.from(der).includes(Buffer.from(nonce));
    if (isGranted && isFresh && certificate === expected) return der;
  } catch {
    // Falls through: whatever it was, it is no answer.
  }
  throw new DepartmentError('stamp-refused');
}

function requestFor(digest: Uint8Array, nonce: Uint8Array): ArrayBuffer {
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: SHA256 });
  const hashedMessage = new OctetString({ valueHex: exact(digest) });
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({ hashAlgorithm, hashedMessage }),
    nonce: new Integer({ valueHex: exact(nonce) }),
    certReq: true,
  });
  return request.toSchema().toBER(false);
}

function certificateIn(token: Uint8Array): string {
  const data = new SignedData({ schema: new ContentInfo({ schema: fromBER(exact(token)).result }).content });
  const [certificate] = data.certificates ?? [];
  return base64urlEncode(sha256(new Uint8Array((certificate as Certificate).toSchema().toBER(false))));
}
