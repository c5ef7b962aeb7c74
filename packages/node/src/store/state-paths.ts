import { hash } from 'node:crypto';

const HASH_BYTES = 32;

/**
 * Natively what protocol's `statePath` and `stateValueHash` are: SHA-256 of the UTF-8 bytes. By way of a text, as in
 * `nativeHash`; and in memory of its own, because these are kept until the next flush: a slice of Node's pool, 64 KB, would keep
 * all of it, with every passing text that stands beside (400 MB at 3,000 submissions a second).
 */
export function digestOfText(text: string): Buffer {
  const digest = hash('sha256', text, 'binary');
  const bytes = Buffer.allocUnsafeSlow(HASH_BYTES);
  for (let at = 0; at < HASH_BYTES; at++) bytes[at] = digest.charCodeAt(at);
  return bytes;
}
