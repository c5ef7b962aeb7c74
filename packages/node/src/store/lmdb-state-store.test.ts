import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DueRow, StateChanges } from '@minglu/ledger';
import { afterEach, describe, expect, it } from 'vitest';
import { openStateStore } from './open-state-store.ts';
import { digestOfText } from './state-paths.ts';
import { decodeTextRow, encodeBucketKey, encodeMark } from './state-rows.ts';
import type { StateStore } from './state-store.ts';
import { openStateTables, type StateTables } from './state-tables.ts';
import { decodeTextPack } from './text-pack.ts';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-lmdb-'));
  directories.push(directory);
  return directory;
}

function block(height: number, keys: number): StateChanges {
  const values = Array.from({ length: keys }, (_, at) => [`case/${height}/${at}`, `"value ${height} ${at}"`] as const);
  const row: DueRow = { instantMs: 1000 + height, kind: 'role-expires', subject: `role/${height}` };
  return {
    values: new Map(values),
    due: { add: [row], remove: [] },
    replay: { add: [{ id: `id${height}`, notAfter: 60_000 * height }], dropBuckets: [] },
  };
}

function grow(store: StateStore, blocks: number, keys = 20): void {
  for (let at = 0; at < blocks; at++) {
    const height = store.mark().height + 1;
    store.apply(block(height, keys), {
      height,
      logSize: height + 1,
      transactions: [{ id: `id${height}`, index: height }],
    });
  }
}

async function flushed(blocks: number, keys = 20): Promise<string> {
  const directory = newDirectory();
  const store = await openStateStore({ directory });
  grow(store, blocks, keys);
  await store.flush();
  await store.close();
  return directory;
}

/** Changes rows behind the store's back, as a bad disk would. */
async function tamper(directory: string, change: (tables: StateTables) => void): Promise<void> {
  const tables = openStateTables(directory);
  change(tables);
  await tables.root.flushed;
  await tables.root.close();
}

