import type { EngineLayout } from './engine/engine-file.ts';
import { MachineMemory } from './machine-memory.ts';

/**
 * Memories to be used again. The host collects a memory that nobody holds when it likes; contracts that make one after
 * another fail would pile them up meanwhile (340 of them: 330 MB). So there are never more than are in use at once.
 */
export class MemoryPool {
  readonly #layout: EngineLayout;
  readonly #free: MachineMemory[] = [];

  constructor(layout: EngineLayout) {
    this.#layout = layout;
  }

  /** A memory that is zero from end to end. */
  take(): MachineMemory {
    return this.#free.pop() ?? new MachineMemory(this.#layout);
  }

  giveBack(memory: MachineMemory): void {
    memory.clear();
    this.#free.push(memory);
  }
}
