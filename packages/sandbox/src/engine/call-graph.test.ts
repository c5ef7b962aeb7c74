import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallGraph } from './call-graph.ts';
import { hostStackWeights } from './host-stack-weights.ts';
import type { WasmFunction } from './wasm-function.ts';

function functionsOf(calls: readonly (readonly number[])[], codeBytes: readonly number[] = []): WasmFunction[] {
  return calls.map((callees, index) => ({
    index,
    typeIndex: 0,
    type: { params: 0, result: undefined },
    locals: new Uint8Array(),
    localGroups: 0,
    localCount: index,
    code: new Uint8Array(codeBytes[index] ?? 10),
    calls: callees,
    indirectCalls: [],
  }));
}

const frame = (index: number) => 64 + 16 * index;

/** Up to eight functions, each calling any of them. */
const anyGraph = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
const anySizes = fc.array(fc.integer({ min: 1, max: 800 }), { minLength: 8, maxLength: 8 });

describe('the host’s stack, as estimated', () => {
  it('is weighed at one function, at least, of every circle of calls', () => {
    fc.assert(
      fc.property(anyGraph, anySizes, (calls, sizes) => {
        const functions = functionsOf(calls, sizes);
        const weights = hostStackWeights(functions, []);
        const unweighed = new Set(functions.map(({ index }) => index).filter((index) => !weights.has(index)));
        const graph = new CallGraph(functions, []);
        for (const index of unweighed) expect(graph.reaches(index, index, unweighed)).toBe(false);
      }),
    );
  });

  it('covers every chain of calls: the weights on it sum to no less than its frames, once it is under way', () => {
    fc.assert(
      fc.property(
        anyGraph,
        anySizes,
        fc.array(fc.nat(2), { maxLength: 40 }),
        fc.nat(7),
        (calls, sizes, turns, from) => {
          const weights = hostStackWeights(functionsOf(calls, sizes), []);
          let at = from;
          let weighed = weights.get(at) ?? 0;
          let taken = weights.has(at) ? frame(at) : 0;
          for (const turn of turns) {
            const callees = calls[at] ?? [];
            const next = callees[turn % Math.max(1, callees.length)];
            if (next === undefined) break;
            at = next;
            weighed += weights.get(at) ?? 0;
            if (weighed > 0) taken += frame(at);
            expect(taken).toBeLessThanOrEqual(weighed);
          }
        },
      ),
    );
  });

  it('weighs nothing where nothing can call itself', () => {
    expect(hostStackWeights(functionsOf([[1, 2], [2], []]), []).size).toBe(0);
  });

  it('takes a call through the table for a call of every function of that type', () => {
    const [first, second] = functionsOf([[], [0]]);
    if (first === undefined || second === undefined) throw new Error();
    const functions = [{ ...first, indirectCalls: [0] }, second];
    expect(hostStackWeights(functions, []).size).toBe(0);
    expect(hostStackWeights(functions, [1]).size).toBe(1);
  });
});
