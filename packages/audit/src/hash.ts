import { createHash, hash } from 'node:crypto';
import type { HashFunction } from '@minglu/protocol';

export const nativeSha256: HashFunction = (bytes) => createHash('sha256').update(bytes).digest();

/** What the line after this one names as its `previous`. */
export const digestOfLine = (text: string): string => hash('sha256', text, 'base64url');

/** What the first line of a stream names: so no line of one stream fits under another. */
export const beginningOf = (stream: string): string => digestOfLine(stream);
