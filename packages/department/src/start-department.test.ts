import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@minglu/protocol';
import {
  checkSignaturePure,
  formatVkey,
  parseAttestation,
  parsePublicJwk,
  sha256,
  signerFromSecret,
  utf8Encode,
  vkeyOf,
} from '@minglu/protocol';
import { markOfficeWords, seal, signCaseProof } from '@minglu/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { idNumberCheck } from './register/id-number.ts';
import type { Person } from './register/person.ts';
import type { DepartmentOptions, RunningDepartment } from './start-department.ts';
import { startDepartment } from './start-department.ts';

const CHAIN = 'minglu.example/test';
const ORIGIN = 'http://portal.test';
const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const LOG_KEY = formatVkey(vkeyOf(CHAIN, 'log', signerFromSecret('Ed25519', new Uint8Array(32).fill(1)).publicKey));

let directory: string;
let now: number;
let department: RunningDepartment;
let lines: JsonObject[];

function person(id: string, birthDate: string, level: 1 | 2, duties: string[] = []): Person {
  const first17 = `110105${birthDate.replaceAll('-', '')}001`;
  const idNumber = first17 + idNumberCheck(first17);
  return { id, name: '甲乙', idNumber, birthDate, identityLevel: level, phone: '13800000000', duties, note: '演示' };
}

const SEED = [
  person('wang', '1990-05-01', 2),
  person('sun', '2009-03-15', 2),
  person('li', '1985-01-01', 2, ['registrar']),
];

async function start(demo = true, more: Partial<DepartmentOptions> = {}): Promise<RunningDepartment> {
  let counter = 0;
  return await startDepartment({
    directory,
    organisation: { id: 'public-security', name: '公安局' },
    chain: CHAIN,
    port: 0,
    host: '127.0.0.1',
    portalOrigins: [ORIGIN],
    demo,
    seed: SEED,
    clock: () => now,
    randomBytes: (length) => sha256(utf8Encode(`random ${counter++}`)).slice(0, length),
    report: (line) => lines.push(line),
    ...more,
  });
}

async function post(path: string, body: unknown): Promise<{ status: number; json: Record<string, unknown> }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(department.url + path, { method: 'POST', body: text });
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

async function signIn(who: string): Promise<string> {
  return (await post('/demo/sign-in', { person: who })).json.token as string;
}

function holder(): string {
  return signerFromSecret('ES256', sha256(utf8Encode('case key'))).publicKey.kid;
}

async function attest(token: string, more: JsonObject = {}) {
  return await post('/attest', {
    token,
    chain: CHAIN,
    service: 'individual-business',
    case: CASE,
    holder: holder(),
    ...more,
  });
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'department-'));
  now = Date.parse('2026-06-01T10:00:00+08:00');
  lines = [];
  department = await start();
});

afterEach(async () => {
  await department.close();
  await rm(directory, { recursive: true });
});

test('what is attested comes from the register and the day, and is signed by the registered key', async () => {
  const { status, json } = await attest(await signIn('wang'));
  expect(status).toBe(200);
  const attestation = parseAttestation(json as JsonObject);
  expect(attestation.statement).toMatchObject({
    issuer: 'public-security',
    case: CASE,
    holder: holder(),
    facts: { 'identity-level': 2, 'age-at-least-18': true, 'mainland-resident': true },
    issuedAt: now,
  });
  const key = parsePublicJwk(department.attesterJwk);
  expect(attestation.batchKid).toBe(key.kid);
  expect(checkSignaturePure(key, attestation.batchSigningInput, attestation.batchSignature)).toBe(true);
  expect(json.statement).not.toContain('甲乙');
});