describe('LmdbStateStore', () => {
  it('begins after a restart from the last flush and forgets what came after', async () => {
    const directory = newDirectory();
    const store = await openStateStore({ directory });
    grow(store, 3);
    const mark = await store.flush();
    grow(store, 2);
    await store.close();
    const again = await openStateStore({ directory });
    expect(again.mark().height).toBe(2);
    expect(Buffer.compare(again.mark().root, mark.root)).toBe(0);
    expect(again.get('case/3/0')).toBeUndefined();
    await again.close();
  });

  it('takes blocks while it flushes; they are in the next flush', async () => {
    const store = await openStateStore({ directory: newDirectory() });
    grow(store, 2);
    const first = store.flush();
    grow(store, 2);
    const second = store.flush();
    expect((await first).height).toBe(1);
    expect((await second).height).toBe(3);
    expect(store.flushedMark().height).toBe(3);
    expect(await store.flush()).toEqual(await second);
    await store.close();
  });

  it('keeps nothing in the overlay that is on disk', async () => {
    const directory = await flushed(30, 40);
    const store = await openStateStore({ directory, treeBytes: 1000, hotValues: 2 });
    for (let at = 0; at < 30; at++) {
      expect(store.get(`case/${at}/7`)).toBe(`"value ${at} 7"`);
      expect(store.findTransaction(`id${at}`)).toEqual({ height: at, index: at });
      expect(store.replayed(`id${at}`, 60_000 * at)).toBe(true);
      expect(store.replayed(`id${at}`, 60_000 * at + 1)).toBe(false);
    }
    expect(store.due(1009, 100).map(({ instantMs }) => instantMs)).toEqual(
      [...Array(10).keys()].map((at) => 1000 + at),
    );
    await store.close();
  });

  it('refuses every call once it is closed', async () => {
    const store = await openStateStore({ directory: newDirectory() });
    await store.close();
    await store.close();
    expect(() => store.stage(block(0, 1))).toThrow(/closed/);
    await expect(store.flush()).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('LmdbStateStore on disk', () => {
  it('has one text for each value, however often it was changed', async () => {
    const directory = newDirectory();
    const store = await openStateStore({ directory });
    for (let height = 0; height < 5; height++) {
      const values = new Map<string, string | null>([
        ['counter/a', `${height}`],
        [`case/${height}`, '"x"'],
      ]);
      if (height > 2) values.set(`case/${height - 2}`, null);
      const changes = { ...block(height, 0), values };
      store.apply(changes, { height, logSize: height + 1, transactions: [] });
      await store.flush();
    }
    await store.close();
    const { root, values, texts } = openStateTables(directory, { isReadOnly: true });
    expect(values.getCount()).toBe(4);
    const kept = [...texts.getRange()].flatMap(({ value }) => decodeTextPack(value)).filter(({ length }) => length > 0);
    expect(kept.map((row) => decodeTextRow(row).key).sort()).toEqual(['case/0', 'case/3', 'case/4', 'counter/a']);
    await root.close();
  });
});

describe('LmdbStateStore that was damaged', () => {
  const dropAndRebuild = { code: 'derived-damaged', facts: { remedy: 'drop the state directory and rebuild' } };

  it('is not opened with a changed or missing mark', async () => {
    const mark = { height: 1, root: new Uint8Array(32), logSize: 2 };
    const changes: ((tables: StateTables) => void)[] = [
      ({ meta }) => meta.putSync(Buffer.from('mark'), encodeMark(mark)),
      ({ meta }) => meta.putSync(Buffer.from('mark'), Buffer.from(encodeMark(mark).fill(7, 3, 4))),
      ({ meta }) => meta.removeSync(Buffer.from('mark')),
    ];
    for (const change of changes) {
      const directory = await flushed(2);
      await tamper(directory, change);
      await expect(openStateStore({ directory })).rejects.toMatchObject(dropAndRebuild);
    }
  });

  it('is not opened when bucket records do not give the root', async () => {
    const changes: ((tables: StateTables) => void)[] = [
      ({ buckets }) => {
        const [key] = [...buckets.getKeys({ limit: 1 })];
        buckets.removeSync(key as Buffer);
      },
      ({ buckets }) => buckets.putSync(encodeBucketKey(9), Buffer.alloc(33, 1)),
      ({ buckets }) => buckets.putSync(encodeBucketKey(9), Buffer.alloc(5)),
    ];
    for (const change of changes) {
      const directory = await flushed(2);
      await tamper(directory, change);
      await expect(openStateStore({ directory })).rejects.toMatchObject(dropAndRebuild);
    }
  });

  it('gives out neither a changed value nor a proof of one', async () => {
    const directory = await flushed(2);
    await tamper(directory, ({ values, texts }) => {
      const key = (values.get(digestOfText('case/1/3')) as Buffer).subarray(32, 37);
      const row = texts.get(key) as Buffer;
      row[row.length - 2] = (row[row.length - 2] as number) ^ 1;
      texts.putSync(key, row);
    });
    const store = await openStateStore({ directory });
    expect(() => store.get('case/1/3')).toThrow(/derived-damaged/);
    expect(store.get('case/1/9')).toBe('"value 1 9"');
    await store.close();
  });

  it('stops at a value that was taken out, when its place is proved or changed', async () => {
    const directory = await flushed(2);
    await tamper(directory, ({ values }) => values.removeSync(digestOfText('case/1/3')));
    const store = await openStateStore({ directory });
    expect(() => store.prove('case/1/3')).toThrow(/state-tree-damaged/);
    await store.close();
  });

  it('never gives out a value that was put in', async () => {
    for (const neighbour of [undefined, 'case/1/3']) {
      const directory = await flushed(2);
      // In a bucket of its own the tree knows that nothing is there; beside another key the bucket is found damaged.
      const key = neighbour === undefined ? 'case/forged' : keyBeside(neighbour);
      await tamper(directory, ({ values }) =>
        values.putSync(digestOfText(key), values.get(digestOfText('case/1/3')) as Buffer),
      );
      const store = await openStateStore({ directory });
      if (neighbour === undefined) expect(store.get(key)).toBeUndefined();
      else expect(() => store.get(key)).toThrow(/derived-damaged/);
      if (neighbour !== undefined) expect(() => store.prove(key)).toThrow(/state-tree-damaged/);
      await store.close();
    }
  });

  it('is never silently another state, wherever the file is cut or overwritten', async () => {
    const directory = await flushed(20, 60);
    const file = join(directory, 'data.mdb');
    const whole = readFileSync(file);
    const good = await openStateStore({ directory });
    const root = Buffer.from(good.mark().root);
    await good.close();
    for (const from of [0, 4096, 8192, statSync(file).size >> 1]) {
      writeFileSync(file, Buffer.from(whole).fill(0, from, from + 4096));
      const opened = await openStateStore({ directory }).catch((error: unknown) => error);
      if (opened instanceof Error) {
        expect(opened).toMatchObject(dropAndRebuild);
        continue;
      }
      const store = opened as StateStore;
      if (store.mark().height >= 0) expect(Buffer.compare(store.mark().root, root)).toBe(0);
      await store.close();
    }
  });

  /** Another key of the same bucket. */
  function keyBeside(key: string): string {
    const prefix = digestOfText(key).readUInt16BE(0);
    for (let at = 0; ; at++)
      if (digestOfText(`case/forged/${at}`).readUInt16BE(0) === prefix) return `case/forged/${at}`;
  }
});
