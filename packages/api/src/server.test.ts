import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LedgerNode, NodeError, type NodeStatus, type OnBlock } from '@minglu/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';
import { makeCase } from './testing/test-chain.ts';

/** A node that can be made to look halted; everything else is the real one's. */
let halted: NodeStatus['halted'];
const haltable = (node: LedgerNode): LedgerNode =>
  Object.assign(Object.create(node) as LedgerNode, {
    status: () => {
      const status = { ...node.status(), witnesses: [WITNESS] };
      return halted === undefined ? status : { ...status, state: 'halted', halted };
    },
    submit: (jws: string, sidecar?: string) =>
      halted === undefined ? node.submit(jws, sidecar) : Promise.reject(new NodeError(halted.code, halted.facts)),
    read: (key: string) => node.read(key),
    find: (id: string) => node.find(id),
    receipt: (index: number) => node.receipt(index),
    licenceProof: (number: string) => node.licenceProof(number),
    blockProof: (height: number) => node.blockProof(height),
    checkpoint: () => node.checkpoint(),
    checkpoints: (before: number, limit: number) => node.checkpoints(before, limit),
    metrics: () => node.metrics(),
    tile: (path: string) => node.tile(path),
    follow: (from: number, onBlock: OnBlock) => node.follow(from, onBlock),
  });
const WITNESS = {
  name: 'w1',
  vkey: 'w1+00000000+AA',
  url: 'http://127.0.0.1:1',
  state: 'cosigned',
  size: 1,
  lastCosignedSize: 1,
  lastCosignedTime: 1,
  failures: 0,
  isAhead: false,
};

let api: TestApi;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-portal-'));
  mkdirSync(join(directory, 'portal', 'assets'), { recursive: true });
  mkdirSync(join(directory, 'evidence'));
  writeFileSync(join(directory, 'portal', 'index.html'), '<!doctype html><title>明录</title>');
  writeFileSync(join(directory, 'portal', 'assets', 'main-A1b2C3d4.js'), 'export {};');
  writeFileSync(join(directory, 'portal', 'verify.html'), '<!doctype html><title>verify</title>');
  writeFileSync(join(directory, 'evidence', 'fork-1.json'), '{"older":"a","newer":"b"}');
  writeFileSync(join(directory, 'evidence', 'broken.json'), '{');
  api = await startTestApi(
    {
      portalDirectory: join(directory, 'portal'),
      evidence: { directory: join(directory, 'evidence') },
      connectOrigins: ['http://127.0.0.1:7001'],
      limits: { requestTimeoutMs: 600, headersTimeoutMs: 400 },
    },
    haltable,
  );
});
afterAll(async () => {
  await api.close();
  rmSync(directory, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });
const json = async (path: string) => (await (await get(path)).json()) as Record<string, unknown>;

/** Sends raw bytes and gives back everything until the server closes, or the time is over. */
const raw = (text: string, waitMs = 1_500): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    let answer = '';
    const done = () => resolve(answer);
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
    });
    socket.on('close', done).on('error', done);
    socket.write(text);
    setTimeout(() => socket.destroy(), waitMs);
  });

test('pages come with a policy that runs no inline script and no eval', async () => {
  const page = await get('/licences/123', { accept: 'text/html' });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('明录');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|http:\/\/(?!127)/);
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:7001");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('cache-control')).toBe('no-cache');
});

