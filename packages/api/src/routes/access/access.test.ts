import type { Signer } from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { DAY, type DoorWorld, EAST_DISTRICT, foundDoorWorld } from '../../testing/matrix/door-world.ts';
import { openTestApp, type TestApp } from '../../testing/open-test-app.ts';
import { deedBy, key, ORGAN, randomId, SERVICE } from '../../testing/test-chain.ts';

const HOUR_MS = 3_600_000;
const OTHER = 'other-bureau';
const post = (org: string, role: string): Signer => key(`${org} ${role}`);
const head = post(ORGAN, 'head');
const security = post('platform', 'security-administrator');
const clerk = key('clerk');

let api: TestApp;
let world: DoorWorld;
beforeAll(async () => {
  api = await openTestApp(4);
  world = await foundDoorWorld(api);
}, 60_000);
afterAll(() => api?.close());

const tokenOf = ({ publicKey: { kid } }: Signer): string =>
  api.context.sessions.open({ method: 'key', assurance: 3, keys: [{ kid, caseKey: false }] }, api.clock.nowMs).token;

const ask = async (by: Signer, url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${tokenOf(by)}`, 'content-type': 'application/json' };
  const sent = payload === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload };
  const answer = await api.app.inject({ ...sent, url, headers });
  // biome-ignore lint/suspicious/noExplicitAny: answers of several routes, read member by member
  return { status: answer.statusCode, body: answer.json() as any };
};

const act = async (by: Signer, deed: string, body: object, id = randomId(`${deed} ${JSON.stringify(body)}`)) => {
  await accepted(api.node, await deedBy(by, deed, body as never, { id, notAfter: api.clock.nowMs + HOUR_MS / 2 }));
  return id;
};

const caseAt = (place: number) => world.cases[place] ?? { id: '', resource: {} };

describe('a refusal', () => {
  test('says what was lacking, at whom, and that it can be asked for', async () => {
    const { status, body } = await ask(clerk, '/api/cases?view=open');
    expect(status).toBe(403);
    expect(body.facts).toEqual({
      ...{ deed: 'cases.queue', org: ORGAN, roles: ['registrar', 'head'], requestable: true },
    });
  });

  test('says so of a file beside what anybody may know of the case', async () => {
    const { status, body } = await ask(post('west-bureau', 'registrar'), `/api/cases/${caseAt(0).id}`);
    expect(status).toBe(200);
    expect(body.file).toBeUndefined();
    const roles = ['registrar', 'head', 'attester'];
    expect(body.lacking).toEqual({ deed: 'cases.read', org: ORGAN, roles, requestable: true });
  });

  test('does not send anybody to ask for what a rule denies', async () => {
    const { body } = await ask(post(OTHER, 'registrar'), `/api/cases/${caseAt(3).id}`);
    expect(body.lacking).toMatchObject({ deed: 'cases.read', requestable: false });
  });

  test('of a deed names what the door explains when it is asked about that deed', async () => {
    const transaction = await deedBy(clerk, 'cases.claim', { case: caseAt(0).id }, { notAfter: DAY + HOUR_MS / 2 });
    const { outcome } = (await ask(clerk, '/api/transactions', { transaction })).body;
    expect(outcome).toMatchObject({ refused: 'access-denied', facts: { deed: 'cases.claim', org: ORGAN } });
    const { body } = await ask(clerk, `/api/access/may?deeds=${outcome.facts.deed}&organ=${outcome.facts.org}`);
    const lacking = { deed: 'cases.claim', org: ORGAN, roles: ['registrar'], requestable: true };
    expect(body.answers).toEqual([{ deed: 'cases.claim', allow: false, lacking }]);
  });

  test('names no way where there is none', async () => {
    const { body } = await ask(clerk, '/api/access/preview', { rule: { effect: 'deny', deeds: ['cases.read'] } });
    expect(body.facts).toMatchObject({ deed: 'access.propose-rule', requestable: false });
  });
});

describe('a request', () => {
  test('is on the desk of whoever answers, gives what it says when it is approved, and ends', async () => {
    const by = post('west-bureau', 'registrar');
    const path = `/api/cases/${caseAt(0).id}`;
    const wanted = { deed: 'cases.read', organ: ORGAN, region: EAST_DISTRICT, service: SERVICE, reason: 'COMPLAINT' };
    const request = await act(by, 'access.request', wanted);
    const until = DAY + 2 * HOUR_MS;
    const waiting = async () => (await ask(head, '/api/access/requests?desk=organ')).body.requests[0];
    // Rows follow the ledger.
    await expect.poll(waiting).toMatchObject({ id: request, ...wanted, org: 'west-bureau', status: 'pending' });
    expect((await ask(by, path)).body.file).toBeUndefined();
    await act(head, 'access.approve', { request, until });
    await expect.poll(waiting).toMatchObject({ status: 'approved', given: until });
    expect((await ask(by, path)).body.file.sealed).toHaveProperty('operator');
    expect((await ask(by, `/api/cases/${caseAt(1).id}`)).body.file).toBeDefined();
    api.clock.nowMs = until;
    expect((await ask(by, path)).body.file).toBeUndefined();
    api.clock.nowMs = DAY + 60_000;
  });

  test('is of nobody else: neither its asker’s colleagues nor a neighbour read the list', async () => {
    const { status } = await ask(post(ORGAN, 'registrar'), '/api/access/requests?desk=organ');
    expect(status).toBe(403);
    const { body } = await ask(post(OTHER, 'head'), '/api/access/requests?desk=organ');
    expect(body.requests).toEqual([]);
    expect((await ask(post(OTHER, 'head'), '/api/access/requests?desk=mine')).body.requests).toEqual([]);
  });
});

describe('an emergency', () => {
  test('stands on the desk of the head whose file was opened, with its sealed reasons', async () => {
    const { body } = await ask(head, '/api/access/emergencies?desk=organ');
    expect(body.emergencies).toMatchObject([
      { case: caseAt(0).id, org: OTHER, organ: ORGAN, reason: 'DANGER-TO-LIFE' },
    ]);
    expect(body.emergencies[0].sealed).toBeTypeOf('string');
    const own = await ask(post(OTHER, 'head'), '/api/access/emergencies?desk=mine');
    expect(own.body.emergencies).toHaveLength(1);
  });
});

describe('a grade', () => {
  test('that a reader may not see is left out of the file and named', async () => {
    const { body } = await ask(post('city', 'head'), `/api/cases/${caseAt(1).id}?purpose=supervision`);
    expect(Object.keys(body.file.sealed)).toEqual(['operator']);
    expect(body.file.withheld).toEqual(['id-number']);
    expect(body.file.attested).toHaveLength(1);
  });

  test('that is closed closes the papers, which come in one piece', async () => {
    const { id } = caseAt(1);
    expect((await ask(post('city', 'head'), `/api/cases/${id}/papers/${id}?purpose=supervision`)).status).toBe(404);
  });
});

describe('a desk of another organ', () => {
  test('is cut to the districts that were opened, in list, count and lamps alike', async () => {
    const { body } = await ask(post(OTHER, 'registrar'), `/api/cases?view=open&organ=${ORGAN}`);
    expect(new Set(body.cases.map(({ id }: { id: string }) => id))).toEqual(new Set([caseAt(0).id, caseAt(4).id]));
    expect([body.total, body.desks.open, body.regions]).toEqual([2, 2, [EAST_DISTRICT]]);
  });

  test('is refused as one that does not exist is', async () => {
    const by = post(ORGAN, 'registrar');
    const closed = await ask(by, '/api/cases?view=open&organ=west-bureau');
    const absent = await ask(by, '/api/cases?view=open&organ=no-such-bureau');
    expect([closed.status, absent.status]).toEqual([403, 403]);
    expect({ ...closed.body.facts, org: '' }).toEqual({ ...absent.body.facts, org: '' });
  });
});

describe('the rules', () => {
  const rule = { effect: 'allow', deeds: ['cases.read'], roles: ['registrar'], organs: [ORGAN] };

  test('are public, with what is proposed and how they came about', async () => {
    const before = (await api.app.inject({ url: '/api/access/rules' })).json() as { rules: unknown[] };
    expect(before.rules).toHaveLength(world.model.rules.length + 1);
    const proposal = await act(security, 'access.propose-rule', { org: OTHER, rule });
    const { proposals, history } = (
      await api.app.inject({
        url: `/api/access/rules?fromHeight=${api.node.status().height}`,
      })
    ).json() as { proposals: { id: string }[]; history: { name: string; subject: string }[] };
    expect(proposals).toMatchObject([{ id: proposal, org: OTHER, rule }]);
    expect(history[0]).toMatchObject({ name: 'rule-proposed', subject: proposal });
    await act(security, 'access.reject', { proposal });
  });

  test('are tried before they are proposed: who gains is counted from the keys there are', async () => {
    const { body } = await ask(security, '/api/access/preview', { org: OTHER, rule });
    const gains = body.gains.map(({ kid }: { kid: string }) => kid);
    expect(gains).toContain(post(OTHER, 'registrar').publicKey.kid);
    expect(gains).not.toContain(post(OTHER, 'attester').publicKey.kid);
    expect([body.loses, body.holders]).toEqual([[], false]);
  });

  test('show who loses when one denies, holders among them', async () => {
    const denying = { effect: 'deny', deeds: ['cases.read'], organs: [ORGAN] };
    const { body } = await ask(security, '/api/access/preview', { rule: denying });
    const loses = body.loses.map(({ kid }: { kid: string }) => kid);
    expect(loses).toContain(post(ORGAN, 'registrar').publicKey.kid);
    expect([body.gains, body.holders]).toEqual([[], true]);
  });

  test('that the chain would refuse are told before', async () => {
    const { body } = await ask(security, '/api/access/preview', { rule });
    expect(body.problem).toBe('rule-unfit');
  });

  test('going are tried too', async () => {
    const { rules } = (await api.app.inject({ url: '/api/access/rules' })).json() as {
      rules: { id: string; org?: string; rule: { deeds: string[]; services?: string[] } }[];
    };
    const west = rules.find(({ org }) => org === 'west-bureau');
    const { body } = await ask(security, '/api/access/preview', { org: 'west-bureau', withdraw: west?.id });
    const loses = body.loses.map(({ kid }: { kid: string }) => kid);
    expect(new Set(loses)).toEqual(new Set(['head', 'hats'].map((name) => post('west-bureau', name).publicKey.kid)));
  });
});

describe('who can see this, and what can this one see', () => {
  test('are the decision’s own answers', async () => {
    const { id } = caseAt(0);
    const { body } = await ask(head, `/api/access/readers?case=${id}`);
    const kids = body.readers.map(({ kid }: { kid: string }) => kid);
    for (const reader of [post(ORGAN, 'registrar'), head, post(OTHER, 'head'), key('asker')])
      expect(kids).toContain(reader.publicKey.kid);
    expect(kids).not.toContain(clerk.publicKey.kid);
    expect(body.holder).toBe(true);
    const { body: reach } = await ask(security, `/api/access/reach?kid=${key('asker').publicKey.kid}`);
    const read = reach.rights.find(
      ({ deed, organ }: { deed: string; organ: string }) => `${deed} ${organ}` === `cases.read ${ORGAN}`,
    );
    expect(read).toMatchObject({ whole: false, places: [{ service: SERVICE, region: EAST_DISTRICT }] });
  });

  test('are for those whose business it is, and of oneself for everybody', async () => {
    const { kid } = clerk.publicKey;
    expect((await ask(clerk, `/api/access/reach?kid=${kid}`)).status).toBe(200);
    expect((await ask(post(OTHER, 'registrar'), `/api/access/reach?kid=${kid}`)).status).toBe(403);
    expect((await ask(clerk, `/api/access/readers?case=${caseAt(0).id}`)).status).toBe(403);
  });
});

describe('the process of an organ, before it tells anything', () => {
  const check = (by: Signer, about: object) =>
    ask(by, '/api/access/check', { assurance: 3, deed: 'cases.read', ...about });
  const office = post(ORGAN, 'attester');
  const kidOf = ({ publicKey: { kid } }: Signer): string => kid;

  test('hears of each of its own cases whether the officer may read it, and of another organ’s nothing', async () => {
    const cases = world.cases.map(({ id }) => id);
    const own = world.cases.filter(({ resource }) => resource.org === ORGAN).map(({ id }) => id);
    expect(own.length).toBeLessThan(cases.length);
    const { body } = await check(office, { kid: kidOf(post(ORGAN, 'registrar')), cases });
    expect(body).toEqual({ allowed: true, cases: own });
    const nothing = await check(office, { kid: kidOf(clerk), cases });
    expect(nothing.body).toEqual({ allowed: false, cases: [] });
    expect((await check(office, { kid: 'A'.repeat(43), cases })).body).toEqual({ allowed: false, cases: [] });
  });

  test('is no officer: whoever has no attester’s key is told of nobody', async () => {
    const { status } = await check(head, { kid: kidOf(head), cases: [] });
    expect(status).toBe(403);
  });

  test('hears no of somebody who is kept out', async () => {
    const kid = kidOf(post(ORGAN, 'registrar'));
    const id = api.context.accounts.openForKey(kid, api.clock.nowMs);
    api.context.accounts.disable(id, { reason: 'left', nowMs: api.clock.nowMs });
    expect((await check(office, { kid })).body).toEqual({ allowed: false, cases: [] });
    api.context.accounts.enable(id);
    expect((await check(office, { kid })).body.allowed).toBe(true);
  });
});
