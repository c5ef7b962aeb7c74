import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CHAIN } from '@minglu/city';
import { backup, restore } from '@minglu/node';
import { formatAddCheckpoint, parseCheckpoint, parseVkey } from '@minglu/protocol';
import { fetchTrust, memoryPinStore, pinCheckpoint } from '@minglu/sdk';
import { checkEvidence } from '@minglu/witness';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { startForgery } from './forgery.ts';
import { smallShop } from './small-shop.ts';

let town: Town;

beforeEach(async () => {
  town = await startTown();
});

afterEach(() => town?.close());

function platform(): string {
  return join(town.directory, 'platform');
}

function trust() {
  return { origin: CHAIN, logKeys: [parseVkey(town.logKey)] };
}

async function monitorEvidence(): Promise<string[]> {
  const folder = join(town.directory, 'monitor', 'evidence');
  const names = await readdir(folder).catch(() => []);
  return await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

test('yesterday’s backup is found to be yesterday’s, and signs nothing', async () => {
  await town.citizen('wang').applyFor(smallShop());
  await town.cosigned();
  const backup = join(town.directory, 'backup');
  await town.restart(() => cp(platform(), backup, { recursive: true }));
  await town.citizen('wang').applyFor(smallShop('明州市东湖区今日书屋'));
  await town.cosigned();
  await town.monitor.poll();
  const seen = town.monitor.status().size;
  const restored = town.restart(async () => {
    await rm(platform(), { recursive: true });
    await cp(backup, platform(), { recursive: true });
  });
  await expect(restored).rejects.toMatchObject({ code: 'second-history' });
  expect(town.monitor.status().size).toBe(seen);
}, 60_000);

test('a backup made and restored by the node’s own tools is asked about before it signs, too', async () => {
  await town.citizen('wang').applyFor(smallShop());
  await town.cosigned();
  const [ledger, copy] = [join(platform(), 'ledger'), join(town.directory, 'copy')];
  await town.restart(async () => {
    await backup({ source: ledger, target: copy });
  });
  await town.citizen('wang').applyFor(smallShop('明州市东湖区今日书屋'));
  await town.cosigned();
  const restored = town.restart(async () => {
    await rm(ledger, { recursive: true });
    await restore({ source: copy, target: ledger });
  });
  await expect(restored).rejects.toMatchObject({ code: 'second-history' });
}, 60_000);

test('a history rewritten with the log’s stolen key is refused by the witness and convicted by the monitor', async () => {
  await town.citizen('wang').applyFor(smallShop());
  await town.cosigned();
  await town.monitor.poll();
  const honest = parseCheckpoint(town.node.checkpoint());
  const forgery = await startForgery(town, honest.size + 8);
  try {
    const forged = parseCheckpoint(forgery.node.checkpoint());
    const proof = await forgery.node.consistency(honest.size, forged.size);
    const body = formatAddCheckpoint({ oldSize: honest.size, proof, checkpoint: forgery.node.checkpoint() });
    const witness = town.witness('witness-1.town.example');
    const answer = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(await (await fetch(`${witness.url}/evidence`)).json()).toMatchObject({
      files: [expect.stringMatching(/^unproved-/)],
    });

    const monitor = await town.watchFrom(forgery.url);
    await monitor.poll();
    expect(monitor.status().consistent).toBe(false);
    const checked = await Promise.all((await monitorEvidence()).map((text) => checkEvidence(text, trust())));
    expect(checked.some(({ kind, convicts }) => kind === 'rewrite' && convicts)).toBe(true);
  } finally {
    await forgery.close();
  }
}, 60_000);

test('two views to two readers: the pinned reader and the monitor each find the other view out', async () => {
  await town.citizen('wang').applyFor(smallShop());
  await town.cosigned();
  const pins = memoryPinStore();
  const key = await fetchTrust(town.client, pins);
  await pinCheckpoint(town.client, pins, key);
  const forgery = await startForgery(town, town.node.status().size + 4);
  try {
    await expect(pinCheckpoint(forgery.client, pins, key)).rejects.toMatchObject({
      code: expect.stringMatching(/^checkpoint-(unproved|forked)$/),
    });
    expect(await pins.listEvidence(CHAIN)).toHaveLength(1);

    // A monitor that never saw the other view compares this one with what the witnesses hold.
    await rm(join(town.directory, 'monitor'), { recursive: true, force: true });
    const monitor = await town.watchFrom(forgery.url);
    await monitor.poll();
    expect(monitor.status()).toMatchObject({
      consistent: false,
      witnesses: [{ state: 'inconsistent' }, { state: 'inconsistent' }],
    });
    const checked = await Promise.all((await monitorEvidence()).map((text) => checkEvidence(text, trust())));
    expect(checked.every(({ convicts }) => convicts)).toBe(true);
  } finally {
    await forgery.close();
  }
}, 60_000);
