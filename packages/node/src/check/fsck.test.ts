import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vkeyOf } from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentsIn, readAttachmentBundle } from '../log-store/attachment-bundle.ts';
import { encodeAttachment, textOfAttachment } from '../log-store/attachment-record.ts';
import { openLogStore } from '../log-store/open-log-store.ts';
import { expandBundle, packBundle } from '../log-store/packed-bundle.ts';
import { openNode } from '../open/open-node.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import {
  ageContract,
  applications,
  CHAIN,
  foundingTransactions,
  genesis,
  logSigner,
  START,
} from '../testing/test-town.ts';
import { type FsckOptions, fsck } from './fsck.ts';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-fsck-test-'));
  const node = await openNode({
    directory,
    genesis,
    genesisTransactions: await foundingTransactions(),
    signer: logSigner,
    clock: { nowMs: () => START + 5, setTimer: () => () => {} },
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
    limits: { maxBlockTransactions: 32 },
  });
  for (let round = 0; round < 5; round++) {
    await Promise.all((await applications(60)).map(({ jws, sidecar }) => node.submit(jws, sidecar)));
  }
  await node.close();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const check = (hashesOnly = true, more: Partial<FsckOptions> = {}) =>
  fsck({
    directory,
    genesis,
    logKeys: [vkeyOf(CHAIN, 'log', logSigner.publicKey)],
    witnesses: [],
    hashesOnly,
    contracts: ageContract,
    threads: 1,
    ...more,
  });

async function withByteFlipped<Result>(file: string, offset: number, look: () => Promise<Result>): Promise<Result> {
  const path = join(directory, file);
  const bytes = await readFile(path);
  const changed = Buffer.from(bytes);
  changed[offset] = (changed[offset] ?? 0) ^ 0x10;
  await writeFile(path, changed);
  try {
    return await look();
  } finally {
    await writeFile(path, bytes);
  }
}

async function withContent<Result>(file: string, bytes: Uint8Array, look: () => Promise<Result>): Promise<Result> {
  const path = join(directory, file);
  const before = await readFile(path);
  await writeFile(path, bytes);
  try {
    return await look();
  } finally {
    await writeFile(path, before);
  }
}

/** Writes over what follows `mark`, and makes a frame of it whose checksum is true. */
async function withRepacked<Result>(file: string, mark: string, text: string, look: () => Promise<Result>) {
  const bytes = await expandBundle(await readFile(join(directory, file)), file);
  bytes.write(text, bytes.indexOf(mark) + mark.length + 3);
  return withContent(file, await packBundle(bytes), look);
}

/** Another salt, in a record whose checksum is true, in a frame whose checksum is true. */
async function withSidecarReplaced<Result>(index: number, look: () => Promise<Result>) {
  const file = join('log', 'sidecars', '000');
  const bytes = await readAttachmentBundle(diskFileSystem, join(directory, file));
  const records = [...attachmentsIn(bytes, file)].map((record) => {
    const text = textOfAttachment(bytes, record) ?? '';
    const isIt = record.kind === 'sidecar' && record.place === index;
    return encodeAttachment(record.kind, record.place, isIt ? text.replace('"salt":"', '"salt":"A') : text);
  });
  return withContent(file, await packBundle(Buffer.concat(records)), look);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(directory, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}

describe('fsck', () => {
  it('finds nothing in what a node wrote, and decides all of it again', async () => {
    const report = await check(false);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, signatures: 300 + 7, undecided: 0 });
    expect(report.records).toBeGreaterThan(300);
  });

  it('finds a flipped byte anywhere in bundles, tiles, tail, sidecars and checkpoints', async () => {
    const files = [...(await filesBelow('log')), 'checkpoints.jsonl'];
    expect(files.some((file) => file.includes('entries'))).toBe(true);
    expect(files.some((file) => file.includes('sidecars'))).toBe(true);
    for (const file of files) {
      const { length } = await readFile(join(directory, file));
      for (const part of [0, 0.13, 0.5, 0.77, 0.999]) {
        const offset = Math.floor(part * length);
        const report = await withByteFlipped(file, offset, () => check());
        expect({ file, offset, ok: report.ok }).toEqual({ file, offset, ok: false });
      }
    }
  });

  it('names the packed file of whose bytes any was changed', async () => {
    for (const file of [join('log', 'tile', 'entries', '000'), join('log', 'sidecars', '000')]) {
      const { length } = await readFile(join(directory, file));
      for (let offset = 0; offset < length; offset += Math.ceil(length / 40)) {
        const { findings } = await withByteFlipped(file, offset, () => check());
        expect(findings[0], `byte ${offset}`).toMatchObject({ file: join(directory, file), code: 'damaged' });
      }
    }
  });

  it('finds what was changed by somebody who packs it again, and names the record', async () => {
    const forged = await withRepacked(join('log', 'sidecars', '000'), '"salt":"', 'forged', () => check(false));
    expect(forged.ok).toBe(false);
    expect(forged.findings[0]).toMatchObject({ code: 'damaged', facts: { offset: expect.any(Number) } });
    const entry = await withRepacked(join('log', 'tile', 'entries', '000'), '"jws":"', 'eyJ', () => check());
    expect(entry.findings).toContainEqual(expect.objectContaining({ code: 'hash-differs', index: 0 }));
  });

  it('finds a sidecar whose checksum is true and which the transaction did not sign', async () => {
    const report = await withSidecarReplaced(100, () => check(false));
    expect(report.findings[0]).toMatchObject({
      ...{ file: 'entry 100', index: 100, code: 'transaction-malformed' },
      facts: { part: 'sidecar', code: 'sidecar-mismatch' },
    });
  });

  it('finds that the sidecars of a bundle are gone', async () => {
    const path = join(directory, 'log', 'sidecars', '000');
    await rename(path, `${path}.away`);
    try {
      const { findings } = await check();
      expect(findings[0]).toMatchObject({ code: 'attachment-missing', index: expect.any(Number) });
    } finally {
      await rename(`${path}.away`, path);
    }
  });

  it('takes an outcome as recorded when its sidecar was erased, and finds nothing', async () => {
    const path = join(directory, 'log', 'sidecars', '000');
    const before = await readFile(path);
    const log = await openLogStore({ directory: join(directory, 'log') });
    await log.eraseAttachment('sidecar', 100);
    await log.close();
    const shown: [number, string | undefined][] = [];
    const report = await check(false, { onSidecar: (index, text) => shown.push([index, text]) });
    await writeFile(path, before);
    expect(report).toMatchObject({ ok: true, undecided: 1 });
    expect(shown.filter(([, text]) => text === undefined)).toEqual([[100, undefined]]);
    expect(shown).toHaveLength(300);
  });

  it('names the record whose entry was changed', async () => {
    const report = await withByteFlipped(join('log', 'tile', 'entries', '000'), 5_000, () => check());
    expect(report.findings.some(({ index }) => index !== undefined && index < 8)).toBe(true);
  });

  it('says so when another program’s disk format stands there', async () => {
    const { findings } = await withContent('format', Buffer.from('minglu disk format 1\n'), () => check());
    expect(findings).toMatchObject([{ file: join(directory, 'format'), code: 'format-unknown' }]);
  });

  it('refuses a directory in which a node is running', async () => {
    const node = await openNode({
      directory,
      genesis,
      genesisTransactions: [],
      signer: logSigner,
      clock: { nowMs: () => START + 5, setTimer: () => () => {} },
      contracts: ageContract,
      witnesses: [],
      verifyThreads: 1,
    });
    await expect(check()).rejects.toMatchObject({ code: 'directory-locked' });
    await node.close();
  });
});
