import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { FlushBatch } from './flush-batch.ts';
import { digestOfText } from './state-paths.ts';
import { decodeTextKey, decodeTextRow, decodeValueRow, encodeTextPackKey, encodeTextRow } from './state-rows.ts';
import { openStateTables, type StateTables } from './state-tables.ts';
import { decodeTextPack } from './text-pack.ts';
import { writeBatch } from './write-batch.ts';

const directory = mkdtempSync(join(tmpdir(), 'minglu-write-batch-'));
const tables = openStateTables(directory);
afterAll(async () => {
  await tables.root.close();
  rmSync(directory, { recursive: true, force: true });
});

const key = fc.nat({ max: 60 }).map((at) => `case/${at}`);
const value = fc.option(
  fc.oneof(
    fc.nat({ max: 9 }).map((n) => `{"n":${n}}`),
    fc.nat({ max: 9 }).map((n) => `"${'甲'.repeat(n * 700)}"`),
  ),
);
const batches = fc.array(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 60 }), {
  maxLength: 8,
});

function write(changes: readonly (readonly [string, string | null])[]): void {
  const batch = new FlushBatch();
  for (const [name, text] of changes) {
    const path = digestOfText(name);
    if (text === null) batch.remove('values', path);
    else batch.put('values', path, Buffer.concat([digestOfText(text), encodeTextRow(name, text)]));
  }
  tables.root.transactionSync(() => writeBatch(tables, batch.pieces()));
}

function read({ values, texts }: StateTables, name: string): string | undefined {
  const row = values.getBinary(digestOfText(name));
  if (row === undefined) return undefined;
  const { pack, place } = decodeTextKey(decodeValueRow(row).textKey);
  const text = decodeTextPack(texts.getBinary(encodeTextPackKey(pack)) as Buffer)[place] as Buffer;
  return decodeTextRow(text).value;
}

describe('writeBatch', () => {
  it('leaves exactly the texts of the values there are, whatever was put and removed', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        for (const table of [tables.values, tables.texts]) table.clearSync();
        const model = new Map<string, string>();
        for (const changes of all) {
          write(changes);
          for (const [name, text] of changes) text === null ? model.delete(name) : model.set(name, text);
          for (const [name, text] of model) expect(read(tables, name)).toBe(text);
        }
        const kept = [...tables.texts.getRange()].flatMap(({ value: pack }) => decodeTextPack(pack));
        const texts = kept.filter(({ length }) => length > 0).map((row) => decodeTextRow(row));
        expect(texts).toHaveLength(model.size);
        expect(new Map(texts.map((one) => [one.key, one.value]))).toEqual(model);
        expect(tables.values.getCount()).toBe(model.size);
      }),
      { numRuns: 60 },
    );
  });

  it('stops at a pack that is not as it was written, and nothing of the batch is there', () => {
    for (const table of [tables.values, tables.texts]) table.clearSync();
    write([['case/1', '"old"']]);
    const pack = Buffer.from(tables.texts.getBinary(encodeTextPackKey(1)) as Buffer);
    pack[6] = (pack[6] as number) ^ 1;
    tables.texts.putSync(encodeTextPackKey(1), pack);
    expect(() =>
      write([
        ['case/2', '"new"'],
        ['case/1', '"new"'],
      ]),
    ).toThrow(/derived-damaged/);
    expect(read(tables, 'case/2')).toBeUndefined();
  });
});
