import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../routes.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** A path with something in each place. */
const concrete = (path: string): string =>
  path
    .replaceAll(/:(\w+)/g, (_place, name: string) => (name === 'kid' ? 'A'.repeat(43) : 'A'.repeat(22)))
    .replace('*', '0');

test('a route that changes something is asked for by POST or DELETE', async () => {
  const before = api.node.status();
  const open = async () => api.log.length;
  const lines = await open();
  for (const { path } of routes.filter(({ method }) => method === 'GET')) await fetch(`${api.url}${concrete(path)}`);
  expect([before.height, before.size]).toEqual([api.node.status().height, api.node.status().size]);
  expect(lines).toBeTypeOf('number');
  for (const { method, path } of routes.filter((one) => one.method !== 'GET')) {
    const isAlsoRead = routes.some((one) => one.method === 'GET' && one.path === path);
    if (isAlsoRead) continue;
    const answer = await fetch(`${api.url}${concrete(path)}`);
    expect([method, path, answer.status]).toEqual([
      method,
      path,
      expect.toSatisfy((status) => [404, 405].includes(status)),
    ]);
  }
});

test('whatever changes something refuses a page of another origin before it looks at what was sent', async () => {
  const changing = routes.filter(({ method }) => method !== 'GET');
  expect(changing.length).toBeGreaterThan(8);
  for (const { method, path } of changing) {
    const answer = await fetch(`${api.url}${concrete(path)}`, { method, headers: { origin: 'https://evil.example' } });
    const { code } = (await answer.json()) as { code: string };
    expect([path, answer.status, code]).toEqual([path, 403, 'origin-refused']);
  }
});
