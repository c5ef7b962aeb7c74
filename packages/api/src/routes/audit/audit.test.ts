import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditLine, openAuditStream, parseLine } from '@minglu/audit';
import {
  base64urlEncode,
  buildSidecar,
  type JsonObject,
  publicJwk,
  signerFromSecret,
  verifyAuditExport,
  vkeyOf,
} from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { askWith } from '../../testing/ask-with.ts';
import { logSigner } from '../../testing/open-test-node.ts';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import {
  CHAIN,
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

const recorder = signerFromSecret('ES256', seeded('recorder'));
const auditor = signerFromSecret('ES256', seeded('auditor'));
const security = signerFromSecret('ES256', seeded('security'));
const auditDirectory = mkdtempSync(join(tmpdir(), 'minglu-trail-'));
const trust = { origin: CHAIN, logKeys: [vkeyOf(CHAIN, 'log', logSigner.publicKey)], witnesses: [], threshold: 0 };
let api: TestApi;
let one: TestCase;
let token: string;

beforeAll(async () => {
  api = await startTestApi({ auditDirectory, protocol: 4 });
  for (const [signer, role] of [
    [recorder, 'recorder'],
    [auditor, 'auditor'],
    [security, 'security-administrator'],
  ] as const) {
    const { kid } = signer.publicKey;
    await act(founder, 'keys.register', { org: 'platform', jwk: publicJwk(signer.publicKey) });
    await act(founder, 'roles.grant', { org: 'platform', kid, role });
  }
  one = await makeCase('workspace', { manual: true });
  await accepted(api.node, one.jws, one.sidecar);
  await askWith(api, `/api/cases/${one.id}`, await tokenOf(api.url, registrar));
  await askWith(api, `/api/cases/${one.id}`, await tokenOf(api.url, stranger));
  token = await tokenOf(api.url, auditor);
}, 30_000);
afterAll(async () => {
  await api.close();
  rmSync(auditDirectory, { recursive: true });
});

let acts = 0;
const act = async (signer: typeof founder, deed: string, body: JsonObject, sealed?: string) => {
  const id = randomId(`audit test ${acts++}`);
  const salt = base64urlEncode(seeded(id, 16));
  const sidecar =
    sealed === undefined ? undefined : buildSidecar({ salt, attestations: [], sealed: { reason: sealed }, plain: {} });
  const more = { id, notAfter: api.clock.nowMs + 600_000, ...(sidecar === undefined ? {} : { sidecar }) };
  return accepted(api.node, await deedBy(signer, deed, body, more), sidecar);
};

const linesOnDisk = (): AuditLine[] =>
  readdirSync(auditDirectory)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(auditDirectory, name), 'utf8').split('\n').slice(0, -1))
    .map(parseLine);

/** What the anchoring process does after four seconds, at once. */
const anchor = async (): Promise<number> => {
  const copy = mkdtempSync(join(tmpdir(), 'minglu-trail-'));
  for (const name of readdirSync(auditDirectory))
    writeFileSync(join(copy, name), readFileSync(join(auditDirectory, name)));
  const stream = await openAuditStream({ directory: copy, stream: 'api' });
  const { size, root } = stream.root();
  await act(recorder, 'audit.anchor', { stream: 'api', size, root: base64urlEncode(root) });
  rmSync(copy, { recursive: true });
  return size;
};

const linesFor = async (query: string, by = token): Promise<AuditLine[]> => {
  const { body } = await askWith(api, `/api/audit${query}`, by);
  return body.lines as AuditLine[];
};

