import type { JsonObject } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { open } from './open.ts';
import { seal } from './seal.ts';

const pair = async (): Promise<{ publicJwk: JsonObject; privateJwk: JsonObject }> => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { kty = '', crv = '', x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', keys.privateKey);
  return { publicJwk: { kty, crv, x, y }, privateJwk: { kty, crv, x, y, d } };
};

test('what is sealed to an organisation only its key opens', async () => {
  const [bureau, other] = [await pair(), await pair()];
  const sealed = await seal('张三', bureau.publicJwk);
  expect(sealed.split('.')).toHaveLength(5);
  expect(sealed).not.toContain('张三');
  expect(await open(sealed, bureau.privateJwk)).toBe('张三');
  await expect(open(sealed, other.privateJwk)).rejects.toMatchObject({ code: 'envelope-unreadable' });
});

test('the same words sealed twice look different', async () => {
  const { publicJwk } = await pair();
  expect(await seal('是', publicJwk)).not.toBe(await seal('是', publicJwk));
});

test('a changed envelope, another algorithm or no envelope is unreadable, with one code', async () => {
  const { publicJwk, privateJwk } = await pair();
  const parts = (await seal('理由', publicJwk)).split('.');
  const tampered = [
    ...parts.slice(0, 3),
    `${parts[3]?.startsWith('A') === true ? 'B' : 'A'}${parts[3]?.slice(1)}`,
    parts[4],
  ].join('.');
  const dir = [Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url'), ...parts.slice(1)].join('.');
  for (const text of [tampered, dir, 'a.b.c.d.e', '']) {
    await expect(open(text, privateJwk)).rejects.toMatchObject({ code: 'envelope-unreadable' });
  }
});
