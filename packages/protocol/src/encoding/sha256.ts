import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';

/**
 * A hash of 32 bytes. Wherever one is accepted, it must be SHA-256; a server passes its native one. It must have read
 * its input when it returns: the bytes may be lent.
 */
export type HashFunction = (bytes: Uint8Array) => Uint8Array;

/** SHA-256 (FIPS 180-4) in plain JavaScript. */
export const sha256: HashFunction = (bytes) => nobleSha256(bytes);
