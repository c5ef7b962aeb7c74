import { createHash } from 'node:crypto';
import { MAX_OBJECT_BYTES } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { makeCase, randomId, registrar, stranger } from '../../testing/test-chain.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ logLevel: 'debug' });
});
afterAll(() => api.close());

const page = new Uint8Array(1_000).fill(7);
const digest = createHash('sha256').update(page).digest('hex');
const attachments = [{ kind: 'premises', digest, bytes: page.length, mediaType: 'image/jpeg' }];

const upload = (bytes: Uint8Array, type = 'application/octet-stream'): Promise<Response> =>
  fetch(`${api.url}/api/vault`, { method: 'POST', body: bytes as BodyInit, headers: { 'content-type': type } });
const json = (path: string, body: unknown): Promise<Response> =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const get = (path: string, token?: string): Promise<Response> =>
  fetch(`${api.url}${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
const codeOf = async (answer: Promise<Response>): Promise<string> =>
  `${(await answer).status} ${((await (await answer).json()) as { code?: string }).code}`;

test('a case is refused at the door while a document it names has not come, and taken once it has', async () => {
  const { jws, sidecar, id, holder } = await makeCase('with a page', { manual: true, attachments });
  const submit = () => json('/api/transactions', { transaction: jws, sidecar });
  expect(await codeOf(submit())).toBe('409 attachment-not-stored');
  expect(await (await upload(page)).json()).toEqual({ digest, bytes: 1_000 });
  expect((await submit()).status).toBe(200);
  const path = `/api/vault/${digest}?case=${id}`;
  for (const signer of [registrar, holder]) {
    const answer = await get(path, await tokenOf(api.url, signer, signer === holder));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(page);
  }
  expect(await codeOf(get(path))).toBe('401 session-required');
  expect(await codeOf(get(path, await tokenOf(api.url, stranger)))).toBe('403 access-denied');
  const token = await tokenOf(api.url, registrar);
  expect(await codeOf(get(`/api/vault/${digest}`))).toBe('404 vault-object-not-found');
  expect(await codeOf(get(`/api/vault/${'0'.repeat(64)}?case=${id}`, token))).toBe('404 vault-object-not-found');
  expect(await codeOf(get(`/api/vault/${digest}?case=${randomId('nobody')}`, token))).toBe('404 case-not-found');
});

test('whoever may read one case gets no page of another by asking for it there', async () => {
  const other = new Uint8Array(1_000).fill(8);
  const named = { kind: 'premises', digest: createHash('sha256').update(other).digest('hex'), bytes: other.length };
  await upload(other);
  await upload(page);
  const mine = await makeCase('mine', { attachments });
  const theirs = await makeCase('theirs', { attachments: [{ ...named, mediaType: 'image/jpeg' }] });
  for (const { jws, sidecar } of [mine, theirs])
    expect((await json('/api/transactions', { transaction: jws, sidecar })).status).toBe(200);
  const token = await tokenOf(api.url, mine.holder, true);
  expect((await get(`/api/vault/${digest}?case=${mine.id}`, token)).status).toBe(200);
  expect(await codeOf(get(`/api/vault/${named.digest}?case=${mine.id}`, token))).toBe('404 vault-object-not-found');
  expect(await codeOf(get(`/api/vault/${named.digest}?case=${theirs.id}`, token))).toBe('403 access-denied');
});

test('a list of attachments that is none is refused, and nothing is recorded', async () => {
  const { jws, sidecar } = await makeCase('with a bad list', { attachments: [{ digest }] });
  const before = api.node.status().size;
  expect(await codeOf(json('/api/transactions', { transaction: jws, sidecar }))).toBe('400 attachment-list');
  expect(api.node.status().size).toBe(before);
});

test('the vault takes bytes up to its limit and nothing else; no other door takes bytes', async () => {
  expect((await upload(new Uint8Array(MAX_OBJECT_BYTES))).status).toBe(200);
  expect(await codeOf(upload(new Uint8Array(MAX_OBJECT_BYTES + 1)))).toBe('413 body-too-large');
  expect(await codeOf(upload(page, 'text/html'))).toBe('415 content-type-unsupported');
  expect(await codeOf(upload(new Uint8Array()))).toBe('400 request-malformed');
  expect(await codeOf(fetch(`${api.url}/api/vault`, { method: 'POST' }))).toBe('400 request-malformed');
  const elsewhere = fetch(`${api.url}/api/transactions`, {
    method: 'POST',
    body: page,
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(await codeOf(elsewhere)).toBe('415 content-type-unsupported');
});

test('a draft is read and dropped by whoever knows its name, with the objects it names', async () => {
  const slot = 'd'.repeat(43);
  await upload(page);
  const saved = await json('/api/drafts', { slot, seen: 0, sealed: 'c2VhbGVk', objects: [digest] });
  expect(await saved.json()).toMatchObject({ version: 1 });
  expect(await (await get(`/api/drafts/${slot}`)).json()).toMatchObject({ version: 1, sealed: 'c2VhbGVk' });
  expect((await get(`/api/vault/${digest}?draft=${slot}`)).status).toBe(200);
  expect(await codeOf(get(`/api/vault/${'0'.repeat(64)}?draft=${slot}`))).toBe('404 vault-object-not-found');
  // One that is there, and that the draft does not name.
  const { digest: anothers } = (await (await upload(new Uint8Array(1_000).fill(9))).json()) as { digest: string };
  expect(await codeOf(get(`/api/vault/${anothers}?draft=${slot}`))).toBe('404 vault-object-not-found');
  expect(await codeOf(json('/api/drafts', { slot, seen: 0, sealed: 'c3RhbGU', objects: [] }))).toBe('409 draft-behind');
  expect((await json('/api/drafts/forget', { slot })).status).toBe(200);
  expect(await codeOf(get(`/api/drafts/${slot}`))).toBe('404 draft-not-found');
});

test('whoever saves drafts uses up the same share of the disk as with documents', async () => {
  const small = await startTestApi({ vaultLimits: { uploads: { windowMs: 3_600_000, bytes: 10, uploads: 9 } } });
  const save = (seen: number) =>
    fetch(`${small.url}/api/drafts`, {
      method: 'POST',
      body: JSON.stringify({ slot: 'd'.repeat(43), seen, sealed: 'c2VhbGVk', objects: [] }),
      headers: { 'content-type': 'application/json' },
    });
  expect((await save(0)).status).toBe(200);
  expect(await codeOf(save(1))).toBe('429 vault-quota');
  await small.close();
});

test('neither digests nor draft names are written into the log', () => {
  expect(api.log.join('')).not.toContain(digest);
  expect(api.log.join('')).not.toContain('d'.repeat(43));
});
