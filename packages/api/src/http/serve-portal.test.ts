import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { routes } from '../routes.ts';
import { pagePolicy, withNonce } from './page-policy.ts';
import { securityHeaders } from './security-headers.ts';
import { isPage, servePortal } from './serve-portal.ts';

const HTML = 'text/html,application/xhtml+xml';

test.each(['/', '/licences/92110105', '/cases', '/officer/queue', '/apis', '/tiles', '/checkpoints/7'])(
  '%s is a page of the portal for a browser',
  (path) => {
    expect(isPage('GET', path, HTML)).toBe(true);
    expect(isPage('HEAD', path, HTML)).toBe(true);
    expect(isPage('POST', path, HTML)).toBe(false);
  },
);

test('only the front page opens for a client that does not ask for a page', () => {
  expect(isPage('GET', '/', '*/*')).toBe(true);
  expect(isPage('GET', '/', undefined)).toBe(true);
  expect(isPage('GET', '/licences', 'application/json')).toBe(false);
  expect(isPage('GET', '/licences', undefined)).toBe(false);
});

test('nothing under a path of the API is ever answered with a page, whatever the client takes', () => {
  for (const { path } of routes) {
    const concrete = path.replace(':id', 'x').replace(':number', 'x').replace('*', 'x');
    for (const asked of [concrete, `${concrete}/`, `${concrete}/more`]) expect(isPage('GET', asked, HTML)).toBe(false);
  }
  for (const path of ['/api', '/api/', '/api/docs', '/assets/gone.js', '/favicon.ico', '/a/b/c.PNG'])
    expect(isPage('GET', path, HTML)).toBe(false);
});

test('over TLS pages ask for TLS for a year; without it they must not', () => {
  const headers = (tls: boolean) => securityHeaders({ tls, connectOrigins: [] });
  expect(headers(true)['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect(headers(false)).not.toHaveProperty('strict-transport-security');
});

test('a page may call its own origin and the named departments, and may be framed and posted by nobody', () => {
  const policy = securityHeaders({ tls: true, connectOrigins: ['https://a.example', 'https://b.example'] });
  const directives = new Map(
    (policy['content-security-policy'] ?? '').split('; ').map((one) => {
      const [name = '', ...sources] = one.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );
  expect(directives.get('connect-src')).toBe("'self' https://a.example https://b.example");
  for (const name of ['default-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect([name, directives.get(name)]).toEqual([name, "'none'"]);
  // Everything that could run a stranger's code comes from here or not at all.
  for (const name of ['script-src', 'style-src', 'worker-src'])
    expect([name, directives.get(name)]).toEqual([name, "'self'"]);
});

test('the nonce is put on scripts and on what loads them ahead, and on nothing that a name could slip in', () => {
  const html = '<script type="module" src="/a.js"></script><link rel="modulepreload" href="/b.js"><link rel="icon">';
  expect(withNonce(html, 'N')).toBe(
    '<script nonce="N" type="module" src="/a.js"></script><link nonce="N" rel="modulepreload" href="/b.js"><link rel="icon">',
  );
  expect(withNonce('&lt;script&gt;<scripted>', 'N')).toBe('&lt;script&gt;<scripted>');
  expect(pagePolicy([], 'N')).toContain("script-src 'nonce-N' 'strict-dynamic' 'self'; ");
  expect(pagePolicy([], 'N')).not.toMatch(/unsafe|\*/);
});

test('a file is sent in the form the browser takes, under its own name and for as long as its name says', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'minglu-served-'));
  await mkdir(join(directory, 'assets'));
  const text = 'export const a = 1;'.repeat(200);
  for (const name of ['assets/index-a1b2c3d4.js', 'verify.html', 'index.html']) {
    await writeFile(join(directory, name), text);
    await writeFile(join(directory, `${name}.br`), brotliCompressSync(text));
  }
  const app = fastify();
  await servePortal(app, directory, { 'x-frame-options': 'DENY' });
  const get = (url: string, takes?: string) =>
    app.inject({ url, headers: takes === undefined ? {} : { 'accept-encoding': takes } });
  const small = await get('/assets/index-a1b2c3d4.js', 'gzip, br');
  expect(small.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    'x-frame-options': 'DENY',
  });
  expect(brotliDecompressSync(small.rawPayload).toString()).toBe(text);
  const plain = await get('/assets/index-a1b2c3d4.js');
  expect([plain.headers['content-encoding'], plain.payload]).toEqual([undefined, text]);
  // Opened on the origin it is meant to check it would prove nothing, compressed or not.
  for (const takes of ['br', 'identity'])
    expect((await get('/verify.html', takes)).headers['content-disposition']).toMatch(/^attachment/);
  await app.close();
  await rm(directory, { recursive: true });
});
