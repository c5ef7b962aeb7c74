import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupSeal } from '../backup/backup-seal.ts';
import { checkBackup } from '../backup/check-backup.ts';
import { type BackupOptions, makeBackup, sealBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';

let directory: string;
let target: string;
let made: BackupOptions;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'backup-'));
  target = join(directory, 'backup');
  made = { directory, target, createdAt: 1, pid: process.pid, randomBytes: (length) => randomBytes(length) };
  await mkdir(join(target, 'ledger', 'tile'), { recursive: true });
  await writeFile(join(target, 'ledger', 'tile', '000'), 'entries');
  await writeFile(join(target, 'ledger', 'tail'), 'tail');
  await writeFile(join(target, 'keys.json'), '{}', { mode: 0o600 });
  await sealBackup(target, { createdAt: 1 });
});

afterEach(() => rm(directory, { recursive: true }));

test('a backup restores byte for byte, and secrets stay readable by their user alone', async () => {
  const elsewhere = join(directory, 'elsewhere');
  const { manifest } = await restoreBackup({ backup: target, directory: elsewhere });
  expect(manifest.files.map(({ path }) => path)).toEqual(['keys.json', 'ledger/tail', 'ledger/tile/000']);
  expect(await readFile(join(elsewhere, 'ledger', 'tile', '000'), 'utf8')).toBe('entries');
  expect((await stat(join(elsewhere, 'keys.json'))).mode & 0o077).toBe(0);
});

test('nothing is written over: neither a backup nor a ledger', async () => {
  const city = join(directory, 'city');
  await mkdir(join(city, 'ledger'), { recursive: true });
  await expect(makeBackup({ ...made, directory: city })).rejects.toMatchObject({
    code: 'directory-not-empty',
  });
  await expect(restoreBackup({ backup: target, directory: city })).rejects.toMatchObject({
    code: 'directory-not-empty',
  });
});

test('what holds no ledger is not backed up', async () => {
  const options = { ...made, directory: join(directory, 'nothing'), target: join(directory, 'other') };
  await expect(makeBackup(options)).rejects.toMatchObject({ code: 'directory-missing' });
});

test('a backup with a changed, missing or added file is refused by name', async () => {
  const elsewhere = join(directory, 'elsewhere');
  await appendFile(join(target, 'ledger', 'tile', '000'), '!');
  await expect(restoreBackup({ backup: target, directory: elsewhere })).rejects.toMatchObject({
    facts: { file: 'ledger/tile/000' },
  });
  await writeFile(join(target, 'ledger', 'tile', '000'), 'entries');
  await writeFile(join(target, 'ledger', 'stray'), '');
  await expect(restoreBackup({ backup: target, directory: elsewhere })).rejects.toMatchObject({
    facts: { file: 'ledger/stray' },
  });
  await rm(join(target, 'ledger', 'stray'));
  await rm(join(target, 'ledger', 'tail'));
  await expect(restoreBackup({ backup: target, directory: elsewhere })).rejects.toMatchObject({
    code: 'backup-incomplete',
  });
});

