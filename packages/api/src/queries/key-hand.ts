import type { LedgerNode } from '../api-node.ts';
import { readRecord } from './read-record.ts';

/** The first of the keys that one holder has had one after the other: what stays when a key is rotated. */
export const keyHand = (node: LedgerNode, kid: string): string => {
  const first = readRecord(node, `key/${kid}`)?.first;
  return typeof first === 'string' ? first : kid;
};

/** The key a holder has now, by any of those before it; undefined where the last of them was revoked. */
export const findLivingKey = (node: LedgerNode, kid: string): string | undefined => {
  for (let at = kid; ; ) {
    const record = readRecord(node, `key/${at}`);
    if (record?.status === 'active') return at;
    if (typeof record?.next !== 'string') return undefined;
    at = record.next;
  }
};

/** All keys of a holder, the newest first. */
export const keysOfHand = (node: LedgerNode, kid: string): readonly string[] => {
  const keys: string[] = [];
  const living = findLivingKey(node, kid) ?? kid;
  for (let at: unknown = living; typeof at === 'string'; at = readRecord(node, `key/${at}`)?.replaces) keys.push(at);
  return keys;
};
