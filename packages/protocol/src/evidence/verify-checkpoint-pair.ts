import { ProtocolError } from '../errors.ts';
import { type CheckedCheckpoint, checkSignedCheckpoint } from '../log/check-checkpoint.ts';
import { verifyConsistency } from '../log/verify-consistency.ts';
import type { VerifyOptions } from './verify-entry-proof.ts';
import { areForked } from './verify-licence-proof.ts';

/**
 * `consistent`: the newer history begins with the older. `forked`: one size, two roots, both signed by the log; the
 * two files alone prove it to anybody. `unproved`: the path does not lead from one to the other; either the path is
 * wrong or the log told two histories, and a log that is asked again and has no path has told two.
 */
export type PairVerdict = 'consistent' | 'forked' | 'unproved';

export interface CheckpointPair {
  readonly verdict: PairVerdict;
  readonly older: CheckedCheckpoint;
  readonly newer: CheckedCheckpoint;
}

/**
 * Compares two checkpoints of one log by a consistency path. Throws when one of them is no checkpoint of the trust's
 * log (`note-*`, `checkpoint-*`), or when the older is the larger (`checkpoints-order`).
 */
export async function verifyCheckpointPair(
  older: string,
  newer: string,
  path: readonly Uint8Array[],
  options: VerifyOptions,
): Promise<CheckpointPair> {
  const { trust, checkSignature } = options;
  const first = await checkSignedCheckpoint(older, trust, checkSignature);
  const second = await checkSignedCheckpoint(newer, trust, checkSignature);
  const { size: oldSize, root: oldRoot } = first.checkpoint;
  const { size: newSize, root: newRoot } = second.checkpoint;
  if (oldSize > newSize) throw new ProtocolError('checkpoints-order');
  const pair = { older: first, newer: second };
  if (areForked(first.checkpoint, second.checkpoint)) return { verdict: 'forked', ...pair };
  const consistent = verifyConsistency({ oldSize, oldRoot, newSize, newRoot, path }, options.hash);
  return { verdict: consistent ? 'consistent' : 'unproved', ...pair };
}
