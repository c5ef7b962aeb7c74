import { type DueRow, MemoryState, type StateChanges, StateTree } from '@minglu/ledger';
import { nativeNodeHasher } from '../crypto/native-hash.ts';
import { emptyMark } from './empty-mark.ts';
import { digestOfText } from './state-paths.ts';
import { StateStage } from './state-stage.ts';
import type { AppliedBlockPlace, ProvenState, StateMark, StateStore, TransactionPlace } from './state-store.ts';

/** Nothing outlives the process: for tests, tools and a first look. */
export class MemoryStateStore implements StateStore {
  readonly #state = new MemoryState();
  readonly #transactions = new Map<string, TransactionPlace>();
  readonly #stage = new StateStage(new StateTree({ hasher: nativeNodeHasher, loadBucket: () => [] }));
  #mark: StateMark = emptyMark;
  #flushed: StateMark = emptyMark;

  mark(): StateMark {
    return this.#mark;
  }

  flushedMark(): StateMark {
    return this.#flushed;
  }

  get(key: string): string | undefined {
    return this.#state.get(key);
  }

  due(untilMs: number, limit: number): readonly DueRow[] {
    return this.#state.due(untilMs, limit);
  }

  replayed(id: string, notAfter: number): boolean {
    return this.#state.replayed(id, notAfter);
  }

  findTransaction(id: string): TransactionPlace | undefined {
    return this.#transactions.get(id);
  }

  findNextDueMs(): number | undefined {
    return this.#state.due(Number.MAX_SAFE_INTEGER, 1)[0]?.instantMs;
  }

  stage(changes: StateChanges): Uint8Array {
    return this.#stage.stage(changes);
  }

  apply(changes: StateChanges, place: AppliedBlockPlace): StateMark {
    const { root } = this.#stage.take(changes, place, this.#mark);
    this.#state.commit(changes);
    for (const { id, index } of place.transactions) this.#transactions.set(id, { height: place.height, index });
    this.#mark = { height: place.height, root, logSize: place.logSize };
    return this.#mark;
  }

  prove(key: string): ProvenState {
    const proof = this.#stage.settledTree().prove(digestOfText(key));
    return { value: this.get(key), proof, mark: this.#mark };
  }

  async flush(): Promise<StateMark> {
    this.#flushed = this.#mark;
    return this.#flushed;
  }

  async close(): Promise<void> {}
}
