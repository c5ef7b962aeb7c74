import { createCipheriv, createECDH, hash, randomBytes } from 'node:crypto';
import { base64urlDecode, base64urlEncode, type JsonObject, type PublicKey, parsePublicJwk } from '@minglu/protocol';

const KEY_BITS = 256;
const NONCE_BYTES = 12;
/** Given a new key for each text. */
const ephemeral = createECDH('prime256v1');

/** What the SDK's `seal` makes, byte for byte in shape, by the machine's own library: a key of its own for each text. */
export function sealerFor(recipientJwk: JsonObject): (text: string) => string {
  const recipient = parsePublicJwk(recipientJwk);
  return (text) => sealNatively(text, recipient);
}

/** Compact JWE (RFC 7516): ECDH-ES on P-256 (RFC 7518, 4.6) with A256GCM. */
function sealNatively(text: string, { bytes, kid }: PublicKey): string {
  const point = ephemeral.generateKeys();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => base64urlEncode(half));
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

/** The header a sealed text carries: its ephemeral key is its own. */
export function headerOf(sealed: string): JsonObject {
  return JSON.parse(Buffer.from(base64urlDecode(sealed.split('.')[0] ?? '')).toString()) as JsonObject;
}
