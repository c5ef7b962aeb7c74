import { publicJwk, type Signer, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { askChallenge, postSession, sessionJws, tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { CHAIN, deedBy, founder, makeCase, ORGAN, registrar, seeded, stranger } from '../../testing/test-chain.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const refusal = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { code: string }).code}`;

test('a registered key signs in and is told its organisation', async () => {
  const answer = await postSession(api.url, await sessionJws(registrar, await askChallenge(api.url)));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({
    ...{ kid: registrar.publicKey.kid, organisation: ORGAN },
    token: expect.stringMatching(/^[\w-]{43}$/),
    expiresAt: api.clock.nowMs + 8 * 3_600_000,
    idleUntil: api.clock.nowMs + 30 * 60_000,
  });
});

test('a case key nobody has registered signs in by itself', async () => {
  const { holder } = await makeCase('庚');
  const answer = await postSession(api.url, await sessionJws(holder, await askChallenge(api.url), { embedKey: true }));
  expect(await answer.json()).toMatchObject({ kid: holder.publicKey.kid });
});

test('a challenge is good once', async () => {
  const jws = await sessionJws(registrar, await askChallenge(api.url));
  expect((await postSession(api.url, jws)).status).toBe(200);
  expect(await refusal(await postSession(api.url, jws))).toBe('401 challenge-used');
});

test('a challenge is good for two minutes', async () => {
  const challenge = await askChallenge(api.url);
  api.clock.nowMs += 120_001;
  expect(await refusal(await postSession(api.url, await sessionJws(registrar, challenge)))).toBe(
    '401 challenge-expired',
  );
});

test('a wrong signature does not burn the challenge', async () => {
  const challenge = await askChallenge(api.url);
  const header = { alg: 'ES256', typ: 'minglu-session+v0', kid: registrar.publicKey.kid };
  expect(await refusal(await postSession(api.url, await sessionJws(stranger, challenge, { header })))).toBe(
    '401 session-key-unknown',
  );
  expect((await postSession(api.url, await sessionJws(registrar, challenge))).status).toBe(200);
});

test('a key that is not known and one that somebody else signs for get one answer, whole', async () => {
  const told = async (signer: Signer, kidOfWhom: string) => {
    const header = { alg: 'ES256', typ: 'minglu-session+v0', kid: kidOfWhom };
    const answer = await postSession(api.url, await sessionJws(signer, await askChallenge(api.url), { header }));
    const { correlation, ...body } = (await answer.json()) as Record<string, unknown>;
    expect(correlation).toBeTypeOf('string');
    const { date, 'content-length': length, ...headers } = Object.fromEntries(answer.headers);
    expect(date).toBeTypeOf('string');
    return { status: answer.status, body, headers, length };
  };
  const wrong = await told(stranger, registrar.publicKey.kid);
  expect(await told(stranger, 'A'.repeat(43))).toEqual(wrong);
  expect(wrong).toMatchObject({ status: 401, body: { code: 'session-key-unknown' } });
});

test('a case key signed by another key is told so: it is known to nobody but its sender', async () => {
  const { holder } = await makeCase('辛');
  const header = { alg: 'ES256', typ: 'minglu-session+v0', jwk: publicJwk(holder.publicKey) };
  const jws = await sessionJws(stranger, await askChallenge(api.url), { header });
  expect(await refusal(await postSession(api.url, jws))).toBe('401 session-signature');
});

test('a signature turned into its other form, which holds mathematically too, is refused', async () => {
  const jws = await sessionJws(registrar, await askChallenge(api.url));
  const [head, payload, signature = ''] = jws.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const s = BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  const other = (P256_ORDER - s).toString(16).padStart(64, '0');
  const turned = Buffer.concat([bytes.subarray(0, 32), Buffer.from(other, 'hex')]).toString('base64url');
  expect(await refusal(await postSession(api.url, `${head}.${payload}.${turned}`))).toBe('401 session-key-unknown');
});

test('a case key is of the one suite that cases are signed in', async () => {
  const other = signerFromSecret('Ed25519', seeded('key other suite'));
  const header = { alg: other.publicKey.suite, typ: 'minglu-session+v0', jwk: publicJwk(other.publicKey) };
  const jws = await sessionJws(other, await askChallenge(api.url), { header });
  expect(await refusal(await postSession(api.url, jws))).toBe('400 session-malformed');
});

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const kid = registrar.publicKey.kid;
const jwk = publicJwk(registrar.publicKey);
const typ = 'minglu-session+v0';
test.each([
  ['alg none', { alg: 'none', typ, kid }, '400 session-malformed'],
  ['an HMAC alg', { alg: 'HS256', typ, kid }, '400 session-malformed'],
  ['another curve’s alg', { alg: 'EdDSA', typ, kid }, '400 session-malformed'],
  ['another typ', { alg: 'ES256', typ: 'minglu-tx+v0', kid }, '400 session-malformed'],
  ['no typ', { alg: 'ES256', kid }, '400 session-malformed'],
  ['no key', { alg: 'ES256', typ }, '400 session-malformed'],
  ['both kid and jwk', { alg: 'ES256', typ, kid, jwk }, '400 session-malformed'],
  ['a jku', { alg: 'ES256', typ, kid, jku: 'https://evil.example/keys' }, '400 session-malformed'],
  ['an x5u', { alg: 'ES256', typ, kid, x5u: 'https://evil.example/cert' }, '400 session-malformed'],
  ['crit', { alg: 'ES256', typ, kid, crit: ['b64'] }, '400 session-malformed'],
  ['members in another order', { typ, alg: 'ES256', kid }, '400 session-malformed'],
  ['a kid that is a path', { alg: 'ES256', typ, kid: '../../etc/passwd' }, '400 session-malformed'],
  ['an unknown kid', { alg: 'ES256', typ, kid: 'A'.repeat(43) }, '401 session-key-unknown'],
  ['a private jwk', { alg: 'ES256', typ, jwk: { ...jwk, d: 'AAAA' } }, '400 session-malformed'],
  ['a jwk off the curve', { alg: 'ES256', typ, jwk: { ...jwk, x: jwk.y as string } }, '400 session-malformed'],
  ['a symmetric jwk', { alg: 'ES256', typ, jwk: { kty: 'oct', k: 'AAAA' } }, '400 session-malformed'],
])('a forged header with %s is refused', async (_name, header, expected) => {
  const jws = await sessionJws(registrar, await askChallenge(api.url), { header });
  expect(await refusal(await postSession(api.url, jws))).toBe(expected);
});

test.each([
  ['another chain', { chain: 'other.example/city', challenge: 'x' }, '401 session-chain'],
  ['a made-up challenge', { chain: CHAIN, challenge: 'A'.repeat(54) }, '401 challenge-unknown'],
  ['a member more', { chain: CHAIN, challenge: 'x', kid }, '400 session-malformed'],
  ['a member less', { chain: CHAIN }, '400 session-malformed'],
])('a payload with %s is refused', async (_name, payload, expected) => {
  const jws = await sessionJws(registrar, await askChallenge(api.url), { payload });
  expect(await refusal(await postSession(api.url, jws))).toBe(expected);
});

test('a signed transaction is no sign-in', async () => {
  const jws = await deedBy(registrar, 'licences.close', { number: '0', reason: 'X' });
  expect(await refusal(await postSession(api.url, jws))).toBe('400 session-malformed');
});

test('a token ends after half an hour, and a revoked key ends its sessions at once', async () => {
  const token = await tokenOf(api.url, stranger);
  const queue = () => fetch(`${api.url}/api/cases?view=open`, { headers: { authorization: `Bearer ${token}` } });
  expect((await queue()).status).toBe(200);
  await api.node.submit(
    await deedBy(founder, 'keys.revoke', { kid: stranger.publicKey.kid }, { notAfter: api.clock.nowMs + 60_000 }),
  );
  expect(await refusal(await queue())).toBe('401 session-required');
  const anew = await postSession(api.url, await sessionJws(stranger, await askChallenge(api.url)));
  expect(await refusal(anew)).toBe('401 session-key-unknown');
  api.clock.nowMs += 30 * 60_000 + 1;
  expect(await refusal(await queue())).toBe('401 session-required');
});

test('a duty that was given until an instant opens nothing after it, though no block has said so yet', async () => {
  const deputy = signerFromSecret('ES256', seeded('key deputy'));
  const more = { notAfter: api.clock.nowMs + 60_000 };
  const until = api.clock.nowMs + 120_000;
  const role = { org: ORGAN, kid: deputy.publicKey.kid, role: 'registrar', until };
  const jwk = publicJwk(deputy.publicKey);
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk }, more));
  await accepted(api.node, await deedBy(founder, 'roles.grant', role, more));
  const headers = { authorization: `Bearer ${await tokenOf(api.url, deputy)}` };
  const queue = () => fetch(`${api.url}/api/cases?view=open`, { headers });
  expect((await queue()).status).toBe(200);
  api.clock.nowMs = until;
  expect(await refusal(await queue())).toBe('403 access-denied');
});

test.each(['', 'Bearer', 'Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic YTpi', `bearer ${'A'.repeat(43)}`])(
  'the authorization %j opens nothing',
  async (authorization) => {
    const answer = await fetch(`${api.url}/api/cases?view=open`, { headers: { authorization } });
    expect(await refusal(answer)).toBe('401 session-required');
  },
);

test('neither token, challenge nor key ever reaches the log', async () => {
  const token = await tokenOf(api.url, registrar);
  expect(api.log.join('')).not.toContain(token);
  expect(api.log.join('')).not.toContain(registrar.publicKey.kid);
});
