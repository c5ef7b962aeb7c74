import { base64urlEncode, formatStrictJson, normalizeLowS, publicJwk, type Signer, utf8Encode } from '@minglu/protocol';
import type { Client } from './client/client.ts';

export interface OpenedSession {
  readonly client: Client;
  /** A program's; a page has the cookie, which no script reads. */
  readonly token: string | undefined;
  readonly expiresAt: number;
  /** The end, if nothing more is asked. */
  readonly idleUntil: number;
}

/** Signs the server's challenge. `embedKey` for a case key, which the chain does not know; not for a registered one. */
export const signIn = async (
  client: Client,
  signer: Signer,
  options: { readonly embedKey: boolean },
): Promise<OpenedSession> => {
  const { chain, challenge } = await client.post('/api/sessions/challenge', undefined);
  const { publicKey } = signer;
  const named = options.embedKey ? { jwk: publicJwk(publicKey) } : { kid: publicKey.kid };
  const head = part(formatStrictJson({ alg: publicKey.suite, typ: 'minglu-session+v0', ...named }));
  const input = `${head}.${part(formatStrictJson({ chain, challenge }))}`;
  const signature = await signer.sign(utf8Encode(input));
  const low = publicKey.suite === 'ES256' ? normalizeLowS(signature) : signature;
  const jws = `${input}.${base64urlEncode(low)}`;
  const { token, expiresAt, idleUntil } = await client.post('/api/sessions', { jws });
  return { client: token === undefined ? client : client.withToken(token), token, expiresAt, idleUntil };
};

const part = (text: string): string => base64urlEncode(utf8Encode(text));
