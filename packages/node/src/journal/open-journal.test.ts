import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import { type CutMode, cutDisk, toldBefore } from '../store/testing/cut-disk.ts';
import { seededRandom } from '../store/testing/seeded-random.ts';
import { TracedFileSystem } from '../store/testing/traced-file-system.ts';
import type { Journal, JournalRecord } from './journal.ts';
import { HEADER_BYTES } from './journal-record.ts';
import { openJournal } from './open-journal.ts';

const DIRECTORY = 'node/journal';

const open = (fileSystem: FileSystem, segmentBytes = 4000) =>
  openJournal({ directory: DIRECTORY, fileSystem, segmentBytes });

function payloadOf(height: number): Uint8Array {
  return new Uint8Array(100 + ((height * 397) % 1500)).fill(height);
}

async function heightsIn(journal: Journal, from = 0): Promise<number[]> {
  const heights: number[] = [];
  for await (const { height, payload } of journal.read(from)) {
    expect(Buffer.compare(payload, payloadOf(height))).toBe(0);
    heights.push(height);
  }
  return heights;
}

async function append(journal: Journal, from: number, to: number): Promise<void> {
  for (let height = from; height <= to; height++) await journal.append({ height, payload: payloadOf(height) });
}

const range = (from: number, to: number) => Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at);

/** Twenty blocks over several segments, trimmed now and then. */
async function recorded(): Promise<TracedFileSystem> {
  const disk = new TracedFileSystem();
  const { journal } = await open(disk);
  for (const height of range(5, 24)) {
    await journal.append({ height, payload: payloadOf(height) });
    disk.told(`durable ${height}`);
    if (height % 6 !== 0) continue;
    disk.told(`trimmed ${height - 3}`);
    await journal.trim(height - 3);
  }
  return disk;
}

