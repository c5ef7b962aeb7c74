import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAttesterKey } from '@minglu/department';
import { base64urlEncode, formatStrictJson } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryMinglu } from '../run-minglu.ts';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

const ORGAN = 'public-security';

let town: Town;
let directory: string;
beforeAll(async () => {
  town = await startTown({ clock: 'running', anchors: true });
  directory = join(town.directory, 'departments', ORGAN);
  await configure();
});
afterAll(() => town?.close());

/** As an organ's own machine has it beside its keys. */
async function configure(more: object = {}): Promise<void> {
  const { port } = town.department(ORGAN);
  const platform = { url: town.url, logKeys: [town.logKey] };
  const configuration = { id: ORGAN, name: '公安厅', chain: town.chain, portalOrigins: [town.url], platform, port };
  await writeFile(join(directory, 'config.json'), formatStrictJson({ ...configuration, ...more }));
}

const currentKid = async (): Promise<string> => {
  const { current } = await openAttesterKey({ directory, randomBytes: () => new Uint8Array(32) });
  return current.publicKey.kid;
};
const record = (key: string): unknown => JSON.parse(town.node.read(key).value ?? 'null');
const rolesOf = (kid: string) =>
  ['attester', 'recorder'].map((role) => record(`role/${ORGAN}/${kid}/${role}`) !== null);

/** The department's process stands still while `work` is done, and comes back. */
async function stopped<T>(work: () => Promise<T>): Promise<T> {
  await town.kill(ORGAN);
  try {
    return await work();
  } finally {
    await town.revive(ORGAN);
  }
}

test('a department’s key is rotated by itself: what it attests is believed before and after, under another key', async () => {
  const before = await currentKid();
  expect((await town.citizen('wang').applyFor(smallShop())).licence).toBeDefined();
  expect(rolesOf(before)).toEqual([true, true]);

  const { code, printed } = await stopped(() => tryMinglu('attester', 'rotate', directory));
  expect([code, printed.join('\n')]).toEqual([0, expect.stringContaining('证明钥匙已更换')]);
  const after = await currentKid();
  expect(after).not.toBe(before);
  expect(record(`key/${before}`)).toMatchObject({ status: 'revoked', next: after });
  expect(record(`key/${after}`)).toMatchObject({ org: ORGAN, status: 'active', first: before, replaces: before });
  expect([rolesOf(before), rolesOf(after)]).toEqual([
    [false, false],
    [true, true],
  ]);
  expect((await town.citizen('chen').applyFor(smallShop())).licence).toBeDefined();
  const shown = await tryMinglu('attester', 'show', directory);
  expect(shown.printed.join('\n')).toMatch(new RegExp(`${after}[\\s\\S]*${before}`));
}, 60_000);

test('broken off after the ledger heard of it, the same command goes on: one new key, and no second', async () => {
  const keys = join(directory, 'keys.json');
  await openAttesterKey({ directory, randomBytes: (length) => new Uint8Array(length).fill(7) }).then((key) =>
    key.next(),
  );
  await copyFile(keys, `${keys}.then`);
  await stopped(async () => {
    expect((await tryMinglu('attester', 'rotate', directory)).code).toBe(0);
    const done = await readFile(keys, 'utf8');
    // The disk lost the last write.
    await copyFile(`${keys}.then`, keys);
    expect((await tryMinglu('attester', 'rotate', directory)).code).toBe(0);
    expect(await readFile(keys, 'utf8')).toBe(done);
  });
  expect((await town.citizen('wang').applyFor(smallShop())).licence).toBeDefined();
}, 60_000);

test('a lost key is revoked and another one given its place by an administrator; with the lost one nothing is signed any more', async () => {
  const lost = await currentKid();
  const administrator = join(town.directory, 'admin.key');
  await writeFile(administrator, `${base64urlEncode(town.secrets.founder)}\n`, { mode: 0o600 });
  const { code, printed } = await stopped(() => tryMinglu('attester', 'replace', directory, '--key', administrator));
  expect([code, printed.join('\n')]).toEqual([0, expect.stringContaining('+ recorder')]);
  const next = await currentKid();
  expect(record(`key/${lost}`)).toMatchObject({ status: 'revoked', next });
  expect(rolesOf(next)).toEqual([true, true]);
  expect((await town.citizen('chen').applyFor(smallShop())).licence).toBeDefined();
}, 60_000);

test('while the process answers, or for another chain, nothing is changed', async () => {
  const before = await currentKid();
  const running = await tryMinglu('attester', 'rotate', directory);
  expect([running.code, running.printed.join('\n')]).toEqual([1, expect.stringContaining('department-running')]);
  await configure({ chain: 'elsewhere.example/main', port: 0 });
  const elsewhere = await tryMinglu('attester', 'rotate', directory);
  expect(elsewhere.printed.join('\n')).toContain('department-of-another-chain');
  expect((await tryMinglu('attester', 'rotate', directory, '--organ', 'tax')).code).toBe(2);
  expect((await tryMinglu('attester', 'replace', directory)).code).toBe(2);
  expect(await currentKid()).toBe(before);
});
