import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAttesterKey } from './attester-key.ts';
import { openDepartmentKeys } from './department-keys.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-attester-'));
});
afterEach(() => rm(directory, { recursive: true }));

const power = { randomBytes: (length: number) => randomBytes(length) };
const keys = () => openDepartmentKeys({ directory, officers: [], ...power });
const key = () => openAttesterKey({ directory, ...power });

test('the next key is the same until it is taken, however often one begins anew, and then the process has it', async () => {
  const { attester: first, ...others } = await keys();
  const next = await (await key()).next();
  expect((await (await key()).next()).publicKey.kid).toBe(next.publicKey.kid);
  expect((await keys()).attester.publicJwk).toEqual(first.publicJwk);
  await (await key()).take();
  const after = await keys();
  expect(after.attester.signer.publicKey.kid).toBe(next.publicKey.kid);
  expect(after.earlierAttesters).toEqual([first.signer.publicKey.kid]);
  // Nothing else of the folder changes with it.
  expect([after.sealing.publicJwk, after.document.publicJwk]).toEqual([
    others.sealing.publicJwk,
    others.document.publicJwk,
  ]);
});

test('the secret of a key that was replaced is gone from the folder, which only its owner reads', async () => {
  const { attester } = await keys();
  const opened = await key();
  await opened.next();
  await opened.take();
  await opened.next();
  await opened.take();
  const text = await readFile(join(directory, 'keys.json'), 'utf8');
  expect(text).not.toContain(String(attester.privateJwk.d));
  expect(opened.before.at(-1)).toBe(attester.signer.publicKey.kid);
  expect((await stat(join(directory, 'keys.json'))).mode & 0o777).toBe(0o600);
});

test('nothing is taken that was not made, and a folder without keys has none to replace', async () => {
  await keys();
  await expect((await key()).take()).rejects.toMatchObject({ code: 'store-damaged' });
  await rm(join(directory, 'keys.json'));
  const empty = await key();
  expect(() => empty.current).toThrow('register-damaged');
});
