import { MAX_OBJECT_BYTES, type Signer } from '@minglu/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accepted } from '../testing/accepted.ts';
import { DAY, type DoorWorld, EAST_DISTRICT, foundDoorWorld } from '../testing/matrix/door-world.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { deedBy, founder, key, ORGAN, randomId } from '../testing/test-chain.ts';

const HOUR_MS = 3_600_000;
const registrar = key(`${ORGAN} registrar`);
const head = key(`${ORGAN} head`);
const asker = key('asker');

let api: TestApp;
let world: DoorWorld;
let token: string;
beforeAll(async () => {
  api = await openTestApp(4);
  world = await foundDoorWorld(api);
}, 60_000);
afterAll(() => api?.close());
beforeEach(() => {
  token = tokenOf(registrar);
});
afterEach(async () => {
  const { kid } = registrar.publicKey;
  const isActive = api.node.read(`key/${kid}`).value?.includes('"active"') === true;
  if (isActive && api.node.read(`role/${ORGAN}/${kid}/registrar`).value === undefined)
    await act(founder, 'roles.grant', { org: ORGAN, kid, role: 'registrar' });
});

const tokenOf = ({ publicKey: { kid } }: Signer): string =>
  api.context.sessions.open({ method: 'key', assurance: 3, keys: [{ kid, caseKey: false }] }, api.clock.nowMs).token;

const get = async (url: string, by = token) => {
  const answer = await api.app.inject({ url, headers: { authorization: `Bearer ${by}` } });
  return { status: answer.statusCode, body: answer.json() as { file?: object; code?: string } };
};

let deeds = 0;
const act = async (by: Signer, deed: string, body: object): Promise<void> => {
  deeds += 1;
  const letter = { id: randomId(`${deed} ${deeds}`), notAfter: api.clock.nowMs + HOUR_MS / 2 };
  await accepted(api.node, await deedBy(by, deed, body as never, letter));
};

const takeRole = () => act(founder, 'roles.revoke', { org: ORGAN, kid: registrar.publicKey.kid, role: 'registrar' });

const send = async (transaction: string) => {
  const payload = { transaction };
  const answer = await api.app.inject({ method: 'POST', url: '/api/transactions', payload });
  return (answer.json() as { outcome: { refused?: string } }).outcome;
};

describe('a right that is taken away', () => {
  test('while a form is filled in is gone when the form is sent', async () => {
    const id = world.cases[0]?.id ?? '';
    expect((await get(`/api/cases/${id}`)).body.file).toBeDefined();
    const signed = await deedBy(registrar, 'cases.claim', { case: id }, { notAfter: api.clock.nowMs + HOUR_MS / 2 });
    await takeRole();
    expect(await send(signed)).toMatchObject({ refused: 'access-denied' });
  });

  test('while something is uploaded leaves bytes that no deed of theirs can name any more', async () => {
    const payload = Buffer.alloc(Math.min(MAX_OBJECT_BYTES, 2_000_000), 7);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
    const uploading = api.app.inject({ method: 'POST', url: '/api/vault', payload, headers });
    await takeRole();
    const { digest } = (await uploading).json() as { digest: string };
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const id = world.cases[0]?.id ?? '';
    const signed = await deedBy(registrar, 'cases.release', { case: id }, { notAfter: api.clock.nowMs + HOUR_MS / 2 });
    expect(await send(signed)).toMatchObject({ refused: 'access-denied' });
    expect((await get(`/api/vault/${digest}?case=${id}`)).status).toBe(403);
  });

  test('between two pieces of a file closes the second', async () => {
    const id = world.cases[0]?.id ?? '';
    const piece = () => get(`/api/cases/${id}/papers/${id}`);
    expect((await piece()).status).toBe(200);
    await takeRole();
    expect((await piece()).status).toBe(404);
    expect((await get('/api/cases?view=open')).status).toBe(403);
  });

  test('with an emergency that need not have been ends the reading', async () => {
    const kid = key('other-bureau head').publicKey.kid;
    const id = world.cases[0]?.id ?? '';
    const by = tokenOf(key('other-bureau head'));
    expect((await get(`/api/cases/${id}`, by)).body.file).toBeDefined();
    await act(head, 'access.judge-emergency', { kid, case: id, outcome: 'unjustified' });
    expect((await get(`/api/cases/${id}`, by)).body.file).toBeUndefined();
  });

  test('by a rule of two people counts from their second signature on', async () => {
    const security = key('platform security-administrator');
    const rule = { effect: 'deny', deeds: ['cases.read'], regions: [EAST_DISTRICT] };
    const proposal = randomId('rule midway');
    const letter = { id: proposal, notAfter: api.clock.nowMs + HOUR_MS / 2 };
    await accepted(api.node, await deedBy(security, 'access.propose-rule', { org: ORGAN, rule }, letter));
    const path = `/api/cases/${world.cases[0]?.id}`;
    expect((await get(path)).body.file).toBeDefined();
    await act(key('second security'), 'access.confirm', { proposal });
    expect((await get(path)).body.file).toBeUndefined();
  });

  test('by its own end is gone at that instant, whatever was opened before', async () => {
    const path = `/api/cases/${world.cases[0]?.id}`;
    const by = tokenOf(asker);
    expect((await get(path, by)).body.file).toBeDefined();
    api.clock.nowMs = DAY + 17 * HOUR_MS;
    expect((await get(path, tokenOf(asker))).body.file).toBeUndefined();
  });

  test('with the key closes every door with the next question', async () => {
    await act(founder, 'keys.revoke', { kid: registrar.publicKey.kid });
    expect((await get('/api/cases?view=open')).status).toBe(401);
  });
});
