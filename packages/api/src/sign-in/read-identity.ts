import type { Assurance } from '@minglu/ledger';
import { base64urlDecode, parseStrictJsonObject, utf8Decode } from '@minglu/protocol';
import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { ApiError } from '../api-error.ts';

/** Who a provider says has signed in. */
export interface Identity {
  readonly subject: string;
  readonly assurance: Assurance;
  readonly sid: string | undefined;
  readonly organisation: string | undefined;
  readonly refreshToken: string | undefined;
}

/** OpenID Connect Core 1.0, 2. */
const MAX_SUBJECT_LENGTH = 255;

/**
 * Reads an answer whose ID token was checked (signature, `iss`, `aud`, `nonce`, `exp`). What it does not say of its level is
 * the lowest; one below the level that was asked for is refused, not taken for less.
 */
export const readIdentity = (
  answer: TokenEndpointResponse & TokenEndpointResponseHelpers,
  level: Assurance,
): Identity => {
  const claims = answer.claims();
  const typ = typOf(answer.id_token ?? '');
  // Everybody without a name would be one and the same person.
  const isSomebody = claims !== undefined && claims.sub.length > 0 && claims.sub.length <= MAX_SUBJECT_LENGTH;
  if (!isSomebody || (typ !== undefined && typ !== 'JWT')) throw new ApiError('sign-in-refused');
  const assurance = claims.acr === '3' ? 3 : claims.acr === '2' ? 2 : 1;
  if (assurance < level) throw new ApiError('sign-in-level', { level });
  return {
    subject: claims.sub,
    assurance,
    sid: textOf(claims.sid),
    organisation: textOf(claims.organisation),
    refreshToken: answer.refresh_token,
  };
};

const textOf = (claim: unknown): string | undefined => (typeof claim === 'string' ? claim : undefined);

/** Whatever else a provider signs (a logout token, an access token) says so here. */
const typOf = (token: string): unknown => {
  try {
    return parseStrictJsonObject(utf8Decode(base64urlDecode(token.split('.')[0] ?? ''))).typ;
  } catch {
    throw new ApiError('sign-in-refused');
  }
};
