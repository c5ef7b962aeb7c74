import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseVkey, signerFromSecret, utf8Encode } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkEvidence } from './check-evidence.ts';
import type { RunningMonitor } from './start-monitor.ts';
import { startMonitor } from './start-monitor.ts';
import type { RunningWitness } from './start-witness.ts';
import { startWitness } from './start-witness.ts';
import { fetchFrom, logVkey, ORIGIN, PaperLog, secretOf } from './testing/paper-log.ts';

const LOG_URL = 'http://log.invalid/log';
const trust = { origin: ORIGIN, logKeys: [parseVkey(logVkey())] };
let directory: string;
let witness: RunningWitness;
let monitor: RunningMonitor;
let shown: { log: PaperLog; note: string };

async function show(log: PaperLog, size = log.size): Promise<void> {
  shown = { log, note: await log.note(size) };
}

async function startWatching(): Promise<RunningMonitor> {
  return await startMonitor({
    directory: join(directory, 'monitor'),
    origin: ORIGIN,
    logKeys: [logVkey()],
    logUrl: LOG_URL,
    witnesses: [{ vkey: witness.vkey, url: witness.url }],
    port: 0,
    host: '127.0.0.1',
    pollMs: 0,
    timeoutMs: 2_000,
    clock: () => 1_760_000_000_000,
    fetch: fetchFrom(() => shown, LOG_URL),
    report: () => undefined,
  });
}

async function submit(log: PaperLog, oldSize: number, size = log.size): Promise<number> {
  const body = await log.request(oldSize, size);
  return (await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body })).status;
}

async function theEvidence(): Promise<string> {
  const { files } = (await (await fetch(`${monitor.url}/evidence`)).json()) as { files: string[] };
  expect(files).toHaveLength(1);
  return await (await fetch(`${monitor.url}/evidence/${files[0]}`)).text();
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'monitor-'));
  witness = await startWitness({
    directory: join(directory, 'witness'),
    name: 'witness.example/w1',
    signer: signerFromSecret('Ed25519', secretOf('witness')),
    logs: [{ origin: ORIGIN, keys: [logVkey()] }],
    port: 0,
    host: '127.0.0.1',
    clock: () => 1_760_000_000_000,
    report: () => undefined,
  });
  await show(new PaperLog().blocks(1));
  monitor = await startWatching();
});

afterEach(async () => {
  await monitor.close();
  await witness.close();
  await rm(directory, { recursive: true });
});

test('an honest log is followed block by block over tile borders, and again after a restart', async () => {
  const log = new PaperLog();
  let last = 0;
  for (const more of [1, 2, 250, 3, 1, 300, 7]) {
    log.blocks(more);
    await show(log);
    expect(await submit(log, last)).toBe(200);
    last = log.size;
    await monitor.poll();
    expect(monitor.status()).toMatchObject({ size: last, height: last - 1, consistent: true, alarms: [] });
  }
  await monitor.close();
  monitor = await startWatching();
  await show(log.blocks(5));
  await monitor.poll();
  expect(monitor.status()).toMatchObject({ size: 569, consistent: true, alarms: [] });
  expect(monitor.status().witnesses).toMatchObject([{ state: 'consistent', size: 564 }]);
});

test('a history rewritten with the log key is convicted by a file a third party can check', async () => {
  for (const [before, after] of [
    [5, 9],
    [8, 20],
    [300, 700],
  ] as const) {
    await monitor.close();
    await rm(join(directory, 'monitor'), { recursive: true, force: true });
    monitor = await startWatching();
    await show(new PaperLog().blocks(before));
    await monitor.poll();
    await show(new PaperLog().blocks(2).blocks(after - 2, 'b'));
    await monitor.poll();
    expect(monitor.status().consistent).toBe(false);
    await expect(checkEvidence(await theEvidence(), trust)).resolves.toMatchObject({
      kind: 'rewrite',
      convicts: true,
      older: { size: before },
      newer: { size: after },
    });
  }
});

