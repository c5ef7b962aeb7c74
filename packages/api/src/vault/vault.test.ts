import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFileSystem, type LedgerNode, type RecordedTransaction } from '@minglu/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from './object-store.ts';
import { Vault, type VaultLimits } from './vault.ts';

const HOUR_MS = 3_600_000;
const bytes = (fill: number, length = 100): Uint8Array => new Uint8Array(length).fill(fill);
const named = (fill: number, length = 100) => [
  { kind: 'premises', digest: digestOf(bytes(fill, length)), bytes: length, mediaType: 'image/jpeg' },
];
const refused = (code: string) => expect.objectContaining({ code });

let directory: string;
let nowMs = 0;
const recorded = new Map<string, RecordedTransaction>();
const node: Pick<LedgerNode, 'find'> = { find: async (id) => recorded.get(id) };
const open = (limits: Partial<VaultLimits> = {}): Vault =>
  new Vault({ directory, files: diskFileSystem, node, nowMs: () => nowMs, limits });
const accepted = { height: 1, index: 1, outcome: { events: [] } };
const turnedDown = { height: 1, index: 1, outcome: { refused: 'case-exists', facts: {} } };

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-vault-'));
  nowMs = 0;
  recorded.clear();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('an object is found under the SHA-256 of its bytes, after a restart too', async () => {
  const digest = await open().put(bytes(1), { address: 'a' });
  expect(digest).toBe(digestOf(bytes(1)));
  expect(await open().find(digest)).toEqual(Buffer.from(bytes(1)));
  expect(await open().find(digestOf(bytes(2)))).toBeUndefined();
});

test('what no accepted case names within a day is swept, and what one names stays', async () => {
  const vault = open();
  const [lost, kept] = [await vault.put(bytes(1), { address: 'a' }), await vault.put(bytes(2), { address: 'a' })];
  await vault.hold('T', named(2));
  await vault.settle('T', named(2), true);
  nowMs = 24 * HOUR_MS;
  await vault.sweep();
  expect(await vault.find(lost)).toBeDefined();
  nowMs += 1;
  await vault.sweep();
  expect(await vault.find(lost)).toBeUndefined();
  expect(await vault.find(kept)).toBeDefined();
  expect(readdirSync(join(directory, 'waiting'))).toEqual([]);
});

test('a crash between the chain’s answer and the move loses nothing: the sweep asks the chain', async () => {
  const before = open();
  await before.put(bytes(1), { address: 'a' });
  await before.put(bytes(2), { address: 'a' });
  await before.hold('T', named(1));
  await before.hold('U', named(2));
  recorded.set('T', accepted);
  recorded.set('U', turnedDown);
  const after = open();
  await after.open();
  nowMs = 26 * HOUR_MS;
  await after.sweep();
  expect(await after.find(digestOf(bytes(1)))).toBeDefined();
  expect(await after.find(digestOf(bytes(2)))).toBeUndefined();
  expect(readdirSync(join(directory, 'objects'))).toEqual([digestOf(bytes(1)).slice(0, 2)]);
});

test('an object whose transaction may be under way waits for it longer than a day', async () => {
  const vault = open();
  await vault.put(bytes(1), { address: 'a' });
  await vault.hold('T', named(1));
  nowMs = 24.5 * HOUR_MS;
  await vault.sweep();
  expect(await vault.find(digestOf(bytes(1)))).toBeDefined();
  nowMs = 26 * HOUR_MS;
  await vault.sweep();
  expect(await vault.find(digestOf(bytes(1)))).toBeUndefined();
});

test('a transaction that names what is not there, or another length of it, is not held for', async () => {
  const vault = open();
  await expect(vault.hold('T', named(1))).rejects.toEqual(refused('attachment-not-stored'));
  await vault.put(bytes(1), { address: 'a' });
  const [page] = named(1);
  await expect(vault.hold('T', [{ ...page!, bytes: 99 }])).rejects.toEqual(refused('attachment-not-stored'));
  expect(readdirSync(join(directory, 'waiting'))).toHaveLength(1);
});

