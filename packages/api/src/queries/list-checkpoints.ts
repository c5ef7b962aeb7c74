import { parseCheckpoint } from '@minglu/protocol';
import type { LedgerNode } from '../api-node.ts';

export interface CheckpointView {
  readonly size: number;
  readonly root: string;
  readonly checkpoint: string;
  readonly witnesses: readonly { readonly name: string; readonly time: number }[];
}

/** Newest first. @param before gives only checkpoints of smaller size */
export const listCheckpoints = async (
  node: LedgerNode,
  before: number | undefined,
  limit: number,
): Promise<{ checkpoints: CheckpointView[]; next?: number }> => {
  const notes = await node.checkpoints(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const views = notes.map(view);
  // The newest may not have been recorded yet; a reader of the first page wants to see it all the same.
  if (before === undefined) {
    const newest = view(node.checkpoint());
    if (views[0] === undefined || views[0].size < newest.size) views.unshift(newest);
  }
  const checkpoints = views.slice(0, limit);
  const last = checkpoints.at(-1);
  return { checkpoints, ...(views.length > limit && last !== undefined ? { next: last.size } : {}) };
};

/** A cosignature/v1 line is 8 bytes of time (seconds, big-endian) and 64 of signature. */
const view = (note: string): CheckpointView => {
  const { size, root, note: parsed, origin } = parseCheckpoint(note);
  const witnesses = parsed.signatures
    .filter(({ name, bytes }) => name !== origin && bytes.length === 72)
    .map(({ name, bytes }) => ({ name, time: Number(Buffer.from(bytes).readBigUInt64BE(0)) * 1000 }));
  return { size, root: Buffer.from(root).toString('base64'), checkpoint: note, witnesses };
};
