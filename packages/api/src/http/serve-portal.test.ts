import { expect, test } from 'vitest';
import { routes } from '../routes.ts';
import { securityHeaders } from './security-headers.ts';
import { isPage } from './serve-portal.ts';

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
  expect(headers(true)['strict-transport-security']).toBe('max-age=31536000');
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
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect([name, directives.get(name)]).toEqual([name, "'none'"]);
  // Everything that could run a stranger's code comes from here or not at all.
  for (const name of ['script-src', 'style-src', 'worker-src'])
    expect([name, directives.get(name)]).toEqual([name, "'self'"]);
});
