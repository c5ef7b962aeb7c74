import { createRemoteJWKSet, jwtVerify } from 'jose';
import { ApiError } from '../api-error.ts';

/** A provider's word that a sign-in is over: one of its sign-ins (`sid`), or everything of somebody (`subject`). */
export interface LogoutWord {
  readonly jti: string;
  readonly sid: string | undefined;
  readonly subject: string | undefined;
}

interface LogoutCheck {
  /** Of the provider's keys. */
  readonly address: string;
  readonly issuer: string;
  readonly clientId: string;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/** OpenID Connect Back-Channel Logout 1.0, 2.6. `jti` is for the caller to take once. Throws `sign-in-refused`. */
export const checkLogoutToken = async (token: string, check: LogoutCheck): Promise<LogoutWord> => {
  const keys = keySets.get(check.address) ?? createRemoteJWKSet(new URL(check.address));
  keySets.set(check.address, keys);
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: check.issuer,
      audience: check.clientId,
      algorithms: ['ES256'],
      typ: 'logout+jwt',
      maxTokenAge: 120,
      requiredClaims: ['jti', 'iat', 'exp', 'events'],
    });
    const events = payload.events as Record<string, unknown> | null;
    const event = events?.[EVENT];
    const { jti, sid, sub } = payload;
    const isOne = typeof event === 'object' && event !== null && payload.nonce === undefined;
    if (!isOne || typeof jti !== 'string' || (typeof sid !== 'string' && typeof sub !== 'string'))
      throw new ApiError('sign-in-refused');
    return { jti, sid: typeof sid === 'string' ? sid : undefined, subject: sub };
  } catch {
    throw new ApiError('sign-in-refused');
  }
};