describe('Journal', () => {
  it('gives back what was appended, from any height, over segments and restarts', async () => {
    const disk = new TracedFileSystem();
    const first = await open(disk);
    expect(first.journal.heights()).toBeUndefined();
    await append(first.journal, 0, 9);
    await first.journal.close();
    const { journal, note } = await open(disk);
    expect(note).toBeUndefined();
    expect(journal.heights()).toEqual({ first: 0, last: 9 });
    await append(journal, 10, 12);
    expect(await heightsIn(journal)).toEqual(range(0, 12));
    expect(await heightsIn(journal, 7)).toEqual(range(7, 12));
    expect(disk.paths().length).toBeGreaterThan(2);
  });

  it('syncs each record before the next is written, though they were handed over together', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await open(disk, 1_000_000);
    await Promise.all(range(0, 5).map((height) => journal.append({ height, payload: payloadOf(height) })));
    const kinds = disk.trace.map(({ kind }) => kind).filter((kind) => kind === 'write' || kind === 'sync');
    expect(kinds).toEqual(range(0, 5).flatMap(() => ['write', 'sync']));
  });

  it('takes no height twice and leaves none out', async () => {
    const { journal } = await open(new TracedFileSystem());
    await append(journal, 3, 4);
    for (const height of [4, 6, 0]) {
      await expect(journal.append({ height, payload: payloadOf(height) })).rejects.toMatchObject({
        code: 'out-of-order',
      });
    }
    await append(journal, 5, 5);
    expect(await heightsIn(journal)).toEqual([3, 4, 5]);
  });

  it('trims whole segments only, and never the one that is being written', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await open(disk);
    await append(journal, 0, 20);
    await journal.trim(10);
    const { first } = journal.heights() as { first: number };
    expect(first).toBeGreaterThan(5);
    expect(first).toBeLessThanOrEqual(11);
    await journal.trim(20);
    expect(disk.paths()).toHaveLength(1);
    expect((await heightsIn(journal)).at(-1)).toBe(20);
  });

  it('drops the newest segment too once it is large and everything in it is elsewhere, and goes on from there', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await openJournal({ directory: DIRECTORY, fileSystem: disk, segmentBytes: 500, spentBytes: 1 });
    await append(journal, 0, 20);
    await journal.trim(19);
    expect(journal.heights()?.last).toBe(20);
    await journal.trim(20);
    expect(disk.paths()).toEqual([]);
    expect(journal.heights()).toBeUndefined();
    await expect(journal.append({ height: 22, payload: payloadOf(22) })).rejects.toMatchObject({
      code: 'out-of-order',
    });
    await append(journal, 21, 22);
    expect(await heightsIn(journal)).toEqual([21, 22]);
    await journal.close();
    const { journal: again } = await openJournal({ directory: DIRECTORY, fileSystem: disk });
    expect(await heightsIn(again)).toEqual([21, 22]);
  });

  it('keeps the newest segment while a record for it is on its way', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await openJournal({ directory: DIRECTORY, fileSystem: disk, spentBytes: 1 });
    await append(journal, 0, 4);
    const [, written] = [journal.trim(4), journal.append({ height: 5, payload: payloadOf(5) })];
    await written;
    await journal.trim(4);
    expect((await heightsIn(journal)).at(-1)).toBe(5);
    const waiting = [journal.append({ height: 6, payload: payloadOf(6) }), journal.trim(5)];
    await Promise.all(waiting);
    expect((await heightsIn(journal)).at(-1)).toBe(6);
  });

  it('takes nothing more once closed', async () => {
    const { journal } = await open(new TracedFileSystem());
    await journal.close();
    await expect(journal.append({ height: 0, payload: payloadOf(0) })).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('Journal after a power cut', () => {
  const modes: readonly CutMode[] = ['lost', 'kept', 'torn', 'torn', 'torn'];

  it('has every durable block, no gap and nothing invented, wherever the cut was', async () => {
    const { trace } = await recorded();
    const random = seededRandom(7);
    let cuts = 0;
    for (const length of range(0, trace.length)) {
      for (const mode of modes) {
        await expectRecovered(cutDisk(trace, length, mode, random), toldBefore(trace, length));
        cuts += 1;
      }
    }
    expect(cuts).toBeGreaterThan(300);
  });

  it('has what was not trimmed, wherever the cut was while its last segment was dropped', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await openJournal({ directory: DIRECTORY, fileSystem: disk, spentBytes: 1 });
    for (const height of range(5, 24)) {
      await journal.append({ height, payload: payloadOf(height) });
      disk.told(`durable ${height}`);
      if (height % 4 !== 0) continue;
      disk.told(`trimmed ${height}`);
      await journal.trim(height);
    }
    const random = seededRandom(11);
    for (const length of range(0, disk.trace.length)) {
      for (const mode of modes) {
        const told = toldBefore(disk.trace, length);
        const last = (prefix: string) => Number(told.findLast((what) => what.startsWith(prefix))?.split(' ')[1] ?? 4);
        const heights = await heightsIn((await open(cutDisk(disk.trace, length, mode, random))).journal);
        const kept = heights.length === 0 ? last('trimmed') : (heights.at(-1) ?? 0);
        expect(kept).toBeGreaterThanOrEqual(last('durable'));
        expect(heights).toEqual(heights.length === 0 ? [] : range(heights[0] ?? 0, kept));
        expect(heights[0] ?? 5).toBeLessThanOrEqual(Math.max(5, last('trimmed') + 1));
      }
    }
  });

  async function expectRecovered(disk: TracedFileSystem, told: readonly string[]): Promise<void> {
    const last = (prefix: string) =>
      Number(told.findLast((what) => what.startsWith(prefix))?.split(' ')[1] ?? Number.NaN);
    const [durable, trimmed] = [last('durable'), last('trimmed')];
    const { journal } = await open(disk);
    const heights = await heightsIn(journal);
    const [first, final] = [heights[0] ?? 5, heights.at(-1) ?? 4];
    expect(heights).toEqual(range(first, final));
    expect(first).toBeLessThanOrEqual(Number.isNaN(trimmed) ? 5 : Math.max(5, trimmed + 1));
    expect(final).toBeGreaterThanOrEqual(Number.isNaN(durable) ? 4 : durable);
    expect(final).toBeLessThanOrEqual(Number.isNaN(durable) ? 5 : durable + 1);
    // And it goes on from there.
    await append(journal, final + 1, final + 2);
    await journal.close();
    expect(await heightsIn((await open(disk)).journal, final)).toEqual(range(Math.max(final, first), final + 2));
  }

  it('says what it cut off', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await open(disk, 1_000_000);
    await append(journal, 0, 2);
    const [file] = disk.paths() as [string];
    disk.damage(file, (content) => content.subarray(0, content.length - 1));
    const { journal: again, note } = await open(disk, 1_000_000);
    const offset = payloadOf(0).length + payloadOf(1).length + 2 * HEADER_BYTES;
    expect(note).toEqual({ file, offset, bytesDropped: payloadOf(2).length + HEADER_BYTES - 1 });
    expect(again.heights()).toEqual({ first: 0, last: 1 });
  });
});

