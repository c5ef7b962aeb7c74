import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlotArena } from './slot-arena.ts';

const WORDS = 3;

describe('SlotArena', () => {
  it('numbers slots from 1, because 0 means nothing', () => {
    const arena = new SlotArena(WORDS);
    expect([arena.allocate(), arena.allocate(), arena.allocate()]).toEqual([1, 2, 3]);
  });

  it('gives a released slot out again before it grows', () => {
    const arena = new SlotArena(WORDS);
    const slots = [arena.allocate(), arena.allocate()];
    arena.release(slots[0]!);
    expect(arena.allocate()).toBe(slots[0]);
    expect(arena.allocate()).toBe(3);
  });

  it('counts the bytes of the slots in use and of no other', () => {
    const arena = new SlotArena(WORDS);
    const [first, second] = [arena.allocate(), arena.allocate()];
    expect(arena.liveBytes).toBe(2 * WORDS * 4);
    arena.release(first);
    arena.release(second);
    expect(arena.liveBytes).toBe(0);
  });

  it('shows the same slot as words and as bytes', () => {
    const arena = new SlotArena(WORDS);
    const slot = arena.allocate();
    arena.bytes(slot).set([1, 2, 3, 4], arena.at(slot) * 4);
    const word = arena.words(slot)[arena.at(slot)] as number;
    expect([...new Uint8Array(Int32Array.of(word).buffer)]).toEqual([1, 2, 3, 4]);
  });

  it('keeps slots apart over the border of a page', () => {
    const arena = new SlotArena(WORDS);
    const slots = Array.from({ length: 40_000 }, () => arena.allocate());
    for (const slot of slots) arena.words(slot).fill(slot, arena.at(slot), arena.at(slot) + WORDS);
    for (const slot of slots) {
      const at = arena.at(slot);
      expect(arena.words(slot)[at]).toBe(slot);
      expect(arena.words(slot)[at + WORDS - 1]).toBe(slot);
    }
  });

  it('never gives out a slot that is in use', () => {
    const step = fc.oneof(fc.constant('allocate' as const), fc.nat());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const arena = new SlotArena(WORDS);
        const used: number[] = [];
        for (const one of steps) {
          if (one !== 'allocate') {
            const [slot] = used.splice(one % Math.max(used.length, 1), 1);
            if (slot !== undefined) arena.release(slot);
            continue;
          }
          const slot = arena.allocate();
          expect(used).not.toContain(slot);
          used.push(slot);
        }
        expect(arena.liveBytes).toBe(used.length * WORDS * 4);
      }),
    );
  });
});
