import { base64urlDecode, base64urlEncode } from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../error-status.ts';
import type { Route } from '../route.ts';
import { routes } from '../routes.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { attester, deedBy, GENESIS_MS, makeCase, randomId, registrar, type TestCase } from '../testing/test-chain.ts';

let api: TestApi;
let granted: TestCase;
beforeAll(async () => {
  api = await startTestApi({ logLevel: 'debug' });
  granted = await makeCase('甲');
});
afterAll(() => api.close());

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly facts?: unknown; readonly correlation?: string };
  readonly text: string;
}

const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
  const answer = await fetch(`${api.url}${path}`, init);
  const text = await answer.text();
  let body: Answer['body'] = {};
  try {
    body = JSON.parse(text) as Answer['body'];
  } catch {
    // Left empty: the expectations will say so.
  }
  return { status: answer.status, body, text };
};

const post = (path: string, body: BodyInit, type = 'application/json'): Promise<Answer> =>
  send(path, { method: 'POST', body, headers: { 'content-type': type } });

/** A coded 4xx, nothing changed, nothing of the request in the log. */
const expectRefused = async (ask: () => Promise<Answer>, code?: string): Promise<Answer> => {
  const before = api.node.status().size;
  const logged = api.log.length;
  const answer = await ask();
  expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
  expect(answer.status, answer.text).toBeLessThan(500);
  expect(ERROR_CODES).toContain(answer.body.code);
  expect(answer.body.correlation).toMatch(/^[\w-]+$/);
  if (code !== undefined) expect(answer.body.code).toBe(code);
  expect(api.node.status().size).toBe(before);
  expect(api.log.slice(logged)).toEqual([]);
  return answer;
};

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const PERSONAL = '张三 110105199001011234 13800000000';

const BODIES: readonly (readonly [name: string, body: BodyInit, code: string])[] = [
  ['an empty body', '', 'request-malformed'],
  ['no JSON', `${PERSONAL}`, 'json-malformed'],
  ['half a JSON', '{"transaction":"', 'json-malformed'],
  ['a body of null', 'null', 'request-malformed'],
  ['a list', '[]', 'request-malformed'],
  ['a number', '1', 'request-malformed'],
  ['an unsafe number', '{"transaction":9007199254740993}', 'number-unsafe'],
  ['a fraction', '{"transaction":0.1}', 'number-unsafe'],
  ['depth 17', deep(17), 'json-too-deep'],
  ['depth 40,000', deep(40_000), 'json-too-deep'],
  ['a key twice', `{"transaction":"a","transaction":"${PERSONAL}"}`, 'duplicate-key'],
  ['a key twice, once escaped', '{"jws":"a","\\u006aws":"b"}', 'duplicate-key'],
  ['a key twice, deep down', '{"a":[{"b":{"c":1, "c":2}}]}', 'duplicate-key'],
  ['__proto__', '{"__proto__":{"admin":true}}', 'prototype-key'],
  ['constructor', '{"constructor":{"prototype":{}}}', 'prototype-key'],
  ['an unknown member', '{"transaction":"a","role":"administrator"}', 'request-malformed'],
  ['a member of the wrong type', '{"transaction":{"$ne":null},"jws":5}', 'request-malformed'],
  ['97 KiB', `{"transaction":"${'a'.repeat(97 * 1024)}"}`, 'body-too-large'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'body-not-utf8'],
];

const takesJson = ({ method, schema }: Route) =>
  method === 'POST' && schema.bytesLimit === undefined && schema.form !== true;
/** A provider sends a person there, with whatever it has to say: the answer is a page of ours, not a code. */
const answersCodes = ({ path }: Route) => path !== '/api/sign-in/callback/:provider';

describe.each(routes.filter(takesJson).map((route) => ({ path: route.path, route })))(
  'POST $path',
  ({ path, route }) => {
    const takesBody = route.schema.body !== undefined;

    test.each(BODIES)('refuses %s', async (name, body, code) => {
      if (!takesBody && ['a list', 'a number', 'a body of null', 'an unknown member', 'an empty body'].includes(name))
        return;
      if (!takesBody && name.startsWith('a member')) return;
      const answer = await expectRefused(() => post(path, body), name === 'an empty body' ? undefined : code);
      expect(answer.text).not.toContain('张三');
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml'])(
      'refuses a body of %s',
      async (type) => {
        await expectRefused(() => post(path, 'a=b', type), 'content-type-unsupported');
      },
    );
  },
);

describe.each(routes.filter(answersCodes).map((route) => ({ method: route.method, path: route.path })))(
  '$method $path',
  ({ method, path }) => {
    const concrete = path.replace(':id', randomId('nobody')).replace(':number', '0'.repeat(18)).replace('*', '0/000');

    test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'GET', 'POST'])(
      'refuses %s with 405 where it is not meant',
      async (other) => {
        const known = routes.some((route) => route.path === path && route.method === other);
        if (known) return;
        const answer = await expectRefused(
          () => send(concrete, { method: other, ...(other === 'GET' ? {} : {}) }),
          'method-not-allowed',
        );
        expect(answer.status).toBe(405);
      },
    );

    test('refuses unknown and repeated query parameters', async () => {
      if (method === 'POST') return;
      await expectRefused(() => send(`${concrete}?admin=true`));
      await expectRefused(() => send(`${concrete}?key=a&key=b&q=a&q=b&from=1&from=2&status=pending&status=pending`));
    });

    test('refuses what is no identifier in its path', async () => {
      if (!path.includes(':') && !path.includes('*')) return;
      for (const bad of ['%00', '..%2f..%2fetc', 'a'.repeat(300), '%E5%BC%A0', "1'%20or%20'1'='1", '%ff', '{}', ' ']) {
        await expectRefused(() => send(path.replace(/:\w+|\*/, bad)));
      }
    });
  },
);

