import { ProtocolError } from '../errors.ts';

/** Order n of P-256 (FIPS 186-5), and half of it rounded down, big-endian. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF = bytesOf(ORDER >> 1n);

/**
 * Whether the ES256 `signature` (64 bytes r ‖ s) has s ≤ n/2. Of the two signatures (r, s) and (r, n - s), which
 * anybody can turn into each other, only this one is accepted: the bytes of a record must not be restatable.
 */
export function isLowS(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  for (let i = 0; i < 32; i++) {
    const difference = (signature[32 + i] as number) - (HALF[i] as number);
    if (difference !== 0) return difference < 0;
  }
  return true;
}

/** The low-S twin of an ES256 signature; the signature itself when it is low already. For signers (WebCrypto gives either). */
export function normalizeLowS(signature: Uint8Array): Uint8Array {
  if (signature.length !== 64) throw new ProtocolError('signature-malformed');
  if (isLowS(signature)) return signature;
  let s = 0n;
  for (const byte of signature.subarray(32)) s = (s << 8n) | BigInt(byte);
  if (s >= ORDER) throw new ProtocolError('signature-malformed');
  const low = signature.slice();
  low.set(bytesOf(ORDER - s), 32);
  return low;
}

function bytesOf(value: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let i = 31, rest = value; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}
