import { createPublicKey, type KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { readRecord } from '../queries/read-record.ts';
import type { SessionKey } from '../session/session.ts';
import { ASSERTION_LIFETIME_S } from './assertion-lifetime.ts';

const KID = /^[\w-]{43}$/;
/** Whatever else a system signs with this key says that it is something else (RFC 8725 3.11). */
const TYPES = new Set(['JWT', 'jwt', 'client-authentication+jwt']);
/** Clocks of two offices. */
const TOLERANCE_S = 30;

/**
 * private_key_jwt (RFC 7523, OpenID Connect Core 9): a client is a key that an administrator registered on the ledger, and its
 * name is the key's thumbprint. `aud` is this very endpoint, each `jti` is good once. Whatever is wrong: `client-refused`, in
 * the same time; who tries names learns none.
 */
export const checkClientAssertion = async (
  context: ApiContext,
  assertion: string,
  audience: string,
): Promise<SessionKey> => {
  const kid = kidOf(assertion);
  const record = kid === undefined ? undefined : readRecord(context.node, `key/${kid}`);
  const isKnown = record?.status === 'active' && typeof record.org === 'string';
  const jwk = isKnown ? (record.jwk as Record<string, string>) : context.clients.decoy;
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  const jti = await verify({ assertion, key, kid: kid ?? '', audience, nowMs: context.nowMs() });
  if (!isKnown || kid === undefined || jti === undefined || !context.clients.used.use(`${kid} ${jti}`, context.nowMs()))
    throw new ApiError('client-refused');
  return { kid, caseKey: false, organisation: String(record.org) };
};

const kidOf = (assertion: string): string | undefined => {
  try {
    const { kid } = JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString('utf8')) as {
      kid?: unknown;
    };
    return typeof kid === 'string' && KID.test(kid) ? kid : undefined;
  } catch {
    return undefined;
  }
};

interface Verification {
  readonly assertion: string;
  readonly key: KeyObject;
  readonly kid: string;
  readonly audience: string;
  readonly nowMs: number;
}

/** The `jti`; undefined where anything is wrong. The algorithm is the key's, never the header's choice. */
const verify = async ({ assertion, key, kid, audience, nowMs }: Verification): Promise<string | undefined> => {
  try {
    const { payload, protectedHeader } = await jwtVerify(assertion, key, {
      algorithms: key.asymmetricKeyType === 'ed25519' ? ['EdDSA', 'Ed25519'] : ['ES256'],
      issuer: kid,
      subject: kid,
      clockTolerance: TOLERANCE_S,
      currentDate: new Date(nowMs),
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti'],
    });
    const { typ } = protectedHeader;
    if (typ !== undefined && !TYPES.has(typ)) return undefined;
    const { aud, exp = 0, jti = '' } = payload;
    const isShort = exp * 1000 <= nowMs + (ASSERTION_LIFETIME_S + TOLERANCE_S) * 1000;
    // One audience, as a text: an assertion for several is one that another of them can show here.
    return aud === audience && isShort && jti.length > 0 && jti.length <= 128 ? jti : undefined;
  } catch {
    return undefined;
  }
};
