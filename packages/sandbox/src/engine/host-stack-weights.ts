import { CallGraph } from './call-graph.ts';
import type { WasmFunction } from './wasm-function.ts';

/** Bytes of code up to which a function that can recurse may go uncounted, where a larger one on its cycles counts. */
const SMALL_CODE = 400;

/**
 * What each function that is counted adds to the estimate of the host's stack, in bytes, while it is under way.
 *
 * Every cycle of the call graph has a counted function on it, so nothing recurses unseen; a counted function also
 * carries the longest chain of uncounted ones it can start. Small functions are left out where that closes no cycle:
 * they are called the most (counting all costs five microseconds a call of a real contract, this one).
 */
export function hostStackWeights(
  functions: readonly WasmFunction[],
  table: readonly number[],
): ReadonlyMap<number, number> {
  const graph = new CallGraph(functions, table);
  const recursive = graph.core();
  const uncounted = new Set(functions.filter(({ index }) => !recursive.has(index)).map(({ index }) => index));
  const small = functions.filter(({ index, code }) => recursive.has(index) && code.length <= SMALL_CODE);
  small.sort((one, other) => one.code.length - other.code.length || one.index - other.index);
  for (const { index } of small) {
    if (!graph.reaches(index, index, uncounted)) uncounted.add(index);
  }
  const chains = graph.longestChains(uncounted, frameBytes);
  const weights = new Map<number, number>();
  for (const one of functions) {
    if (!uncounted.has(one.index)) weights.set(one.index, frameBytes(one) + chains(one.index));
  }
  return weights;
}

/** A guess at the frame a host's compiler gives a function: a slot for each local and as much again for spills. */
function frameBytes({ type, localCount }: WasmFunction): number {
  return 64 + 16 * (type.params + localCount);
}
