import { modelAllows } from '@minglu/ledger/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes.ts';
import { askDoor, askDoors, type DoorDifference, doorToken } from '../testing/matrix/ask-doors.ts';
import { type DoorWorld, foundDoorWorld, NIGHT } from '../testing/matrix/door-world.ts';
import { type Asking, type DoorPlan, everyAsking, planDoors, visitorsAt } from '../testing/matrix/plan-doors.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { randomId } from '../testing/test-chain.ts';

let test: TestApp;
let world: DoorWorld;
let plan: DoorPlan;
let found: readonly DoorDifference[];

beforeAll(async () => {
  test = await openTestApp(4);
  world = await foundDoorWorld(test);
  plan = planDoors(test, world);
  found = await askDoors(test, plan.askings);
}, 120_000);
afterAll(() => test?.close());

const visitors = (atMs: number) => visitorsAt(world, atMs);
const tokenOf = (visitor: ReturnType<typeof visitors>[number]) => doorToken(test, visitor);
const ask = (url: string, token?: string) => askDoor(test, url, token);

describe('the matrix of doors, deeds, ids, keys and organisations', () => {
  it('has at least twenty thousand cells, and lets through in a third of them', () => {
    expect(plan.cells).toBeGreaterThanOrEqual(20_000);
    expect(plan.allowing / plan.cells).toBeGreaterThanOrEqual(1 / 3);
  });

  it('agrees with the reference model in each', () => {
    expect(found.slice(0, 5)).toEqual([]);
  });

  it('asks every refusal of every kind, of which there are far more than are asked', () => {
    expect([...plan.kinds].filter((kind) => !plan.askedKinds.has(kind))).toEqual([]);
    expect(plan.kinds.size).toBeGreaterThan(500);
    expect(plan.refusals).toBeGreaterThan(60_000);
  });

  it('lets every rule decide some of what is asked', () => {
    const nameOf = ({ at, visitor, question }: Asking, cell: string) =>
      `${at} ${visitor.kid} ${question.path.split('&deeds=')[0]} ${JSON.stringify(question.body)} ${cell}`;
    const asked = new Map(
      plan.askings.flatMap((one) => one.question.cells.map(({ name, allowed }) => [nameOf(one, name), allowed])),
    );
    const idle = world.model.rules.flatMap((_, place) => {
      const rules = world.model.rules.filter((_rule, at) => at !== place);
      for (const one of everyAsking({ ...world, model: { ...world.model, rules } })) {
        const isDecided = ({ name, allowed }: { readonly name: string; readonly allowed: boolean }) =>
          asked.get(nameOf(one, name)) === !allowed;
        if (one.question.cells.some(isDecided)) return [];
      }
      return [place];
    });
    expect([world.model.rules.length, idle]).toEqual([14, []]);
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
