import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../../vectors/protocol/jose.json' with { type: 'json' };
import smallOrder from '../../../../vectors/protocol/signatures.json' with { type: 'json' };
import { base64urlDecode, base64urlEncode } from '../encoding/base64url.ts';
import { hexDecode } from '../encoding/hex.ts';
import { sha256 } from '../encoding/sha256.ts';
import type { JsonObject, JsonValue } from '../encoding/strict-json.ts';
import { parsePublicJwk } from './parse-public-jwk.ts';
import { publicJwk, publicKeyFromBytes, type Suite } from './public-key.ts';
import { signerFromSecret } from './signer.ts';

const refused = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });
const suites = fc.constantFrom<Suite>('ES256', 'Ed25519');
const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((secret) => {
  secret[0] = 1;
  return secret;
});
const [ed25519Vector, es256Vector] = vectors.thumbprints;
const ec = es256Vector!.jwk as JsonObject;
const okp = ed25519Vector!.jwk as JsonObject;

describe('a public key', () => {
  it.each(vectors.thumbprints)('has the thumbprint that $source gives', ({ jwk, kid }) => {
    expect(parsePublicJwk(jwk as unknown as JsonObject).kid).toBe(kid);
  });

  it('is read from the JWK that is written of it', () => {
    fc.assert(
      fc.property(suites, secrets, (suite, secret) => {
        const key = signerFromSecret(suite, secret).publicKey;
        expect(parsePublicJwk(publicJwk(key))).toEqual(key);
        expect(publicKeyFromBytes(suite, key.bytes)).toEqual(key);
      }),
      { numRuns: 20 },
    );
  });

  it('has a thumbprint by RFC 7638: members in lexicographic order, no spaces', () => {
    const { kid } = parsePublicJwk(ec);
    const text = `{"crv":"P-256","kty":"EC","x":"${ec.x}","y":"${ec.y}"}`;
    expect(kid).toBe(createHash('sha256').update(text).digest('base64url'));
  });

  it('takes a hash function of the caller, asked once', () => {
    let asked = 0;
    const counting = (bytes: Uint8Array) => {
      asked += 1;
      return sha256(bytes);
    };
    expect(parsePublicJwk(ec, counting).kid).toBe(es256Vector!.kid);
    expect(asked).toBe(1);
  });

  it('is not disturbed by a hash function that keeps what it is given and decodes meanwhile', () => {
    const meddling = (bytes: Uint8Array) => {
      base64urlDecode('AAAAAAAA');
      return sha256(bytes);
    };
    expect(parsePublicJwk(ec, meddling)).toEqual(parsePublicJwk(ec));
  });

  it.each<[Suite, Uint8Array]>([
    ['ES256', new Uint8Array(65)],
    ['ES256', new Uint8Array(64).fill(4)],
    ['ES256', new Uint8Array(33).fill(2)],
    ['ES256', new Uint8Array(32)],
    ['Ed25519', new Uint8Array(31)],
    ['Ed25519', new Uint8Array(65).fill(4)],
  ])('of %s has a fixed length and prefix', (suite, bytes) => {
    expect(() => publicKeyFromBytes(suite, bytes)).toThrow(refused('key-malformed'));
  });
});

describe('a public JWK', () => {
  const malformed: readonly (readonly [string, JsonValue])[] = [
    ['is an object', 'jwk'],
    ['is no list', [ec]],
    ['has y on P-256', { kty: 'EC', crv: 'P-256', x: ec.x! }],
    ['has its members in one order', { crv: 'P-256', kty: 'EC', x: ec.x!, y: ec.y! }],
    ['has its coordinates in one order', { kty: 'EC', crv: 'P-256', y: ec.y!, x: ec.x! }],
    ['has no other member', { ...ec, kid: 'mine' }],
    ['holds no secret', { ...ec, d: ec.x! }],
    ['has no y on Ed25519', { ...okp, y: ec.y! }],
    ['has texts for coordinates', { kty: 'EC', crv: 'P-256', x: 1, y: ec.y! }],
    ['has 32 bytes a coordinate', { kty: 'EC', crv: 'P-256', x: `${ec.x}A`, y: ec.y! }],
    [
      'has no shorter coordinate made up for by the other',
      { kty: 'EC', crv: 'P-256', x: `${ec.x}A`, y: String(ec.y).slice(1) },
    ],
    ['has 32 bytes on Ed25519', { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }],
  ];

  it.each(malformed)('%s', (_, json) => {
    expect(() => parsePublicJwk(json)).toThrow(refused('key-malformed'));
  });

  it.each<[JsonValue]>([
    [{ kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
    [{ kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' }],
    [{ kty: 'EC', crv: 'secp256k1', x: ec.x!, y: ec.y! }],
    [{ kty: 'OKP', crv: 'X25519', x: okp.x! }],
    [{ kty: 'EC', crv: 'Ed25519', x: okp.x! }],
    [{ kty: 'oct', k: 'AAAA' }],
    [{}],
  ])('%j is of no suite known here', (json) => {
    expect(() => parsePublicJwk(json)).toThrow(refused('key-suite-unknown'));
  });

  it('has canonical coordinates', () => {
    const last = String(ec.x).slice(-1);
    const twin = String.fromCharCode(last.charCodeAt(0) + 1);
    expect(() => parsePublicJwk({ ...ec, x: String(ec.x).slice(0, -1) + twin })).toThrow(
      refused('base64url-malformed'),
    );
  });

  it('is a point of the curve, not of another curve with a weak group', () => {
    const y = base64urlDecode(String(ec.y));
    y[31] = y[31]! ^ 1;
    expect(() => parsePublicJwk({ ...ec, y: base64urlEncode(y) })).toThrow(refused('key-not-on-curve'));
    const zero = base64urlEncode(new Uint8Array(32));
    expect(() => parsePublicJwk({ ...ec, x: zero, y: zero })).toThrow(refused('key-not-on-curve'));
  });

  it('has coordinates below the field prime', () => {
    const high = base64urlEncode(new Uint8Array(32).fill(0xff));
    expect(() => parsePublicJwk({ ...ec, x: high })).toThrow(refused('key-not-on-curve'));
    expect(() => parsePublicJwk({ ...okp, x: high })).toThrow(refused('key-not-on-curve'));
  });

  it.each(smallOrder.smallOrder.publicKeys)('is not the point of small order %s', (hex) => {
    const x = base64urlEncode(hexDecode(hex));
    expect(() => parsePublicJwk({ kty: 'OKP', crv: 'Ed25519', x })).toThrow(refused('key-not-on-curve'));
  });
});
