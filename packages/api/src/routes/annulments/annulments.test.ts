import { attestBatch, buildSidecar, publicJwk, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, issued } from '../../testing/accepted.ts';
import { askWith } from '../../testing/ask-with.ts';
import { beginProcedure } from '../../testing/begin-procedure.ts';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import {
  ATTESTER,
  attester,
  CHAIN,
  deedBy,
  founder,
  GENESIS_MS,
  makeCase,
  ORGAN,
  randomId,
  registrar,
  SERVICE,
  seeded,
  stranger,
} from '../../testing/test-chain.ts';

const holder = signerFromSecret('ES256', seeded('key nobody'));
const asker = signerFromSecret('ES256', seeded('key asker'));
const SEALED = 'aGVhZA.a2V5.aXY.Y2lwaGVy.dGFn';
const id = randomId('annulment');

let api: TestApi;
let number: string;
let other: string;
let sidecar: string;
beforeAll(async () => {
  api = await startTestApi();
  await beginProcedure(api.node);
  number = await issued(api.node, await makeCase('癸'));
  other = await issued(api.node, await makeCase('壬'));
  await ask();
});
afterAll(() => api.close());

async function ask(): Promise<void> {
  const statement = {
    ...{ chain: CHAIN, issuer: ATTESTER, case: id, holder: asker.publicKey.kid, service: SERVICE },
    ...{ facts: { 'identity-level': 2 }, issuedAt: GENESIS_MS, expiresAt: GENESIS_MS + 86_400_000 },
    nonce: randomId('nonce asker'),
  };
  const attestations = await attestBatch([statement], attester);
  sidecar = buildSidecar({ salt: randomId('salt'), attestations, sealed: { statement: SEALED }, plain: {} });
  const body = { number, ground: 'identity-used' };
  await accepted(api.node, await deedBy(asker, 'annulments.ask', body, { id, sidecar, embedKey: true }), sidecar);
}

const get = (path: string, token?: string) => askWith(api, path, token);

test('anyone sees where an annulment stands, and nothing of what was told', async () => {
  const { body } = await get(`/api/annulments/${id}`);
  expect(body).toMatchObject({
    id,
    annulment: { status: 'asked', licence: number },
    events: [{ name: 'annulment.asked' }],
  });
  expect(body).not.toHaveProperty('sealed');
  expect((await get(`/api/annulments/${randomId('none')}`)).body).toMatchObject({ code: 'annulment-not-found' });
});

test('whoever asked and a registrar of the organ get the envelopes; a neighbour gets what anyone gets', async () => {
  const stranger_ = await tokenOf(api.url, stranger);
  expect((await get(`/api/annulments/${id}`, await tokenOf(api.url, asker, true))).body.sealed).toEqual({
    statement: SEALED,
  });
  expect((await get(`/api/annulments/${id}`, await tokenOf(api.url, registrar))).body.sealed).toEqual({
    statement: SEALED,
  });
  expect((await get(`/api/annulments/${id}`, stranger_)).body).toEqual((await get(`/api/annulments/${id}`)).body);
});

test('what was told is handed out as it was signed to whoever told it and to the organ, and to nobody else', async () => {
  const path = `/api/cases/${id}/papers/${id}`;
  const told = { status: 200, body: { sidecar } };
  expect(await get(path, await tokenOf(api.url, asker, true))).toEqual(told);
  expect(await get(path, await tokenOf(api.url, registrar))).toEqual(told);
  for (const token of [await tokenOf(api.url, stranger), await tokenOf(api.url, holder, true)])
    expect(await get(path, token)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  // The licence it is about belongs to somebody else, who must not read who complained.
  const { holder: accused, id: their } = await makeCase('癸');
  expect(await get(`/api/cases/${their}/papers/${id}`, await tokenOf(api.url, accused, true))).toMatchObject({
    status: 404,
    body: { code: 'transaction-not-found' },
  });
});

test('a key of the organ without the duty lists no annulment', async () => {
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(holder.publicKey) }));
  const refused = { status: 403, body: { code: 'access-denied' } };
  expect(await get('/api/annulments', await tokenOf(api.url, holder))).toMatchObject(refused);
  expect(await get('/api/annulments', await tokenOf(api.url, asker, true))).toMatchObject(refused);
});

test('an officer lists those of the own organ, a neighbour none, and anyone only what was announced', async () => {
  const height = api.node.status().height;
  const listed = async (token?: string, query = '') =>
    (await get(`/api/annulments?fromHeight=${height}${query}`, token)).body.annulments;
  expect(await listed(await tokenOf(api.url, registrar))).toMatchObject([{ id, licence: number, status: 'asked' }]);
  expect(await listed(await tokenOf(api.url, stranger))).toEqual([]);
  expect((await get('/api/annulments')).status).toBe(403);
  expect(await listed(undefined, `&licence=${number}`)).toEqual([]);
  await accepted(api.node, await deedBy(registrar, 'annulments.take-up', { annulment: id }));
  await accepted(api.node, await deedBy(registrar, 'annulments.announce', { annulment: id, reason: 'unreachable' }));
  const { body } = await get(`/api/annulments?licence=${number}&fromHeight=${api.node.status().height}`);
  expect(body.annulments).toMatchObject([{ id, status: 'investigated', announced: true }]);
  const about = `licence=${other}&fromHeight=${api.node.status().height}`;
  for (const token of [undefined, await tokenOf(api.url, registrar)])
    expect((await get(`/api/annulments?${about}`, token)).body.annulments).toEqual([]);
});
