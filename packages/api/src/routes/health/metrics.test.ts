import { afterEach, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';

let api: TestApi | undefined;
afterEach(async () => {
  await api?.close();
});

const ask = async (authorization?: string): Promise<number> => {
  const headers = authorization === undefined ? {} : { authorization };
  return (await fetch(`${api?.url}/metrics`, { headers })).status;
};

test('figures are for whoever brings the operator’s token, and for nobody else', async () => {
  api = await startTestApi({ metrics: { token: 'figures-of-this-node' } });
  expect(await ask('Bearer figures-of-this-node')).toBe(200);
  for (const other of [
    undefined,
    '',
    'Bearer',
    'Bearer figures',
    'figures-of-this-node',
    'Bearer figures-of-this-nodes',
  ])
    expect(await ask(other)).toBe(401);
});

test('figures that are off are nowhere', async () => {
  api = await startTestApi({ metrics: 'off' });
  expect(await ask()).toBe(404);
});
