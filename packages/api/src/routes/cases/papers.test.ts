import { publicJwk, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accepted, issued } from '../../testing/accepted.ts';
import { askWith } from '../../testing/ask-with.ts';
import { replaceMethods } from '../../testing/replace-methods.ts';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import {
  attester,
  deedBy,
  founder,
  makeCase,
  ORGAN,
  randomId,
  registrar,
  seeded,
  stranger,
  type TestCase,
} from '../../testing/test-chain.ts';

/** The organ's own process, which writes its documents. */
const clerk = signerFromSecret('ES256', seeded('key clerk'));
const NOT_THEIRS = { status: 404, body: { code: 'case-not-found' } };

let api: TestApi;
let one: TestCase;
let other: TestCase;
let number: string;
/** Whoever the business was handed over to, with an application of their own. */
let successor: TestCase;
let closing: string;
/** What the node says besides of the licence, and of the successor's case, once the business was handed over. */
let licenceSays: object;
let caseSays: object;
beforeEach(() => {
  licenceSays = {};
  caseSays = {};
});

beforeAll(async () => {
  api = await startTestApi({}, (node) =>
    replaceMethods(node, {
      read: (key) => {
        const read = node.read(key);
        const more = { [`licence/${number}`]: licenceSays, [`case/${successor?.id}`]: caseSays }[key];
        if (more === undefined || read.value === undefined) return read;
        return { ...read, value: JSON.stringify({ ...JSON.parse(read.value), ...more }) };
      },
    }),
  );
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(clerk.publicKey) }));
  await accepted(
    api.node,
    await deedBy(founder, 'roles.grant', { org: ORGAN, kid: clerk.publicKey.kid, role: 'attester' }),
  );
  one = await makeCase('甲');
  other = await makeCase('乙');
  number = await issued(api.node, one);
  successor = await makeCase('丙', { manual: true });
  for (const { jws, sidecar } of [other, successor]) await accepted(api.node, jws, sidecar);
  closing = (await accepted(api.node, await deedBy(registrar, 'licences.close', { number, reason: 'HOLDER' }))).id;
});
afterAll(() => api.close());

const ask = (id: string, transaction: string, token?: string) =>
  askWith(api, `/api/cases/${id}/papers/${transaction}`, token);

test.each([
  ['its holder', () => tokenOf(api.url, one.holder, true)],
  ['a registrar of its organ', () => tokenOf(api.url, registrar)],
  ['the process of its organ', () => tokenOf(api.url, clerk)],
])('%s gets the private part of an application to the byte', async (_who, token) => {
  expect(await ask(one.id, one.id, await token())).toEqual({ status: 200, body: { sidecar: one.sidecar } });
});

test.each([
  ['a registrar of the neighbouring organ', () => tokenOf(api.url, stranger)],
  ['the process of another department', () => tokenOf(api.url, attester)],
  ['the platform’s administrator', () => tokenOf(api.url, founder)],
  ['the holder of another case', () => tokenOf(api.url, other.holder, true)],
  ['a registrar’s own key, shown as if it were a case key', () => tokenOf(api.url, registrar, true)],
])('to %s the case is as unknown as one that is none, whatever is asked of it', async (_who, token) => {
  const theirs = await token();
  const unknown = await ask(randomId('nobody’s'), one.id, theirs);
  expect(unknown).toMatchObject(NOT_THEIRS);
  for (const transaction of [one.id, other.id, closing, randomId('nobody’s')])
    expect(await ask(one.id, transaction, theirs)).toEqual(unknown);
});

test('an unknown case is not found by its organ either, and without a session nobody is answered', async () => {
  expect(await ask(randomId('nobody’s'), one.id, await tokenOf(api.url, registrar))).toMatchObject(NOT_THEIRS);
  for (const id of [one.id, randomId('nobody’s')])
    expect(await ask(id, one.id)).toMatchObject({ status: 401, body: { code: 'session-required' } });
});

test('a case opens its own transactions, and neither another’s nor one that is none', async () => {
  const token = await tokenOf(api.url, registrar);
  for (const transaction of [other.id, randomId('nobody’s')])
    expect(await ask(one.id, transaction, token)).toMatchObject({
      status: 404,
      body: { code: 'transaction-not-found' },
    });
  const holders = await tokenOf(api.url, other.holder, true);
  expect((await ask(other.id, one.id, holders)).status).toBe(404);
});

test('what was done to the licence of a case belongs to it, and says null where nothing was private', async () => {
  const token = await tokenOf(api.url, registrar);
  expect(await ask(one.id, closing, token)).toEqual({ status: 200, body: { sidecar: null } });
  expect((await ask(other.id, closing, token)).status).toBe(404);
});

test('who handed the business over reads the own application, and nothing of what is done to the licence after', async () => {
  const token = await tokenOf(api.url, one.holder, true);
  expect((await ask(one.id, closing, token)).status).toBe(200);
  licenceSays = { holder: successor.holder.publicKey.kid };
  expect(await ask(one.id, closing, token)).toMatchObject({ status: 404, body: { code: 'transaction-not-found' } });
  expect((await ask(one.id, one.id, token)).status).toBe(200);
  expect((await ask(one.id, closing, await tokenOf(api.url, clerk))).status).toBe(200);
});

test('who took it over reads what is done to the licence since, and not the application of who left', async () => {
  licenceSays = { holder: successor.holder.publicKey.kid };
  caseSays = { licence: number };
  const token = await tokenOf(api.url, successor.holder, true);
  expect((await ask(successor.id, closing, token)).status).toBe(200);
  expect(await ask(successor.id, one.id, token)).toMatchObject({
    status: 404,
    body: { code: 'transaction-not-found' },
  });
  expect((await ask(successor.id, successor.id, token)).status).toBe(200);
});