test('two roots at one size are a fork', async () => {
  await show(new PaperLog().blocks(5));
  await monitor.poll();
  await show(new PaperLog().blocks(5, 'b'));
  await monitor.poll();
  await expect(checkEvidence(await theEvidence(), trust)).resolves.toMatchObject({ kind: 'fork', convicts: true });
});

test('one view for the witness and another for the readers is found in the reader own tiles', async () => {
  const forReaders = new PaperLog().blocks(4);
  const forWitness = forReaders.copy().blocks(3, 'b');
  forReaders.blocks(6);
  expect(await submit(forWitness, 0)).toBe(200);
  await show(forReaders);
  await monitor.poll();
  expect(monitor.status().witnesses).toMatchObject([{ state: 'inconsistent' }]);
  await expect(checkEvidence(await theEvidence(), trust)).resolves.toMatchObject({ kind: 'rewrite', convicts: true });
});

test('a log that went back to a smaller size is reported with what it had signed', async () => {
  const log = new PaperLog().blocks(9);
  await show(log);
  await monitor.poll();
  await show(log, 6);
  await monitor.poll();
  await expect(checkEvidence(await theEvidence(), trust)).resolves.toMatchObject({ kind: 'rollback', convicts: false });
});

test('a log that shows readers less than the witness has is withholding, the second time in a row', async () => {
  const log = new PaperLog().blocks(9);
  await submit(log, 0);
  await show(log, 6);
  await monitor.poll();
  expect(monitor.status()).toMatchObject({ consistent: true, alarms: [{ code: 'withheld' }] });
  await show(log, 7);
  await monitor.poll();
  expect(monitor.status().consistent).toBe(false);
  expect(JSON.parse(await theEvidence())).toMatchObject({ kind: 'rollback', olderFrom: 'witness.example/w1' });
});

test('a block that names another predecessor is reported although the tree is whole', async () => {
  const log = new PaperLog().blocks(3);
  log.push(log.blockEntry('a', { previous: 'A'.repeat(43) }));
  await show(log.blocks(2));
  await monitor.poll();
  expect(JSON.parse(await theEvidence())).toMatchObject({ kind: 'broken-chain', detail: 'previous 3' });
});

test('entries that are not the ones hashed in the tree are reported', async () => {
  const log = new PaperLog().blocks(5);
  await show(log);
  const { note } = shown;
  log.entries[2] = utf8Encode('something else');
  shown = { log, note };
  await monitor.poll();
  expect(JSON.parse(await theEvidence())).toMatchObject({ kind: 'unreadable' });
  expect(monitor.status().size).toBe(0);
});

test('a log out of reach is an alarm that passes', async () => {
  const { log } = shown;
  shown = { log, note: 'nothing of the kind' };
  await monitor.poll();
  expect(monitor.status().alarms).toMatchObject([{ code: 'checkpoint-not-signed' }]);
  await show(log);
  await monitor.poll();
  expect(monitor.status()).toMatchObject({ alarms: [], size: 1 });
});

test('a dead witness is shown and stops nothing', async () => {
  await witness.close();
  await monitor.poll();
  expect(monitor.status()).toMatchObject({ size: 1, witnesses: [{ state: 'unreachable' }] });
});

test('an evidence file that proves nothing is not believed', async () => {
  await show(new PaperLog().blocks(5));
  await monitor.poll();
  await show(new PaperLog().blocks(9, 'b'));
  await monitor.poll();
  const evidence = JSON.parse(await theEvidence()) as Record<string, unknown>;
  const forged = [
    { ...evidence, provenRoot: (evidence.provenProof as string[])[0] },
    { ...evidence, provenProof: [] },
    { ...evidence, newer: String(evidence.newer).replace('\n9\n', '\n8\n') },
    { ...evidence, newer: await new PaperLog().blocks(9).note() },
    { ...evidence, kind: 'fork' },
    { ...evidence, kind: 'nonsense' },
  ];
  for (const one of forged) {
    await expect(checkEvidence(JSON.stringify(one), trust)).rejects.toMatchObject({ code: 'evidence-malformed' });
  }
  expect(await readFile(join(directory, 'monitor', 'monitor.json'), 'utf8')).toContain('"size":5');
});
