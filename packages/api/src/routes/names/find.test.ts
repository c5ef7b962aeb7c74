import { expect, test } from 'vitest';
import { startTestApi } from '../../testing/start-test-api.ts';

test('a name nobody has is free, and a region that is none is refused with a code', async () => {
  const api = await startTestApi();
  const ask = async (query: string) => await fetch(`${api.url}/api/names?${query}`);
  const free = await ask(`region=110105&name=${encodeURIComponent('清风茶馆')}`);
  expect([free.status, await free.json()]).toEqual([200, { taken: false }]);
  expect((await ask('region=11&name=x')).status).toBe(400);
  await api.close();
});
