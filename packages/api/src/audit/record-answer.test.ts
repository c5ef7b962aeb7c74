import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditFiles, type AuditLine, diskFiles, parseLine } from '@minglu/audit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted } from '../testing/accepted.ts';
import { askWith } from '../testing/ask-with.ts';
import { postSession, tokenOf } from '../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { deedBy, makeCase, ORGAN, randomId, registrar, stranger, type TestCase } from '../testing/test-chain.ts';

const auditDirectory = mkdtempSync(join(tmpdir(), 'minglu-trail-'));
let api: TestApi;
let one: TestCase;
beforeAll(async () => {
  api = await startTestApi({ auditDirectory });
  one = await makeCase('audit', { manual: true });
  await accepted(api.node, one.jws, one.sidecar);
});
afterAll(async () => {
  await api.close();
  rmSync(auditDirectory, { recursive: true });
});

/** As they stand on disk the moment an answer is there. */
const linesOnDisk = (): AuditLine[] =>
  readdirSync(auditDirectory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(auditDirectory, name), 'utf8').split('\n').slice(0, -1))
    .map(parseLine);

const since = async (act: () => Promise<unknown>): Promise<AuditLine[]> => {
  const before = linesOnDisk().length;
  await act();
  return linesOnDisk().slice(before);
};

