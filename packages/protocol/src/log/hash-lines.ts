import { base64Decode, base64Encode } from '../encoding/base64.ts';
import { HASH_LENGTH } from './merkle-hash.ts';

/** Characters of one hash in padded base64. */
const LINE_LENGTH = 44;

/** The bytes of canonical padded base64, or nothing; for readers that answer with a code of their own. */
export function findBase64(text: string): Uint8Array | undefined {
  try {
    return base64Decode(text);
  } catch {
    return undefined;
  }
}

/** The hash that one line writes, or nothing. */
export function findHash(line: string): Uint8Array | undefined {
  if (line.length !== LINE_LENGTH) return undefined;
  const hash = findBase64(line);
  return hash?.length === HASH_LENGTH ? hash : undefined;
}

/** The hashes of all lines, or nothing when there are more than `limit` or one of them is no hash. */
export function findHashes(lines: readonly string[], limit: number): Uint8Array[] | undefined {
  if (lines.length > limit) return undefined;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = findHash(line);
    if (hash === undefined) return undefined;
    hashes.push(hash);
  }
  return hashes;
}

export function formatHashLines(hashes: readonly Uint8Array[]): string {
  let text = '';
  for (const hash of hashes) text += `${base64Encode(hash)}\n`;
  return text;
}
