import { attestBatch, buildSidecar, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const asker = signerFromSecret('ES256', seeded('key asker'));
const SEALED = 'aGVhZA.a2V5.aXY.Y2lwaGVy.dGFn';
const id = randomId('annulment');

let api: TestApi;
let number: string;
beforeAll(async () => {
  api = await startTestApi();
  for (const version of [2, 3])
    await accepted(await deedBy(founder, 'protocol.raise', { version, height: api.node.status().height + 2 }));
  const made = await makeCase('癸');
  const { outcome } = await api.node.submit(made.jws, made.sidecar);
  number = 'events' in outcome ? String(outcome.events.at(-1)?.[1].number) : '';
  const procedure = {
    kind: 'registration',
    days: 3,
    extensionDays: 3,
    reviewDays: 3,
    closingDays: 10,
    reconsideration: ATTESTER,
  };
  const service = { id: SERVICE, version: 2, organ: ORGAN, contract: '0'.repeat(64), attesters: [ATTESTER] };
  const more = { promiseMs: 86_400_000, licence: { kind: 'individual-business' }, procedure };
  await accepted(await deedBy(founder, 'services.register', { ...service, ...more }));
  await ask();
});
afterAll(() => api.close());

async function accepted(jws: string, sidecar?: string): Promise<void> {
  const { outcome } = await api.node.submit(jws, sidecar);
  if ('refused' in outcome) throw new Error(outcome.refused);
}

async function ask(): Promise<void> {
  const statement = {
    ...{ chain: CHAIN, issuer: ATTESTER, case: id, holder: asker.publicKey.kid, service: SERVICE },
    ...{ facts: { 'identity-level': 2 }, issuedAt: GENESIS_MS, expiresAt: GENESIS_MS + 86_400_000 },
    nonce: randomId('nonce asker'),
  };
  const attestations = await attestBatch([statement], attester);
  const sidecar = buildSidecar({ salt: randomId('salt'), attestations, sealed: { statement: SEALED }, plain: {} });
  const body = { number, ground: 'identity-used' };
  await accepted(await deedBy(asker, 'annulments.ask', body, { id, sidecar, embedKey: true }), sidecar);
}

const get = async (path: string, token?: string) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${api.url}${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

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

test('an officer lists those of the own organ, a neighbour none, and anyone only what was announced', async () => {
  const height = api.node.status().height;
  const listed = async (token?: string, query = '') =>
    (await get(`/api/annulments?fromHeight=${height}${query}`, token)).body.annulments;
  expect(await listed(await tokenOf(api.url, registrar))).toMatchObject([{ id, licence: number, status: 'asked' }]);
  expect(await listed(await tokenOf(api.url, stranger))).toEqual([]);
  expect((await get('/api/annulments')).status).toBe(403);
  expect(await listed(undefined, `&licence=${number}`)).toEqual([]);
  await accepted(await deedBy(registrar, 'annulments.take-up', { annulment: id }));
  await accepted(await deedBy(registrar, 'annulments.announce', { annulment: id, reason: 'unreachable' }));
  const { body } = await get(`/api/annulments?licence=${number}&fromHeight=${api.node.status().height}`);
  expect(body.annulments).toMatchObject([{ id, status: 'investigated', announced: true }]);
});
