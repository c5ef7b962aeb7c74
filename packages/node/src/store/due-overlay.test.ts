import { compareDueRows, type DueRow } from '@minglu/ledger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DueOverlay } from './due-overlay.ts';

const row: fc.Arbitrary<DueRow> = fc.record({
  instantMs: fc.nat({ max: 8 }),
  kind: fc.constantFrom('role-expires', 'case-promise-passes'),
  subject: fc.constantFrom('a', 'b', 'c'),
});
const step = fc.oneof(
  fc.record({ act: fc.constant('add' as const), row }),
  fc.record({ act: fc.constant('remove' as const), row }),
  fc.constant({ act: 'freeze' as const }),
  fc.constant({ act: 'settle' as const }),
);
const nameOf = ({ instantMs, kind, subject }: DueRow) => `${instantMs} ${kind} ${subject}`;

function rowOf(instantMs: number, subject = 'a'): DueRow {
  return { instantMs, kind: 'role-expires', subject };
}

describe('DueOverlay', () => {
  it('knows, in order, what was added and not taken out since', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const overlay = new DueOverlay();
        let [fresh, frozen] = [new Map<string, boolean>(), new Map<string, boolean>()];
        const rows = new Map<string, DueRow>();
        for (const one of steps) {
          if (one.act === 'freeze') {
            // As the store does: one flush at a time, settled before the next.
            if (frozen.size > 0) continue;
            overlay.freeze();
            [frozen, fresh] = [fresh, new Map()];
          } else if (one.act === 'settle') {
            overlay.settle();
            frozen = new Map();
          } else {
            rows.set(nameOf(one.row), one.row);
            fresh.set(nameOf(one.row), one.act === 'add');
            if (one.act === 'add') overlay.add(one.row);
            else overlay.remove(one.row);
          }
          const known = new Map([...frozen, ...fresh]);
          const present = [...rows.values()].filter((each) => known.get(nameOf(each)) === true).sort(compareDueRows);
          expect(overlay.rowsUntil(100)).toEqual(present);
          expect(overlay.rowsUntil(4)).toEqual(present.filter(({ instantMs }) => instantMs <= 4));
          expect(overlay.findFirst()).toEqual(present[0]);
          for (const each of rows.values()) expect(overlay.findPresence(each)).toBe(known.get(nameOf(each)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hands over for writing what was added and what was taken out', () => {
    const overlay = new DueOverlay();
    overlay.add(rowOf(1));
    overlay.remove(rowOf(2));
    overlay.add(rowOf(3));
    overlay.remove(rowOf(3));
    const changes = [...overlay.freeze()].map(({ row: { instantMs }, isPresent }) => [instantMs, isPresent]);
    expect(changes).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    overlay.add(rowOf(4));
    overlay.settle();
    expect([...overlay.freeze()].map(({ row: { instantMs } }) => instantMs)).toEqual([4]);
  });

  it('has a row that was taken out and added again once', () => {
    const overlay = new DueOverlay();
    for (let at = 0; at < 3; at++) {
      overlay.add(rowOf(5));
      overlay.remove(rowOf(5));
    }
    overlay.add(rowOf(5));
    expect(overlay.rowsUntil(9)).toEqual([rowOf(5)]);
  });

  it('keeps a thousand rows in order', () => {
    const overlay = new DueOverlay();
    const instants = Array.from({ length: 1000 }, (_, at) => (at * 7919) % 1009);
    for (const [at, instantMs] of instants.entries()) overlay.add(rowOf(instantMs, String(at)));
    const found = overlay.rowsUntil(2000).map(({ instantMs }) => instantMs);
    expect(found).toEqual([...instants].sort((a, b) => a - b));
    for (const least of found.slice(0, 50)) {
      const first = overlay.findFirst() as DueRow;
      expect(first.instantMs).toBe(least);
      overlay.remove(first);
    }
  });
});
