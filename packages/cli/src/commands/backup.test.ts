import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup, sealBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';

let directory: string;
let target: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'backup-'));
  target = join(directory, 'backup');
  await mkdir(join(target, 'ledger', 'tile'), { recursive: true });
  await writeFile(join(target, 'ledger', 'tile', '000'), 'entries');
  await writeFile(join(target, 'ledger', 'tail'), 'tail');
  await writeFile(join(target, 'keys.json'), '{}', { mode: 0o600 });
  await sealBackup(target, 1);
});

afterEach(() => rm(directory, { recursive: true }));

test('a backup restores byte for byte, and secrets stay readable by their user alone', async () => {
  const elsewhere = join(directory, 'elsewhere');
  const { files } = await restoreBackup(target, elsewhere);
  expect(files.map(({ path }) => path)).toEqual(['keys.json', 'ledger/tail', 'ledger/tile/000']);
  expect(await readFile(join(elsewhere, 'ledger', 'tile', '000'), 'utf8')).toBe('entries');
  expect((await stat(join(elsewhere, 'keys.json'))).mode & 0o077).toBe(0);
});

test('nothing is written over: neither a backup nor a ledger', async () => {
  const city = join(directory, 'city');
  await mkdir(join(city, 'ledger'), { recursive: true });
  await expect(makeBackup({ directory: city, target, createdAt: 1 })).rejects.toMatchObject({
    code: 'directory-not-empty',
  });
  await expect(restoreBackup(target, city)).rejects.toMatchObject({ code: 'directory-not-empty' });
});

test('what holds no ledger is not backed up', async () => {
  const options = { directory: join(directory, 'nothing'), target: join(directory, 'other'), createdAt: 1 };
  await expect(makeBackup(options)).rejects.toMatchObject({ code: 'directory-missing' });
});

test('a backup with a changed, missing or added file is refused by name', async () => {
  const elsewhere = join(directory, 'elsewhere');
  await appendFile(join(target, 'ledger', 'tile', '000'), '!');
  await expect(restoreBackup(target, elsewhere)).rejects.toMatchObject({ facts: { file: 'ledger/tile/000' } });
  await writeFile(join(target, 'ledger', 'tile', '000'), 'entries');
  await writeFile(join(target, 'ledger', 'stray'), '');
  await expect(restoreBackup(target, elsewhere)).rejects.toMatchObject({ facts: { file: 'ledger/stray' } });
  await rm(join(target, 'ledger', 'stray'));
  await rm(join(target, 'ledger', 'tail'));
  await expect(restoreBackup(target, elsewhere)).rejects.toMatchObject({ code: 'backup-incomplete' });
});

test('a manifest that leads out of its folder is no manifest', async () => {
  const manifest = join(target, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  for (const path of ['../keys.json', '/etc/passwd', 'ledger/../../x', 'a//b', '.']) {
    await writeFile(manifest, text.replace('"keys.json"', JSON.stringify(path)));
    await expect(restoreBackup(target, join(directory, 'x'))).rejects.toMatchObject({ code: 'backup-malformed' });
  }
});
