import { accessNames } from '@minglu/ledger';
import { modelAllows } from '@minglu/ledger/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes.ts';
import { type DoorAnswer, questionsOf, type Visitor } from '../testing/matrix/door-cells.ts';
import { DAY, type DoorWorld, foundDoorWorld, NIGHT } from '../testing/matrix/door-world.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { randomId } from '../testing/test-chain.ts';

/** Asked at once; the trail makes their lines durable together. */
const AT_ONCE = 24;

interface Difference {
  readonly kid: string;
  readonly at: 'day' | 'night';
  readonly path: string;
  readonly cell: string;
  readonly allowed: boolean;
}

let test: TestApp;
let world: DoorWorld;
const found: Difference[] = [];
let cells = 0;
let allowing = 0;

beforeAll(async () => {
  test = await openTestApp(4);
  world = await foundDoorWorld(test);
  await askAll('day', DAY + 60_000);
  await askAll('night', NIGHT);
}, 120_000);
afterAll(() => test?.close());

const visitors = (atMs: number): Visitor[] => [
  ...world.officers.map((kid) => ({ kid, isCaseKey: false, atMs })),
  ...world.holders.map((kid) => ({ kid, isCaseKey: true, atMs })),
];

const tokenOf = ({ kid, isCaseKey, atMs }: Visitor): string =>
  test.context.sessions.open({ method: 'key', assurance: 1, keys: [{ kid, caseKey: isCaseKey }] }, atMs).token;

const ask = async (url: string, token?: string, payload?: object): Promise<DoorAnswer & { readonly text: string }> => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const how = payload === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload };
  const answer = await test.app.inject({ ...how, url, headers });
  const text = answer.payload.replace(/,"correlation":"[\w-]+"/, '');
  return { status: answer.statusCode, body: text.startsWith('{') ? JSON.parse(text) : {}, text };
};

async function askAll(at: Difference['at'], atMs: number): Promise<void> {
  test.clock.nowMs = atMs;
  for (const visitor of visitors(atMs)) {
    const token = tokenOf(visitor);
    const questions = questionsOf(world, visitor, accessNames);
    for (let from = 0; from < questions.length; from += AT_ONCE) {
      const page = questions.slice(from, from + AT_ONCE);
      const answers = await Promise.all(page.map(({ path, body }) => ask(path, token, body)));
      for (const [place, { path, cells: expected }] of page.entries()) {
        const answer = answers[place] as DoorAnswer;
        for (const { name, allowed, told } of expected) {
          cells += 1;
          if (allowed) allowing += 1;
          if (told(answer) !== allowed) found.push({ kid: visitor.kid, at, path, cell: name, allowed });
        }
      }
    }
  }
}

describe('the matrix of doors, deeds, ids, keys and organisations', () => {
  it('has at least twenty thousand cells', () => {
    expect(cells).toBeGreaterThanOrEqual(20_000);
    expect(allowing).toBeGreaterThan(2_000);
  });

  it('agrees with the reference model in each', () => {
    expect(found.slice(0, 5)).toEqual([]);
  });

  it.each([...Array(12).keys()])('lets rule %i decide some', (place) => {
    const rules = world.model.rules.filter((_, at) => at !== place);
    const without = { ...world, model: { ...world.model, rules } };
    const decided = [DAY + 60_000, NIGHT].some((atMs) =>
      visitors(atMs).some((visitor) => {
        const others = questionsOf(without, visitor, accessNames).flatMap((one) => one.cells);
        return questionsOf(world, visitor, accessNames)
          .flatMap((one) => one.cells)
          .some(({ allowed }, at) => others[at]?.allowed !== allowed);
      }),
    );
    expect(decided).toBe(true);
  });
});

describe('what anybody may know', () => {
  /** Of each public route one question; a route that is neither here nor asked with rights fails the test below. */
  const PUBLIC: Readonly<Record<string, string>> = {
    '/api/transactions/:id': `/api/transactions/${randomId('none')}`,
    '/api/state': '/api/state?key=protocol',
    '/api/licences': '/api/licences',
    '/api/licences/:number': `/api/licences/${'9'.repeat(18)}`,
    '/api/licences/:number/proof': `/api/licences/${'9'.repeat(18)}/proof`,
    '/api/register/export': '/api/register/export',
    '/api/cases/:id/events': `/api/cases/${randomId('none')}/events`,
    '/api/names': `/api/names?region=110105&name=${encodeURIComponent('城东')}`,
    '/api/counts': '/api/counts',
    '/api/audit/anchors': '/api/audit/anchors',
    '/api/checkpoints': '/api/checkpoints',
    '/api/consistency': '/api/consistency?from=1&to=1',
    '/api/evidence': '/api/evidence',
    '/api/organisations': '/api/organisations',
    '/api/services': '/api/services',
    '/api/drafts/:slot': `/api/drafts/${'s'.repeat(43)}`,
    '/api/sign-in': '/api/sign-in',
    '/api/city': '/api/city',
    '/api/access/rules': '/api/access/rules',
    '/trust.json': '/trust.json',
  };
  const WITH_RIGHTS = new Set([
    ...['/api/cases', '/api/cases/:id', '/api/cases/:id/papers/:transaction', '/api/vault/:digest'],
    ...[
      '/api/accounts',
      '/api/annulments',
      '/api/annulments/:id',
      '/api/closings',
      '/api/roles',
      '/api/sessions',
      '/api/footprint',
      '/api/mandates',
      '/api/passkeys',
    ],
    ...['/api/audit', '/api/audit/gaps', '/api/audit/matters', '/api/audit/sample/:id'],
    ...['may', 'requests', 'emergencies', 'readers', 'reach'].map((name) => `/api/access/${name}`),
  ]);
  /** Files of the log, and what the operator watches: no part of the API that people are answered by. */
  const ELSEWHERE = /^\/(checkpoint|tile|healthz|metrics)|^\/api\/sign-in\/|^\/api\/(log|health|metrics)/;

  it('is every route that asks nobody who they are', () => {
    const paths = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    const unknown = paths.filter((path) => !(path in PUBLIC) && !WITH_RIGHTS.has(path) && !ELSEWHERE.test(path));
    expect(unknown).toEqual([]);
  });

  it.each(Object.entries(PUBLIC))('is the same to everybody at %s', async (_route, path) => {
    const stranger = await ask(path);
    for (const visitor of visitors(NIGHT)) expect((await ask(path, tokenOf(visitor))).text).toBe(stranger.text);
  });
});

describe('a case that is hidden and one that is not there', () => {
  it('have the same papers, byte for byte', async () => {
    const none = randomId('no such case');
    for (const visitor of visitors(NIGHT)) {
      const token = tokenOf(visitor);
      for (const { id, resource } of world.cases) {
        const question = {
          key: visitor.kid,
          isCaseKey: visitor.isCaseKey,
          at: NIGHT,
          assurance: 3,
          deed: 'cases.read',
        };
        if (modelAllows(world.model, { ...question, ...resource })) continue;
        const hidden = await ask(`/api/cases/${id}/papers/${id}`, token);
        const absent = await ask(`/api/cases/${none}/papers/${none}`, token);
        expect([hidden.status, hidden.text]).toEqual([absent.status, absent.text]);
      }
    }
  });
});