test('strangers together cannot fill the disk, and one of them cannot take all there is', async () => {
  const full = open({ waitingBytes: 250 });
  await full.put(bytes(1), { address: 'a' });
  await full.put(bytes(2), { address: 'b' });
  await expect(full.put(bytes(3), { address: 'c' })).rejects.toEqual(refused('vault-full'));
  const shared = open({ uploads: { windowMs: HOUR_MS, bytes: 1_000, uploads: 2 } });
  await shared.put(bytes(4), { address: '2001:db8:0:1::1' });
  await shared.put(bytes(5), { address: '2001:db8:0:1:ffff::2' });
  await expect(shared.put(bytes(6), { address: '2001:db8:0:1::3' })).rejects.toEqual(refused('vault-quota'));
  await shared.put(bytes(6), { address: '2001:db8:0:2::1' });
  nowMs = HOUR_MS;
  await shared.put(bytes(7), { address: '2001:db8:0:1::3' });
});

test('an organ’s officers are counted together, and apart from the line they share with strangers', async () => {
  const once = { windowMs: HOUR_MS, bytes: 1_000, uploads: 1 };
  const vault = open({ uploads: once, organ: { ...once, uploads: 2 } });
  await vault.put(bytes(1), { address: '10.0.0.1' });
  await expect(vault.put(bytes(2), { address: '10.0.0.1' })).rejects.toEqual(refused('vault-quota'));
  await vault.put(bytes(2), { organ: 'bureau' });
  await vault.put(bytes(3), { organ: 'bureau' });
  await expect(vault.put(bytes(4), { organ: 'bureau' })).rejects.toEqual(refused('vault-quota'));
  await vault.put(bytes(4), { organ: 'other' });
});

test('what accepted cases under one key make the disk keep is bounded, from however many lines it came', async () => {
  const vault = open({ named: { windowMs: HOUR_MS, bytes: 250, uploads: 10 } });
  for (const fill of [1, 2, 3]) await vault.put(bytes(fill), { address: `line ${fill}` });
  for (const fill of [1, 2]) {
    await vault.hold(`T${fill}`, named(fill), 'key');
    await vault.settle(`T${fill}`, named(fill), true, 'key');
  }
  await expect(vault.hold('T3', named(3), 'key')).rejects.toEqual(refused('vault-quota'));
  // Whoever puts another's key into a transaction that is refused uses up nothing of theirs.
  for (const turn of [1, 2, 3]) {
    await vault.hold(`F${turn}`, named(3), 'other');
    await vault.settle(`F${turn}`, named(3), false, 'other');
  }
  await vault.hold('T4', named(3), 'other');
});

test('an object that was damaged on disk is mended by whoever still has it', async () => {
  const vault = open();
  const digest = await vault.put(bytes(1), { address: 'a' });
  await vault.hold('T', named(1));
  await vault.settle('T', named(1), true);
  writeFileSync(join(directory, 'objects', digest.slice(0, 2), digest), bytes(9));
  await vault.put(bytes(1), { address: 'a' });
  expect(digestOf((await vault.find(digest)) ?? bytes(0))).toBe(digest);
});

test('a write that was cut off is cleared away at the next start', async () => {
  await open().open();
  writeFileSync(join(directory, 'waiting', `${digestOf(bytes(1))}.tmp`), bytes(1, 3));
  await open().open();
  expect(readdirSync(join(directory, 'waiting'))).toEqual([]);
});

const slot = 's'.repeat(43);

test('a draft is saved over the version that was seen, and by a stale device not at all', async () => {
  const { drafts } = open();
  await drafts.open();
  expect(await drafts.save(slot, 0, { objects: [], sealed: 'one' })).toMatchObject({ version: 1 });
  expect(await drafts.save(slot, 1, { objects: [], sealed: 'two' })).toMatchObject({ version: 2 });
  await expect(drafts.save(slot, 1, { objects: [], sealed: 'stale' })).rejects.toEqual(refused('draft-behind'));
  const again = open();
  await again.open();
  expect(await again.drafts.find(slot)).toMatchObject({ version: 2, sealed: 'two' });
  await again.drafts.forget(slot);
  expect(await again.drafts.find(slot)).toBeUndefined();
});

test('a draft keeps the objects it names for thirty days from its last save, and then both go', async () => {
  const vault = open();
  const digest = await vault.put(bytes(1), { address: 'a' });
  await vault.drafts.save(slot, 0, { objects: [digest], sealed: 'one' });
  nowMs = 29 * 24 * HOUR_MS;
  await vault.sweep();
  expect(await vault.find(digest)).toBeDefined();
  nowMs = 30 * 24 * HOUR_MS;
  await vault.sweep();
  expect(await vault.find(digest)).toBeUndefined();
  expect(readdirSync(join(directory, 'drafts'))).toEqual([]);
});
