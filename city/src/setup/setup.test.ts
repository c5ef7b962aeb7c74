import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { choosePorts, DOORS } from './choose-ports.ts';
import { openCityKeys } from './city-keys.ts';
import { lockCity } from './city-lock.ts';
import { selfSigned } from './self-signed.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'city-'));
});

afterEach(() => rm(directory, { recursive: true }));

test('a second city in the same folder is refused, a dead one is taken over', async () => {
  const lock = await lockCity(directory, 10, () => true);
  await expect(lockCity(directory, 11, () => true)).rejects.toMatchObject({ code: 'already-running' });
  const over = await lockCity(directory, 11, (pid) => pid !== 10);
  await over.release();
  await (await lockCity(directory, 12, () => true)).release();
  await lock.release();
});

test('a port somebody else holds is replaced by a free one', async () => {
  const other = createServer();
  const taken = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  const ports = await choosePorts(taken, '127.0.0.1');
  expect(ports.portal).not.toBe(taken);
  expect(new Set(Object.values(ports)).size).toBe(DOORS.length);
  other.close();
});

test('the operator keys are made once, readable by their user alone, and a damaged file is not replaced', async () => {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const made = await openCityKeys(directory, random);
  expect(await openCityKeys(directory, random)).toEqual(made);
  expect((await stat(join(directory, 'keys.json'))).mode & 0o077).toBe(0);
  await writeFile(join(directory, 'keys.json'), '{"founder":1');
  await expect(openCityKeys(directory, random)).rejects.toMatchObject({ code: 'keys-damaged' });
});

test('the certificate is for this address, kept, and made anew for another', async () => {
  const now = Date.now();
  const first = await selfSigned(directory, '192.168.1.7', now);
  expect(first.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  expect((await selfSigned(directory, '192.168.1.7', now)).fingerprint).toBe(first.fingerprint);
  expect((await selfSigned(directory, '192.168.1.8', now)).fingerprint).not.toBe(first.fingerprint);
  expect((await stat(join(directory, 'tls', 'key.pem'))).mode & 0o077).toBe(0);
});
