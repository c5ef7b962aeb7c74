import { base64urlDecode, normalizeLowS, sha256, signerFromSecret, utf8Decode, utf8Encode } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { DepartmentClient } from '../department/department-client.ts';
import { webCryptoCheck } from '../keys/web-crypto-check.ts';
import { signIn } from '../sign-in.ts';
import { submit } from '../submit.ts';
import { clientOf } from '../testing/test-log.ts';
import { Client } from './client.ts';

const signer = signerFromSecret('ES256', sha256(utf8Encode('officer')));

test('values go into the places of the path and the rest into the query, escaped', async () => {
  const asked: string[] = [];
  const client = clientOf((path) => {
    asked.push(path);
    return '{}';
  });
  await client.get('/api/licences/{number}/proof', { number: 'a/../b' });
  await client.get('/api/licences', { q: '面馆&x=1', limit: 5 });
  expect(asked).toEqual(['/api/licences/a%2F..%2Fb/proof', '/api/licences?q=%E9%9D%A2%E9%A6%86%26x%3D1&limit=5']);
});

test('a refusal keeps its code, facts, status and correlation', async () => {
  const error = clientOf(() => undefined).get('/api/city', {});
  await expect(error).rejects.toMatchObject({
    name: 'ServerError',
    code: 'not-found',
    status: 404,
    facts: { a: 1 },
    correlation: 'c-1',
  });
});

test.each([
  ['a page of some proxy', async () => new Response('<html>', { status: 502 }), 'answer-unreadable'],
  ['no JSON', async () => new Response('<html>'), 'answer-unreadable'],
  ['nobody there', async () => Promise.reject(new TypeError('refused')), 'unreachable'],
])('%s has a code', async (_name, fetch, code) => {
  await expect(new Client({ baseUrl: '', fetch }).get('/api/city', {})).rejects.toMatchObject({
    name: 'SdkError',
    code,
  });
});

test('silence ends in time', async () => {
  const fetch = (_url: string, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    );
  const client = new Client({ baseUrl: '', fetch, timeoutMs: 20 });
  await expect(client.get('/api/city', {})).rejects.toMatchObject({ code: 'timeout' });
});

test('signing in signs exactly the challenge, and the token goes with every later request', async () => {
  const headers: unknown[] = [];
  const client = clientOf(async (path, init) => {
    headers.push((init.headers as Record<string, string>).authorization);
    if (path.endsWith('/challenge')) return JSON.stringify({ chain: 'c.example/d', challenge: 'xyz', expiresAt: 1 });
    if (path !== '/api/sessions') return '{}';
    const { jws } = JSON.parse(String(init.body)) as { jws: string };
    const [head = '', payload = '', signature = ''] = jws.split('.');
    expect(JSON.parse(utf8Decode(base64urlDecode(head)))).toEqual({
      alg: 'ES256',
      typ: 'minglu-session+v0',
      kid: signer.publicKey.kid,
    });
    expect(utf8Decode(base64urlDecode(payload))).toBe('{"chain":"c.example/d","challenge":"xyz"}');
    const bytes = base64urlDecode(signature);
    expect(normalizeLowS(bytes)).toEqual(bytes);
    expect(await webCryptoCheck(signer.publicKey, utf8Encode(`${head}.${payload}`), bytes)).toBe(true);
    return JSON.stringify({ token: 'T', expiresAt: 2, kid: 'k' });
  });
  const session = await signIn(client, signer, { embedKey: false });
  await session.client.get('/api/city', {});
  expect(headers).toEqual([undefined, undefined, 'Bearer T']);
});

test('a deed is signed and sent with its sidecar, and an id is made when none is given', async () => {
  let sent: { transaction: string; sidecar?: string } = { transaction: '' };
  const client = clientOf((_path, init) => {
    sent = JSON.parse(String(init.body)) as typeof sent;
    return '{"id":"x"}';
  });
  const sidecar = '{"salt":"AAAAAAAAAAAAAAAAAAAAAA","attestations":[],"sealed":{},"plain":{}}';
  await submit(
    client,
    { chain: 'c.example/d', deed: 'cases.submit', body: {}, notAfter: 5, sidecar, embedKey: true },
    signer,
  );
  const payload = JSON.parse(utf8Decode(base64urlDecode(sent.transaction.split('.')[1] ?? ''))) as {
    id: string;
    sidecar: string;
  };
  expect(payload.id).toMatch(/^[\w-]{22}$/);
  expect(payload.sidecar).toMatch(/^[\w-]{43}$/);
  expect(sent.sidecar).toBe(sidecar);
});

test('a department is asked for exactly what it needs', async () => {
  const asked: [string, unknown][] = [];
  const department = new DepartmentClient('http://dep', {
    fetch: async (url, init) => {
      asked.push([url, init?.body === undefined ? undefined : JSON.parse(String(init.body))]);
      return Response.json({ people: [], text: '开', jwk: { kty: 'EC' } });
    },
  });
  await department.demoPeople();
  const opening = { opening: 'o', case: 'i', field: 'operator', purpose: 'review' };
  expect(await department.open('t', opening)).toBe('开');
  expect(await department.demoOfficerKey('t')).toEqual({ kty: 'EC' });
  await department.attest({ token: 't', chain: 'c', service: 's', case: 'i', holder: 'h' });
  expect(asked).toEqual([
    ['http://dep/demo/people', undefined],
    ['http://dep/open', { token: 't', opening: 'o', case: 'i', field: 'operator', purpose: 'review' }],
    ['http://dep/demo/officer-key', { token: 't' }],
    ['http://dep/attest', { token: 't', chain: 'c', service: 's', case: 'i', holder: 'h' }],
  ]);
});
