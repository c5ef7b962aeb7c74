import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyBodies, tinyModule } from '../testing/tiny-module.ts';
import { type WasmExport, webAssembly } from '../web-assembly.ts';
import { METER_EXPORTS, meterModule } from './meter-module.ts';

const bounds = { stackPointer: 0, maxDepth: 8000, stackFloor: 60_000 };

function start(metered = meterModule(tinyModule(), bounds)) {
  const memory = new webAssembly.Memory({ initial: 1, maximum: 1 });
  const { exports } = new webAssembly.Instance(new webAssembly.Module(metered), { a: { a: memory } });
  const get = (name: string) => exports[name] as WasmExport;
  const place = new Map(Object.keys(tinyBodies).map((name, index) => [name, get(`f${index}`)]));
  return {
    run: (name: keyof typeof tinyBodies, value: number) => place.get(name)?.(value),
    gas: get(METER_EXPORTS.gas),
    depth: get(METER_EXPORTS.depth),
    lowest: get(METER_EXPORTS.lowest),
    stack: get(METER_EXPORTS.stackPointer),
  };
}

describe('a metered engine', () => {
  it('pays for every turn of a loop, no more and no less', () => {
    const tiny = start();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (turns) => {
        tiny.gas.value = 5000;
        expect(tiny.run('loop', turns)).toBe(0);
        expect(5000 - tiny.gas.value).toBe(turns);
      }),
    );
  });

  it('ends a loop in the turn the gas runs out in', () => {
    const tiny = start();
    tiny.gas.value = 100;
    expect(tiny.run('loop', 100)).toBe(0);
    expect(tiny.gas.value).toBe(0);
    tiny.gas.value = 100;
    expect(() => tiny.run('loop', 101)).toThrow();
    expect(tiny.gas.value).toBe(-1);
  });

  it('pays for filled memory by its size', () => {
    const tiny = start();
    for (const bytes of [0, 63, 64, 6400, 65_536]) {
      tiny.gas.value = 100_000;
      tiny.run('fill', bytes);
      expect(100_000 - tiny.gas.value).toBe(Math.floor(bytes / 64));
    }
    tiny.gas.value = 10;
    expect(() => tiny.run('fill', 65_536)).toThrow();
    expect(tiny.gas.value).toBeLessThan(0);
  });

  it('pays for every entry of a function that can call itself', () => {
    const tiny = start();
    tiny.gas.value = 100;
    tiny.run('recurse', 20);
    expect(tiny.gas.value).toBe(100 - 21);
  });

  it('counts how deep functions are under way that call themselves, and takes it back by every way out', () => {
    const tiny = start();
    for (const deep of [0, 1, 50]) {
      expect(tiny.run('recurse', deep)).toBe(7);
      expect(tiny.depth.value).toBe(0);
    }
    expect(() => tiny.run('recurse', 1000)).toThrow();
    expect(tiny.depth.value).toBeGreaterThan(bounds.maxDepth);
  });

  it('remembers the lowest the stack was, and ends what goes below the floor', () => {
    const tiny = start();
    tiny.lowest.value = 65_536;
    tiny.run('stack', 16);
    tiny.run('stack', 2000);
    tiny.run('stack', 8);
    expect([tiny.lowest.value, tiny.stack.value]).toEqual([65_536 - 2000, 65_536]);
    expect(() => tiny.run('stack', 6000)).toThrow();
    expect(tiny.lowest.value).toBe(59_536);
  });

  it('is the same bytes every time', () => {
    expect(meterModule(tinyModule(), bounds)).toEqual(meterModule(tinyModule(), bounds));
  });

  it('is refused when it has instructions that metering does not know', () => {
    // Growing memory, an atomic fence, a vector, a tail call, an exception.
    for (const code of [[0x41, 1, 0x40, 0], [0xfe, 3, 0], [0xfd, 15], [0x12, 0], [0x08, 0], [0xfc, 0x0f, 0], [0xff]]) {
      expect(() => meterModule(tinyModule([tinyBodies.loop, code]), bounds), String(code)).toThrow('engine-malformed');
    }
  });

  it('is refused when it is cut short anywhere, or no WebAssembly', () => {
    const whole = tinyModule();
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => new webAssembly.Module(meterModule(whole.slice(0, length), bounds)), String(length)).toThrow();
    }
    expect(() => meterModule(new TextEncoder().encode('#!/bin/sh'), bounds)).toThrow('engine-malformed');
  });
});
