import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyStateProof } from '@minglu/protocol';
import { afterAll, describe, expect, it } from 'vitest';
import { nativeHash } from '../crypto/native-hash.ts';
import { FlushBatch } from './flush-batch.ts';
import { FlushProcess } from './flush-process.ts';
import { MemoryStateStore } from './memory-state-store.ts';
import { openStateStore } from './open-state-store.ts';
import { openStateTables } from './state-tables.ts';
import { bulkChanges } from './testing/bulk-changes.ts';

const folder = mkdtempSync(join(tmpdir(), 'minglu-flush-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = fileURLToPath(new URL('./testing/flush-and-die.ts', import.meta.url));

/** Heights that the program was told to be durable before it died. */
function dieAfter(directory: string, delayMs: number): Promise<number[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, directory, String(delayMs)]);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.on('exit', () => resolve(output.split('\n').filter(Boolean).map(Number)));
  });
}

function rootAfter(blocks: number): Uint8Array {
  const store = new MemoryStateStore();
  for (let height = 0; height < blocks; height++) {
    store.apply(bulkChanges(height, 3000), { height, logSize: height + 1, transactions: [] });
  }
  return store.mark().root;
}

describe('FlushProcess', () => {
  it('is closed although its process does not end by itself', async () => {
    const writer = new FlushProcess(join(folder, 'stuck'), 100);
    await writer.write(new FlushBatch());
    const pid = writer.pid as number;
    process.kill(pid, 'SIGSTOP');
    await writer.close();
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('leaves a whole state when its node is killed in the middle, for whoever opens at once', async () => {
    const directory = join(folder, 'killed');
    let blocks = 0;
    for (const delayMs of [0, 5, 20, 40, 60, 90]) {
      const told = await dieAfter(directory, delayMs);
      const store = await openStateStore({ directory });
      const { height, root } = store.mark();
      expect(height).toBeGreaterThanOrEqual(told.at(-1) ?? blocks - 1);
      expect(height).toBeLessThanOrEqual(blocks + 1);
      expect(Buffer.compare(root, rootAfter(height + 1))).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 150));
      // Nothing has come in after it was opened.
      expect(store.get('counter/height')).toBe(String(height));
      const { value = null, proof } = store.prove(`case/${height}/7`);
      expect(verifyStateProof({ root, key: `case/${height}/7`, value, proof }, nativeHash)).toBe(true);
      expect(value).not.toBeNull();
      await store.close();
      blocks = height + 1;
    }
  });

  it('says what went wrong and wrote nothing', async () => {
    const directory = join(folder, 'refused');
    const writer = new FlushProcess(directory);
    const good = new FlushBatch();
    good.put('due', Buffer.from('row'), Buffer.alloc(0));
    await writer.write(good);
    const bad = new FlushBatch();
    bad.put('due', Buffer.from('another row'), Buffer.alloc(0));
    bad.put('due', Buffer.alloc(3000, 1), Buffer.alloc(0));
    await expect(writer.write(bad)).rejects.toMatchObject({ code: 'write-failed', facts: { file: directory } });
    await writer.close();
    const tables = openStateTables(directory, { isReadOnly: true });
    expect([...tables.due.getKeys()].map(String)).toEqual(['row']);
    await tables.root.close();
  });

  it('is gone after close, and close may be called without a batch', async () => {
    const writer = new FlushProcess(join(folder, 'closed'));
    await writer.close();
    const batch = new FlushBatch();
    batch.put('meta', Buffer.from('row'), Buffer.from('x'));
    await writer.write(batch);
    await writer.close();
    await writer.close();
  });
});