const post = (path: string, body: object, by = token): Promise<Response> =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${by}` },
    body: JSON.stringify(body),
  });

describe('the trail, asked by an auditor', () => {
  test('says who looked at a case and who was refused, newest first', async () => {
    const lines = await linesFor(`?case=${one.id}`);
    expect(lines.map(({ kind, action, result }) => [kind, action, result])).toEqual([
      ['denied', 'cases.read', 'access-denied'],
      ['read', 'cases.read', 'allowed'],
    ]);
    expect(lines.map(({ actor }) => actor.org)).toEqual(['other-bureau', ORGAN]);
    const looked = await linesFor(`?case=${one.id}&kind=read`);
    // The auditor's own look is a look at the case.
    expect(looked.map(({ action }) => action)).toEqual(['audit.read', 'cases.read']);
  });

  test('goes on from page to page, in either direction, and reads what fits alone', async () => {
    const size = linesOnDisk().length;
    const first = (await askWith(api, '/api/audit?limit=2', token)).body as { lines: AuditLine[]; next: number };
    const second = (await askWith(api, `/api/audit?limit=2&before=${first.next}`, token)).body as typeof first;
    expect([...first.lines, ...second.lines].map(({ seq }) => seq)).toEqual([size - 1, size - 2, size - 3, size - 4]);
    expect((await linesFor('?after=-1&limit=3')).map(({ seq }) => seq)).toEqual([0, 1, 2]);
    const [denied] = await linesFor('?kind=denied&org=other-bureau');
    expect(denied).toMatchObject({ result: 'access-denied', case: one.id });
    expect(await linesFor(`?actor=${stranger.publicKey.kid}&action=sessions.open`)).toHaveLength(1);
    expect(await linesFor('?until=1')).toEqual([]);
  });

  test('is told to auditors alone, and every refusal stands in it', async () => {
    for (const signer of [registrar, founder, security, stranger]) {
      const other = await tokenOf(api.url, signer);
      for (const path of ['/api/audit', '/api/audit/gaps', '/api/audit/matters?kind=emergency'])
        expect((await askWith(api, path, other)).body).toMatchObject({
          code: 'access-denied',
          facts: { deed: 'audit.read', roles: ['auditor'], requestable: false },
        });
      expect((await post('/api/audit/export', {}, other)).status).toBe(403);
      expect((await post('/api/audit/sample', { cases: 1 }, other)).status).toBe(403);
    }
    expect((await askWith(api, '/api/audit')).status).toBe(401);
    const denied = linesOnDisk().filter(({ kind, action }) => kind === 'denied' && action.startsWith('audit.'));
    expect(new Set(denied.map(({ action }) => action))).toEqual(
      new Set(['audit.read', 'audit.gaps', 'audit.matters', 'audit.export', 'audit.sample']),
    );
  });

  test('a question that is none is refused', async () => {
    for (const query of ['?kind=all', '?actor=wang', '?case=1', '?limit=501', '?name=wang', '?result=Allowed'])
      expect([query, (await askWith(api, `/api/audit${query}`, token)).status]).toEqual([query, 400]);
  });
});

describe('an export', () => {
  test('before anything was anchored is refused', async () => {
    expect(await (await post('/api/audit/export', {})).json()).toMatchObject({ code: 'audit-not-anchored' });
  });

  test('is checked with the trust file alone, and leaves a line; what came after the anchor comes with the next', async () => {
    const size = await anchor();
    const answer = await post('/api/audit/export', { case: one.id });
    const found = await verifyAuditExport((await answer.text()).split('\n'), { trust });
    const fits = linesOnDisk().filter((line) => line.case === one.id && line.seq < size);
    expect(found).toMatchObject({ stream: 'api', size, rows: fits.length, query: { case: one.id } });
    expect(fits.length).toBeGreaterThan(2);
    expect(linesOnDisk().at(-1)).toMatchObject({ kind: 'export', action: 'audit.export', case: one.id });
    const whole = await verifyAuditExport((await (await post('/api/audit/export', {})).text()).split('\n'), { trust });
    expect(whole).toMatchObject({ rows: size, first: 0, last: size - 1, isUnbroken: true });
  });
});

describe('gaps', () => {
  test('a stream that is what every anchor says has none', async () => {
    await anchor();
    const { body } = await askWith(api, '/api/audit/gaps', token);
    expect(body).toMatchObject({ anchors: 2, findings: [] });
  });

  test('lines that waited over a minute for their anchor are one, named by the first', async () => {
    const from = linesOnDisk().length;
    await linesFor('');
    api.clock.nowMs += 120_000;
    await anchor();
    const { body } = await askWith(api, '/api/audit/gaps', token);
    // The line behind the last anchor is the look at the gaps above.
    const [finding] = body.findings as { code: string; seq: number; waitedMs: number }[];
    expect(finding).toMatchObject({ code: 'anchoring-paused', waitedMs: expect.any(Number) });
    expect(finding?.seq).toBeLessThanOrEqual(from);
    expect(finding?.waitedMs).toBeGreaterThan(60_000);
  });

  test('an anchor of another history is found', async () => {
    await act(recorder, 'audit.anchor', { stream: 'api', size: linesOnDisk().length, root: founder.publicKey.kid });
    const { body } = await askWith(api, '/api/audit/gaps', token);
    expect((body.findings as { code: string }[]).map(({ code }) => code)).toContain('not-as-anchored');
  });
});

describe('what auditors have under way', () => {
  test('a hold is listed for those who may confirm it, with how it stands', async () => {
    await act(auditor, 'audit.place-hold', { case: one.id, reason: 'INSPECTION' });
    const path = `/api/audit/matters?kind=hold&fromHeight=${api.node.status().height}`;
    const { body } = await askWith(api, path, await tokenOf(api.url, security));
    expect(body.matters).toMatchObject([{ id: one.id, case: one.id, organ: ORGAN, record: { status: 'placed' } }]);
    await act(security, 'audit.confirm-hold', { case: one.id });
    const again = await askWith(api, path, token);
    expect(again.body.matters).toMatchObject([{ record: { status: 'confirmed' } }]);
    expect((await askWith(api, path, await tokenOf(api.url, registrar))).status).toBe(403);
  });

  test('a finding is listed for auditors and for the organ it is about, with its sealed words, and for no other', async () => {
    const sealed = 'aGVhZA.a2V5.aXY.Y2lwaGVy.dGFn';
    const body = { organ: ORGAN, case: one.id, code: 'LOOKED-WITHOUT-CASE', days: 5 };
    const { id } = await act(auditor, 'audit.record-finding', body, sealed);
    const path = `/api/audit/matters?kind=finding&fromHeight=${api.node.status().height}`;
    const expected = [{ id, organ: ORGAN, record: { status: 'open' }, sealed: { words: sealed } }];
    for (const signer of [auditor, registrar])
      expect((await askWith(api, path, await tokenOf(api.url, signer))).body.matters).toMatchObject(expected);
    const other = await askWith(api, path, await tokenOf(api.url, stranger));
    expect(other.body.matters).toEqual([]);
  });
});

describe('a sample', () => {
  test('is drawn from decided cases by a checkpoint’s root, and what is decided again is what the log has', async () => {
    for (const word of ['eins', 'zwei', 'drei']) {
      const made = await makeCase(word, { notAfter: api.clock.nowMs + 600_000 });
      await accepted(api.node, made.jws, made.sidecar);
    }
    const drawn = (await (await post('/api/audit/sample', { cases: 2 })).json()) as { id: string };
    let sample: Record<string, unknown> = {};
    while (sample.state !== 'done') sample = (await askWith(api, `/api/audit/sample/${drawn.id}`, token)).body;
    expect(sample).toMatchObject({ population: 3, cases: [{}, {}] });
    const cases = sample.cases as { entries: { outcome: string; receipt: string }[] }[];
    for (const { entries } of cases) expect(entries.map(({ outcome }) => outcome)).toEqual(['same']);
    expect((await askWith(api, `/api/audit/sample/${randomId('none')}`, token)).body).toMatchObject({
      code: 'sample-not-found',
    });
  });
});
