import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import jose from '../../../../vectors/protocol/jose.json' with { type: 'json' };
import vectors from '../../../../vectors/protocol/signatures.json' with { type: 'json' };
import { base64urlDecode } from '../encoding/base64url.ts';
import { concatBytes } from '../encoding/bytes.ts';
import { hexDecode, hexEncode } from '../encoding/hex.ts';
import type { JsonObject } from '../encoding/strict-json.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { checkSignaturePure } from './check-signature.ts';
import { isLowS, normalizeLowS } from './low-s.ts';
import { parsePublicJwk } from './parse-public-jwk.ts';
import { type PublicKey, publicJwk, publicKeyFromBytes, type Suite } from './public-key.ts';
import { signerFromSecret } from './signer.ts';

const refused = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const secret = new Uint8Array(32).fill(7);
const es256 = signerFromSecret('ES256', secret);
const ed25519 = signerFromSecret('Ed25519', secret);
const message = utf8Encode('明录');
const withS = (signature: Uint8Array, s: bigint) =>
  concatBytes(signature.subarray(0, 32), hexDecode(s.toString(16).padStart(64, '0')));
const sOf = (signature: Uint8Array) => BigInt(`0x${hexEncode(signature.subarray(32))}`);

/** The check of the platform, with the same key. */
function platformCheck(key: PublicKey, text: Uint8Array, signature: Uint8Array): boolean {
  const object = createPublicKey({ key: publicJwk(key) as never, format: 'jwk' });
  return key.suite === 'ES256'
    ? verify('sha256', text, { key: object, dsaEncoding: 'ieee-p1363' }, signature)
    : verify(null, text, object, signature);
}

describe('ES256', () => {
  it.each(vectors.rfc6979.cases)('signs "$message" as RFC 6979 does, with the low S', ({ message: text, r, s }) => {
    const signer = signerFromSecret('ES256', hexDecode(vectors.rfc6979.secret));
    expect(hexEncode(signer.publicKey.bytes)).toBe(vectors.rfc6979.publicKey);
    const signature = signer.sign(utf8Encode(text));
    expect(hexEncode(signature)).toBe(hexEncode(normalizeLowS(hexDecode(r + s))));
    expect(isLowS(signature)).toBe(true);
  });

  it('refuses the high-S signature of RFC 7515 A.3 and takes its low twin', () => {
    const key = parsePublicJwk(jose.es256.jwk as JsonObject);
    const input = utf8Encode(jose.es256.signingInput);
    const signature = base64urlDecode(jose.es256.signature);
    expect(platformCheck(key, input, signature)).toBe(true);
    expect(isLowS(signature)).toBe(false);
    expect(checkSignaturePure(key, input, signature)).toBe(false);
    expect(checkSignaturePure(key, input, normalizeLowS(signature))).toBe(true);
  });

  it('has the public key of RFC 7515 A.3 for its secret', () => {
    const signer = signerFromSecret('ES256', base64urlDecode(jose.es256.secret));
    expect(publicJwk(signer.publicKey)).toEqual(jose.es256.jwk);
  });

  it('checks what the platform signed, once its S is low', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { kty, crv, x, y } = publicKey.export({ format: 'jwk' }) as Record<string, string>;
    const key = parsePublicJwk({ kty: kty!, crv: crv!, x: x!, y: y! });
    let high = 0;
    for (let i = 0; i < 24; i++) {
      const signature = new Uint8Array(sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
      if (!isLowS(signature)) high += 1;
      expect(checkSignaturePure(key, message, normalizeLowS(signature))).toBe(true);
    }
    expect(high, 'the platform gives either').toBeGreaterThan(0);
  });
});

describe('low S', () => {
  it('ends at half the order, exactly', () => {
    const signature = es256.sign(message);
    const half = ORDER >> 1n;
    expect(isLowS(withS(signature, half))).toBe(true);
    expect(isLowS(withS(signature, half + 1n))).toBe(false);
    expect(isLowS(withS(signature, half - 1n))).toBe(true);
    expect(isLowS(withS(signature, 1n))).toBe(true);
    expect(isLowS(withS(signature, ORDER - 1n))).toBe(false);
  });

  it('compares every byte of S', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: ORDER - 1n }), (s) => {
        expect(isLowS(withS(es256.sign(message), s))).toBe(s <= ORDER >> 1n);
      }),
      { numRuns: 50 },
    );
  });

  it('is what normalising gives, by the twin n - s', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: (ORDER >> 1n) + 1n, max: ORDER - 1n }), (s) => {
        const high = withS(es256.publicKey.bytes, s);
        const low = normalizeLowS(high);
        expect(sOf(low)).toBe(ORDER - s);
        expect(low.subarray(0, 32)).toEqual(high.subarray(0, 32));
        expect(sOf(high), 'the argument is left alone').toBe(s);
      }),
      { numRuns: 50 },
    );
  });

  it('is left as it is by normalising', () => {
    const signature = es256.sign(message);
    expect(normalizeLowS(signature)).toEqual(signature);
  });

  it('is asked of 64 bytes only', () => {
    expect(isLowS(new Uint8Array(63))).toBe(false);
    expect(isLowS(new Uint8Array(65))).toBe(false);
    expect(() => normalizeLowS(new Uint8Array(63))).toThrow(refused('signature-malformed'));
  });

  it('cannot be made of an S beyond the order', () => {
    expect(() => normalizeLowS(withS(es256.sign(message), ORDER))).toThrow(refused('signature-malformed'));
  });
});

