import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { digestOfText } from './state-paths.ts';
import { openStateTables } from './state-tables.ts';
import { TablesOnDisk } from './tables-on-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'minglu-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 20_000;
const keyOf = (at: number): Buffer => digestOfText(String(at));

/** Bytes of the tables' file that this process holds. */
function residentBytes(): number {
  const maps = readFileSync('/proc/self/smaps', 'utf8').split(/\n(?=[0-9a-f]+-[0-9a-f]+ )/);
  const own = maps.filter((map) => map.includes(join(folder, 'data.mdb')));
  return own.reduce((sum, map) => sum + Number(/^Rss:\s+(\d+) kB/m.exec(map)?.[1] ?? 0) * 1024, 0);
}

describe('TablesOnDisk', () => {
  it('finds every row, however often its map was made anew, and what was written meanwhile', async () => {
    const writer = openStateTables(folder);
    writer.root.transactionSync(() => {
      for (let at = 0; at < ROWS; at++) writer.values.putSync(keyOf(at), Buffer.alloc(1_000, at % 251));
    });
    await writer.root.close();
    const disk = new TablesOnDisk(folder);
    for (let at = 0; at < ROWS; at++) {
      expect(disk.lookUp().values.getBinary(keyOf(at))?.[0]).toBe(at % 251);
    }
    const again = openStateTables(folder);
    again.values.putSync(keyOf(7), Buffer.from('new'));
    await again.root.close();
    disk.reopen();
    expect(disk.lookUp().values.getBinary(keyOf(7))?.toString()).toBe('new');
    await disk.close();
  });

  it.skipIf(process.platform !== 'linux')('gives back the memory of what it looked at', async () => {
    const disk = new TablesOnDisk(folder);
    for (const _ of disk.tables.values.getRange());
    expect(residentBytes()).toBeGreaterThan(10_000_000);
    disk.reopen();
    disk.lookUp().values.getBinary(keyOf(1));
    expect(residentBytes()).toBeLessThan(1_000_000);
    await disk.close();
  });
});