const submit = (transaction: string, sidecar?: string) =>
  fetch(`${api.url}/api/transactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sidecar === undefined ? { transaction } : { transaction, sidecar }),
  });

describe('what stands in the trail when the answer is there', () => {
  test('a file that was read: who, which case, whose organ', async () => {
    const token = await tokenOf(api.url, registrar);
    const [line, ...more] = await since(() => askWith(api, `/api/cases/${one.id}`, token));
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      kind: 'read',
      actor: { kid: registrar.publicKey.kid, org: ORGAN },
      action: 'cases.read',
      object: `case/${one.id}`,
      case: one.id,
      organ: ORGAN,
      result: 'allowed',
      via: 'api',
    });
  });

  test('the holder’s own look at it, by the case’s key and no organisation', async () => {
    const token = await tokenOf(api.url, one.holder, true);
    const [line] = await since(() => askWith(api, `/api/cases/${one.id}/papers/${one.id}`, token));
    expect(line).toMatchObject({ action: 'cases.papers', actor: { kid: one.holder.publicKey.kid }, result: 'allowed' });
    expect(line?.actor).not.toHaveProperty('org');
  });

  test('nothing of what anybody may know', async () => {
    const lines = await since(async () => {
      await askWith(api, `/api/cases/${one.id}`);
      await askWith(api, '/api/services');
      await askWith(api, `/api/state?key=case/${one.id}`);
    });
    expect(lines).toEqual([]);
  });

  test('a denial, also where the answer does not say that it is one', async () => {
    const token = await tokenOf(api.url, stranger);
    const denied = { kind: 'denied', actor: { kid: stranger.publicKey.kid, org: 'other-bureau' }, case: one.id };
    const papers = await since(async () => {
      const { body } = await askWith(api, `/api/cases/${one.id}/papers/${one.id}`, token);
      expect(body).toMatchObject({ code: 'case-not-found' });
    });
    expect(papers).toMatchObject([{ ...denied, action: 'cases.papers', result: 'access-denied', organ: ORGAN }]);
    const file = await since(() => askWith(api, `/api/cases/${one.id}`, token));
    expect(file).toMatchObject([{ ...denied, action: 'cases.read', result: 'access-denied' }]);
  });

  test('a door that was tried without a session, and a token that is none', async () => {
    const lines = await since(async () => {
      await askWith(api, '/api/cases?view=open');
      await askWith(api, '/api/cases?view=open', 'A'.repeat(43));
    });
    expect(lines).toMatchObject([
      { kind: 'denied', actor: {}, action: 'cases.list', result: 'session-required' },
      { kind: 'denied', actor: {}, action: 'cases.list', result: 'session-required' },
    ]);
  });

  test('a sign-in, and one that failed', async () => {
    const [good] = await since(() => tokenOf(api.url, registrar));
    expect(good).toMatchObject({ kind: 'sign-in', actor: { kid: registrar.publicKey.kid }, result: 'allowed' });
    const [bad] = await since(() => postSession(api.url, 'a.b.c'));
    expect(bad).toMatchObject({ kind: 'denied', action: 'sessions.open', result: 'session-malformed' });
  });

  test('an export, before its first byte', async () => {
    const lines = await since(async () => {
      expect((await fetch(`${api.url}/api/register/export?format=csv`)).status).toBe(200);
    });
    expect(lines).toMatchObject([{ kind: 'export', action: 'register.export', result: 'allowed' }]);
  });

  test('a deed by its own name, and one that the ledger refused', async () => {
    const two = await makeCase('audit two', { manual: true });
    expect((await submit(two.jws, two.sidecar)).status).toBe(200);
    const decide = (by: typeof registrar) =>
      deedBy(by, 'cases.decide', { case: two.id, decision: 'grant' }, { id: randomId(by.publicKey.kid) });
    expect((await submit(await decide(stranger))).status).toBe(200);
    expect((await submit(await decide(registrar))).status).toBe(200);
    // Nobody waits for the line of a deed that the ledger did.
    await expect
      .poll(() => linesOnDisk().filter((line) => line.case === two.id))
      .toMatchObject([
        { kind: 'deed', action: 'cases.submit', actor: { kid: two.holder.publicKey.kid }, result: 'allowed' },
        { kind: 'denied', action: 'cases.decide', actor: { org: 'other-bureau' }, result: 'access-denied' },
        { kind: 'deed', action: 'cases.decide', actor: { org: ORGAN }, result: 'allowed' },
      ]);
  });

  test('never a name: the trade name, the operator and the text that was looked for are in no line', async () => {
    const token = await tokenOf(api.url, registrar);
    await askWith(api, `/api/cases?view=open&text=${encodeURIComponent('城东')}`, token);
    const bytes = readdirSync(auditDirectory).map((name) => readFileSync(join(auditDirectory, name), 'utf8'));
    expect(bytes.join('')).not.toMatch(/[^\p{ASCII}]/u);
  });
});

describe('a trail that cannot be written', () => {
  /** A disk that takes nothing more once it is told so. */
  const disk = { isFull: false };
  const files: AuditFiles = {
    ...diskFiles,
    open: async (path, mode) => {
      const file = await diskFiles.open(path, mode);
      return {
        ...file,
        write: (bytes, at) => (disk.isFull ? Promise.reject(new Error('ENOSPC')) : file.write(bytes, at)),
      };
    },
  };
  let full: TestApi;
  let token: string;
  let id: string;
  beforeAll(async () => {
    full = await startTestApi({ auditFiles: files });
    const made = await makeCase('full', { manual: true });
    id = made.id;
    await accepted(full.node, made.jws, made.sidecar);
    token = await tokenOf(full.url, registrar);
    disk.isFull = true;
  });
  afterAll(() => full.close());

  const unavailable = { status: 503, body: { code: 'audit-unavailable', facts: {} } };

  test('refuses every read that would have to be recorded, and tells nothing of what it held', async () => {
    expect(await askWith(full, `/api/cases/${id}`, token)).toEqual(unavailable);
    expect(await askWith(full, `/api/cases/${id}/papers/${id}`, token)).toEqual(unavailable);
    expect(await askWith(full, '/api/cases?view=open', token)).toEqual(unavailable);
    const answer = await fetch(`${full.url}/api/register/export?format=csv`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.json()).toMatchObject({ code: 'audit-unavailable' });
  });

  test('refuses sign-ins, denials and deeds, and no deed reaches the ledger', async () => {
    expect((await postSession(full.url, 'a.b.c')).status).toBe(503);
    expect(await askWith(full, '/api/cases?view=open')).toEqual(unavailable);
    const { size } = full.node.status();
    const { jws: transaction, sidecar } = await makeCase('not taken', { manual: true });
    const answer = await fetch(`${full.url}/api/transactions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ transaction, sidecar }),
    });
    expect(answer.status).toBe(503);
    expect(full.node.status().size).toBe(size);
  });

  test('still tells what anybody may know, and its operator why', async () => {
    expect(await askWith(full, `/api/cases/${id}`)).toMatchObject({ status: 200 });
    expect(full.log.some((line) => line.includes('"event":"audit-unavailable"'))).toBe(true);
  });

  test('goes on by itself when the disk has room again', async () => {
    disk.isFull = false;
    expect(await askWith(full, `/api/cases/${id}`, token)).toMatchObject({ status: 200, body: { id } });
  });
});
