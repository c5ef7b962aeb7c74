import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { currentEngine, getEngine, makeEngine, openEngine } from './engine.ts';
import { quickJs20250913 } from './quickjs-2025-09-13.ts';

const published = readFileSync(createRequire(import.meta.url).resolve(quickJs20250913.specifier));

describe('an engine', () => {
  it('is found by its hash, and compiled once', () => {
    expect(currentEngine).toBe(quickJs20250913.hash);
    expect(getEngine(currentEngine)).toBe(getEngine(currentEngine));
  });

  it('is not found by another hash', () => {
    expect(() => getEngine('0'.repeat(64))).toThrow(
      expect.objectContaining({ code: 'engine-unknown', facts: { engine: '0'.repeat(64) } }),
    );
  });

  it('is refused when one bit of its file is another', () => {
    for (const at of [0, 9, 100_000, published.length - 1]) {
      const changed = Uint8Array.from(published);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => makeEngine(quickJs20250913, changed)).toThrow('engine-mismatch');
    }
  });

  it('that was kept is taken as it is, and made anew from its file where one bit of it is another', () => {
    let lies: Uint8Array<ArrayBuffer> | undefined;
    let written = 0;
    const kept = {
      read: () => lies,
      write: (metered: Uint8Array) => {
        lies = Uint8Array.from(metered);
        written += 1;
      },
    };
    const { module } = openEngine(quickJs20250913, () => published, kept);
    const neverRead = () => {
      throw new Error('the published file was read');
    };
    expect(openEngine(quickJs20250913, neverRead, kept).module).toEqual(module);
    const whole = lies ?? new Uint8Array();
    for (const at of [0, 100_000, whole.length - 1]) {
      lies = whole.with(at, (whole[at] ?? 0) ^ 1);
      openEngine(quickJs20250913, () => published, kept);
      expect(lies).toEqual(whole);
    }
    expect(written).toBe(4);
  });

  it('is refused when its counters, bounds or prelude would be others than those pinned', () => {
    const bounds = { ...quickJs20250913.bounds, stack: quickJs20250913.bounds.stack + 16 };
    expect(() => makeEngine({ ...quickJs20250913, bounds }, published)).toThrow('engine-mismatch');
  });
});
