import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JsonObject, parseAttestation, sha256, signerFromSecret, utf8Encode } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { idNumberCheck } from '../register/id-number.ts';
import type { Person } from '../register/person.ts';
import { type RunningDepartment, startDepartment } from '../start-department.ts';

const CHAIN = 'minglu.example/test';
const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const kidOf = (word: string) => signerFromSecret('ES256', sha256(utf8Encode(word))).publicKey.kid;

function person(id: string, kin?: Person['kin'], birthDate = '1990-05-01'): Person {
  const first17 = `110105${birthDate.replaceAll('-', '')}001`;
  const about = { idNumber: first17 + idNumberCheck(first17), birthDate, identityLevel: 2 as const };
  return {
    id,
    name: '甲乙',
    ...about,
    phone: '13800000000',
    duties: [],
    note: '',
    ...(kin === undefined ? {} : { kin }),
  };
}

let directory: string;
let now: number;
let department: RunningDepartment;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'relations-'));
  now = Date.parse('2026-06-01T10:00:00+08:00');
  let counter = 0;
  department = await startDepartment({
    ...{ directory, chain: CHAIN, port: 0, host: '127.0.0.1', portalOrigins: ['http://portal.test'], demo: true },
    organisation: { id: 'public-security', name: '公安局' },
    seed: [
      person('ward', { guardian: ['father'], 'close-relative': ['sister'] }),
      person('father'),
      person('sister'),
      person('child', { guardian: ['father'], 'close-relative': ['sister'] }, '2010-06-01'),
    ],
    clock: () => now,
    randomBytes: (length) => sha256(utf8Encode(`random ${counter++}`)).slice(0, length),
    report: () => undefined,
  });
});
afterEach(async () => {
  await department.close();
  await rm(directory, { recursive: true });
});

async function post(path: string, body: unknown): Promise<JsonObject> {
  const response = await fetch(department.url + path, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as JsonObject;
}

const signIn = async (who: string) => String((await post('/demo/sign-in', { person: who })).token);

async function ticketOf(who: string, agent: string): Promise<string> {
  return String((await post('/relations/ticket', { token: await signIn(who), agent: kidOf(agent) })).ticket);
}

async function attest(ticket: string, more: JsonObject = {}): Promise<JsonObject> {
  const asked = { chain: CHAIN, service: 'shop', case: CASE, holder: kidOf('ward key') };
  const token = await signIn('ward');
  return await post('/relations/attest', { token, ...asked, agent: kidOf('key'), form: 'guardian', ticket, ...more });
}

test('a guardian and a close relative are stated of the key they made, for one deed and one holder, without a name', async () => {
  for (const [who, form, fact] of [
    ['father', 'guardian', 'guardian-is'],
    ['sister', 'close-relative', 'close-relative-is'],
  ] as const) {
    const answer = await attest(await ticketOf(who, 'key'), { form });
    const { statement, statementText } = parseAttestation(answer);
    expect(statement).toMatchObject({
      issuer: 'public-security',
      case: CASE,
      holder: kidOf('ward key'),
      service: 'shop',
    });
    expect(statement.facts).toEqual({ [fact]: kidOf('key'), 'agent-identity-level': 2 });
    for (const secret of ['甲乙', who, '110105']) expect(statementText).not.toContain(secret);
  }
});

test('nobody is related by asking: not a stranger, not in the other form, not the other way round', async () => {
  const unknown = { code: 'relation-unknown' };
  expect(await attest(await ticketOf('sister', 'key'))).toMatchObject(unknown);
  expect(await attest(await ticketOf('father', 'key'), { form: 'close-relative' })).toMatchObject(unknown);
  expect(await attest(await ticketOf('ward', 'key'), { token: await signIn('father') })).toMatchObject(unknown);
  expect(await attest(await ticketOf('father', 'key'), { form: 'handler' })).toMatchObject({
    code: 'request-malformed',
  });
});

test('a ticket is for the key it was written for, once, for a quarter of an hour', async () => {
  const refused = { code: 'ticket-refused' };
  expect(await attest(await ticketOf('father', 'another key'))).toMatchObject(refused);
  expect(await attest('A'.repeat(43))).toMatchObject(refused);
  const ticket = await ticketOf('father', 'key');
  await attest(ticket);
  expect(await attest(ticket)).toMatchObject(refused);
  const late = await ticketOf('father', 'key');
  now += 15 * 60_000;
  expect(await attest(late)).toMatchObject(refused);
});

test('a ticket shown in the wrong form is still good in the right one', async () => {
  const ticket = await ticketOf('father', 'key');
  expect(await attest(ticket, { form: 'close-relative' })).toMatchObject({ code: 'relation-unknown' });
  expect(await attest(ticket)).toHaveProperty('statement');
});

test('both sides sign in, and for this chain', async () => {
  const ticket = await ticketOf('father', 'key');
  const token = 'A'.repeat(43);
  expect(await post('/relations/ticket', { token, agent: kidOf('key') })).toMatchObject({ code: 'session-required' });
  expect(await attest(ticket, { token })).toMatchObject({ code: 'session-required' });
  expect(await attest(ticket, { chain: 'other.example/x' })).toMatchObject({ code: 'other-chain' });
});

test('of a minor it is said until when there is a guardian, and of a relative, who stays one, it is not', async () => {
  const token = await signIn('child');
  const facts = async (who: string, form: string) =>
    parseAttestation(await attest(await ticketOf(who, 'key'), { token, form })).statement.facts;
  const majority = Date.parse('2028-06-01T00:00:00+08:00');
  expect(await facts('father', 'guardian')).toMatchObject({ 'related-until': majority });
  expect(await facts('sister', 'close-relative')).not.toHaveProperty('related-until');
});
