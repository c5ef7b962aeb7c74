import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from '../route.ts';
import { routes } from '../routes.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { randomId } from '../testing/test-chain.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const about: Readonly<Record<string, string>> = {
  id: randomId('case'),
  transaction: randomId('case'),
  number: '0'.repeat(18),
  digest: '0'.repeat(64),
  slot: 's'.repeat(43),
  '*': '0/000',
};
/** What a door asks before it looks at who is there. */
const questions: Readonly<Record<string, string>> = {
  '/api/accounts': `?of=${'k'.repeat(43)}`,
  '/api/cases': '?view=open',
  '/api/footprint': `?case=${about.id}`,
  '/api/vault/:digest': `?case=${about.id}`,
  '/api/access/may': '?deeds=cases.read',
  '/api/access/requests': '?desk=mine',
  '/api/access/emergencies': '?desk=mine',
  '/api/access/readers': `?case=${about.id}`,
  '/api/access/reach': `?kid=${'k'.repeat(43)}`,
  '/api/audit/matters': '?kind=hold',
  '/api/consistency': '?from=0&to=0',
};

const ask = async ({ path }: Route, headers: Record<string, string>): Promise<string> => {
  const filled = path.replaceAll(/:(\w+)|\*/g, (_, name: string | undefined) => about[name ?? '*'] ?? '');
  const answer = await fetch(`${api.url}${filled}${questions[path] ?? ''}`, { headers });
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  return `${answer.status} ${code ?? ''}`;
};

const doors = routes.filter(({ method }) => method === 'GET').map((route) => [route.path, route] as const);
const REFUSED = '401 session-required';

test.each(doors)('%s asks who is there just where its description says so', async (_path, route) => {
  const { session } = route.schema;
  // A token that is none: whoever sends it believes to be somebody, and hears that they are not.
  const withBad = await ask(route, { authorization: `Bearer ${'A'.repeat(43)}` });
  if (session === undefined) expect(withBad).not.toBe(REFUSED);
  else expect(withBad).toBe(REFUSED);
  if (session === 'required') expect(await ask(route, {})).toBe(REFUSED);
});