describe('Journal that was damaged', () => {
  it('names file and offset of any changed byte that a later record proves to be damage', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await open(disk);
    await append(journal, 0, 8);
    const random = seededRandom(3);
    for (const file of disk.paths()) {
      const size = (disk.readFileNow(file) as Uint8Array).length;
      for (const _ of range(1, 40)) {
        const at = Math.floor(random() * size);
        disk.damage(file, flipAt(at));
        const found = await open(disk).catch((error: unknown) => error);
        disk.damage(file, flipAt(at));
        if (found instanceof StoreError) expect(found).toMatchObject({ code: 'damaged', facts: { file } });
        // Only in the very last record a changed byte looks as a torn write does.
        else expect(await lastOf(found)).toBe(7);
      }
    }
    expect(await heightsIn((await open(disk)).journal)).toEqual(range(0, 8));
  });

  it('is refused when a segment between others is gone', async () => {
    const disk = new TracedFileSystem();
    const { journal } = await open(disk);
    await append(journal, 0, 20);
    await disk.unlink(disk.paths()[1] as string);
    await expect(open(disk)).rejects.toMatchObject({ code: 'damaged' });
  });

  async function lastOf(opened: unknown): Promise<number | undefined> {
    const { journal } = opened as { journal: Journal };
    const last = journal.heights()?.last;
    // The torn end was cut off: put the block back for the next round.
    if (last === 7) await append(journal, 8, 8);
    return last;
  }
});

function flipAt(at: number): (content: Buffer) => Buffer {
  return (content) => {
    if (at < content.length) content[at] = (content[at] as number) ^ 0xff;
    return content;
  };
}

describe('Journal on a failing disk', () => {
  it.each(['EIO', 'ENOSPC'] as const)(
    'stops at the first %s, writes nothing more, and loses no durable block',
    async (errno) => {
      const calls = (await recorded()).calls;
      for (const at of range(0, calls - 1)) {
        const disk = new TracedFileSystem();
        disk.refuse(at, errno);
        const { journal } = await open(disk);
        const durable = await appendUntilRefused(journal, disk);
        const callsThen = disk.calls;
        await expect(journal.append({ height: durable + 2, payload: payloadOf(0) })).rejects.toMatchObject({
          code: 'halted',
        });
        expect(disk.calls).toBe(callsThen);
        const after = cutDisk(disk.trace, disk.trace.length, 'lost', () => 0);
        const heights = await heightsIn((await open(after)).journal);
        expect(heights.at(-1) ?? 4).toBeGreaterThanOrEqual(durable);
      }
    },
  );

  async function appendUntilRefused(journal: Journal, disk: TracedFileSystem): Promise<number> {
    for (const height of range(5, 40)) {
      const record: JournalRecord = { height, payload: payloadOf(height) };
      const error = await journal.append(record).catch((reason: unknown) => reason);
      if (error === undefined) continue;
      expect(['write-failed', 'storage-full']).toContain((error as StoreError).code);
      return height - 1;
    }
    throw new Error(`nothing was refused in ${disk.calls} calls`);
  }
});
