import { createCipheriv, createECDH, hash } from 'node:crypto';
import { base64urlEncode, type JsonObject, parsePublicJwk } from '@minglu/protocol';

const KEY_BITS = 256;
const NONCE_BYTES = 12;

/**
 * What the SDK's `seal` makes (compact JWE, RFC 7516; ECDH-ES on P-256 with A256GCM, RFC 7518), with the ephemeral key and
 * the nonce out of the year's seed: the same year has the same envelopes. Never for anybody's real words.
 */
export function sealSeeded(
  text: string,
  recipientJwk: JsonObject,
  randomBytes: (length: number) => Uint8Array,
): string {
  const { bytes, kid } = parsePublicJwk(recipientJwk);
  const ephemeral = createECDH('prime256v1');
  ephemeral.setPrivateKey(randomBytes(32));
  const point = ephemeral.getPublicKey();
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((half) => base64urlEncode(half));
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', kid, epk: { x, crv: 'P-256', kty: 'EC', y } };
  const protectedHeader = base64urlEncode(Buffer.from(JSON.stringify(header)));
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(ephemeral.computeSecret(bytes)), nonce);
  cipher.setAAD(Buffer.from(protectedHeader));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [protectedHeader, '', ...[nonce, sealed, cipher.getAuthTag()].map((part) => base64urlEncode(part))].join('.');
}

/** Concat KDF (RFC 7518, 4.6.2) for one block of SHA-256; the two parties' names are empty. */
function deriveKey(secret: Uint8Array): Uint8Array {
  const algorithm = Buffer.from('A256GCM');
  const info = [uint32(algorithm.length), algorithm, uint32(0), uint32(0), uint32(KEY_BITS)];
  return hash('sha256', Buffer.concat([uint32(1), secret, ...info]), 'buffer');
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
