import { createECDH } from 'node:crypto';
import { isPlainTradeName, scopeItems } from '@minglu/individual-business';
import { base64urlEncode, type JsonObject } from '@minglu/protocol';
import { open, seal } from '@minglu/sdk';
import { describe, expect, it } from 'vitest';
import { fillForm } from './applicants.ts';
import { headerOf, sealerFor } from './seal-natively.ts';

function recipient(): { publicJwk: JsonObject; privateJwk: JsonObject } {
  const ecdh = createECDH('prime256v1');
  const point = ecdh.generateKeys();
  const [x, y] = [base64urlEncode(point.subarray(1, 33)), base64urlEncode(point.subarray(33))];
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y };
  const secret = Buffer.alloc(32);
  ecdh.getPrivateKey().copy(secret, 32 - ecdh.getPrivateKey().length);
  return { publicJwk, privateJwk: { ...publicJwk, d: base64urlEncode(secret) } };
}

describe('a name sealed for the load', () => {
  it('is opened by whoever opens what a browser sealed, and is as long', async () => {
    const { publicJwk, privateJwk } = recipient();
    const sealed = sealerFor(publicJwk)('欧阳明月');
    expect(await open(sealed, privateJwk)).toBe('欧阳明月');
    const shipped = await seal('欧阳明月', publicJwk);
    expect(sealed.length).toBe(shipped.length);
    expect(Object.keys(headerOf(sealed))).toEqual(Object.keys(headerOf(shipped)));
  });

  it('is never sealed the same way twice: a disk that compresses finds nothing to save', () => {
    const sealName = sealerFor(recipient().publicJwk);
    const points = Array.from({ length: 20 }, () => (headerOf(sealName('张三')).epk as JsonObject).x);
    expect(new Set(points).size).toBe(20);
  });
});

describe('the forms of the load', () => {
  const forms = Array.from({ length: 500 }, fillForm);

  it('differ from one another', () => {
    expect(new Set(forms.map(({ tradeName }) => tradeName)).size).toBeGreaterThan(450);
    expect(new Set(forms.map(({ operator }) => operator)).size).toBeGreaterThan(400);
    expect(new Set(forms.map(({ scope }) => scope.join())).size).toBeGreaterThan(80);
    expect(new Set(forms.map(({ region }) => region)).size).toBeGreaterThan(5);
  });

  it('are such as a contract grants by itself', () => {
    const ordinary = new Set(scopeItems.flatMap(({ code, treatment }) => (treatment === 'ordinary' ? [code] : [])));
    for (const { tradeName, scope } of forms) {
      expect(isPlainTradeName(tradeName), tradeName).toBe(true);
      expect(scope.every((code) => ordinary.has(code))).toBe(true);
      expect(scope).toEqual([...new Set(scope)]);
    }
  });
});
