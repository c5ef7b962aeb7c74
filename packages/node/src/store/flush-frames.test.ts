import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { BatchReader, encodeEndOfBatch, encodePieceHeader } from './flush-frames.ts';

const folder = mkdtempSync(join(tmpdir(), 'minglu-frames-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const piece = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes));
const batches = fc.array(fc.array(piece, { maxLength: 4 }), { maxLength: 4 });

const framesOf = (batch: readonly Buffer[]): Buffer =>
  Buffer.concat([...batch.flatMap((one) => [encodePieceHeader(one), one]), encodeEndOfBatch()]);

/** What a reader makes of these bytes and nothing more. */
function readAll(bytes: Buffer): Buffer[][] {
  const file = join(folder, 'frames');
  writeFileSync(file, bytes);
  const descriptor = openSync(file, 'r');
  try {
    const reader = new BatchReader(descriptor);
    const found: Buffer[][] = [];
    for (let batch = reader.read(); batch !== undefined; batch = reader.read()) {
      found.push(batch.map((one) => Buffer.from(one)));
    }
    return found;
  } finally {
    closeSync(descriptor);
  }
}

describe('BatchReader', () => {
  it('reads every batch as it was sent', () => {
    fc.assert(
      fc.property(batches, (sent) => {
        expect(readAll(Buffer.concat(sent.map(framesOf)))).toEqual(sent);
      }),
    );
  });

  it('gives nothing of a batch whose end never came', () => {
    const [first, second] = [
      [Buffer.from('whole'), Buffer.from('batch')],
      [Buffer.from('cut'), Buffer.from('short')],
    ];
    const bytes = Buffer.concat([framesOf(first), framesOf(second)]);
    for (let length = framesOf(first).length; length < bytes.length; length++) {
      expect(readAll(bytes.subarray(0, length))).toEqual([first]);
    }
  });
});
