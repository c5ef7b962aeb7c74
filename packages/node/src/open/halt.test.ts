import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NodeError } from '../node-error.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import { digestOfText } from '../store/state-paths.ts';
import { decodeTextKey, decodeValueRow, encodeTextPackKey } from '../store/state-rows.ts';
import { openStateTables } from '../store/state-tables.ts';
import type { StoreErrorCode } from '../store/store-error.ts';
import { FailingFiles } from '../testing/failing-files.ts';
import { ageContract, applications, foundingTransactions, genesis, logSigner, START } from '../testing/test-town.ts';
import { openNode } from './open-node.ts';

const founding = await foundingTransactions();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-halt-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (name: string, overrides = {}) =>
  openNode({
    directory: join(folder, name),
    genesis,
    genesisTransactions: founding,
    signer: logSigner,
    clock: { nowMs: () => START + 5, setTimer: () => () => {} },
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
    ...overrides,
  });

describe('a node that cannot go on', () => {
  it.each<[string, StoreErrorCode]>([
    ['journal', 'storage-full'],
    ['journal', 'write-failed'],
    ['signed-head', 'write-failed'],
  ])(
    'because of its %s (%s) tells everyone who waits, and after a restart has lost and doubled nothing',
    async (part, code) => {
      const files = new FailingFiles(diskFileSystem);
      const name = `${part}-${code}`;
      const node = await open(name, { fileSystem: files.fileSystem });
      const [first, ...others] = await applications(5);
      const receipted = await node.submit(first?.jws ?? '', first?.sidecar);
      files.failure = { part, code };
      const results = await Promise.allSettled(others.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
      expect(results.map((result) => result.status === 'rejected' && (result.reason as NodeError).code)).toEqual(
        others.map(() => code),
      );
      expect(node.status()).toMatchObject({ state: 'halted', halted: { code } });
      await expect(node.submit(first?.jws ?? '', first?.sidecar)).rejects.toMatchObject({ code });
      expect(await node.receipt(receipted.index)).toContain('tlog-proof');
      await node.close();
      const again = await open(name);
      expect(await again.find(receipted.id)).toMatchObject({ index: receipted.index });
      const resent = await Promise.all(others.map(({ jws, sidecar }) => again.submit(jws, sidecar)));
      expect(new Set(resent.map(({ index }) => index)).size).toBe(others.length);
      expect(again.status().size).toBeGreaterThan(receipted.index + others.length);
      await again.close();
    },
  );

  it('because its stores fail to come to disk halts too, and its journal still has everything', async () => {
    const files = new FailingFiles(diskFileSystem);
    const node = await open('flush', { fileSystem: files.fileSystem, limits: { flushTransactions: 2 } });
    files.failure = { part: 'log', code: 'write-failed' };
    const some = await applications(4);
    await Promise.allSettled(some.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
    await expect.poll(() => node.status().state).toBe('halted');
    await node.close();
    const again = await open('flush');
    const resent = await Promise.all(some.map(({ jws, sidecar }) => again.submit(jws, sidecar)));
    expect(resent.every(({ outcome }) => 'events' in outcome)).toBe(true);
    await again.close();
  });

  it('for want of space refuses deeds, goes on reading, and takes deeds again when there is space', async () => {
    let freeBytes = 1_000;
    const node = await open('space', { findFreeBytes: async () => freeBytes });
    const [first] = await applications(1);
    const refused = node.submit(first?.jws ?? '', first?.sidecar);
    await expect(refused).rejects.toMatchObject({ code: 'storage-full', facts: { freeBytes } });
    expect(node.status().state).toBe('full');
    expect(node.read('protocol').value).toContain('version');
    freeBytes = 1e12;
    await expect.poll(() => node.status().state, { timeout: 5_000 }).toBe('open');
    await expect(node.submit(first?.jws ?? '', first?.sidecar)).resolves.toMatchObject({ height: 1 });
    await node.close();
  });

  it('because its state on disk is damaged makes it again from the log', async () => {
    const node = await open('state');
    const some = await applications(5);
    for (const { jws, sidecar } of some) await node.submit(jws, sidecar);
    const { stateRoot } = node.read('protocol');
    await node.close();
    const file = join(folder, 'state', 'state', 'data.mdb');
    const bytes = await readFile(file);
    for (let at = 9_000; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
    const again = await open('state');
    expect(again.read('protocol').stateRoot).toEqual(stateRoot);
    expect(await again.find(some[3]?.id ?? '')).toBeDefined();
    await again.close();
  });

  it('because a reader found one value of its state damaged makes it again at the next start', async () => {
    const node = await open('value');
    // Enough that the last one's text stands in another pack than what is read at the start.
    const some = await applications(20);
    for (const { jws, sidecar } of some) await node.submit(jws, sidecar);
    const key = `case/${some.at(-1)?.id}`;
    const { value } = node.read(key);
    await node.close();
    const { root, values, texts } = openStateTables(join(folder, 'value', 'state'));
    const { textKey } = decodeValueRow(values.getBinary(digestOfText(key)) as Buffer);
    const packKey = encodeTextPackKey(decodeTextKey(textKey).pack);
    const pack = Buffer.from(texts.getBinary(packKey) as Buffer);
    pack[20] = (pack[20] ?? 0) ^ 1;
    texts.putSync(packKey, pack);
    await root.close();
    const seen = await open('value').then(
      async (damaged) => {
        expect(() => damaged.read(key)).toThrow(expect.objectContaining({ code: 'damaged' }));
        expect(damaged.status()).toMatchObject({ state: 'halted', halted: { code: 'damaged' } });
        await damaged.close();
      },
      () => undefined,
    );
    expect(seen).toBeUndefined();
    const again = await open('value');
    expect(again.read(key).value).toBe(value);
    await again.close();
  });

  it('because another state machine arrives at another root stops with the height', async () => {
    const node = await open('root');
    const [first] = await applications(1);
    await node.submit(first?.jws ?? '', first?.sidecar);
    await node.close();
    await rm(join(folder, 'root', 'state'), { recursive: true });
    const contracts = { run: () => JSON.stringify({ decision: 'propose', trace: [] }) };
    await expect(open('root', { contracts })).rejects.toMatchObject({ code: expect.stringMatching(/diverged/) });
    await expect(open('root', { contracts })).rejects.toBeInstanceOf(NodeError);
  });
});
