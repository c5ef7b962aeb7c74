import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';

let directory: string;
let city: string;
let target: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'backup-'));
  city = join(directory, 'city');
  target = join(directory, 'backup');
  await mkdir(join(city, 'ledger', 'tile'), { recursive: true });
  await mkdir(join(city, 'read-model'));
  await writeFile(join(city, 'ledger', 'tile', '000'), 'entries');
  await writeFile(join(city, 'ledger', 'signed-head'), 'head');
  await writeFile(join(city, 'keys.json'), '{}', { mode: 0o600 });
  await writeFile(join(city, 'read-model', 'rows'), 'rows');
});

afterEach(() => rm(directory, { recursive: true }));

function backUp() {
  return makeBackup({ directory: city, target, pid: process.pid, createdAt: 1 });
}

test('a backup holds ledger and keys, no read model, and restores byte for byte', async () => {
  const { files } = await backUp();
  expect(files.map(({ path }) => path)).toEqual(['keys.json', 'ledger/signed-head', 'ledger/tile/000']);
  const elsewhere = join(directory, 'elsewhere');
  await restoreBackup(target, elsewhere);
  expect(await readFile(join(elsewhere, 'ledger', 'tile', '000'), 'utf8')).toBe('entries');
  expect((await stat(join(elsewhere, 'keys.json'))).mode & 0o077).toBe(0);
});

test('a running city is not backed up', async () => {
  await writeFile(join(city, 'lock'), String(process.ppid));
  await expect(backUp()).rejects.toMatchObject({ code: 'already-running' });
});

test('nothing is written over: neither a backup nor a ledger', async () => {
  await backUp();
  await expect(backUp()).rejects.toMatchObject({ code: 'directory-not-empty' });
  await expect(restoreBackup(target, city)).rejects.toMatchObject({ code: 'directory-not-empty' });
});

test('a backup with a changed, missing or added file is refused by name', async () => {
  await backUp();
  const elsewhere = join(directory, 'elsewhere');
  await appendFile(join(target, 'ledger', 'tile', '000'), '!');
  await expect(restoreBackup(target, elsewhere)).rejects.toMatchObject({ facts: { file: 'ledger/tile/000' } });
  await writeFile(join(target, 'ledger', 'tile', '000'), 'entries');
  await writeFile(join(target, 'ledger', 'stray'), '');
  await expect(restoreBackup(target, elsewhere)).rejects.toMatchObject({ facts: { file: 'ledger/stray' } });
  await rm(join(target, 'ledger', 'stray'));
  await rm(join(target, 'ledger', 'signed-head'));
  await expect(restoreBackup(target, elsewhere)).rejects.toMatchObject({ code: 'backup-incomplete' });
});

test('a manifest that leads out of its folder is no manifest', async () => {
  await backUp();
  const manifest = join(target, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  for (const path of ['../keys.json', '/etc/passwd', 'ledger/../../x', 'a//b', '.']) {
    await writeFile(manifest, text.replace('"keys.json"', JSON.stringify(path)));
    await expect(restoreBackup(target, join(directory, 'x'))).rejects.toMatchObject({ code: 'backup-malformed' });
  }
});
