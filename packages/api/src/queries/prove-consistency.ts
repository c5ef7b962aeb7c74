import { base64Encode } from '@minglu/protocol';
import { ApiError } from '../api-error.ts';
import type { LedgerNode } from '../api-node.ts';

/** Between any two sizes the log has had; the sizes need not be those of checkpoints. */
export const proveConsistency = async (node: LedgerNode, from: number, to: number): Promise<string[]> => {
  const { size } = node.status();
  if (from > to || to > size) throw new ApiError('consistency-range', { size });
  if (from === 0 || from === to) return [];
  const path = await node.consistency(from, to);
  return path.map(base64Encode);
};
