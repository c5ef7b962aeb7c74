import type { WasmFunction } from './wasm-function.ts';

/** Who may call whom; a call through the table is taken for a call of every function of that type in it. */
export class CallGraph {
  readonly #functions: ReadonlyMap<number, WasmFunction>;
  readonly #callees = new Map<number, readonly number[]>();

  constructor(functions: readonly WasmFunction[], table: readonly number[]) {
    this.#functions = new Map(functions.map((one) => [one.index, one]));
    const inTable = new Map<number, number[]>();
    for (const index of new Set(table)) {
      const type = this.#functions.get(index)?.typeIndex;
      if (type !== undefined) inTable.set(type, [...(inTable.get(type) ?? []), index]);
    }
    for (const { index, calls, indirectCalls } of functions) {
      const indirect = indirectCalls.flatMap((type) => inTable.get(type) ?? []);
      const callees = new Set([...calls, ...indirect]);
      this.#callees.set(
        index,
        [...callees].filter((callee) => this.#functions.has(callee)),
      );
    }
  }

  /** What is left when functions that call none of the rest, or are called by none of it, are taken away: all cycles. */
  core(): ReadonlySet<number> {
    const rest = new Set(this.#functions.keys());
    for (let before = -1; before !== rest.size; ) {
      before = rest.size;
      const called = new Set<number>();
      for (const index of rest) {
        const callees = this.#calleesOf(index).filter((callee) => rest.has(callee));
        if (callees.length === 0) rest.delete(index);
        for (const callee of callees) called.add(callee);
      }
      for (const index of rest) if (!called.has(index)) rest.delete(index);
    }
    return rest;
  }

  /** Whether a call of `from` can lead to a call of `to` by way of functions among `through` alone. */
  reaches(from: number, to: number, through: ReadonlySet<number>): boolean {
    const seen = new Set<number>();
    const open = [...this.#calleesOf(from)];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (index === to) return true;
      if (seen.has(index) || !through.has(index)) continue;
      seen.add(index);
      open.push(...this.#calleesOf(index));
    }
    return false;
  }

  /** For a function, the heaviest chain of calls among `through` that it can start; `through` has no cycle in it. */
  longestChains(through: ReadonlySet<number>, weigh: (one: WasmFunction) => number): (index: number) => number {
    const known = new Map<number, number>();
    const chainFrom = (index: number): number => {
      let longest = 0;
      for (const callee of this.#calleesOf(index)) {
        const one = this.#functions.get(callee);
        if (one === undefined || !through.has(callee)) continue;
        const chain = known.get(callee) ?? weigh(one) + chainFrom(callee);
        known.set(callee, chain);
        longest = Math.max(longest, chain);
      }
      return longest;
    };
    return chainFrom;
  }

  #calleesOf(index: number): readonly number[] {
    return this.#callees.get(index) ?? [];
  }
}
