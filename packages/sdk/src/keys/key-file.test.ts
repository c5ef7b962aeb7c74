import type { JsonObject } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { createCaseKey } from './create-case-key.ts';
import { findCaseKey } from './find-case-key.ts';
import { openKeyFile, sealKeyFile } from './key-file.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { restoreCaseKey } from './restore-case-key.ts';

const refused = (code: string) => expect.objectContaining({ name: 'SdkError', code });
const words = '明月几时有 把酒问青天';

async function made() {
  let secret: JsonObject = {};
  const store = memoryKeyStore();
  const signer = await createCaseKey(store, (_kid, jwk) => {
    secret = jwk;
  });
  return { store, signer, secret, kid: signer.publicKey.kid };
}

test('a key that was given out for a backup lies in the store unreadable all the same', async () => {
  const { store, kid, secret } = await made();
  expect((await store.find(kid))?.privateKey.extractable).toBe(false);
  expect(Object.keys(secret)).toEqual(['kty', 'crv', 'x', 'y', 'd']);
});

test('a key goes to another device in a file, signs there as here, and cannot be read out there either', async () => {
  const { kid, secret, signer } = await made();
  const text = await sealKeyFile({ case: 'C', kid, privateJwk: secret, notes: '{"name":"清风"}' }, words);
  expect(text).not.toContain(String(secret.d));
  expect(text).not.toContain('清风');
  const file = await openKeyFile(`${text}\n`, words);
  expect(file).toMatchObject({ case: 'C', kid, notes: '{"name":"清风"}' });
  const store = memoryKeyStore();
  await restoreCaseKey(store, file.kid, file.privateJwk);
  expect((await findCaseKey(store, kid))?.publicKey).toEqual(signer.publicKey);
  expect((await store.find(kid))?.privateKey.extractable).toBe(false);
});

test('another passphrase, another case’s name on it, or fewer rounds than must be, do not open it', async () => {
  const { kid, secret } = await made();
  const text = await sealKeyFile({ case: 'C', kid, privateJwk: secret, notes: '' }, words);
  await expect(openKeyFile(text, `${words}。`)).rejects.toEqual(refused('passphrase-wrong'));
  await expect(openKeyFile(text.replace('"C"', '"D"'), words)).rejects.toEqual(refused('passphrase-wrong'));
  await expect(openKeyFile(text.replace('600000', '1'), words)).rejects.toEqual(refused('key-file-malformed'));
  await expect(openKeyFile(text.replace('600000', '99999999'), words)).rejects.toEqual(refused('key-file-malformed'));
  await expect(openKeyFile('{}', words)).rejects.toEqual(refused('key-file-malformed'));
  await expect(openKeyFile('王秀英', words)).rejects.toEqual(refused('key-file-malformed'));
});

test('the same words from another keyboard are the same passphrase', async () => {
  const { kid, secret } = await made();
  const text = await sealKeyFile({ case: 'C', kid, privateJwk: secret, notes: '' }, 'ＡＢＣ１２３４５６７');
  expect((await openKeyFile(text, 'ABC1234567')).kid).toBe(kid);
});

test('a file that holds another key than it names is refused', async () => {
  const [one, two] = [await made(), await made()];
  await expect(restoreCaseKey(memoryKeyStore(), one.kid, two.secret)).rejects.toEqual(refused('key-file-malformed'));
  await expect(restoreCaseKey(memoryKeyStore(), one.kid, {})).rejects.toEqual(refused('key-file-malformed'));
});
