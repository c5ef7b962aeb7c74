import { type JsonObject, parseStrictJsonObject } from '@minglu/protocol';

/** How far somebody beside the ledger had come with it. */
export interface Position {
  readonly path: string;
  /** Entries. */
  readonly size: number;
}

/** A department's reading, a witness's record of a log, a monitor's. Each says `size` of a log named in `origin`. */
const POSITION = /(^|\/)(follow\/position|origins\/[^/]+|monitor)\.json$/;

export const isPosition = (path: string): boolean => POSITION.test(path);

/** undefined for what cannot be read: its owner refuses it when it starts, and says so better. */
export function findPosition(path: string, bytes: Uint8Array): Position | undefined {
  const { size } = readObject(bytes);
  return typeof size === 'number' ? { path, size } : undefined;
}

function readObject(bytes: Uint8Array): JsonObject {
  try {
    return parseStrictJsonObject(Buffer.from(bytes).toString());
  } catch {
    return {};
  }
}