test('a manifest that leads out of its folder is no manifest', async () => {
  const manifest = join(target, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  for (const path of ['../keys.json', '/etc/passwd', 'ledger/../../x', 'a//b', '.']) {
    await writeFile(manifest, text.replace('"keys.json"', JSON.stringify(path)));
    await expect(restoreBackup({ backup: target, directory: join(directory, 'x') })).rejects.toMatchObject({
      code: 'backup-malformed',
    });
  }
});

async function department(): Promise<string> {
  const folder = join(directory, 'bureau');
  await mkdir(join(folder, 'follow'), { recursive: true });
  await writeFile(join(folder, 'config.json'), '{}');
  await writeFile(join(folder, 'keys.json'), 'a private key');
  await writeFile(join(folder, 'process.log'), 'what it said');
  await writeFile(join(folder, 'follow', 'position.json'), JSON.stringify({ v: 0, origin: 'x', size: 12 }));
  return folder;
}

const key = new Uint8Array(32).fill(7);

test('a department’s own folder is backed up by itself, without what its process said', async () => {
  const copy = join(directory, 'copy');
  const { files, size } = await makeBackup({ ...made, directory: await department(), target: copy });
  expect(files.map(({ path }) => path)).toEqual(['config.json', 'follow/position.json', 'keys.json']);
  expect(size).toBeUndefined();
  expect((await checkBackup({ backup: copy })).positions).toEqual([{ path: 'follow/position.json', size: 12 }]);
  expect((await stat(join(copy, 'keys.json'))).mode & 0o077).toBe(0);
});

test('a sealed backup shows nothing, opens with its key alone, and only as what it was', async () => {
  const copy = join(directory, 'copy');
  await makeBackup({ ...made, directory: await department(), target: copy, key });
  expect(await readFile(join(copy, 'keys.json'), 'latin1')).not.toContain('private');
  const elsewhere = join(directory, 'elsewhere');
  const restored = (more: { key?: Uint8Array }) => restoreBackup({ backup: copy, directory: elsewhere, ...more });
  await expect(restored({})).rejects.toMatchObject({ code: 'backup-sealed' });
  await expect(restored({ key: key.with(0, 8) })).rejects.toMatchObject({ code: 'backup-key' });
  expect((await checkBackup({ backup: copy, outsideOnly: true })).positions).toEqual([]);
  await restored({ key });
  expect(await readFile(join(elsewhere, 'keys.json'), 'utf8')).toBe('a private key');
});

test('a sealed backup from which somebody took a file, manifest and all, is not what was sealed', async () => {
  const copy = join(directory, 'copy');
  await makeBackup({ ...made, directory: await department(), target: copy, key });
  const manifest = join(copy, 'manifest.json');
  const json = JSON.parse(await readFile(manifest, 'utf8')) as { files: { path: string }[] };
  const files = json.files.filter(({ path }) => path !== 'follow/position.json');
  await writeFile(manifest, JSON.stringify({ ...json, files }));
  await rm(join(copy, 'follow'), { recursive: true });
  await expect(checkBackup({ backup: copy, key })).rejects.toMatchObject({ code: 'backup-key' });
  // Without the key it cannot be told: it says so.
  await expect(checkBackup({ backup: copy, outsideOnly: true })).resolves.toMatchObject({ positions: [] });
});

test('a file of one sealed backup does not open in the place of another', () => {
  const seal = backupSeal(key, 'one', (length) => randomBytes(length));
  const closed = seal.close('keys.json', Buffer.from('secret'));
  expect(() => seal.open('other.json', closed)).toThrow(expect.objectContaining({ code: 'backup-key' }));
  const other = backupSeal(key, 'two', (length) => randomBytes(length));
  expect(() => other.open('keys.json', closed)).toThrow(expect.objectContaining({ code: 'backup-key' }));
  expect(Buffer.from(seal.open('keys.json', closed)).toString()).toBe('secret');
});

test('what somebody writes to meanwhile, or what would hold itself, is not backed up', async () => {
  const folder = await department();
  const stamp = () => appendFile(join(folder, 'follow', 'position.json'), ' ');
  const busy = {
    ...made,
    directory: folder,
    target: join(directory, 'copy'),
    key,
    // Asked for in the middle of it: by then the list of files was taken.
    randomBytes: (length: number) => {
      appendFileSync(join(folder, 'keys.json'), '!');
      return randomBytes(length);
    },
  };
  await stamp();
  await expect(makeBackup(busy)).rejects.toMatchObject({ code: 'source-changed' });
  const inside = makeBackup({ ...made, directory: folder, target: join(folder, 'copy') });
  await expect(inside).rejects.toMatchObject({ code: 'backup-inside' });
});

test('a city that runs is not backed up', async () => {
  const folder = await department();
  await writeFile(join(folder, 'lock'), String(process.ppid));
  const running = makeBackup({ ...made, directory: folder, target: join(directory, 'copy') });
  await expect(running).rejects.toMatchObject({ code: 'already-running' });
});

test('a backup in which a department is ahead of the ledger is refused: it would refuse that ledger', async () => {
  await mkdir(join(target, 'bureau', 'follow'), { recursive: true });
  await writeFile(join(target, 'bureau', 'follow', 'position.json'), JSON.stringify({ size: 12 }));
  await rm(join(target, 'manifest.json'));
  await sealBackup(target, { createdAt: 1, size: 11 });
  await expect(checkBackup({ backup: target })).rejects.toMatchObject({ code: 'backup-ahead' });
});

test('a witness that stands where a backup is restored keeps what it remembers', async () => {
  await mkdir(join(target, 'witness-1', 'origins'), { recursive: true });
  await writeFile(join(target, 'witness-1', 'origins', 'a.json'), 'old');
  await rm(join(target, 'manifest.json'));
  await sealBackup(target, { createdAt: 1 });
  const elsewhere = join(directory, 'elsewhere');
  await mkdir(join(elsewhere, 'witness-1', 'origins'), { recursive: true });
  await writeFile(join(elsewhere, 'witness-1', 'origins', 'a.json'), 'new');
  const { kept } = await restoreBackup({ backup: target, directory: elsewhere });
  expect(kept).toEqual(['witness-1']);
  expect(await readFile(join(elsewhere, 'witness-1', 'origins', 'a.json'), 'utf8')).toBe('new');
});
