import { type Signer, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { askWith } from '../../testing/ask-with.ts';
import { beginProcedure } from '../../testing/begin-procedure.ts';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import {
  deedBy,
  founder,
  makeCase,
  randomId,
  registrar,
  SERVICE,
  seeded,
  stranger,
  type TestCase,
} from '../../testing/test-chain.ts';

const DAY_MS = 86_400_000;
const agent = signerFromSecret('ES256', seeded('key agent'));
const other = signerFromSecret('ES256', seeded('key other agent'));

let api: TestApi;
let one: TestCase;
let neighbour: TestCase;
beforeAll(async () => {
  api = await startTestApi();
  await beginProcedure(api.node);
  await accepted(
    api.node,
    await deedBy(founder, 'protocol.raise', { version: 4, height: api.node.status().height + 2 }),
  );
  one = await makeCase('甲', { manual: true });
  neighbour = await makeCase('乙', { manual: true });
  for (const { jws, sidecar } of [one, neighbour]) await accepted(api.node, jws, sidecar);
}, 30_000);
afterAll(() => api.close());

let serial = 0;
async function send(by: Signer, deed: string, body: Parameters<typeof deedBy>[2]): Promise<string> {
  serial += 1;
  const id = randomId(`mandate ${serial}`);
  await accepted(api.node, await deedBy(by, deed, body, { id, embedKey: true }));
  return id;
}

const appoint = (more: object = {}) =>
  send(one.holder, 'mandates.appoint', {
    ...{ case: one.id, agent: agent.publicKey.kid, form: 'handler', deeds: ['cases.read'], services: [SERVICE] },
    until: api.clock.nowMs + DAY_MS,
    ...more,
  });
const withdraw = (by: Signer) =>
  send(by, 'mandates.withdraw', { principal: one.holder.publicKey.kid, agent: agent.publicKey.kid });

async function mandates(by: Signer) {
  const token = await tokenOf(api.url, by, true);
  const { body } = await askWith(api, `/api/mandates?fromHeight=${api.node.status().height}`, token);
  return body.mandates as { inForce: boolean; acts: object[]; ended?: object; transaction: string }[];
}

test('both sides read a mandate with what it is for; a key that is in none reads none', async () => {
  const transaction = await appoint();
  const expected = {
    ...{ principal: one.holder.publicKey.kid, agent: agent.publicKey.kid, case: one.id, form: 'handler' },
    ...{ deeds: ['cases.read'], services: [SERVICE], inForce: true, acts: [], transaction },
  };
  expect(await mandates(one.holder)).toEqual([expect.objectContaining(expected)]);
  expect(await mandates(agent)).toEqual(await mandates(one.holder));
  for (const stranger of [other, neighbour.holder]) expect(await mandates(stranger)).toEqual([]);
});

test('whoever may read in the holder’s place reads the file and its papers, of this case alone, until it is withdrawn', async () => {
  const token = await tokenOf(api.url, agent, true);
  const file = async (id: string) => (await askWith(api, `/api/cases/${id}`, token)).body.file;
  const papers = (id: string) => askWith(api, `/api/cases/${id}/papers/${id}`, token);
  expect(await file(one.id)).toMatchObject({ plain: { employees: 2 } });
  expect((await papers(one.id)).body).toEqual({ sidecar: one.sidecar });
  expect(await file(neighbour.id)).toBeUndefined();
  expect((await papers(neighbour.id)).status).toBe(404);
  await withdraw(one.holder);
  expect(await file(one.id)).toBeUndefined();
  expect((await papers(one.id)).status).toBe(404);
});

test('a mandate for another service reads nothing of this one', async () => {
  await appoint({ services: ['another-service'] });
  const token = await tokenOf(api.url, agent, true);
  expect((await askWith(api, `/api/cases/${one.id}`, token)).body.file).toBeUndefined();
  await withdraw(agent);
});

test('each act stands beside the mandate it was done by, and so does how it ended', async () => {
  const given = await appoint({ deeds: ['cases.withdraw'] });
  const act = await send(agent, 'cases.withdraw', { case: one.id });
  await withdraw(agent);
  const listed = await mandates(one.holder);
  expect(listed).toHaveLength(3);
  expect(listed[0]).toMatchObject({
    transaction: given,
    inForce: false,
    ended: { how: 'withdrawn', by: agent.publicKey.kid },
  });
  expect(listed[0]?.acts).toMatchObject([{ deed: 'cases.withdraw', transaction: act }]);
});

test('an officer of the organ reads those of a case’s holder; a neighbour, an agent and a stranger are told of no case', async () => {
  const ask = async (by: Signer, isCaseKey: boolean, id = one.id) =>
    await askWith(api, `/api/mandates?case=${id}`, await tokenOf(api.url, by, isCaseKey));
  const answer = await ask(registrar, false);
  expect((answer.body.mandates as { form: string }[]).map(({ form }) => form)).toEqual([
    'handler',
    'handler',
    'handler',
  ]);
  await appoint();
  for (const by of [agent, other]) expect((await ask(by, true)).status).toBe(404);
  expect((await ask(stranger, false)).status).toBe(404);
  expect((await ask(registrar, false, randomId('no case'))).status).toBe(404);
});

test('an officer’s key has no mandates of its own, and without a session nobody is answered', async () => {
  expect((await askWith(api, '/api/mandates', await tokenOf(api.url, registrar))).status).toBe(403);
  expect((await askWith(api, '/api/mandates')).status).toBe(401);
});
