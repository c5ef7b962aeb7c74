import { base64urlEncode, formatStrictJson, type JsonObject, type SecretSigner, utf8Encode } from '@minglu/protocol';

/** A compact JWS over whatever the test wants signed. */
export function signProof(header: JsonObject, body: JsonObject, signer: SecretSigner): string {
  const part = (value: JsonObject) => base64urlEncode(utf8Encode(formatStrictJson(value)));
  const input = `${part(header)}.${part(body)}`;
  return `${input}.${base64urlEncode(signer.sign(utf8Encode(input)))}`;
}
