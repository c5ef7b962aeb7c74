import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { openSandbox } from './open-sandbox.ts';
import { listGlobals } from './testing/list-globals.ts';

const path = fileURLToPath(new URL('./testing/globals.txt', import.meta.url));
const hash = createHash('sha256').update(listGlobals.text).digest('hex');
const limits = { ...defaultLimits, callGas: 2_000_000_000, outputLength: 1_000_000 };
const reachable = openSandbox({ contracts: new Map([[hash, listGlobals.text]]), limits }).run(hash, '');
const names = reachable.split('\n').map((line) => line.split(' ', 1)[0] ?? '');

describe('what a contract can reach', () => {
  it('is exactly the committed list (UPDATE_GENERATED=1 writes it anew)', () => {
    if (process.env.UPDATE_GENERATED === '1') writeFileSync(path, reachable);
    else expect(reachable).toBe(readFileSync(path, 'utf8'));
  });

  it('has no clock, no chance, no locale, no weak reference, no shared or typed memory, and nothing of a host', () => {
    const gone =
      /Date|random|Intl|[lL]ocale|WeakRef|Finalization|Atomics|ArrayBuffer|DataView|(Int|Uint|Float)\d+|performance|console|print|setTimeout|queueMicrotask|WebAssembly|require|process|\.(std|os)\b|import/;
    expect(names.filter((name) => gone.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(1000);
  });

  it('has nothing that makes code of text', () => {
    expect(names.filter((name) => /\.(eval|Function|AsyncFunction|GeneratorFunction)$/.test(name))).toEqual([]);
    // Where the constructors of code stand in other engines there is nothing to be found.
    const constructors = names.filter((name) => /^\w+\.\[\[Prototype\]\]\.constructor$/.test(name));
    expect(constructors.filter((name) => /generator|asynchronous|arrow|method|class/i.test(name))).toEqual([]);
  });
});
