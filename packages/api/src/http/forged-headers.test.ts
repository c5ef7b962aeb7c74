import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const FORGED = {
  'x-forwarded-for': '10.9.8.7',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  forwarded: 'for=10.9.8.7;host=evil.example;proto=https',
  'x-real-ip': '10.9.8.7',
  'x-request-id': 'chosen-by-a-stranger',
  'x-correlation-id': 'chosen-by-a-stranger',
  'request-id': 'chosen-by-a-stranger',
  'x-user-id': 'li',
  'x-remote-user': 'li',
  'x-original-url': '/api/cases?view=open',
  'x-rewrite-url': '/api/cases?view=open',
  'x-http-method-override': 'DELETE',
};

test('no header that a proxy would set changes what is answered, or what the log says', async () => {
  const plain = await fetch(`${api.url}/api/state?key=protocol`);
  const forged = await fetch(`${api.url}/api/state?key=protocol`, { headers: FORGED });
  expect(await forged.json()).toEqual(await plain.json());
  const refused = await fetch(`${api.url}/api/cases?view=open`, { headers: FORGED });
  expect(refused.status).toBe(401);
  expect(JSON.stringify(await refused.json())).not.toContain('chosen-by-a-stranger');
  const posted = await fetch(`${api.url}/api/sessions/challenge`, {
    method: 'POST',
    headers: { ...FORGED, origin: 'https://evil.example' },
  });
  expect(((await posted.json()) as { code: string }).code).toBe('origin-refused');
  expect(api.log.join('\n')).not.toMatch(/chosen-by-a-stranger|evil\.example|10\.9\.8\.7/);
});
