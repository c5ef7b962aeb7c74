import type { StateChanges, StateTree } from '@minglu/ledger';
import type { StagedChanges, ValueChange } from './state-overlay.ts';
import { digestOfText } from './state-paths.ts';

/** Hashes keys and values and brings the tree to the new root. */
export function stageChanges(tree: StateTree, changes: StateChanges): StagedChanges {
  const values = new Map<string, ValueChange>();
  for (const [key, value] of changes.values) {
    values.set(key, { path: digestOfText(key), value, valueHash: value === null ? null : digestOfText(value) });
  }
  const { root, buckets } = tree.update(
    Array.from(values.values(), ({ path, valueHash }) => [path, valueHash] as const),
  );
  return { changes, values, root, buckets };
}