test('each page has a nonce of its own, which alone lets its scripts run', async () => {
  const nonces = await Promise.all(
    ['/', '/licences/123', '/'].map(async (path) => {
      const page = await get(path, { accept: 'text/html' });
      const policy = page.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /script-src 'nonce-([\w-]{22})' 'strict-dynamic' 'self';/.exec(policy) ?? [];
      const html = await page.text();
      expect(html.match(/<script/g)?.length ?? 0).toBe(
        html.match(new RegExp(`<script nonce="${nonce}"`, 'g'))?.length ?? 0,
      );
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(3);
  expect((await get('/index.html')).status).toBe(404);
});

test('no answer of any kind stands in a stranger’s frame, runs anything or tells where somebody came from', async () => {
  for (const path of ['/', '/api/city', '/api/nothing', '/healthz', '/metrics', '/checkpoint', '/trust.json']) {
    const { headers } = await get(path, { accept: 'text/html' });
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringMatching(/frame-ancestors 'none'/),
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});

test('the offline verifier is a file to keep, and the front page opens for any client', async () => {
  expect((await get('/verify.html')).headers.get('content-disposition')).toBe('attachment; filename="verify.html"');
  const front = await get('/', { accept: '*/*' });
  expect(front.headers.get('content-type')).toContain('text/html');
  expect(front.headers.get('content-disposition')).toBeNull();
});

test('files with a digest in their name are kept for ever, a missing one is no page', async () => {
  const file = await get('/assets/main-A1b2C3d4.js');
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect((await get('/assets/gone-A1b2C3d4.js', { accept: 'text/html' })).status).toBe(404);
  expect((await get('/api/nothing', { accept: 'text/html' })).status).toBe(404);
  expect((await get('/..%2fevidence%2ffork-1.json')).status).toBeGreaterThanOrEqual(400);
});

test('the documentation can be browsed, under a policy without inline scripts', async () => {
  const page = await get('/api/docs/');
  expect(page.status).toBe(200);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src [^;]*'self'/);
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe');
  expect((await json('/api/docs/json')).openapi).toBe('3.1.0');
});

test.each(['/api/city', '/api/licences', '/api/nothing', '/healthz', '/api/state?key=protocol'])(
  '%s is never kept by a cache and never taken for another type',
  async (path) => {
    const { headers } = await get(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  },
);

test('the checkpoint and the tiles can be mirrored by strangers, and a tile is kept for ever', async () => {
  const checkpoint = await get('/checkpoint');
  expect(await checkpoint.text()).toContain('minglu.example/test\n');
  expect(checkpoint.headers.get('access-control-allow-origin')).toBe('*');
  const { size } = await json('/api/city');
  const bundle = await get(`/tile/entries/000.p/${size}`);
  expect(bundle.status).toBe(200);
  expect(bundle.headers.get('cache-control')).toContain('immutable');
  expect((await get(`/tile/0/000.p/${size}`)).status).toBe(200);
});

test('the city names its witnesses and departments, and evidence is shown, broken files too', async () => {
  expect(await json('/api/city')).toMatchObject({ name: '城东', demo: true, witnesses: [{ name: 'w1' }] });
  expect(await json('/api/evidence')).toMatchObject({
    monitor: 'none',
    evidence: [
      { name: 'fork-1.json', evidence: { older: 'a' } },
      { name: 'broken.json', evidence: { unreadable: 'malformed' } },
    ],
  });
});

test('the public registry gives organisations and services with their records', async () => {
  const { organisations } = await json('/api/organisations');
  expect(organisations).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'market-bureau' })]));
  expect(await json('/api/services')).toMatchObject({ services: [{ id: 'individual-business' }] });
});

test('a licence can be found by part of its name, by number, region and month, and read', async () => {
  const { jws, sidecar } = await makeCase('癸');
  const { height } = await api.node.submit(jws, sidecar);
  const found = await json(
    `/api/licences?q=${encodeURIComponent('癸面')}&region=11&month=2026-11&fromHeight=${height}`,
  );
  const [licence] = found.licences as { number: string }[];
  expect(licence).toMatchObject({ tradeName: '城东癸面馆', status: 'valid' });
  expect(await json(`/api/licences/${licence?.number}`)).toMatchObject({ licence: { tradeName: '城东癸面馆' } });
  expect(await json(`/api/licences?q=${licence?.number}`)).toMatchObject({ licences: [licence] });
  expect(await json('/api/licences?region=99')).toMatchObject({ licences: [] });
  expect(await json('/api/licences?month=2026-10')).toMatchObject({ licences: [] });
  expect(await json(`/api/licences/${licence?.number}/proof`)).toMatchObject({ type: 'minglu-licence-proof' });
  expect(await json('/api/counts')).toMatchObject({ counts: [{ issued: 1 }] });
});

test('metrics carry no label with an id in it', async () => {
  await makeCase('子').then(({ id }) => get(`/api/transactions/${id}`));
  const text = await (await get('/metrics')).text();
  expect(text).toContain('minglu_http_requests_total{route="GET /api/transactions/:id",status="404"}');
  expect(text).toContain('minglu_read_model_lag_blocks 0');
  expect(text).not.toMatch(/[A-Za-z0-9_-]{22}"/);
});

test('a halted node is alive enough to say why, and still refuses with a code', async () => {
  halted = { code: 'damaged', facts: { file: '/data/bundle-7' } };
  const health = await get('/healthz');
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ live: false, halted: 'damaged' });
  const { jws, sidecar } = await makeCase('丑');
  const answer = await fetch(`${api.url}/api/transactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transaction: jws, sidecar }),
  });
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain('bundle-7');
  halted = undefined;
});

test('a body that never ends is cut off with a code', async () => {
  const answer = await raw(
    'POST /api/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    3_000,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"request-timeout"/s);
});

test.each([
  ['headers over 16 KiB', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 'header-too-large'],
  [
    'two lengths',
    'POST /api/sessions HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na',
    'http-malformed',
  ],
  [
    'length and chunks',
    'POST /api/sessions HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n',
    'http-malformed',
  ],
  [
    'a chunk that is no chunk',
    'POST /api/sessions HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
    'http-malformed',
  ],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 'http-malformed'],
  ['a header split by a bare CR', 'GET /healthz HTTP/1.1\r\nhost: x\rx-a: b\r\n\r\n', 'http-malformed'],
])('%s: a coded 4xx and a closed connection', async (_name, text, code) => {
  const answer = await raw(text);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer).toContain(`"code":"${code}"`);
  expect(answer.toLowerCase()).toContain('connection: close');
});

test('the log of a whole run holds no name, search, body or address', async () => {
  await get(`/api/licences?q=${encodeURIComponent('张三丰')}`);
  expect(api.log.join('')).not.toMatch(/张三|面馆|127\.0\.0\.1:\d+"?,"remote|%E5/);
});
