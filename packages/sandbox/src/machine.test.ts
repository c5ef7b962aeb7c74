import { describe, expect, it } from 'vitest';
import { currentEngine, getEngine } from './engine/engine.ts';
import { EngineInstance } from './engine-instance.ts';
import { defaultLimits } from './limits.ts';
import { Machine } from './machine.ts';
import { MemoryPool } from './memory-pool.ts';

const engine = getEngine(currentEngine);
const { layout } = engine.file;

function load(body: string, pool = new MemoryPool(layout)) {
  const machine = Machine.load(
    { engine, limits: defaultLimits, pool },
    `var contract = { decide(input) { ${body} } };`,
  );
  if (typeof machine === 'string') throw new Error(machine);
  return { machine, pool };
}

const holds = (machine: Machine, text: string) => Buffer.from(machine.bytes).includes(text);

describe('a machine', () => {
  it('has a memory of fixed size: growing it is refused by the host', () => {
    const { machine } = load('return "x";');
    expect(machine.bytes.length).toBe(layout.pages * 65_536);
    const memory = machine.bytes.buffer as unknown as { readonly maxByteLength: number };
    expect(memory.maxByteLength).toBe(machine.bytes.length);
  });

  it('keeps nothing of an input once the call has ended, however it ended', () => {
    const secret = 'PERSONAL-DATA-7319';
    for (const body of [
      'return input;',
      'throw new Error(input);',
      'globalThis.kept = input; return "x";',
      'globalThis.kept = input; for (;;);',
      'globalThis.kept = [input]; for (;;) kept.push(input.repeat(1000));',
      'const f = (x) => f(x + input); f("");',
    ]) {
      const { machine } = load(body);
      machine.call(JSON.stringify(secret));
      expect(holds(machine, secret), body).toBe(false);
    }
  });

  it('gives its memory back empty', () => {
    const { machine, pool } = load('return "x";');
    machine.release(pool);
    const again = pool.take();
    expect(again.bytes).toBe(machine.bytes);
    expect(again.bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('clears what a call used of the heap beyond the image, and of the stack', () => {
    const { machine } = load(
      'const f = (n) => (n === 0 ? 0 : 1 + f(n - 1)); const k = []; for (let i = 0; i < 1000; i += 1) k.push("x".repeat(999)); return "" + f(150);',
    );
    const before = Buffer.from(machine.bytes);
    expect(machine.call('{}').code).toBe('answered');
    expect(before.equals(machine.bytes)).toBe(true);
    expect(before.subarray(layout.stackBottom, layout.stackTop).every((byte) => byte === 0)).toBe(true);
  });

  it('tells what this machine could not do from what the contract did', () => {
    const instance = new EngineInstance(engine, new MemoryPool(layout).take().wasm);
    instance.arm(100);
    expect(instance.failureOf(new RangeError('Maximum call stack size exceeded'))).toBe('host-failed');
    expect(instance.failureOf(new WebAssembly.RuntimeError('unreachable'))).toBe('engine-trapped');
    instance.arm(-1);
    expect(instance.failureOf(new WebAssembly.RuntimeError('unreachable'))).toBe('out-of-gas');
  });

  it('takes no input that is not text through and through, or too long', () => {
    const { machine } = load('return "x";');
    expect(machine.call('\ud800').code).toBe('input-malformed');
    expect(machine.call('\0').code).toBe('input-malformed');
    expect(machine.call('x'.repeat(defaultLimits.inputLength + 1)).code).toBe('input-too-large');
  });
});
