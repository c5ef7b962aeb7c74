import { hash } from 'node:crypto';

/** Natively what protocol's `statePath` and `stateValueHash` are: SHA-256 of the UTF-8 bytes. */
export function digestOfText(text: string): Buffer {
  // By way of a text, as in `nativeHash`.
  return Buffer.from(hash('sha256', text, 'binary'), 'latin1');
}