test('someone under age is of age from midnight of the birthday', async () => {
  const token = await signIn('sun');
  now = Date.parse('2027-03-14T23:59:59+08:00');
  const facts = async () => parseAttestation((await attest(await signIn('sun'))).json as JsonObject).statement.facts;
  expect(await facts()).toMatchObject({ 'age-at-least-18': false });
  now += 1_000;
  expect(await facts()).toMatchObject({ 'age-at-least-18': true });
  expect((await attest(token)).status).toBe(401);
});

test('statements that arrive together share one signature and differ in their place', async () => {
  const token = await signIn('wang');
  const answers = await Promise.all(Array.from({ length: 20 }, () => attest(token)));
  const attestations = answers.map(({ json }) => parseAttestation(json as JsonObject));
  expect(new Set(attestations.map(({ batch }) => batch)).size).toBeLessThan(20);
  expect(new Set(attestations.map(({ statementText }) => statementText)).size).toBe(20);
});

test('nothing is opened without the leave of the platform; a citizen is not even asked for one', async () => {
  const asked = { opening: CASE, case: CASE, field: 'operator', purpose: 'review' };
  const token = await signIn('li');
  expect(await post('/open', { token, ...asked })).toMatchObject({ status: 403, json: { code: 'opening-refused' } });
  expect((await post('/open', { token: await signIn('wang'), ...asked })).json.code).toBe('officer-required');
  // An envelope that somebody brings along is not looked at.
  const sealed = await seal('理由', department.sealingJwk);
  expect((await post('/open', { token, sealed })).json.code).toBe('request-malformed');
  expect((await post('/open', { token, sealed, ...asked })).json.code).toBe('opening-refused');
});

test.each(['/office-words', '/findings/words'])(
  '%s opens nothing for whom the chain gives no right, whatever the register says',
  async (path) => {
    const sealed = await seal(markOfficeWords('联合检查'), department.sealingJwk);
    expect((await post(path, { token: await signIn('li'), sealed })).json.code).toBe('access-denied');
    expect((await post(path, { token: await signIn('wang'), sealed })).json.code).toBe('officer-required');
  },
);

test('an officer key is handed out in a demonstration only, and only to that officer', async () => {
  const answer = await post('/demo/officer-key', { token: await signIn('li') });
  expect(answer.json.jwk).toMatchObject({ kty: 'EC', crv: 'P-256', d: expect.any(String) });
  expect((await post('/demo/officer-key', { token: await signIn('wang') })).status).toBe(403);
  await department.close();
  department = await start(false);
  expect((await post('/demo/sign-in', { person: 'li' })).json.code).toBe('demo-only');
  expect((await post('/demo/officer-key', { token: 'A'.repeat(43) })).json.code).toBe('demo-only');
  expect(await (await fetch(`${department.url}/about`)).json()).toMatchObject({ demo: false, officers: [] });
});

test('keys and register survive a restart', async () => {
  const { attesterJwk, sealingJwk } = department;
  await department.close();
  department = await start();
  expect(department).toMatchObject({ attesterJwk, sealingJwk });
});

test('every piece of bad input gets a coded refusal below 500, and nothing personal is written down', async () => {
  const token = await signIn('wang');
  const bodies: unknown[] = [
    '',
    'null',
    '[]',
    '{',
    '{"token":"a","token":"b"}',
    '{"token":1}',
    `{"token": "${token}"}`,
    '\ud800',
    { token: '甲乙' },
    { token },
    { token, chain: 'other.example/x', service: 's', case: CASE, holder: holder() },
    { token, chain: CHAIN, service: '../x', case: CASE, holder: holder() },
    { person: '__proto__' },
    { token, chain: CHAIN, service: 's', case: 'short', holder: holder() },
    { token, sealed: 'a.b.c.d.e' },
    { person: 5 },
    { token, delayMs: -1 },
    { delayMs: 1e9 },
    `{"x":"${'y'.repeat(80_000)}"}`,
  ];
  const paths = [
    '/attest',
    '/open',
    '/demo/sign-in',
    '/demo/officer-key',
    '/demo/delay',
    '/contact',
    '/messages',
    '/officer/messages',
    '/masked',
    '/office-words',
    '/words',
    '/corrections/ask',
    '/officer/corrections/answer',
    '/about',
    '/甲乙',
    '/%00',
  ];
  for (const path of paths) {
    for (const body of bodies) {
      const { status, json } = await post(path, body);
      expect(status, `${path} ${JSON.stringify(body).slice(0, 80)}`).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(json.code).toMatch(/^[a-z-]+$/);
    }
  }
  const written = JSON.stringify(lines);
  for (const secret of ['甲乙', token, '13800000000', SEED[0]!.idNumber]) expect(written).not.toContain(secret);
});

