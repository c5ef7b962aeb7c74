import { isJsonObject, type JsonObject, parseStrictJson } from '@minglu/protocol';
import type { LedgerNode } from '../api-node.ts';

/** A record of the chain's state as it stands; state keys never come from a client without a pattern in front. */
export const readRecord = (node: LedgerNode, key: string): JsonObject | undefined => {
  const text = node.read(key).value;
  if (text === undefined) return undefined;
  const value = parseStrictJson(text);
  return isJsonObject(value) ? value : undefined;
};
