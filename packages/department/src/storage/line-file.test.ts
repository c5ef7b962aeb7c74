import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLineFile } from './line-file.ts';

/** How many bytes still fit on the disk of this test. */
let room = Number.POSITIVE_INFINITY;

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open = async (...asked: Parameters<typeof real.open>): Promise<FileHandle> => {
    const file = await real.open(...asked);
    const writeFile = async (bytes: Buffer): Promise<void> => {
      await file.write(bytes.subarray(0, room));
      if (bytes.length > room) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    return new Proxy(file, {
      get: (target, name) => {
        const value = name === 'writeFile' ? writeFile : (Reflect.get(target, name, target) as unknown);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return { ...real, open };
});

let path: string;
beforeEach(() => {
  room = Number.POSITIVE_INFINITY;
  path = join(mkdtempSync(join(tmpdir(), 'minglu-lines-')), 'lines.jsonl');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }));

const linesNow = async () => (await openLineFile(path)).lines;

test('what was appended is there after a restart, in the order it was asked for', async () => {
  const { file } = await openLineFile(path);
  await Promise.all([file.append([{ at: 1 }, { at: 2 }]), file.append([]), file.append([{ at: 3 }])]);
  expect(await linesNow()).toEqual([{ at: 1 }, { at: 2 }, { at: 3 }]);
});

test('a line that a crash cut off is dropped, and one that is damaged in the middle is told', async () => {
  const { file } = await openLineFile(path);
  await file.append([{ at: 1 }]);
  appendFileSync(path, '{"at":');
  expect(await linesNow()).toEqual([{ at: 1 }]);
  appendFileSync(path, '{"at":\n{"at":3}\n');
  await expect(openLineFile(path)).rejects.toMatchObject({ code: 'store-damaged', facts: { line: 2 } });
});

test('a full disk loses only what it was told to refuse: the next line does not stand behind half of another', async () => {
  const { file } = await openLineFile(path);
  await file.append([{ at: 1 }]);
  room = 4;
  await expect(file.append([{ at: 2 }])).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(readFileSync(path, 'utf8')).toBe('{"at":1}\n{"at');
  room = Number.POSITIVE_INFINITY;
  await file.append([{ at: 3 }]);
  expect(await linesNow()).toEqual([{ at: 1 }, { at: 3 }]);
});
