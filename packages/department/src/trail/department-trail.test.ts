import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditLine, parseLine } from '@minglu/audit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idNumberCheck } from '../register/id-number.ts';
import type { Person } from '../register/person.ts';
import { type RunningDepartment, startDepartment } from '../start-department.ts';
import { recordedRoutes } from './recorded-routes.ts';

const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
let directory: string;
let department: RunningDepartment;

const person = (id: string, duties: string[] = []): Person => {
  const first = '110105199005010011'.slice(0, 17);
  const idNumber = first + idNumberCheck(first);
  return {
    id,
    name: '甲乙',
    idNumber,
    birthDate: '1990-05-01',
    identityLevel: 2,
    phone: '13800000000',
    duties,
    note: '',
  };
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-department-'));
  let draws = 0;
  department = await startDepartment({
    ...{ directory, organisation: { id: 'public-security', name: '公安局' }, chain: 'minglu.example/test' },
    ...{
      port: 0,
      host: '127.0.0.1',
      portalOrigins: [],
      demo: true,
      seed: [person('wang'), person('li', ['registrar'])],
    },
    clock: () => 1_000,
    randomBytes: (length) => new Uint8Array(length).fill(++draws),
    report: () => undefined,
  });
});
afterAll(async () => {
  await department.close();
  await rm(directory, { recursive: true });
});

const post = async (path: string, body: unknown): Promise<Record<string, unknown>> =>
  (await (await fetch(department.url + path, { method: 'POST', body: JSON.stringify(body) })).json()) as Record<
    string,
    unknown
  >;

const lines = async (): Promise<AuditLine[]> => {
  const folder = join(directory, 'audit');
  const [name] = await readdir(folder);
  return name === undefined ? [] : (await readFile(join(folder, name), 'utf8')).split('\n').slice(0, -1).map(parseLine);
};

const since = async (act: () => Promise<unknown>): Promise<AuditLine[]> => {
  const before = (await lines()).length;
  await act();
  return (await lines()).slice(before);
};

test('a sign-in names an account, and an officer’s a key; never who it is', async () => {
  const [citizen] = await since(() => post('/demo/sign-in', { person: 'wang' }));
  expect(citizen).toMatchObject({ kind: 'sign-in', via: 'department:public-security', result: 'allowed' });
  expect(citizen?.actor.account).toMatch(/^[\w-]{43}$/);
  const [officer] = await since(() => post('/demo/sign-in', { person: 'li' }));
  expect(officer?.actor).toMatchObject({ org: 'public-security', kid: expect.stringMatching(/^[\w-]{43}$/) });
  expect(JSON.stringify(await lines())).not.toMatch(/wang|甲乙|1101/);
});

const asked = { opening: CASE, case: CASE, field: 'operator', purpose: 'review' };

test('who wanted to open something without leave leaves a line with case, envelope and purpose', async () => {
  const { token } = await post('/demo/sign-in', { person: 'li' });
  const [line] = await since(() => post('/open', { token, ...asked }));
  expect(line).toMatchObject({
    kind: 'denied',
    action: 'sealed.open',
    object: `case/${CASE}/operator`,
    case: CASE,
    purpose: 'review',
    result: 'opening-refused',
  });
});

test('where facts of a person were used is told to that person, and to nobody else', async () => {
  const { token } = await post('/demo/sign-in', { person: 'wang' });
  const about = { chain: 'minglu.example/test', service: 'individual-business', case: CASE, holder: 'A'.repeat(43) };
  await post('/attest', { token, ...about });
  const { lines: own } = await post('/footprint/own', { token });
  expect(own).toEqual(
    expect.arrayContaining([expect.objectContaining({ action: 'attester.sign', case: CASE, who: 'you' })]),
  );
  const { token: other } = await post('/demo/sign-in', { person: 'li' });
  expect(JSON.stringify(await post('/footprint/own', { token: other }))).not.toContain(CASE);
  expect(await post('/footprint/own', { token: 'A'.repeat(43) })).toMatchObject({ code: 'session-required' });
});

test('whoever is no officer is refused and kept, and so is whoever has no session', async () => {
  const { token } = await post('/demo/sign-in', { person: 'wang' });
  const denied = await since(async () => {
    await post('/open', { token, ...asked });
    await post('/open', { token: 'A'.repeat(43), ...asked });
  });
  expect(denied.map(({ kind, result }) => [kind, result])).toEqual([
    ['denied', 'officer-required'],
    ['denied', 'session-required'],
  ]);
});

test('a search, here one that is refused, keeps what for, and not whom', async () => {
  const { token } = await post('/demo/sign-in', { person: 'li' });
  const [line] = await since(() => post('/search', { token, purpose: 'inspection', text: '甲乙' }));
  expect(line).toMatchObject({
    kind: 'denied',
    action: 'cases.search',
    purpose: 'inspection',
    result: 'access-denied',
  });
  expect(JSON.stringify(line)).not.toContain('甲');
});

test('a route of which nobody says what is kept does not start', () => {
  const routes = { 'POST /new': () => ({}) };
  expect(() => recordedRoutes({} as never, {} as never, routes)).toThrow('nothing says what is kept of POST /new');
});
