import {
  base64urlDecode,
  checkSignaturePure,
  isJsonObject,
  isLowS,
  type JsonObject,
  type PublicKey,
  parsePublicJwk,
  parseStrictJson,
  utf8Decode,
  utf8Encode,
} from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

const TYPE = 'minglu-case-proof+v0';
const LENGTH_LIMIT = 4_096;
const SHAPE = 'chain,organisation,case,purpose,at';

/** What a case's key says to this department: the signature covers chain, organ, case, purpose, time and content. */
export interface CaseProof {
  readonly case: string;
  /** Thumbprint of the key that signed. */
  readonly kid: string;
  readonly purpose: string;
  /** The browser's clock, milliseconds. */
  readonly at: number;
  readonly content: JsonObject | undefined;
}

/**
 * Reads a compact JWS of a case key: header exactly `{"alg":"ES256","typ","jwk"}`, payload exactly
 * `{"chain","organisation","case","purpose","at","content"?}`. Throws `proof-malformed`, and `other-chain` for a proof
 * that was made for another chain or another organ. Whose case it is has to be asked of the log's own notes afterwards.
 */
export function readCaseProof(jws: unknown, expected: { chain: string; organisation: string }): CaseProof {
  if (typeof jws !== 'string' || jws.length > LENGTH_LIMIT) throw malformed('jws');
  const [head = '', payload = '', signature = '', ...more] = jws.split('.');
  if (more.length > 0) throw malformed('jws');
  const key = keyOf(readPart(head));
  const body = readPart(payload);
  const members = Object.keys(body).join();
  if (members !== SHAPE && members !== `${SHAPE},content`) throw malformed('payload');
  const { case: caseId, purpose, at, content } = body;
  if (typeof caseId !== 'string' || typeof purpose !== 'string' || typeof at !== 'number') throw malformed('payload');
  if (content !== undefined && !isJsonObject(content)) throw malformed('content');
  if (body.chain !== expected.chain || body.organisation !== expected.organisation)
    throw new DepartmentError('other-chain');
  if (!isSigned(key, `${head}.${payload}`, signature)) throw malformed('signature');
  return { case: caseId, kid: key.kid, purpose, at, content };
}

function keyOf(header: JsonObject): PublicKey {
  if (Object.keys(header).join() !== 'alg,typ,jwk' || header.typ !== TYPE || header.alg !== 'ES256')
    throw malformed('header');
  try {
    const key = parsePublicJwk(header.jwk as JsonObject);
    if (key.suite === 'ES256') return key;
  } catch {
    // Falls through: what exactly is wrong with a key is of no use to whoever sent it.
  }
  throw malformed('jwk');
}

function isSigned(key: PublicKey, input: string, signature: string): boolean {
  try {
    const bytes = base64urlDecode(signature);
    return isLowS(bytes) && checkSignaturePure(key, utf8Encode(input), bytes);
  } catch {
    return false;
  }
}

function readPart(part: string): JsonObject {
  try {
    const value = parseStrictJson(utf8Decode(base64urlDecode(part)));
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through.
  }
  throw malformed('encoding');
}

function malformed(part: string): DepartmentError {
  return new DepartmentError('proof-malformed', { part });
}
