import {
  base64urlEncode,
  checkSignaturePure,
  normalizeLowS,
  parseTransaction,
  sha256,
  signerFromSecret,
  signTransaction,
  utf8Encode,
} from '@minglu/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomId } from '../random-id.ts';
import { createCaseKey } from './create-case-key.ts';
import { findCaseKey } from './find-case-key.ts';
import { importSigner } from './import-signer.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { webCryptoCheck } from './web-crypto-check.ts';

test('a case key cannot be read out, signs transactions, and is found again', async () => {
  const store = memoryKeyStore();
  const signer = await createCaseKey(store);
  const { kid } = signer.publicKey;
  const pair = await store.find(kid);
  expect(pair?.privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('jwk', pair?.privateKey as CryptoKey)).rejects.toThrow();
  const found = await findCaseKey(store, kid);
  const draft = { chain: 'a.example/b', id: randomId(), deed: 'cases.submit', notAfter: 1, body: {} };
  for (let round = 0; round < 8; round++) {
    const jws = await signTransaction(draft, found ?? signer, { embedKey: true });
    const { caseKey, signingInput, signature } = parseTransaction(jws);
    expect(caseKey?.kid).toBe(kid);
    expect(await webCryptoCheck(signer.publicKey, signingInput, signature)).toBe(true);
  }
  expect(await store.list()).toEqual([kid]);
  await store.remove(kid);
  expect(await findCaseKey(store, kid)).toBeUndefined();
});

test('two cases of one person have two keys', async () => {
  const store = memoryKeyStore();
  const [one, two] = [await createCaseKey(store), await createCaseKey(store)];
  expect(one.publicKey.kid).not.toBe(two.publicKey.kid);
});

test('the platform’s check and the pure one never differ', async () => {
  const signers = (['ES256', 'Ed25519'] as const).map((suite) => signerFromSecret(suite, sha256(utf8Encode(suite))));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...signers),
      fc.uint8Array({ maxLength: 40 }),
      fc.nat(63),
      fc.nat(255),
      async (signer, message, at, bits) => {
        const signature = new Uint8Array(signer.sign(message));
        signature[at] = (signature[at] ?? 0) ^ bits;
        expect(await webCryptoCheck(signer.publicKey, message, signature)).toBe(
          checkSignaturePure(signer.publicKey, message, signature),
        );
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});

test('a high-S signature is refused although it is mathematically right', async () => {
  const signer = await createCaseKey(memoryKeyStore());
  const message = utf8Encode('m');
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const low = normalizeLowS(await signer.sign(message));
  const s = BigInt(`0x${Buffer.from(low.subarray(32)).toString('hex')}`);
  const high = new Uint8Array(
    Buffer.concat([low.subarray(0, 32), Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex')]),
  );
  expect(await webCryptoCheck(signer.publicKey, message, low)).toBe(true);
  expect(await webCryptoCheck(signer.publicKey, message, high)).toBe(false);
});

test('an imported officer’s key signs under the thumbprint of its public half', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const signer = await importSigner({ kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '', d: d ?? '' });
  const message = utf8Encode('decide');
  expect(await webCryptoCheck(signer.publicKey, message, normalizeLowS(await signer.sign(message)))).toBe(true);
  expect(base64urlEncode(signer.publicKey.bytes.subarray(1, 33))).toBe(x);
});
