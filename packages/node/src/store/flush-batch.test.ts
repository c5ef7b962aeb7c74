import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchPieces, batchTables, FlushBatch, type PackedRow, readPiece } from './flush-batch.ts';

const bytes = fc.uint8Array({ maxLength: 60 });
const row = fc.record({
  table: fc.constantFrom(...batchTables),
  deed: fc.constantFrom('put' as const, 'remove' as const, 'drop' as const),
  key: bytes,
  row: bytes,
});

const rowsOf = (batch: FlushBatch): PackedRow[] => batch.pieces().flatMap((piece) => [...readPiece(piece)]);

describe('FlushBatch', () => {
  it('gives back every row as it was put, in order', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const batch = new FlushBatch();
        for (const { table, deed, key, row: content } of rows) {
          if (deed === 'put') batch.put(table, key, content);
          else if (deed === 'remove') batch.remove(table, key);
          else batch.drop(table, key);
        }
        const found = rowsOf(batch).map((one) => ({
          ...one,
          key: Uint8Array.from(one.key),
          row: Uint8Array.from(one.row),
        }));
        expect(found).toEqual(rows.map((one) => ({ ...one, row: one.deed === 'put' ? one.row : new Uint8Array(0) })));
      }),
    );
  });

  it('grows beyond its first megabyte', () => {
    const batch = new FlushBatch();
    const content = new Uint8Array(300_000).fill(7);
    for (let at = 0; at < 10; at++) batch.put('values', Uint8Array.of(at), content);
    const found = rowsOf(batch);
    expect(found.map(({ key }) => key[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(found.every(({ row: one }) => Buffer.compare(one, content) === 0)).toBe(true);
  });

  it('holds a row longer than a piece, between others', () => {
    const batch = new FlushBatch();
    for (const length of [10, 3_000_000, 10])
      batch.put('values', Uint8Array.of(1), new Uint8Array(length).fill(length));
    expect(rowsOf(batch).map(({ row: one }) => one.length)).toEqual([10, 3_000_000, 10]);
  });

  it('gives its pieces to the next batch once it is written', () => {
    const pieces = new BatchPieces();
    const first = new FlushBatch(pieces);
    first.put('values', Uint8Array.of(1), Uint8Array.of(1));
    const [used] = first.pieces();
    first.release();
    expect(first.pieces()).toEqual([]);
    const second = new FlushBatch(pieces);
    second.put('values', Uint8Array.of(2), Uint8Array.of(2));
    expect(second.pieces()[0]?.buffer).toBe(used?.buffer);
    expect(rowsOf(second).map(({ key }) => key[0])).toEqual([2]);
  });

  it('is nothing when nothing was put', () => {
    expect(rowsOf(new FlushBatch())).toEqual([]);
  });
});
