import { type JsonObject, parsePublicJwk, publicJwk } from '@minglu/protocol';
import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { importJWK } from 'jose/key/import';

/** Seals words to one organisation: compact JWE (RFC 7516), ECDH-ES with A256GCM. Only its sealing key opens it. */
export const seal = async (text: string, recipientJwk: JsonObject): Promise<string> => {
  const recipient = parsePublicJwk(recipientJwk);
  const key = await importJWK(publicJwk(recipient) as Record<string, string>, 'ECDH-ES');
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: recipient.kid })
    .encrypt(key);
};
