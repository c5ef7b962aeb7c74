import type { StateChanges, StateTree } from '@minglu/ledger';
import { stageChanges } from './stage-changes.ts';
import type { StagedChanges } from './state-overlay.ts';
import type { AppliedBlockPlace, StateMark } from './state-store.ts';
import { StoreError } from './store-error.ts';

/** Keeps the order of `stage` and `apply`: the tree goes ahead of the readers by at most one block. */
export class StateStage {
  readonly #tree: StateTree;
  #staged: StagedChanges | undefined;

  constructor(tree: StateTree) {
    this.#tree = tree;
  }

  stage(changes: StateChanges): Uint8Array {
    if (this.#staged !== undefined) throw new StoreError('out-of-order', { expected: 'apply' });
    this.#staged = stageChanges(this.#tree, changes);
    return this.#staged.root;
  }

  /** What was staged for these changes, staged now when nobody did. */
  take(changes: StateChanges, place: AppliedBlockPlace, before: StateMark): StagedChanges {
    if (place.height !== before.height + 1) {
      throw new StoreError('out-of-order', { height: place.height, expected: before.height + 1 });
    }
    if (this.#staged === undefined) this.stage(changes);
    const staged = this.#staged as StagedChanges;
    if (staged.changes !== changes) throw new StoreError('out-of-order', { expected: 'the changes that were staged' });
    this.#staged = undefined;
    return staged;
  }

  /** Whether the tree knows that nothing stands there, as readers see it. */
  isKnownAbsent(path: Uint8Array): boolean {
    return this.#staged === undefined && this.#tree.findPresence(path) === false;
  }

  /** The tree as readers see it. */
  settledTree(): StateTree {
    if (this.#staged !== undefined) throw new StoreError('out-of-order', { expected: 'apply' });
    return this.#tree;
  }
}
