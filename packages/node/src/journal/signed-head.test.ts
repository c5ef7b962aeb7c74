import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../store/file-system.ts';
import { type CutMode, cutDisk, toldBefore } from '../store/testing/cut-disk.ts';
import { seededRandom } from '../store/testing/seeded-random.ts';
import { TracedFileSystem } from '../store/testing/traced-file-system.ts';
import { openSignedHead } from './signed-head.ts';

const FILE = 'node/signed-head';
const open = (fileSystem: FileSystem) => openSignedHead({ file: FILE, fileSystem });
const headOf = (size: number) => ({ size, root: new Uint8Array(32).fill(size) });

async function recorded(sizes: readonly number[]): Promise<TracedFileSystem> {
  const disk = new TracedFileSystem();
  const head = await open(disk);
  for (const size of sizes) {
    await head.record(headOf(size));
    disk.told(String(size));
  }
  return disk;
}

describe('SignedHead', () => {
  it('knows of no head in a new directory', async () => {
    const disk = new TracedFileSystem();
    expect((await open(disk)).last()).toBeUndefined();
    expect((await open(disk)).last()).toBeUndefined();
  });

  it('remembers the last head over restarts', async () => {
    const disk = await recorded([1, 5, 9]);
    expect((await open(disk)).last()).toEqual(headOf(9));
  });

  it('refuses a smaller size and another root for the same size, also after a restart', async () => {
    const head = await open(await recorded([4, 8]));
    await expect(head.record(headOf(7))).rejects.toMatchObject({ code: 'second-history' });
    const other = { size: 8, root: new Uint8Array(32).fill(99) };
    await expect(head.record(other)).rejects.toMatchObject({ code: 'second-history' });
    await head.record(headOf(8));
    await head.record(headOf(9));
    expect(head.last()).toEqual(headOf(9));
  });

  it('never loses a head that was recorded, wherever the power went', async () => {
    const { trace } = await recorded([1, 2, 3, 4, 5, 6]);
    const random = seededRandom(11);
    const modes: readonly CutMode[] = ['lost', 'kept', 'torn', 'torn', 'torn', 'torn'];
    for (let length = 0; length <= trace.length; length++) {
      for (const mode of modes) {
        const disk = cutDisk(trace, length, mode, random);
        const told = Number(toldBefore(trace, length).at(-1) ?? 0);
        const head = await open(disk);
        const size = head.last()?.size ?? 0;
        expect([told, told + 1]).toContain(size);
        await head.record(headOf(size + 1));
        expect((await open(disk)).last()).toEqual(headOf(size + 1));
      }
    }
  });

  it('survives damage to either slot and stops at damage to both', async () => {
    for (const offset of [0, 4096]) {
      const disk = await recorded([1, 2, 3]);
      disk.damage(FILE, (content) => content.fill(0, offset, offset + 20));
      expect([2, 3]).toContain((await open(disk)).last()?.size);
      disk.damage(FILE, (content) => content.fill(0, 4096 - offset, 4096 - offset + 20));
      await expect(open(disk)).rejects.toMatchObject({ code: 'damaged', facts: { file: FILE } });
    }
  });

  it('records nothing more after a failed sync', async () => {
    const disk = await recorded([1]);
    const head = await open(disk);
    disk.refuse(disk.calls + 1, 'EIO');
    await expect(head.record(headOf(2))).rejects.toMatchObject({ code: 'write-failed' });
    await expect(head.record(headOf(3))).rejects.toMatchObject({ code: 'halted' });
    expect(head.last()).toEqual(headOf(1));
  });
});
