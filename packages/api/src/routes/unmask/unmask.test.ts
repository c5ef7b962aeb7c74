import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditLine, officerNumber, parseLine } from '@minglu/audit';
import { publicJwk, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { askWith } from '../../testing/ask-with.ts';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import {
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

const auditDirectory = mkdtempSync(join(tmpdir(), 'minglu-unmask-'));
/** The organ's own process. */
const clerk = signerFromSecret('ES256', seeded('key clerk'));
let api: TestApi;
let one: TestCase;
let other: TestCase;
let officer: string;
let clerkToken: string;
let field: string;

beforeAll(async () => {
  api = await startTestApi({ auditDirectory });
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(clerk.publicKey) }));
  const role = { org: ORGAN, kid: clerk.publicKey.kid, role: 'attester' };
  await accepted(api.node, await deedBy(founder, 'roles.grant', role));
  one = await makeCase('遮', { manual: true });
  other = await makeCase('盖', { manual: true });
  for (const { jws, sidecar } of [one, other]) await accepted(api.node, jws, sidecar);
  field = Object.keys((await api.node.sidecar(one.id))?.sealed ?? {})[0] ?? '';
  officer = await tokenOf(api.url, registrar);
  clerkToken = await tokenOf(api.url, clerk);
});
afterAll(async () => {
  await api.close();
  rmSync(auditDirectory, { recursive: true });
});

const linesOnDisk = (): AuditLine[] =>
  readdirSync(auditDirectory)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(auditDirectory, name), 'utf8').split('\n').slice(0, -1))
    .map(parseLine);

const post = async (path: string, body: object, token?: string) => {
  const answer = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const ask = (more: object = {}, token = officer) =>
  post('/api/unmask', { case: one.id, field, purpose: 'review', ...more }, token);
const redeem = (opening: unknown, token = clerkToken) => post('/api/unmask/redeem', { opening }, token);

test('leave to open is on disk when it is given: who, which envelope, what for', async () => {
  const { status, body } = await ask();
  expect(status).toBe(200);
  expect(linesOnDisk().at(-1)).toMatchObject({
    kind: 'unmask',
    action: 'sealed.ask',
    actor: { kid: registrar.publicKey.kid, org: ORGAN },
    object: `case/${one.id}/${field}`,
    case: one.id,
    organ: ORGAN,
    purpose: 'review',
    result: 'allowed',
  });
  const told = await redeem(body.opening);
  expect(told.body).toEqual({ kid: registrar.publicKey.kid, case: one.id, fields: [field], purpose: 'review' });
});

test('a leave is good once, for a minute, and tells nothing to anybody but the organ’s own process', async () => {
  const { opening } = (await ask()).body;
  for (const token of [officer, await tokenOf(api.url, stranger), await tokenOf(api.url, one.holder, true)])
    expect((await redeem(opening, token)).status).toBe(403);
  expect((await redeem(opening)).status).toBe(200);
  expect(await redeem(opening)).toMatchObject({ status: 404, body: { code: 'opening-unknown' } });
  const late = (await ask()).body.opening;
  api.clock.nowMs += 60_001;
  expect(await redeem(late)).toMatchObject({ status: 404, body: { code: 'opening-unknown' } });
});

test('without a purpose, or with one that is none, nothing is given', async () => {
  for (const more of [{ purpose: undefined }, { purpose: 'curiosity' }, { purpose: '' }, { field: '../x' }])
    expect((await ask(more)).status).toBe(400);
  expect(await ask({ field: 'nothing-there' })).toMatchObject({ status: 404, body: { code: 'envelope-not-found' } });
});

test('leave to see masks names the envelopes the officer may open, opens none of them, and is kept', async () => {
  const { body } = await post('/api/unmask/masks', { case: one.id }, officer);
  expect(body.fields).toEqual([field]);
  expect(linesOnDisk().at(-1)).toMatchObject({ kind: 'read', action: 'sealed.ask-masks', case: one.id });
  expect((await redeem(body.opening)).body).toMatchObject({ purpose: 'masks', fields: [field] });
  expect((await ask({ purpose: 'masks' })).status).toBe(400);
  const theirs = await post('/api/unmask/masks', { case: one.id }, await tokenOf(api.url, stranger));
  expect(theirs).toMatchObject({ status: 403, body: { code: 'access-denied' } });
});

test('another organ’s officer, the holder and nobody are refused alike for a case that is there and for none, and it is kept', async () => {
  const tokens = [await tokenOf(api.url, stranger), await tokenOf(api.url, one.holder, true)];
  for (const token of tokens) {
    const there = await ask({}, token);
    const nowhere = await ask({ case: randomId('nobody’s') }, token);
    expect(there).toMatchObject({ status: 403, body: { code: 'access-denied' } });
    expect({ ...nowhere.body, correlation: '' }).toEqual({ ...there.body, correlation: '' });
  }
  const kept = linesOnDisk().filter(
    ({ kind, action, case: id }) => kind === 'denied' && action === 'sealed.ask' && id === one.id,
  );
  expect(kept.length).toBe(2);
  expect((await post('/api/unmask', { case: one.id, field, purpose: 'review' })).status).toBe(401);
});

test('the holder reads in the footprint who was given leave and what for, as an organ and a number, within the same second', async () => {
  await ask({ purpose: 'verify' });
  const holder = await tokenOf(api.url, one.holder, true);
  const { status, body } = await askWith(api, `/api/footprint?case=${one.id}`, holder);
  expect(status).toBe(200);
  const [newest] = body.lines as Record<string, unknown>[];
  expect(newest).toMatchObject({
    action: 'sealed.ask',
    field,
    who: 'officer',
    organ: ORGAN,
    number: officerNumber(ORGAN, registrar.publicKey.kid),
    purpose: 'verify',
  });
  expect(JSON.stringify(body)).not.toContain(registrar.publicKey.kid);
  expect(JSON.stringify(body)).not.toContain(clerk.publicKey.kid);
});

test('a footprint is the holder’s alone: to anybody else every case is as unknown as none, and a try is kept', async () => {
  const others = [await tokenOf(api.url, other.holder, true), officer, clerkToken];
  for (const token of others) {
    const there = await askWith(api, `/api/footprint?case=${one.id}`, token);
    expect(there).toEqual(await askWith(api, `/api/footprint?case=${randomId('nobody’s')}`, token));
    expect(there).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  }
  expect(linesOnDisk().filter(({ action, case: id }) => action === 'footprint.read' && id === one.id).length).toBe(3);
  expect((await askWith(api, `/api/footprint?case=${one.id}`)).status).toBe(401);
});

test('looking at it leaves no line, and a long one comes page by page', async () => {
  const holder = await tokenOf(api.url, one.holder, true);
  const before = linesOnDisk().length;
  const whole = (await askWith(api, `/api/footprint?case=${one.id}`, holder)).body.lines as { seq: number }[];
  expect(linesOnDisk().length).toBe(before);
  const seen: { seq: number }[] = [];
  let next: unknown;
  do {
    const more: string = next === undefined ? '' : `&before=${next}`;
    const { body } = await askWith(api, `/api/footprint?case=${one.id}&limit=2${more}`, holder);
    seen.push(...(body.lines as { seq: number }[]));
    next = body.next;
  } while (next !== undefined);
  expect(seen.map(({ seq }) => seq)).toEqual(whole.map(({ seq }) => seq));
});