describe('Ed25519', () => {
  it.each(vectors.rfc8032.cases)('signs and checks as RFC 8032 does ($publicKey)', (vector) => {
    const signer = signerFromSecret('Ed25519', hexDecode(vector.secret));
    expect(hexEncode(signer.publicKey.bytes)).toBe(vector.publicKey);
    const signature = signer.sign(hexDecode(vector.message));
    expect(hexEncode(signature)).toBe(vector.signature);
    expect(checkSignaturePure(signer.publicKey, hexDecode(vector.message), signature)).toBe(true);
  });

  it('checks the JWS signature of RFC 8037 A.4', () => {
    const key = parsePublicJwk(jose.ed25519.jwk as JsonObject);
    const input = utf8Encode(jose.ed25519.signingInput);
    expect(checkSignaturePure(key, input, base64urlDecode(jose.ed25519.signature))).toBe(true);
    expect(signerFromSecret('Ed25519', base64urlDecode(jose.ed25519.secret)).publicKey).toEqual(key);
  });

  it('refuses the scalar S + L, which would be a second signature of the same message', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const signature = ed25519.sign(message);
    const scalar = BigInt(`0x${hexEncode(signature.slice(32).reverse())}`) + order;
    const twin = concatBytes(signature.subarray(0, 32), hexDecode(scalar.toString(16).padStart(64, '0')).reverse());
    expect(checkSignaturePure(ed25519.publicKey, message, signature)).toBe(true);
    expect(checkSignaturePure(ed25519.publicKey, message, twin)).toBe(false);
  });

  it.each(vectors.smallOrder.publicKeys)('refuses the key of small order %s, which signs everything', (hex) => {
    const key = publicKeyFromBytes('Ed25519', hexDecode(hex));
    const identity = hexDecode(vectors.smallOrder.publicKeys[0]!);
    const anything = concatBytes(identity, new Uint8Array(32));
    for (let n = 0; n < 16; n++) expect(checkSignaturePure(key, new Uint8Array([n]), anything)).toBe(false);
  });
});

describe.each<[Suite]>([['ES256'], ['Ed25519']])('a signature of %s', (suite) => {
  const signer = signerFromSecret(suite, secret);
  const other = signerFromSecret(suite, new Uint8Array(32).fill(8));
  const signature = signer.sign(message);

  it('is the same each time, and the platform agrees with it', () => {
    expect(signer.sign(message)).toEqual(signature);
    expect(platformCheck(signer.publicKey, message, signature)).toBe(true);
  });

  it('is of one key, one message, and itself: no changed bit is accepted', () => {
    expect(checkSignaturePure(signer.publicKey, message, signature)).toBe(true);
    expect(checkSignaturePure(other.publicKey, message, signature)).toBe(false);
    expect(checkSignaturePure(signer.publicKey, utf8Encode('明録'), signature)).toBe(false);
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        const mutated = signature.slice();
        mutated[bit >> 3] = mutated[bit >> 3]! ^ (1 << (bit & 7));
        expect(checkSignaturePure(signer.publicKey, message, mutated)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('is false, never an exception, for lengths and keys that cannot be', () => {
    for (const length of [0, 1, 63, 65, 72, 128]) {
      expect(checkSignaturePure(signer.publicKey, message, new Uint8Array(length))).toBe(false);
    }
    expect(checkSignaturePure(signer.publicKey, message, new Uint8Array(64))).toBe(false);
    expect(checkSignaturePure(signer.publicKey, message, new Uint8Array(64).fill(0xff))).toBe(false);
    for (const length of [0, 32, 33, 65]) {
      const key = { suite, bytes: new Uint8Array(length).fill(4), kid: '' };
      expect(checkSignaturePure(key, message, signature), `key of ${length}`).toBe(false);
    }
  });

  it('is not of the other suite', () => {
    const key: PublicKey = { ...signer.publicKey, suite: suite === 'ES256' ? 'Ed25519' : 'ES256' };
    expect(checkSignaturePure(key, message, signature)).toBe(false);
  });

  it('keeps its own copy of the secret', () => {
    const lent = secret.slice();
    const keeper = signerFromSecret(suite, lent);
    lent.fill(0);
    expect(keeper.sign(message)).toEqual(signature);
  });

  it('needs a secret of 32 bytes', () => {
    for (const length of [0, 31, 33, 64]) {
      expect(() => signerFromSecret(suite, new Uint8Array(length).fill(1))).toThrow(refused('secret-malformed'));
    }
  });
});

it('an ES256 key cannot be of the scalar 0, nor of the order', () => {
  for (const scalar of [0n, ORDER]) {
    const bytes = hexDecode(scalar.toString(16).padStart(64, '0'));
    expect(() => signerFromSecret('ES256', bytes)).toThrow(refused('secret-malformed'));
  }
});

it('a compressed P-256 point is no key here: one key has one form', () => {
  const { bytes, kid } = es256.publicKey;
  const compressed = concatBytes(new Uint8Array([2 + (bytes[64]! & 1)]), bytes.subarray(1, 33));
  expect(checkSignaturePure({ suite: 'ES256', bytes: compressed, kid }, message, es256.sign(message))).toBe(false);
});
