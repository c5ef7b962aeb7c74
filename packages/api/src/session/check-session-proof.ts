import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import {
  base64urlDecode,
  isJsonObject,
  isLowS,
  type JsonObject,
  type PublicKey,
  parsePublicJwk,
  parseStrictJson,
  publicJwk,
  utf8Decode,
} from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { readRecord } from '../queries/read-record.ts';
import type { SessionKey } from './session.ts';

const TYPE = 'minglu-session+v0';

/**
 * Checks a signed challenge: header exactly `{"alg","typ","kid"}` for a registered key or `{"alg","typ","jwk"}` for a
 * case key, payload exactly `{"chain","challenge"}`. The algorithm is the key's, never the header's choice.
 */
export const checkSessionProof = (context: ApiContext, jws: string): SessionKey => {
  const [head, payload, signature] = split(jws);
  const header = readPart(head);
  const body = readPart(payload);
  if (Object.keys(body).join() !== 'chain,challenge' || typeof body.challenge !== 'string')
    throw new ApiError('session-malformed', { part: 'payload' });
  if (body.chain !== context.options.chain) throw new ApiError('session-chain');
  const nowMs = context.nowMs();
  context.challenges.check(body.challenge, nowMs);
  const { key, holder } = findKey(context, header);
  const isSigned = checkSignature(key, `${head}.${payload}`, signature);
  // One answer, after the same work: whether a key is known here is not for whoever cannot sign with it.
  if (holder === undefined || (!isSigned && !holder.caseKey)) throw new ApiError('session-key-unknown');
  if (!isSigned) throw new ApiError('session-signature');
  context.challenges.use(body.challenge, nowMs);
  return holder;
};

const split = (jws: string): [string, string, string] => {
  const [head, payload, signature, ...more] = jws.split('.');
  if (head === undefined || payload === undefined || signature === undefined || more.length > 0)
    throw new ApiError('session-malformed', { part: 'jws' });
  return [head, payload, signature];
};

const readPart = (part: string): JsonObject => {
  try {
    const value = parseStrictJson(utf8Decode(base64urlDecode(part)));
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through: which encoding was wrong is of no use to whoever sent it.
  }
  throw new ApiError('session-malformed', { part: 'encoding' });
};

/** Nobody's: what is signed in the name of a key that is not known is checked with it, and refused whatever comes of it. */
const NOBODY = JSON.stringify({
  jwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  org: 'nobody',
  status: 'active',
  since: 0,
});

const nobody = (): JsonObject => {
  const { jwk, ...rest } = JSON.parse(NOBODY) as { readonly jwk: JsonObject };
  const { kty = '', crv = '', x = '', y = '' } = jwk;
  return { ...rest, jwk: { kty, crv, x, y } };
};

/** Without a holder: the key is not known, or not any more. */
const findKey = (
  context: ApiContext,
  header: JsonObject,
): { readonly key: PublicKey; readonly holder: SessionKey | undefined } => {
  const members = Object.keys(header).join();
  if (header.typ !== TYPE) throw new ApiError('session-malformed', { part: 'typ' });
  if (members === 'alg,typ,jwk') {
    const key = parseKey(header.jwk);
    if (header.alg !== key.suite || key.suite !== 'ES256') throw new ApiError('session-malformed', { part: 'alg' });
    return { key, holder: { kid: key.kid, caseKey: true } };
  }
  if (members !== 'alg,typ,kid' || typeof header.kid !== 'string' || !/^[\w-]{43}$/.test(header.kid))
    throw new ApiError('session-malformed', { part: 'header' });
  const known = readRecord(context.node, `key/${header.kid}`);
  const record = known?.status === 'active' ? known : nobody();
  const key = parseKey(record.jwk);
  if (header.alg !== key.suite) throw new ApiError('session-malformed', { part: 'alg' });
  if (record !== known || typeof record.org !== 'string') return { key, holder: undefined };
  return { key, holder: { kid: key.kid, caseKey: false, organisation: record.org } };
};

const parseKey = (jwk: unknown): PublicKey => {
  try {
    return parsePublicJwk(jwk as JsonObject);
  } catch {
    throw new ApiError('session-malformed', { part: 'jwk' });
  }
};

const checkSignature = (key: PublicKey, input: string, signature: string): boolean => {
  let bytes: Uint8Array;
  try {
    bytes = base64urlDecode(signature);
  } catch {
    return false;
  }
  if (bytes.length !== 64 || (key.suite === 'ES256' && !isLowS(bytes))) return false;
  const native = createPublicKey({ key: publicJwk(key) as Record<string, string>, format: 'jwk' });
  return key.suite === 'ES256'
    ? verify('sha256', Buffer.from(input), { key: native, dsaEncoding: 'ieee-p1363' }, bytes)
    : verify(null, Buffer.from(input), native, bytes);
};