test.each([
  ['/api/licences?region=1', 'request-malformed'],
  ['/api/licences?region=%2525', 'request-malformed'],
  ['/api/licences?month=2026-13', 'request-malformed'],
  ['/api/licences?limit=0', 'request-malformed'],
  ['/api/licences?limit=1e9', 'request-malformed'],
  ['/api/licences?after=-1', 'request-malformed'],
  ['/api/licences?after=9007199254740993', 'request-malformed'],
  [`/api/licences?q=${'a'.repeat(81)}`, 'request-malformed'],
  ['/api/state', 'request-malformed'],
  ['/api/state?key=', 'request-malformed'],
  ['/api/consistency?from=2&to=1', 'consistency-range'],
  ['/api/consistency?from=0&to=999999999', 'consistency-range'],
  ['/api/consistency?from=x&to=1', 'request-malformed'],
  ['/api/nothing', 'route-not-found'],
  ['/nothing.js', 'route-not-found'],
  ['/tile/0/x', 'request-malformed'],
  ['/tile/9/000', 'log-path-not-found'],
  ['/api/docs/static/ind%00ex.html', 'route-not-found'],
  ['/api/docs/static/index.htm%5Cl', 'route-not-found'],
  ['/tile/entries/../../etc', 'route-not-found'],
])('GET %s is refused with %s', async (path, code) => {
  await expectRefused(() => send(path), code);
});

describe('a transaction', () => {
  const submit = (transaction: string, sidecar: string | undefined): Promise<Answer> =>
    post('/api/transactions', JSON.stringify(sidecar === undefined ? { transaction } : { transaction, sidecar }));
  const body = { number: '0'.repeat(18), reason: 'X' };
  const parts = (): [string, string, string] => granted.jws.split('.') as [string, string, string];

  test.each<[string, () => Promise<string> | string, string | undefined]>([
    ['unsigned', () => `${parts().slice(0, 2).join('.')}.`, undefined],
    ['of two parts', () => parts().slice(0, 2).join('.'), 'jws-shape'],
    [
      'signed by another',
      async () => `${parts()[0]}.${parts()[1]}.${(await makeCase('乙')).jws.split('.')[2]}`,
      'signature-invalid',
    ],
    ['with a high-S signature', () => `${parts()[0]}.${parts()[1]}.${highS(parts()[2])}`, 'signature-high-s'],
    [
      'with alg none',
      () => [base64urlEncode(new TextEncoder().encode('{"alg":"none"}')), parts()[1], ''].join('.'),
      undefined,
    ],
    ['with padded base64', () => `${granted.jws}=`, undefined],
    ['that is too long', () => `${granted.jws}${'A'.repeat(32_768)}`, undefined],
    ['that has expired', async () => (await makeCase('丙', { notAfter: GENESIS_MS - 1 })).jws, undefined],
    [
      'good for more than a day',
      async () => (await makeCase('丁', { notAfter: GENESIS_MS + 90_000_000 })).jws,
      undefined,
    ],
    ['of another chain', () => deedBy(registrar, 'licences.close', body, { chain: 'other.example/city' }), undefined],
    ['of an unknown deed', () => deedBy(registrar, 'licences.sell', body), undefined],
    ['with a body of another shape', () => deedBy(registrar, 'licences.close', { admin: true }), undefined],
    [
      'by an unknown key',
      () => deedBy({ ...attester, publicKey: { ...attester.publicKey, kid: 'A'.repeat(43) } }, 'licences.close', body),
      undefined,
    ],
  ])('%s changes nothing', async (_name, make, code) => {
    const jws = await make();
    // A genuine submission in all but the one thing: its own sidecar where its deed takes one.
    const sidecar = jws.split('.')[1] === parts()[1] ? granted.sidecar : undefined;
    await expectRefused(() => submit(jws, sidecar), code);
  });

  test('whose sidecar is missing, or another, changes nothing', async () => {
    await expectRefused(() => submit(granted.jws, undefined), 'sidecar-mismatch');
    await expectRefused(async () => submit(granted.jws, (await makeCase('戊')).sidecar), 'sidecar-mismatch');
    await expectRefused(() => submit(granted.jws, PERSONAL));
  });
});

/** (r, n − s): the signature anybody can make of (r, s). */
const highS = (signature: string): string => {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const bytes = base64urlDecode(signature);
  const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).toString('hex')}`);
  const high = (order - s).toString(16).padStart(64, '0');
  return base64urlEncode(new Uint8Array(Buffer.concat([bytes.subarray(0, 32), Buffer.from(high, 'hex')])));
};
