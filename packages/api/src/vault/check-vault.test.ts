import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskFileSystem } from '@minglu/node';
import { buildSidecar } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkVault, NamedObjects } from './check-vault.ts';
import { digestOf } from './object-store.ts';
import { objectPath, waitingPath } from './vault-paths.ts';

const page = new Uint8Array(64).fill(3);
const digest = digestOf(page);
const sidecar = buildSidecar({
  salt: 'A'.repeat(22),
  attestations: [],
  sealed: {},
  plain: { attachments: [{ kind: 'premises', digest, bytes: 64, mediaType: 'image/jpeg' }] },
});

let directory: string;
let named: NamedObjects;
const put = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};
const check = async () => (await checkVault(directory, named, diskFileSystem)).findings;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-check-vault-'));
  named = new NamedObjects();
  named.take(7, sidecar);
  put(objectPath(directory, digest), page);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a whole vault has no findings, and one where the last move was cut off has none either', async () => {
  expect(await check()).toEqual([]);
  mkdirSync(join(directory, 'waiting'));
  renameSync(objectPath(directory, digest), waitingPath(directory, digest));
  expect(await check()).toEqual([]);
});

test('every byte of an object that is changed is found, with the object and the record that names it', async () => {
  const file = objectPath('', digest);
  for (const at of page.keys()) {
    writeFileSync(objectPath(directory, digest), page.with(at, (page[at] ?? 0) ^ 1));
    expect(await check()).toEqual([{ file, code: 'vault-object-damaged', index: 7 }]);
  }
});

test('an object that is cut short, gone, or under another name is found', async () => {
  writeFileSync(objectPath(directory, digest), page.subarray(0, 63));
  expect(await check()).toMatchObject([{ code: 'vault-object-damaged', index: 7 }]);
  rmSync(objectPath(directory, digest));
  expect(await check()).toMatchObject([{ code: 'vault-object-missing', index: 7 }]);
});

test('what nobody names, and what lies where no object belongs, is strange', async () => {
  const other = new Uint8Array(3);
  put(objectPath(directory, digestOf(other)), other);
  put(join(directory, 'objects', '00', 'readme'), other);
  put(join(directory, 'objects', 'zz', digest), readFileSync(objectPath(directory, digest)));
  expect((await check()).map(({ code }) => code)).toEqual(Array(3).fill('vault-object-strange'));
});

test('where a sidecar was erased, what it named may be gone, and what is left of it is to be erased, not strange', async () => {
  rmSync(objectPath(directory, digest));
  const erased = new NamedObjects();
  erased.take(7, undefined);
  named = erased;
  expect(await checkVault(directory, named, diskFileSystem)).toMatchObject({ findings: [], notices: [] });
  put(objectPath(directory, digest), page);
  const file = objectPath('', digest);
  const { findings, notices } = await checkVault(directory, named, diskFileSystem);
  expect({ findings, notices }).toEqual({ findings: [], notices: [{ file, code: 'vault-object-erasable' }] });
});

test('what a case that stands names is missed and found damaged as before, however many others were erased', async () => {
  named.take(9, undefined);
  put(objectPath(directory, digest), page.with(0, 4));
  expect(await check()).toMatchObject([{ code: 'vault-object-damaged', index: 7 }]);
  rmSync(objectPath(directory, digest));
  expect(await check()).toMatchObject([{ code: 'vault-object-missing', index: 7 }]);
  put(join(directory, 'objects', '00', 'readme'), page);
  expect((await check()).map(({ code }) => code)).toContain('vault-object-strange');
});

test('a sidecar whose list cannot be read is a finding of its own', async () => {
  named.take(8, sidecar.replace('premises', 'Two Words'));
  expect(await check()).toMatchObject([{ code: 'attachment-list', index: 8 }]);
});
