import { hash } from 'node:crypto';

/** Natively what protocol's `statePath` and `stateValueHash` are: SHA-256 of the UTF-8 bytes. */
export function digestOfText(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
