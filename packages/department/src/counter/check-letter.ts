import {
  base64urlDecode,
  checkSignaturePure,
  isJsonObject,
  isLowS,
  type JsonObject,
  type PublicKey,
  parseStrictJsonObject,
  utf8Decode,
  utf8Encode,
} from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

/** Of a document read at a counter; an auditor's and another organ's officer's have their own, so that none is ever taken for another. */
const TYPE = 'minglu-counter+v0';
const LETTER = /^[\w-]+\.[\w-]+\.[\w-]{86}$/;
/** How long a letter may have been on its way; the two clocks may differ by as much. */
const FRESH_MS = 60_000;

/** An officer's signed request at another department's door. */
export interface CounterLetter {
  /** Thumbprint of the officer's registered key. */
  readonly kid: string;
  readonly payload: JsonObject;
  readonly nonce: string;
}

export interface LetterCheck {
  readonly chain: string;
  /** The organisation it must be written to. */
  readonly audience: string;
  readonly nowMs: number;
  readonly type?: 'minglu-audit+v0' | 'minglu-officer+v0';
  /** The key on the ledger, when it may be used for such a letter now. */
  keyOf(kid: string): Promise<PublicKey | undefined>;
}

/**
 * Reads a letter: compact JWS, header exactly `{"alg","typ","kid"}`, payload with `chain`, `audience`, `nonce`, `at`. The
 * algorithm is the registered key's, never the header's choice. Throws `letter-malformed`, `letter-stale`, `letter-not-signed`.
 */
export async function checkLetter(letter: string, check: LetterCheck): Promise<CounterLetter> {
  if (!LETTER.test(letter)) throw new DepartmentError('letter-malformed');
  const [head = '', body = '', signature = ''] = letter.split('.');
  const header = readPart(head);
  const payload = readPart(body);
  const { kid } = header;
  if (Object.keys(header).join() !== 'alg,typ,kid' || header.typ !== (check.type ?? TYPE) || typeof kid !== 'string')
    throw new DepartmentError('letter-malformed');
  const { chain, audience, nonce, at } = payload;
  if (chain !== check.chain || audience !== check.audience) throw new DepartmentError('letter-malformed');
  if (typeof nonce !== 'string' || typeof at !== 'number') throw new DepartmentError('letter-malformed');
  if (Math.abs(at - check.nowMs) > FRESH_MS) throw new DepartmentError('letter-stale');
  const key = await check.keyOf(kid);
  const bytes = decode(signature);
  const isSound = key !== undefined && header.alg === key.suite && (key.suite !== 'ES256' || isLowS(bytes));
  if (!isSound || !(await checkSignaturePure(key, utf8Encode(`${head}.${body}`), bytes)))
    throw new DepartmentError('letter-not-signed');
  return { kid, payload, nonce };
}

function readPart(part: string): JsonObject {
  try {
    const value = parseStrictJsonObject(utf8Decode(base64urlDecode(part)));
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through: which encoding was wrong is of no use to whoever sent it.
  }
  throw new DepartmentError('letter-malformed');
}

function decode(text: string): Uint8Array {
  try {
    return base64urlDecode(text);
  } catch {
    throw new DepartmentError('letter-malformed');
  }
}
