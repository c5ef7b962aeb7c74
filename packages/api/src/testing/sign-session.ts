import {
  base64urlEncode,
  formatStrictJson,
  type JsonObject,
  publicJwk,
  type Signer,
  utf8Encode,
} from '@minglu/protocol';

const part = (json: JsonObject): string => base64urlEncode(utf8Encode(formatStrictJson(json)));

/** The signed challenge, with any member of header or payload replaced. */
export const sessionJws = async (
  signer: Signer,
  challenge: { readonly chain: string; readonly challenge: string },
  more: { readonly embedKey?: boolean; readonly header?: JsonObject; readonly payload?: JsonObject } = {},
): Promise<string> => {
  const named = more.embedKey === true ? { jwk: publicJwk(signer.publicKey) } : { kid: signer.publicKey.kid };
  const header = more.header ?? { alg: 'ES256', typ: 'minglu-session+v0', ...named };
  const payload = more.payload ?? { chain: challenge.chain, challenge: challenge.challenge };
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${base64urlEncode(await signer.sign(utf8Encode(input)))}`;
};

export const askChallenge = async (url: string): Promise<{ chain: string; challenge: string }> =>
  (await (await fetch(`${url}/api/sessions/challenge`, { method: 'POST' })).json()) as {
    chain: string;
    challenge: string;
  };

export const postSession = (url: string, jws: string): Promise<Response> =>
  fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jws }),
  });

export const tokenOf = async (url: string, signer: Signer, embedKey = false): Promise<string> => {
  const answer = await postSession(url, await sessionJws(signer, await askChallenge(url), { embedKey }));
  return ((await answer.json()) as { token: string }).token;
};
