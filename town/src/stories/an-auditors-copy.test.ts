import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Power, runCommand } from '@minglu/cli';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

let town: Town;
let receipt: string;

beforeAll(async () => {
  town = await startTown();
  const filed = await town.citizen('wang').applyFor(smallShop());
  await town.citizen('zhao').applyFor(smallShop('明州市东湖区等候书屋'));
  await town.officer('li').suspend(filed.licence!, 'premises-unsafe');
  await town.cosigned();
  receipt = await town.node.receipt(filed.submitted.index);
  await town.closePlatform();
}, 60_000);

afterAll(() => town?.close());

async function minglu(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const power: Power = {
    args,
    env: {},
    pid: process.pid,
    clock: () => town.nowMs(),
    randomBytes: () => new Uint8Array(32),
    print: say,
    warn: say,
    ready: () => undefined,
    health: () => undefined,
    stopped: Promise.resolve(),
  };
  return { code: await runCommand(power), out: lines.join('\n') };
}

function at(...names: string[]): string {
  return join(town.directory, ...names);
}

test('a stopped node is backed up, restored, checked and decided again by the command line', async () => {
  expect(await minglu('backup', at('platform'), at('backup'))).toMatchObject({ code: 0 });
  expect(await minglu('restore', at('backup'), at('restored'))).toMatchObject({ code: 0 });
  const checked = await minglu('fsck', at('restored'), '--json');
  expect(checked.code).toBe(0);
  expect(JSON.parse(checked.out)).toMatchObject({ ok: true, count: 0, undecided: 0 });
  const replayed = await minglu('replay', at('restored'));
  expect(replayed).toMatchObject({ code: 0, out: expect.stringContaining('the same as recorded') });
}, 60_000);

test('a receipt verifies offline against the exported trust file', async () => {
  expect(await minglu('export', at('platform'), at('public'))).toMatchObject({ code: 0 });
  await writeFile(at('public', 'case.tlog-proof'), receipt);
  const { code, out } = await minglu('verify', at('public', 'case.tlog-proof'));
  expect(code).toBe(0);
  expect(out).toMatch(/witnesses: [12] of 2, wanted 1/);
});

test('fsck names the file in which one byte was flipped', async () => {
  expect(await minglu('backup', at('platform'), at('touched'))).toMatchObject({ code: 0 });
  const file = at('touched', 'ledger', 'log', 'tail');
  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(file, bytes);
  const { code, out } = await minglu('fsck', at('touched'), '--hashes');
  expect(code).toBe(1);
  expect(out).toContain('tail');
});

test('a restored copy that was touched on the way is refused', async () => {
  expect(await minglu('backup', at('platform'), at('carried'))).toMatchObject({ code: 0 });
  await appendFile(at('carried', 'ledger', 'checkpoints.jsonl'), ' ');
  const { code, out } = await minglu('restore', at('carried'), at('nowhere'));
  expect(code).toBe(1);
  expect(out).toContain('checkpoints.jsonl');
});
