import { setImmediate } from 'node:timers/promises';
import { TILE_WIDTH } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CutMode, cutDisk } from '../store/testing/cut-disk.ts';
import { seededRandom } from '../store/testing/seeded-random.ts';
import { TracedFileSystem } from '../store/testing/traced-file-system.ts';
import { attachmentsPath, readAttachmentBundle } from './attachment-bundle.ts';
import type { AttachmentKind, LogEntry, LogStore } from './log-store.ts';
import { openLogStore } from './open-log-store.ts';
import { isPackedBundle } from './packed-bundle.ts';

const DIRECTORY = 'node/log';
const open = (fileSystem: TracedFileSystem): Promise<LogStore> => openLogStore({ directory: DIRECTORY, fileSystem });
const fileOf = (bundle: number): string => `${DIRECTORY}/${attachmentsPath(bundle)}`;
const range = (from: number, to: number) => Array.from({ length: Math.max(to - from, 0) }, (_, at) => from + at);

/** No attachments from 600 to 879: a bundle without any, and one that ends without. */
function textOf(kind: AttachmentKind, index: number): string | undefined {
  if (index >= 600 && index < 880) return undefined;
  return index % (kind === 'sidecar' ? 2 : 5) === 0 ? `${kind} 甲 ${index};` : undefined;
}

function entryOf(index: number): LogEntry {
  const [sidecar, trace] = [textOf('sidecar', index), textOf('trace', index)];
  const attachments = { ...(sidecar === undefined ? {} : { sidecar }), ...(trace === undefined ? {} : { trace }) };
  return { bytes: Buffer.from(`entry ${index}`), ...((sidecar ?? trace) ? { attachments } : {}) };
}

const append = (log: LogStore, count: number) => log.append(range(log.size(), log.size() + count).map(entryOf));
const isPacked = (disk: TracedFileSystem, bundle: number) =>
  isPackedBundle(disk.readFileNow(fileOf(bundle)) ?? new Uint8Array());

type Step = { readonly kind: 'append' | 'sync' | 'reopen' | 'erase'; readonly count: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('append', 'append', 'sync', 'reopen', 'erase'),
  count: fc.nat({ max: 400 }),
});

/** What a log answers, in words. */
async function answer(log: LogStore, kind: AttachmentKind, index: number): Promise<string | undefined> {
  return log.findAttachment(kind, index).catch((error: { code: string }) => error.code);
}

/** Names of files that hold the text, packed or not. One that was cut off holds it for all we know. */
async function holders(disk: TracedFileSystem, text: string): Promise<string[]> {
  const held: string[] = [];
  for (const path of disk.paths().filter((name) => name.includes('/sidecars/'))) {
    const bytes = await readAttachmentBundle(disk, path).catch(() => Buffer.from(text));
    if (bytes.includes(text)) held.push(path);
  }
  return held;
}

describe('attachments on disk', () => {
  it('answer as a map would, whatever is appended, synced, erased and opened again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const disk = new TracedFileSystem();
        let log = await open(disk);
        const erased = new Set<string>();
        for (const { kind, count } of steps) {
          if (kind === 'append') append(log, count);
          if (kind === 'sync') await log.sync();
          if (kind === 'reopen') log = await open(disk);
          if (kind === 'erase' && log.durableSize() > 0) {
            const index = count % log.durableSize();
            await log.eraseAttachment('sidecar', index);
            if (textOf('sidecar', index) !== undefined) erased.add(`sidecar ${index}`);
          }
          for (const index of new Set([0, 255, 256, 510, 600, 879, 880, log.size() - 1, count])) {
            if (index < 0 || index >= log.size()) continue;
            for (const of of ['sidecar', 'trace'] as const) {
              const expected = erased.has(`${of} ${index}`) ? 'erased' : textOf(of, index);
              expect(await answer(log, of, index)).toBe(expected);
            }
          }
        }
        for (const bundle of range(0, Math.floor(log.durableSize() / TILE_WIDTH))) {
          expect(isPacked(disk, bundle)).toBe(disk.paths().includes(fileOf(bundle)));
        }
        for (const name of erased) expect(await holders(disk, name.replace(' ', ' 甲 ').concat(';'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of a full bundle are packed, and of the newest raw', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    append(log, 300);
    await log.sync();
    expect([isPacked(disk, 0), isPacked(disk, 1)]).toEqual([true, false]);
  });

  it('are packed when their bundle is full, though nothing more came to stand in it', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    append(log, 600);
    await log.sync();
    append(log, 270);
    await log.sync();
    expect([isPacked(disk, 2), disk.paths().includes(fileOf(3))]).toEqual([true, false]);
    expect(await answer(log, 'sidecar', 596)).toBe('sidecar 甲 596;');
  });

  it('are answered while they are on their way to disk', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    for (const size of [100, 250, 520, 900]) {
      append(log, size - log.size());
      let isDone = false;
      const done = log.sync().then(() => {
        isDone = true;
      });
      while (!isDone) {
        await setImmediate();
        for (const index of [0, 98, 240, 510, 890].filter((at) => at < size)) {
          expect(await answer(log, 'sidecar', index)).toBe(textOf('sidecar', index));
        }
      }
      await done;
    }
  });
});

