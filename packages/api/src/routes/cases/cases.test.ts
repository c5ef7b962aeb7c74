import { publicJwk, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { askWith } from '../../testing/ask-with.ts';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import {
  deedBy,
  founder,
  GENESIS_MS,
  makeCase,
  ORGAN,
  registrar,
  seeded,
  stranger,
  type TestCase,
} from '../../testing/test-chain.ts';

let api: TestApi;
let pending: TestCase;
let granted: TestCase;
beforeAll(async () => {
  api = await startTestApi();
  pending = await makeCase('辛', { manual: true });
  granted = await makeCase('壬');
  for (const { jws, sidecar } of [pending, granted]) await api.node.submit(jws, sidecar);
});
afterAll(() => api.close());

const get = (path: string, token?: string) => askWith(api, path, token);

test('anyone sees where a case stands, and nothing of its file', async () => {
  const { status, body } = await get(`/api/cases/${pending.id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: pending.id, case: { status: 'pending' } });
  expect(Object.keys(body)).toEqual(['id', 'case']);
});

test('its holder sees the trace, what was attested and the envelopes', async () => {
  const { body } = await get(`/api/cases/${granted.id}`, await tokenOf(api.url, granted.holder, true));
  expect(body.file).toMatchObject({
    trace: { decision: 'grant', trace: [{ rule: 'R1' }] },
    attested: [{ issuer: 'public-security', facts: { 'identity-level': 2, 'age-at-least-18': true } }],
    sealed: { operator: expect.stringContaining('.') },
    plain: { employees: 2 },
    erased: false,
    withheld: [],
  });
});

test('a registrar of the organ sees the file too', async () => {
  const { body } = await get(`/api/cases/${pending.id}`, await tokenOf(api.url, registrar));
  expect(body.file).toBeDefined();
});

test.each([
  ['a registrar of the neighbouring organ', () => tokenOf(api.url, stranger)],
  ['the platform’s administrator', () => tokenOf(api.url, founder)],
  ['the holder of another case', async () => tokenOf(api.url, granted.holder, true)],
])('%s sees no more of a case than anyone', async (_who, token) => {
  // What an officer lacks is said of the deed and the organ, which anyone may know.
  const { lacking: _lacking, ...body } = (await get(`/api/cases/${pending.id}`, await token())).body;
  expect(body).toEqual((await get(`/api/cases/${pending.id}`)).body);
});

test('a registrar’s own key, shown as if it were a case key, opens nothing', async () => {
  const { status } = await get('/api/cases?view=open', await tokenOf(api.url, registrar, true));
  expect(status).toBe(403);
});

test('an officer sees the queue of their own organ and never the neighbour’s', async () => {
  const fromHeight = api.node.status().height;
  const own = await get(`/api/cases?view=open&fromHeight=${fromHeight}`, await tokenOf(api.url, registrar));
  expect(own.body).toMatchObject({ total: 1, cases: [{ id: pending.id, tradeName: '城东辛面馆', overdue: false }] });
  const other = await get(`/api/cases?view=open&fromHeight=${fromHeight}`, await tokenOf(api.url, stranger));
  expect(other.body).toMatchObject({ total: 0, cases: [] });
});

test('who has decided a case finds it among their own, and a colleague does not', async () => {
  const colleague = signerFromSecret('ES256', seeded('key colleague'));
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(colleague.publicKey) }));
  const role = { org: ORGAN, kid: colleague.publicKey.kid, role: 'registrar' };
  await accepted(api.node, await deedBy(founder, 'roles.grant', role));
  const { id, jws, sidecar } = await makeCase('癸', { manual: true });
  await accepted(api.node, jws, sidecar);
  await accepted(api.node, await deedBy(registrar, 'cases.decide', { case: id, decision: 'grant' }));
  const decided = `/api/cases?view=decided&fromHeight=${api.node.status().height}`;
  expect((await get(decided, await tokenOf(api.url, registrar))).body).toMatchObject({ total: 1, cases: [{ id }] });
  expect((await get(decided, await tokenOf(api.url, colleague))).body).toMatchObject({ total: 0, cases: [] });
});

test('without a session there is no queue; with a case key or without the role neither', async () => {
  expect((await get('/api/cases?view=open')).status).toBe(401);
  expect((await get('/api/cases?view=open', await tokenOf(api.url, pending.holder, true))).status).toBe(403);
  expect((await get('/api/cases?view=open', await tokenOf(api.url, founder))).status).toBe(403);
});

test('a case’s events stand in order, each with its place in the log', async () => {
  const { body } = await get(`/api/cases/${granted.id}/events?fromHeight=${api.node.status().height}`);
  const events = body.events as { name: string; index: number }[];
  expect(events.map(({ name }) => name)).toEqual(['case.submitted', 'case.granted', 'licence.issued']);
  expect(events[0]?.index).toBe((await api.node.find(granted.id))?.index);
});

test('events say nothing to anyone that the log does not: no body, no envelope, no key', async () => {
  const { body } = await get(`/api/cases/${granted.id}/events`);
  const text = JSON.stringify(body);
  for (const secret of ['面馆', 'aGVhZA', granted.holder.publicKey.kid, 'identity-level'])
    expect(text).not.toContain(secret);
});

test('an unknown case is not found, with and without a session', async () => {
  const path = '/api/cases/AAAAAAAAAAAAAAAAAAAAAA';
  expect(await get(path)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  expect((await get(`${path}/events`)).status).toBe(404);
  expect((await get(path, await tokenOf(api.url, registrar))).status).toBe(404);
});

test('a queue is given in pages, the earliest promise first, and who has waited too long is marked', async () => {
  const token = await tokenOf(api.url, registrar);
  for (const seed of ['一', '二', '三']) {
    api.clock.nowMs += 60_000;
    const { jws, sidecar } = await makeCase(seed, { manual: true });
    await api.node.submit(jws, sidecar);
  }
  const { height } = api.node.status();
  const names: unknown[] = [];
  for (let offset = 0; offset < 4; offset += 2) {
    const { body } = await get(`/api/cases?view=open&limit=2&offset=${offset}&fromHeight=${height}`, token);
    expect(body.total).toBe(4);
    names.push(...(body.cases as { tradeName: string }[]).map(({ tradeName }) => tradeName));
  }
  expect(names).toEqual(['辛', '一', '二', '三'].map((seed) => `城东${seed}面馆`));
  expect((await get('/api/cases?view=open&offset=4', token)).body).toMatchObject({ total: 4, cases: [] });

  // A day later the promise of the first two is broken, as soon as there is a block to say so.
  const [first, second] = [pending.id, (await makeCase('一', { manual: true })).id];
  api.clock.nowMs = GENESIS_MS + 86_400_000 + 60_000;
  const { jws, sidecar } = await makeCase('四', { manual: true, notAfter: api.clock.nowMs + 60_000 });
  const late = await api.node.submit(jws, sidecar);
  const { body } = await get(`/api/cases?view=open&fromHeight=${late.height}`, await tokenOf(api.url, registrar));
  const overdue = (body.cases as { id: string; overdue: boolean }[]).filter((one) => one.overdue).map(({ id }) => id);
  expect(overdue).toEqual([first, second]);
});

test.each(['', '?view=granted', '?view=open&organ=Market', '?view=open&limit=0', '?view=open&offset=100001'])(
  'a queue asked for with %j is refused before anyone is asked who they are',
  async (query) => {
    expect(await get(`/api/cases${query}`)).toMatchObject({ status: 400, body: { code: 'request-malformed' } });
  },
);