test('only pages of the portal may call it', async () => {
  const ask = async (origin: string) =>
    (await fetch(`${department.url}/about`, { headers: { origin } })).headers.get('access-control-allow-origin');
  expect(await ask(ORIGIN)).toBe(ORIGIN);
  expect(await ask('http://elsewhere.test')).toBeNull();
  const preflight = await fetch(`${department.url}/attest`, { method: 'OPTIONS', headers: { origin: ORIGIN } });
  expect(preflight.status).toBe(204);
});

test('the delay switch slows attestations and nothing else', async () => {
  const token = await signIn('wang');
  await post('/demo/delay', { delayMs: 150 });
  const from = performance.now();
  await fetch(`${department.url}/about`);
  expect(performance.now() - from).toBeLessThan(140);
  await attest(token);
  expect(performance.now() - from).toBeGreaterThan(145);
});

test('secrets lie in the department folder readable by its user alone', async () => {
  const { mode } = await (await import('node:fs/promises')).stat(join(directory, 'keys.json'));
  expect(mode & 0o077).toBe(0);
  expect(JSON.parse(await readFile(join(directory, 'keys.json'), 'utf8'))).toHaveProperty('attester');
});

test('a session that is prolonged in time lasts, and one that has ended is not woken', async () => {
  const token = await signIn('wang');
  now += 7 * 3_600_000;
  expect((await post('/session/extend', { token })).json).toEqual({ expiresAt: now + 8 * 3_600_000 });
  now += 7 * 3_600_000;
  expect((await attest(token)).status).toBe(200);
  now += 2 * 3_600_000;
  expect((await post('/session/extend', { token })).status).toBe(401);
});

test('without a log to follow nobody is the holder of a case', async () => {
  const proof = await signCaseProof(
    { chain: CHAIN, organisation: 'public-security', case: CASE, purpose: 'contact.read', at: now },
    signerFromSecret('ES256', sha256(utf8Encode('case key'))),
  );
  expect(await post('/contact/read', { proof })).toMatchObject({ status: 403, json: { code: 'proof-refused' } });
  expect((await post('/messages', { proofs: [proof] })).json).toEqual({ messages: [] });
});

test('work that fails is told once to whoever watches the process, and not again while it stays so', async () => {
  const told: unknown[] = [];
  const platform = { url: 'http://127.0.0.1:1', logKeys: [LOG_KEY], pollMs: 0 };
  const watched = await start(true, {
    directory: join(directory, 'watched'),
    platform,
    health: (line) => told.push(line),
  });
  await watched.poll();
  await watched.poll();
  await watched.close();
  expect(told).toEqual([{ organ: 'public-security', part: 'follow', code: 'log-unreachable' }]);
  expect(lines.filter(({ event }) => event === 'follow')).toHaveLength(1);
});

test('what was sent about a case is shown to officers only, and to none where nobody can be asked what they may see', async () => {
  const { status, json } = await post('/officer/messages', { token: await signIn('li'), case: CASE });
  expect([status, json]).toEqual([
    403,
    { code: 'access-denied', facts: { deed: 'cases.read', org: 'public-security' } },
  ]);
  expect((await post('/officer/messages', { token: await signIn('wang'), case: CASE })).status).toBe(403);
});