describe('a power cut while a bundle is packed', () => {
  const modes: readonly CutMode[] = ['lost', 'kept', 'torn', 'torn'];

  /** 200 entries are acknowledged; a sync to 300 packs the first bundle. */
  async function cuts(): Promise<TracedFileSystem[]> {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    append(log, 200);
    await log.sync();
    const start = disk.trace.length;
    append(log, 100);
    await log.sync();
    const random = seededRandom(31);
    return range(start, disk.trace.length + 1).flatMap((length) =>
      modes.map((mode) => cutDisk(disk.trace, length, mode, random)),
    );
  }

  const some = (size: number) => range(0, size).filter((index) => index % 40 === 0 || index > size - 3);

  it('loses nothing, and the log goes on', async () => {
    let packedUnderAnOlderTail = 0;
    for (const disk of await cuts()) {
      const log = await open(disk);
      const size = log.size();
      expect([200, 300]).toContain(size);
      if (size === 200 && isPacked(disk, 0)) packedUnderAnOlderTail += 1;
      for (const index of some(size)) expect(await answer(log, 'sidecar', index)).toBe(textOf('sidecar', index));
      for (const next of [210, 300, 600].filter((one) => one > size)) {
        append(log, next - log.size());
        await log.sync();
        for (const one of [log, await open(disk)]) {
          for (const index of some(next)) {
            expect(await answer(one, 'sidecar', index)).toBe(textOf('sidecar', index));
            expect(await answer(one, 'trace', index)).toBe(textOf('trace', index));
          }
        }
      }
    }
    expect(packedUnderAnOlderTail).toBeGreaterThan(3);
  });

  it('hides no text from who erases it afterwards', async () => {
    for (const disk of await cuts()) {
      const log = await open(disk);
      await log.eraseAttachment('sidecar', 120);
      expect(await answer(log, 'sidecar', 120)).toBe('erased');
      expect(await holders(disk, 'sidecar 甲 120;')).toEqual([]);
      append(log, 400);
      await log.sync();
      expect(await answer(await open(disk), 'sidecar', 120)).toBe('erased');
      expect(await answer(await open(disk), 'sidecar', 122)).toBe('sidecar 甲 122;');
    }
  });
});

describe('erasing from a packed bundle', () => {
  it('cut short at any call, has the whole text, or none and can be done again', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    append(log, 300);
    await log.sync();
    const start = disk.trace.length;
    await log.eraseAttachment('sidecar', 8);
    const random = seededRandom(23);
    const seen = new Set<string | undefined>();
    for (const length of range(start, disk.trace.length + 1)) {
      for (const mode of ['lost', 'kept', 'torn', 'torn'] as const) {
        const cut = cutDisk(disk.trace, length, mode, random);
        const opened = await open(cut);
        const found = await answer(opened, 'sidecar', 8);
        seen.add(found);
        await opened.eraseAttachment('sidecar', 8);
        expect(await holders(cut, 'sidecar 甲 8;')).toEqual([]);
        expect(await answer(opened, 'sidecar', 10)).toBe('sidecar 甲 10;');
      }
    }
    expect([...seen].sort()).toEqual(['erased', 'sidecar 甲 8;']);
  });

  it('leaves nothing in memory for a reader that was slower', async () => {
    const disk = new TracedFileSystem();
    const log = await open(disk);
    append(log, 300);
    await log.sync();
    const again = await open(disk);
    const { promise: erased, resolve } = Promise.withResolvers<void>();
    const readFile = disk.readFile.bind(disk);
    disk.readFile = async (path) => {
      const bytes = disk.readFileNow(path);
      await erased;
      return bytes;
    };
    const slow = answer(again, 'sidecar', 8);
    disk.readFile = readFile;
    await again.eraseAttachment('sidecar', 8);
    resolve();
    expect(await slow).toBe('sidecar 甲 8;');
    expect(await answer(again, 'sidecar', 8)).toBe('erased');
  });
});
