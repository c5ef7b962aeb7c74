import { createHash } from 'node:crypto';
import {
  decodeEntryBundle,
  encodeEntryBundle,
  entriesPath,
  leafHash,
  nodeHash,
  tilePath,
  treeAt,
  verifyConsistency,
  verifyInclusion,
} from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeHash } from '../crypto/native-hash.ts';
import type { FileSystem } from '../store/file-system.ts';
import { type CutMode, cutDisk, toldBefore } from '../store/testing/cut-disk.ts';
import { seededRandom } from '../store/testing/seeded-random.ts';
import { TracedFileSystem } from '../store/testing/traced-file-system.ts';
import type { LogEntry, LogStore } from './log-store.ts';
import { openLogStore } from './open-log-store.ts';
import { expandBundle, isPackedBundle } from './packed-bundle.ts';

const DIRECTORY = 'node/log';
const open = (fileSystem: FileSystem): Promise<LogStore> =>
  openLogStore({ directory: DIRECTORY, fileSystem, tilesInMemory: 2 });
/** Looks into packed files too. */
async function fileHas(disk: TracedFileSystem, path: string, text: string): Promise<boolean> {
  const bytes = disk.readFileNow(path) as Uint8Array;
  return Buffer.from(isPackedBundle(bytes) ? await expandBundle(bytes, path) : bytes).includes(text);
}

async function filesWith(disk: TracedFileSystem, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of disk.paths()) if (await fileHas(disk, path, text)) found.push(path);
  return found;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(to - from, 0) }, (_, at) => from + at);
const same = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && Buffer.compare(a, b) === 0;

/** Every third entry has a sidecar, every ninth a trace. */
function entryOf(index: number): LogEntry {
  const bytes = Buffer.from(`entry ${index} ${'x'.repeat(index % 37)}`);
  if (index % 3 !== 0) return { bytes };
  const sidecar = `sidecar 甲 ${index};`;
  return { bytes, attachments: index % 9 === 0 ? { sidecar, trace: `trace ${index}` } : { sidecar } };
}

const leaves: Uint8Array[] = [];
const leafOf = (index: number): Uint8Array => {
  while (leaves.length <= index) leaves.push(leafHash(entryOf(leaves.length).bytes, nativeHash));
  return leaves[index] as Uint8Array;
};

/** RFC 6962 section 2.1, word for word. */
function naiveRoot(from: number, to: number): Uint8Array {
  if (to === from) return createHash('sha256').digest();
  if (to - from === 1) return leafOf(from);
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return nodeHash(naiveRoot(from, from + split), naiveRoot(from + split, to), nativeHash);
}

/** Appends up to `size`, in blocks, with a sync after those whose number `syncs` has. */
async function grow(log: LogStore, size: number, { step = 90, syncEvery = 2 } = {}, told?: (size: number) => void) {
  for (let block = 1; log.size() < size; block++) {
    log.append(range(log.size(), Math.min(log.size() + step, size)).map(entryOf));
    if (block % syncEvery !== 0) continue;
    const durable = await log.sync();
    told?.(durable);
  }
}

async function expectWhole(log: LogStore, size: number, indices: readonly number[]): Promise<void> {
  expect(log.size()).toBe(size);
  expect(same(log.root(), naiveRoot(0, size))).toBe(true);
  for (const index of indices) {
    expect(same(await log.entry(index), entryOf(index).bytes)).toBe(true);
    expect(await log.findAttachment('sidecar', index)).toBe(entryOf(index).attachments?.sidecar);
    expect(await log.findAttachment('trace', index)).toBe(entryOf(index).attachments?.trace);
  }
}

