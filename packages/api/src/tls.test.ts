import { request } from 'node:https';
import { generate } from 'selfsigned';
import { expect, test } from 'vitest';
import { startTestApi } from './testing/start-test-api.ts';

const ask = (url: string, maxVersion: 'TLSv1.3' | 'TLSv1.1'): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false, maxVersion, minVersion: 'TLSv1' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

test('over TLS it answers at 1.2 and above, and not below', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const api = await startTestApi({ tls: { key, cert } });
  expect(api.url).toMatch(/^https:/);
  expect(await ask(`${api.url}/healthz`, 'TLSv1.3')).toBe(200);
  await expect(ask(`${api.url}/healthz`, 'TLSv1.1')).rejects.toThrow();
  await api.close();
});
