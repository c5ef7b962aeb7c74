import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCheckpoint, parseVkey, signerFromSecret } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkEvidence } from './check-evidence.ts';
import { originHash } from './origin-hash.ts';
import type { RunningWitness } from './start-witness.ts';
import { startWitness } from './start-witness.ts';
import { logSigner, logVkey, ORIGIN, PaperLog, secretOf } from './testing/paper-log.ts';

let directory: string;
let now: number;
let witness: RunningWitness;
const trust = { origin: ORIGIN, logKeys: [parseVkey(logVkey())] };

async function start(keys: string[] = [logVkey()]): Promise<RunningWitness> {
  return await startWitness({
    directory,
    name: 'witness.example/w1',
    signer: signerFromSecret('Ed25519', secretOf('witness')),
    logs: [{ origin: ORIGIN, keys }],
    port: 0,
    host: '127.0.0.1',
    clock: () => now,
    report: () => undefined,
  });
}

async function post(body: string): Promise<{ status: number; type: string | null; text: string }> {
  const response = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

async function evidenceFiles(): Promise<string[]> {
  return (await readdir(join(directory, 'evidence')).catch(() => [])).sort();
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'witness-'));
  now = 1_760_000_000_000;
  witness = await start();
});

afterEach(async () => {
  await witness.close();
  await rm(directory, { recursive: true });
});

test('a first checkpoint and its extension are cosigned with the time of the clock', async () => {
  const log = new PaperLog().blocks(3);
  const first = await post(await log.request(0));
  expect(first.status).toBe(200);
  log.blocks(4);
  now += 5_000;
  const second = await post(await log.request(3));
  const keys = { ...trust, witnesses: [parseVkey(witness.vkey)] };
  const checked = await checkCheckpoint((await log.note()) + second.text, keys);
  expect(checked.witnesses).toEqual([{ name: 'witness.example/w1', timeSeconds: 1_760_000_005 }]);
});

test('the record is on disk before the answer, so a restarted witness continues from it', async () => {
  const log = new PaperLog().blocks(3);
  await post(await log.request(0));
  await witness.close();
  witness = await start();
  const conflict = await post(await log.blocks(1).request(0));
  expect(conflict).toEqual({ status: 409, type: 'text/x.tlog.size', text: '3\n' });
});

test('a damaged record stops the witness instead of making it forget', async () => {
  await post(await new PaperLog().blocks(3).request(0));
  await witness.close();
  const file = join(directory, 'origins', `${originHash(ORIGIN)}.json`);
  await writeFile(file, (await readFile(file, 'utf8')).replace('"size":3', '"size":"3"'));
  await expect(start()).rejects.toMatchObject({ code: 'store-damaged' });
  await rm(file);
  witness = await start();
});

test('an unknown origin is 404, an unknown key 403, a touched line 403, nonsense 400', async () => {
  const log = new PaperLog().blocks(2);
  const request = await log.request(0);
  expect((await post(request.replaceAll(ORIGIN, 'other.example/log'))).status).toBe(404);
  expect((await post(await new PaperLog(logSigner('thief')).blocks(2).request(0))).status).toBe(403);
  expect((await post(request.replace('\n2\n', '\n3\n'))).status).toBe(403);
  expect((await post('old 01\n\n')).status).toBe(400);
  expect((await post('')).status).toBe(400);
  expect((await post(`old 0\n${'A'.repeat(70_000)}`)).status).toBe(400);
  expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405);
});

test('an old size above the new one is 400', async () => {
  const log = new PaperLog().blocks(5);
  await post(await log.request(0));
  const request = (await log.request(5)).replace('old 5', 'old 6');
  expect((await post(request)).status).toBe(400);
});

test('a proof that fails is 422, nothing is stored, and the pair is kept', async () => {
  const log = new PaperLog().blocks(3);
  await post(await log.request(0));
  const other = new PaperLog().blocks(7, 'b');
  expect((await post(await other.request(3))).status).toBe(422);
  expect((await post(await log.blocks(1).request(3))).status).toBe(200);
  const [file] = await evidenceFiles();
  const text = await readFile(join(directory, 'evidence', file!), 'utf8');
  await expect(checkEvidence(text, trust)).resolves.toMatchObject({ kind: 'unproved', convicts: false });
});

test('the same size with another root is 409 and convicts the log', async () => {
  const log = new PaperLog().blocks(3);
  await post(await log.request(0));
  const answer = await post(await new PaperLog().blocks(3, 'b').request(3));
  expect(answer).toEqual({ status: 409, type: 'text/x.tlog.size', text: '3\n' });
  const [file] = await evidenceFiles();
  expect(file).toMatch(/^fork-/);
  const text = await (await fetch(`${witness.url}/evidence/${file}`)).text();
  await expect(checkEvidence(text, trust)).resolves.toMatchObject({ kind: 'fork', convicts: true });
});

test('a checkpoint cosigned again keeps its time from running backwards', async () => {
  const log = new PaperLog().blocks(3);
  const first = await post(await log.request(0));
  now -= 30_000;
  expect((await post(await log.request(3))).text).toBe(first.text);
  now -= 600_000;
  expect((await post(await log.request(3))).status).toBe(500);
});

test('a hundred racing requests leave the largest size cosigned in order', async () => {
  const log = new PaperLog().blocks(3);
  await post(await log.request(0));
  log.blocks(5);
  const requests = await Promise.all([4, 5, 6, 7, 8].map((size) => log.request(3, size)));
  const answers = await Promise.all(requests.flatMap((body) => Array.from({ length: 20 }, () => post(body))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(99);
});

test('while the log rolls its key a line by either key counts', async () => {
  await witness.close();
  const next = logSigner('next key');
  witness = await start([logVkey(), logVkey(next)]);
  const log = new PaperLog().blocks(3);
  expect((await post(`old 0\n\n${await log.noteBy(logSigner(), next)}`)).status).toBe(200);
  const after = new PaperLog(next).blocks(3).blocks(2);
  expect((await post(await after.request(3))).status).toBe(200);
});

test('the latest cosigned checkpoint can be read by anyone, by the hash of the origin', async () => {
  const log = new PaperLog().blocks(3);
  expect((await fetch(`${witness.url}/checkpoints/${originHash(ORIGIN)}`)).status).toBe(404);
  await post(await log.request(0));
  const response = await fetch(`${witness.url}/checkpoints/${originHash(ORIGIN)}`);
  const keys = { ...trust, witnesses: [parseVkey(witness.vkey)] };
  const checked = await checkCheckpoint(await response.text(), keys);
  expect(checked).toMatchObject({ logLine: true, checkpoint: { size: 3 } });
  expect(checked.witnesses).toHaveLength(1);
  expect(await (await fetch(`${witness.url}/healthz`)).json()).toMatchObject({ status: 'ok', logs: [{ size: 3 }] });
});
