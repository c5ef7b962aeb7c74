import { type JsonObject, signerFromSecret } from '@minglu/protocol';
import { DepartmentClient, markOfficeWords, seal, signCaseProof, signIn, signOfficerLetter } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

const ORGAN = 'market-regulation';
const NEIGHBOUR = 'xishan-market-regulation';
const OPERATOR = '赵小明';
const HOUR_MS = 3_600_000;

let town: Town;
let one: { readonly id: string; readonly secret: Uint8Array };
beforeAll(async () => {
  town = await startTown();
  one = await town.citizen('zhao').applyFor({ ...smallShop('邻区要看的书屋'), operator: OPERATOR, manual: true });
});
afterAll(() => town?.close());

const door = () => new DepartmentClient(town.department(ORGAN).url);
const he = () => town.officer('he', NEIGHBOUR);
const signerOf = (person: string, department = NEIGHBOUR) => town.officer(person, department).signer();

async function letter(route: string, asked: JsonObject, person = 'he'): Promise<string> {
  const draft = { chain: town.chain, audience: ORGAN, route, asked, nowMs: town.nowMs() };
  return await signOfficerLetter(draft, await signerOf(person));
}

async function askLeave(person = 'he') {
  const asked = { case: one.id, field: 'operator', purpose: 'supervise' } as const;
  const { client } = await signIn(town.client, await signerOf(person), { embedKey: false });
  const { opening } = await client.post('/api/unmask', asked);
  return { ...asked, opening };
}

const search = async (text: string) =>
  await door().byLetter('/search', await letter('/search', { text, purpose: 'inspection' }));

test('without a right a neighbour’s officer gets no leave, finds nobody by name, and is told what is lacking', async () => {
  await expect(askLeave()).rejects.toMatchObject({ code: 'access-denied' });
  await expect(search(OPERATOR)).rejects.toMatchObject({
    code: 'access-denied',
    facts: { deed: 'cases.queue', org: ORGAN },
  });
});

test('by an emergency the words are opened by the organ’s own process, once and for that officer alone', async () => {
  const { keys } = await door().about();
  const words = await seal(markOfficeWords('门店起火，需要马上联系经营者。'), keys.sealing);
  await he().act('access.declare-emergency', { case: one.id, reason: 'DANGER-TO-LIFE' }, { reason: words });
  const leave = await askLeave();
  // A colleague's letter with it, and what was not asked for: neither opens, and the leave is used up.
  await expect(door().byLetter('/open', await letter('/open', leave, 'gao'))).rejects.toMatchObject({
    code: 'opening-refused',
  });
  const bent = await letter('/open', { ...(await askLeave()), field: 'id-number' });
  await expect(door().byLetter('/open', bent)).rejects.toMatchObject({ code: 'opening-refused' });
  const good = await letter('/open', await askLeave());
  expect((await door().byLetter('/open', good)).text).toBe(OPERATOR);
  await expect(door().byLetter('/open', good)).rejects.toMatchObject({ code: 'letter-stale' });

  const { client } = await signIn(town.client, await signerOf('he'), { embedKey: false });
  const { opening } = await client.post('/api/unmask/masks', { case: one.id });
  const { masked } = await door().byLetter('/masked', await letter('/masked', { case: one.id, opening }));
  expect(masked.operator).toBe('赵**');
});

test('whoever the words are about reads that the neighbour opened them, at both doors', async () => {
  const holder = signerFromSecret('ES256', one.secret);
  const { client } = await signIn(town.client, holder, { embedKey: true });
  const platform = await client.get('/api/footprint', { case: one.id });
  const proof = await signCaseProof(
    { chain: town.chain, organisation: ORGAN, case: one.id, purpose: 'footprint.read', at: town.nowMs() },
    holder,
  );
  const lines = [...platform.lines, ...(await door().footprint([proof]))];
  const opened = lines.filter(
    ({ field, purpose, result }) => field === 'operator' && purpose === 'supervise' && result === 'allowed',
  );
  expect(opened.map(({ via }) => via)).toContain(`department:${ORGAN}`);
  expect(opened.map(({ via }) => via)).toContain('api');
  expect(new Set(opened.map(({ who, organ }) => `${who} ${organ}`))).toEqual(new Set([`officer ${NEIGHBOUR}`]));
});

test('a search goes by the chain’s rights: a request that was approved lets a neighbour find, until it ends', async () => {
  const wanted = { deed: 'cases.queue', organ: ORGAN, reason: 'SUPERVISION' };
  const { id: request } = await he().act('access.request', wanted);
  expect(await town.officer('zheng').act('access.approve', { request, until: town.nowMs() + HOUR_MS })).toMatchObject({
    outcome: { events: [{}] },
  });
  expect(await search(OPERATOR)).toEqual({ cases: [one.id], total: 1 });
  expect(await search('孙没有')).toEqual({ cases: [], total: 0 });
  await town.advance(2 * HOUR_MS);
  await expect(search(OPERATOR)).rejects.toMatchObject({ code: 'access-denied' });
});

test('an own officer without a right to cases finds none, whatever the register calls their duty', async () => {
  const { token } = await door().demoSignIn('wu');
  await expect(door().search(token, OPERATOR, 'inspection')).rejects.toMatchObject({ code: 'access-denied' });
  const registrar = (await door().demoSignIn('li')).token;
  expect(await door().search(registrar, OPERATOR, 'inspection')).toEqual({ cases: [one.id], total: 1 });
});
