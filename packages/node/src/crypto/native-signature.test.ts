import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { checkSignaturePure, normalizeLowS, type PublicKey, parsePublicJwk } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSignatureNative, checkSignatureWith, importPublicKey } from './native-signature.ts';

const ORDER = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');

function makeKey(suite: PublicKey['suite']): { publicKey: PublicKey; sign: (message: Uint8Array) => Uint8Array } {
  const pair: { publicKey: KeyObject; privateKey: KeyObject } =
    suite === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const { kty = '', crv = '', x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
  const publicKey = parsePublicJwk(suite === 'ES256' ? { kty, crv, x, y } : { kty, crv, x });
  const key = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return {
    publicKey,
    sign: (message) => (suite === 'ES256' ? normalizeLowS(sign('sha256', message, key)) : sign(null, message, key)),
  };
}

/** All three ways, which must agree. */
function check(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  const answers = [
    checkSignaturePure(key, message, signature),
    checkSignatureNative(key, message, signature),
    checkSignatureWith(importPublicKey(key), key.suite, message, signature),
  ];
  expect(new Set(answers).size, answers.join()).toBe(1);
  return answers[0] === true;
}

describe.each(['ES256', 'Ed25519'] as const)('a native check of %s', (suite) => {
  const { publicKey, sign: signWith } = makeKey(suite);

  it('accepts what the portable one accepts, whatever the numbers in the signature look like', () => {
    // Numbers that begin with a zero byte or a high bit have other lengths in DER: a few hundred show each of them.
    for (let round = 0; round < 300; round++) {
      const message = randomBytes(40);
      expect(checkSignatureNative(publicKey, message, signWith(message))).toBe(true);
    }
    const message = randomBytes(40);
    expect(check(publicKey, message, signWith(message))).toBe(true);
  });

  it('refuses a changed byte anywhere, as the portable one does', () => {
    const message = randomBytes(40);
    const signature = signWith(message);
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Uint8Array.from(signature);
        changed[at] = (changed[at] as number) ^ mask;
        expect(check(publicKey, message, changed)).toBe(false);
      }),
      { numRuns: 24 },
    );
    expect(check(publicKey, randomBytes(40), signature)).toBe(false);
  });

  it('refuses a signature that is not 64 bytes long', () => {
    const message = randomBytes(40);
    const signature = signWith(message);
    for (const wrong of [signature.subarray(1), Buffer.concat([signature, Buffer.alloc(1)]), new Uint8Array(0)]) {
      expect(checkSignatureNative(publicKey, message, wrong)).toBe(false);
      expect(checkSignatureWith(importPublicKey(publicKey), suite, message, wrong)).toBe(false);
    }
  });

  it('refuses numbers no signer gives', () => {
    const message = randomBytes(40);
    const [zero, one, big] = [Buffer.alloc(32), Buffer.concat([Buffer.alloc(31), Buffer.from([1])]), ORDER];
    for (const r of [zero, one, big, Buffer.alloc(32, 0xff)]) {
      for (const s of [zero, one, big, Buffer.alloc(32, 0xff)]) {
        expect(check(publicKey, message, Buffer.concat([r, s]))).toBe(false);
      }
    }
  });
});

describe('a native check of ES256', () => {
  it('refuses the high-S twin of a good signature, which everybody can make', () => {
    const { publicKey, sign: signWith } = makeKey('ES256');
    const message = randomBytes(40);
    const low = signWith(message);
    const s = BigInt(`0x${Buffer.from(low.subarray(32)).toString('hex')}`);
    const twin = BigInt(`0x${ORDER.toString('hex')}`) - s;
    const high = Buffer.concat([low.subarray(0, 32), Buffer.from(twin.toString(16).padStart(64, '0'), 'hex')]);
    expect(check(publicKey, message, low)).toBe(true);
    expect(check(publicKey, message, high)).toBe(false);
  });

  it('refuses a key that is not on the curve without an exception', () => {
    const { publicKey, sign: signWith } = makeKey('ES256');
    const message = randomBytes(40);
    const bytes = Uint8Array.from(publicKey.bytes);
    bytes[64] = (bytes[64] as number) ^ 1;
    expect(checkSignatureNative({ ...publicKey, bytes }, message, signWith(message))).toBe(false);
    expect(() => importPublicKey({ ...publicKey, bytes })).toThrow();
  });
});