describe('LogStore', () => {
  it('has the root, entries and attachments of what was appended, synced or not, over restarts', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.array(fc.constantFrom('go on', 'sync', 'restart')), async (steps, after) => {
        const disk = new TracedFileSystem();
        let log = await open(disk);
        for (const [at, step] of steps.entries()) {
          const size = log.size() + step;
          log.append(range(log.size(), size).map(entryOf));
          if (after[at] !== 'go on') expect(await log.sync()).toBe(size);
          if (after[at] === 'restart') log = await open(disk);
          const indices = [0, size >> 1, size - 1, size - 2].filter((index) => index >= 0);
          await expectWhole(log, size, indices);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('proves inclusion and consistency from tiles alone, three levels high', async () => {
    const disk = new TracedFileSystem();
    const first = await open(disk);
    const size = 66_001;
    await grow(first, size, { step: 4000, syncEvery: 3 });
    await first.sync();
    const log = await open(disk);
    const root = log.root();
    const tree = treeAt(size, log.hashes, nativeHash);
    for (const index of [0, 255, 256, 65_535, 65_536, 66_000, 12_345]) {
      const claim = { leaf: leafOf(index), index, size, path: tree.inclusionPath(index), root };
      expect(verifyInclusion(claim, nativeHash)).toBe(true);
    }
    for (const oldSize of [1, 256, 300, 65_536, 65_537, 66_000]) {
      const oldRoot = log.root(oldSize);
      const claim = { oldSize, oldRoot, newSize: size, newRoot: root, path: tree.consistencyPath(oldSize) };
      expect(verifyConsistency(claim, nativeHash)).toBe(true);
    }
  });

  it('serves every tile and bundle of every size that was ever published, and none beyond', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    await grow(log, 700);
    for (const size of [1, 255, 256, 257, 512, 699, 700]) {
      for (const index of range(0, Math.ceil(size / 256))) {
        const width = Math.min(256, size - index * 256);
        const hashes = Buffer.concat(range(index * 256, index * 256 + width).map(leafOf));
        expect(same(await log.findFile(tilePath(0, index, width), size), hashes)).toBe(true);
        const bundle = encodeEntryBundle(range(index * 256, index * 256 + width).map((at) => entryOf(at).bytes));
        expect(same(await log.findFile(entriesPath(index, width), size), bundle)).toBe(true);
        if (width === 256) continue;
        expect(await log.findFile(tilePath(0, index, width + 1), size)).toBeUndefined();
        expect(await log.findFile(entriesPath(index, width + 1), size)).toBeUndefined();
      }
    }
    const above = Buffer.concat([naiveRoot(0, 256), naiveRoot(256, 512)]);
    expect(same(await log.findFile(tilePath(1, 0, 2), 700), above)).toBe(true);
    expect(await log.findFile(tilePath(1, 0, 2), 511)).toBeUndefined();
    for (const path of [
      'tile/2/000',
      'tile/0/003',
      'tile/0/0',
      'sidecars/000',
      '../tail',
      'checkpoint',
      'tile/0/000.p/0',
    ]) {
      expect(await log.findFile(path, 700)).toBeUndefined();
    }
    expect(await log.findFile(tilePath(0, 0), 701)).toBeUndefined();
  });

  it('keeps full bundles and tiles as files under their public paths, and never changes one', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    await grow(log, 1024, { step: 100, syncEvery: 1 });
    await log.sync();
    const names = disk.paths().map((path) => path.slice(DIRECTORY.length + 1));
    expect(names.filter((name) => name.startsWith('tile/'))).toEqual(
      [...range(0, 4).map((at) => tilePath(0, at)), ...range(0, 4).map((at) => entriesPath(at))].sort(),
    );
    const bundle = await expandBundle(disk.readFileNow(`${DIRECTORY}/${entriesPath(2)}`) as Uint8Array, 'a file');
    expect(decodeEntryBundle(bundle).map((entry) => Buffer.from(entry).toString())).toEqual(
      range(512, 768).map((at) => Buffer.from(entryOf(at).bytes).toString()),
    );
    const renamed = disk.trace.flatMap((one) => (one.kind === 'rename' && one.to.includes('/tile/') ? [one.to] : []));
    expect(new Set(renamed).size).toBe(renamed.length);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('puts no sidecar and no trace into a public file or the tail', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    await grow(log, 600);
    await log.sync();
    for (const path of disk.paths().filter((name) => !name.includes('/sidecars/'))) {
      expect(await fileHas(disk, path, 'sidecar 甲')).toBe(false);
      expect(await fileHas(disk, path, 'trace')).toBe(false);
    }
  });

  it('refuses an index or a subtree that it does not have', async () => {
    const log = await open(new TracedFileSystem());
    await grow(log, 10);
    for (const index of [-1, 10, 1.5]) await expect(log.entry(index)).rejects.toMatchObject({ code: 'out-of-range' });
    expect(() => log.hashes(0, 10)).toThrow(/out-of-range/);
    expect(() => log.hashes(2, 2)).toThrow(/out-of-range/);
    expect(() => log.root(11)).toThrow(/out-of-range/);
  });

  it('takes nothing once closed, and a sync under way is finished first', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    await grow(log, 300, { syncEvery: 99 });
    const synced = log.sync();
    await log.close();
    expect(await synced).toBe(300);
    expect(() => log.append([entryOf(300)])).toThrow(/closed/);
    await expect(log.sync()).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('LogStore after a power cut', () => {
  const modes: readonly CutMode[] = ['lost', 'kept', 'torn', 'torn'];

  it('has all that was synced, whole, and grows again to the same log, wherever the cut was', async () => {
    const disk = new TracedFileSystem();
    await grow(await open(disk), 900, { step: 75, syncEvery: 2 }, (size) => disk.told(String(size)));
    const { trace } = disk;
    const random = seededRandom(5);
    for (const length of range(0, trace.length + 1)) {
      const mode = modes[length % modes.length] as CutMode;
      for (const one of new Set<CutMode>([mode, 'torn'])) {
        await expectRecovered(cutDisk(trace, length, one, random), toldBefore(trace, length));
      }
    }
  });

  async function expectRecovered(disk: TracedFileSystem, told: readonly string[]): Promise<void> {
    const log = await open(disk);
    const size = log.size();
    expect(size).toBeGreaterThanOrEqual(Number(told.at(-1) ?? 0));
    expect(size % 150 === 0 || size === 900).toBe(true);
    await expectWhole(
      log,
      size,
      range(0, size).filter((index) => index % 50 === 0 || index > size - 3),
    );
    await grow(log, 930, { step: 400, syncEvery: 1 });
    const again = await open(disk);
    await expectWhole(again, 930, [0, 254, 257, 513, size, 929]);
  }

  it('stops at the first refused call and keeps what was synced', async () => {
    const plain = new TracedFileSystem();
    await grow(await open(plain), 600, { step: 150, syncEvery: 1 });
    for (const at of range(3, plain.calls)) {
      const disk = new TracedFileSystem();
      disk.refuse(at, at % 2 === 0 ? 'EIO' : 'ENOSPC');
      const log = await open(disk).catch(() => undefined);
      if (log === undefined) continue;
      let durable = 0;
      const failed = await grow(log, 600, { step: 150, syncEvery: 1 }, (size) => {
        durable = size;
      }).then(
        () => undefined,
        (error: { code: string }) => error.code,
      );
      expect(['write-failed', 'storage-full']).toContain(failed);
      const calls = disk.calls;
      await expect(log.sync()).rejects.toMatchObject({ code: 'halted' });
      expect(() => log.append([entryOf(0)])).toThrow(/halted/);
      expect(disk.calls).toBeLessThanOrEqual(calls + 4);
      expect((await open(cutDisk(disk.trace, disk.trace.length, 'lost', () => 0))).size()).toBeGreaterThanOrEqual(
        durable,
      );
    }
  });
});

describe('LogStore that was damaged', () => {
  async function disk600(): Promise<TracedFileSystem> {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    await grow(log, 600, { step: 300, syncEvery: 1 });
    return disk;
  }

  /** Everything a reader may ask, on a log that was just opened. */
  async function readAll(disk: TracedFileSystem): Promise<void> {
    const log = await open(disk);
    for (const index of range(0, 600)) {
      const entry = await log.entry(index);
      if (!same(entry, entryOf(index).bytes)) throw new Error('silent acceptance');
      const { sidecar, trace } = entryOf(index).attachments ?? {};
      if ((await log.findAttachment('sidecar', index)) !== sidecar) throw new Error('silent acceptance');
      if ((await log.findAttachment('trace', index)) !== trace) throw new Error('silent acceptance');
    }
  }

  it('never gives out a changed byte of a bundle, a tile, the tail or a sidecar', async () => {
    const disk = await disk600();
    await readAll(disk);
    const random = seededRandom(17);
    for (const path of disk.paths()) {
      const size = (disk.readFileNow(path) as Uint8Array).length;
      for (const mask of [0xff, 0x01, 0x09, 0x80]) {
        const at = Math.floor(random() * size);
        const flip = (content: Buffer) => {
          content[at] = (content[at] as number) ^ mask;
          return content;
        };
        disk.damage(path, flip);
        await expect(readAll(disk), `${path} at ${at}`).rejects.toMatchObject({ code: 'damaged' });
        disk.damage(path, flip);
      }
    }
    await readAll(disk);
  });

  it('says so when a file, or the tail, is gone', async () => {
    for (const path of [tilePath(0, 1), entriesPath(0), 'tail']) {
      const disk = await disk600();
      await disk.unlink(`${DIRECTORY}/${path}`);
      await expect(readAll(disk)).rejects.toMatchObject({ code: 'damaged' });
    }
  });
});

describe('LogStore erasing', () => {
  it('leaves a tombstone, zeros, and every other attachment as it was', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    await grow(log, 300, { syncEvery: 1 });
    await log.eraseAttachment('sidecar', 9);
    await log.eraseAttachment('sidecar', 9);
    await log.eraseAttachment('sidecar', 10);
    await expect(log.findAttachment('sidecar', 9)).rejects.toMatchObject({ code: 'erased', facts: { index: 9 } });
    expect(await filesWith(disk, 'sidecar 甲 9;')).toEqual([]);
    const again = await open(disk);
    await expect(again.findAttachment('sidecar', 9)).rejects.toMatchObject({ code: 'erased' });
    expect(await again.findAttachment('trace', 9)).toBe('trace 9');
    expect(await again.findAttachment('sidecar', 12)).toBe('sidecar 甲 12;');
    expect(await again.findAttachment('sidecar', 10)).toBeUndefined();
  });

  it('is refused for what was never synced', async () => {
    const log = await open(new TracedFileSystem());
    await grow(log, 10, { syncEvery: 99 });
    await expect(log.eraseAttachment('sidecar', 9)).rejects.toMatchObject({ code: 'out-of-order' });
  });

  it('cut short at any call, has the whole text, or none and can be done again', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    await grow(log, 100, { syncEvery: 1 });
    await log.sync();
    const start = disk.trace.length;
    await log.eraseAttachment('sidecar', 9);
    const random = seededRandom(23);
    for (const length of range(start, disk.trace.length + 1)) {
      for (const mode of ['lost', 'kept', 'torn', 'torn'] as const) {
        const cut = cutDisk(disk.trace, length, mode, random);
        const opened = await open(cut);
        const found = await opened.findAttachment('sidecar', 9).catch((error: { code: string }) => error.code);
        expect(['sidecar 甲 9;', 'erased']).toContain(found);
        await opened.eraseAttachment('sidecar', 9);
        expect(await filesWith(cut, 'sidecar 甲 9;')).toEqual([]);
      }
    }
  });
});
