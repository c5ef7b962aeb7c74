import { describe, expect, it } from 'vitest';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { allKept, nothingKept } from './cut-fate.ts';
import { type DiskTrace, recorderOf } from './disk-trace.ts';
import { groupCuts } from './group-cuts.ts';

async function trace(): Promise<DiskTrace> {
  const made: DiskTrace = { root: '/home', directories: [], files: [['/home/old', Buffer.from('old')]], events: [] };
  const disk = new MemoryDisk(made.files, recorderOf(made.events));
  const file = await disk.open('/home/old', 'write');
  await file.write(Buffer.from('new'), 0);
  await file.write(Buffer.from('two'), 0);
  return made;
}

describe('cuts that leave the same disk', () => {
  it('are one, held to what was promised before the latest of them', async () => {
    const cuts = [0, 1, 2].map((at) => ({ at, fate: nothingKept, state: undefined }));
    expect(groupCuts(await trace(), cuts)).toEqual([{ cut: cuts[2], cuts: 3 }]);
  });

  it('are several when a byte differs, or the state', async () => {
    const kept = [1, 2].map((at) => ({ at, fate: allKept, state: undefined }));
    expect(groupCuts(await trace(), kept)).toHaveLength(2);
    const states = [undefined, 'state-1'].map((state) => ({ at: 2, fate: allKept, state }));
    expect(groupCuts(await trace(), states)).toHaveLength(2);
  });
});
