import { isJsonObject, utf8Decode } from '@minglu/protocol';
import { ApiError } from '../api-error.ts';

interface Expected {
  readonly type: 'webauthn.create' | 'webauthn.get';
  readonly origin: string;
}

/**
 * What the browser says it signed for (WebAuthn Level 3, 5.8.1): its challenge. Read before the library does, so that each
 * kind of abuse has its own name; whatever passes here is checked there again.
 */
export const readClientData = (clientDataJSON: string, expected: Expected): { readonly challenge: string } => {
  const data = parse(clientDataJSON);
  if (data.type !== expected.type || typeof data.challenge !== 'string') throw new ApiError('passkey-malformed');
  // A page of another site, or our own inside a frame of another site.
  if (data.origin !== expected.origin || data.crossOrigin === true || data.topOrigin !== undefined)
    throw new ApiError('passkey-origin');
  return { challenge: data.challenge };
};

/** Not canonical: browsers may add members in any order. */
const parse = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(utf8Decode(Buffer.from(text, 'base64url')));
    if (isJsonObject(value as never)) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Falls through.
  }
  throw new ApiError('passkey-malformed');
};
