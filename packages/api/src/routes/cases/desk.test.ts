import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { makeCase, registrar, stranger } from '../../testing/test-chain.ts';

const CASES = 103;

let api: TestApi;
let height: number;
beforeAll(async () => {
  api = await startTestApi();
  for (let at = 0; at < CASES; at += 1) {
    const { jws, sidecar } = await makeCase(`桌${at}`, { manual: true });
    await api.node.submit(jws, sidecar);
  }
  height = api.node.status().height;
}, 60_000);
afterAll(() => api.close());

interface Answer {
  readonly cases: { readonly id: string; readonly tradeName: string; readonly lamp: string }[];
  readonly total: number;
  readonly lamps: Record<string, number>;
  readonly regions: string[];
  readonly desks: Record<string, number>;
}

async function desk(query: string, token: string): Promise<Answer> {
  const answer = await fetch(`${api.url}/api/cases?fromHeight=${height}&${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

test('the count does not stop at the page’s size, and every case is on some page', async () => {
  const token = await tokenOf(api.url, registrar);
  const seen = new Set<string>();
  for (let offset = 0; offset < CASES; offset += 50) {
    const page = await desk(`view=open&limit=50&offset=${offset}`, token);
    expect(page.total).toBe(CASES);
    for (const { id } of page.cases) seen.add(id);
  }
  expect(seen.size).toBe(CASES);
});

test('each desk’s count is what its own view counts, whichever view and filter is asked for', async () => {
  const token = await tokenOf(api.url, registrar);
  const { desks } = await desk('view=mine&text=桌10', token);
  expect(desks).toEqual({ mine: 0, open: CASES, reviews: 0 });
  expect((await desk('view=open', await tokenOf(api.url, stranger))).desks).toEqual({ mine: 0, open: 0, reviews: 0 });
});

test('a lamp’s count is the number of cases that its filter gives, and all lamps together are all cases', async () => {
  const token = await tokenOf(api.url, registrar);
  const { lamps, total } = await desk('view=open', token);
  expect(Object.values(lamps).reduce((sum, count) => sum + count, 0)).toBe(total);
  for (const [lamp, count] of Object.entries(lamps)) {
    const filtered = await desk(`view=open&lamp=${lamp}&limit=100`, token);
    expect(filtered.total).toBe(count);
    expect(filtered.cases.every((one) => one.lamp === lamp)).toBe(true);
  }
});

test('the neighbouring organ’s officer sees none of it: no case, no count, no region, by no filter', async () => {
  const token = await tokenOf(api.url, stranger);
  for (const query of [
    'view=open',
    'view=mine',
    'view=reviews',
    'view=decided',
    'view=open&lamp=red',
    'view=open&text=桌',
  ])
    expect(await desk(query, token)).toMatchObject({ cases: [], total: 0, regions: [], lamps: { red: 0, yellow: 0 } });
});

test('a part of a name, a region and nobody’s own desk narrow it down', async () => {
  const token = await tokenOf(api.url, registrar);
  expect((await desk('view=open&text=桌10', token)).total).toBe(4);
  const { regions } = await desk('view=open', token);
  expect((await desk(`view=open&region=${regions[0]}`, token)).total).toBe(CASES);
  expect((await desk('view=open&region=65', token)).total).toBe(0);
  expect((await desk('view=mine', token)).total).toBe(0);
});
