import { describe, expect, it } from 'vitest';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { cutDisk } from './cut-disk.ts';
import { allKept, lengthsOnly, namesOnly, nothingKept, shuffled } from './cut-fate.ts';
import { type DiskTrace, recorderOf } from './disk-trace.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

async function traceOf(work: (disk: MemoryDisk) => Promise<void>): Promise<DiskTrace> {
  const trace: DiskTrace = { root: '/home', directories: [], files: [['/home/old', bytes('old')]], events: [] };
  const disk = new MemoryDisk(trace.files, recorderOf(trace.events));
  await work(disk);
  return trace;
}

const left = (trace: DiskTrace, fate = nothingKept, at = trace.events.length): Record<string, string> =>
  Object.fromEntries([...cutDisk(trace, at, fate)].map(([path, content]) => [path, content.toString()]));

describe('a power cut', () => {
  it('leaves what was synced and takes what was not', async () => {
    const trace = await traceOf(async (disk) => {
      const file = await disk.open('/home/old', 'write');
      await file.write(bytes('new'), 0);
      await file.datasync();
      await file.write(bytes('newer'), 0);
    });
    expect(left(trace)).toEqual({ '/home/old': 'new' });
    expect(left(trace, allKept)).toEqual({ '/home/old': 'newer' });
    expect(left(trace, lengthsOnly)).toEqual({ '/home/old': 'new\0\0' });
  });

  it('before the end of a sync takes what the sync was to keep', async () => {
    const trace = await traceOf(async (disk) => {
      const file = await disk.open('/home/old', 'write');
      await file.write(bytes('new'), 0);
      await file.datasync();
    });
    expect(left(trace, nothingKept, trace.events.length - 1)).toEqual({ '/home/old': 'old' });
  });

  it('takes a synced file whose name was never synced', async () => {
    const trace = await traceOf(async (disk) => {
      const file = await disk.open('/home/made', 'create');
      await file.write(bytes('made'), 0);
      await file.datasync();
    });
    expect(left(trace)).toEqual({ '/home/old': 'old' });
    expect(left(trace, namesOnly)).toEqual({ '/home/made': 'made', '/home/old': 'old' });
  });

  it('takes whole folders whose own name was never synced', async () => {
    const trace = await traceOf(async (disk) => {
      await disk.makeDirectory('/home/folder');
      await disk.open('/home/folder/made', 'create');
      await disk.syncDirectory('/home/folder');
    });
    expect(left(trace)).toEqual({ '/home/old': 'old' });
    expect(Object.keys(left(trace, namesOnly))).toContain('/home/folder/made');
  });

  it('leaves an unsynced name before its content: the rename without a sync that loses both', async () => {
    const trace = await traceOf(async (disk) => {
      const file = await disk.open('/home/old.tmp', 'write');
      await file.write(bytes('new'), 0);
      await disk.rename('/home/old.tmp', '/home/old');
    });
    expect(left(trace, namesOnly)).toEqual({ '/home/old': '' });
    expect(left(trace)).toEqual({ '/home/old': 'old' });
  });

  it('brings back what was removed without a sync', async () => {
    const trace = await traceOf(async (disk) => {
      await disk.unlink('/home/old');
    });
    expect(left(trace)).toEqual({ '/home/old': 'old' });
    expect(left(trace, allKept)).toEqual({});
  });

  it('tears a write between sectors', async () => {
    const trace = await traceOf(async (disk) => {
      const file = await disk.open('/home/old', 'write');
      await file.write(Buffer.alloc(2_048, 1), 0);
      await file.datasync();
      await file.write(Buffer.alloc(2_048, 2), 0);
    });
    const seen = new Set<string>();
    let state = 1;
    const random = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let turn = 0; turn < 40; turn += 1) {
      const content = cutDisk(trace, trace.events.length, shuffled(random)).get('/home/old') ?? Buffer.alloc(0);
      seen.add([0, 512, 1_024, 1_536].map((at) => content[at]).join(''));
    }
    expect(seen.size).toBeGreaterThan(8);
  });
});
