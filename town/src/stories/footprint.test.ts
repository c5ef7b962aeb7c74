import { signerFromSecret } from '@minglu/protocol';
import { DepartmentClient, signCaseProof, signIn } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

const ORGAN = 'market-regulation';
const OPERATOR = '赵小明';

let town: Town;
let one: { readonly id: string; readonly secret: Uint8Array };
let other: { readonly id: string; readonly secret: Uint8Array };
beforeAll(async () => {
  town = await startTown();
  one = await town.citizen('zhao').applyFor({ ...smallShop('足迹书屋'), operator: OPERATOR });
  other = await town.citizen('zhao').applyFor({ ...smallShop('别家书屋'), operator: OPERATOR });
});
afterAll(() => town?.close());

const door = (organ = ORGAN) => new DepartmentClient(town.department(organ).url);

const prove = (filed: { id: string; secret: Uint8Array }, purpose: string, content?: Record<string, string>) =>
  signCaseProof(
    {
      chain: town.chain,
      organisation: ORGAN,
      case: filed.id,
      purpose,
      at: town.nowMs(),
      ...(content === undefined ? {} : { content }),
    },
    signerFromSecret('ES256', filed.secret),
  );

/** What the holder reads: the platform's lines and the department's. */
async function footprintOf(filed: { id: string; secret: Uint8Array }) {
  const { client } = await signIn(town.client, signerFromSecret('ES256', filed.secret), { embedKey: true });
  const platform = await client.get('/api/footprint', { case: filed.id });
  return [...platform.lines, ...(await door().footprint([await prove(filed, 'footprint.read')]))];
}

/** An officer with leave from the platform, and a token of the department. */
async function leaveOf(person: string, asked: { case: string; field: string; purpose: 'review' | 'verify' }) {
  const { client } = await signIn(town.client, await town.officer(person).signer(), { embedKey: false });
  const { opening } = await client.post('/api/unmask', asked);
  return { opening, token: (await door().demoSignIn(person)).token };
}

test('what an officer opens stands at both doors before the words are told: what, who by number, what for; never the words', async () => {
  expect(await town.officer('li').open(one.id, 'operator', 'verify')).toBe(OPERATOR);
  const lines = await footprintOf(one);
  const opened = lines.filter(({ field, purpose }) => field === 'operator' && purpose === 'verify');
  expect(opened.map(({ via, action, who }) => [via, action, who])).toEqual([
    ['api', 'sealed.ask', 'officer'],
    [`department:${ORGAN}`, 'sealed.open', 'officer'],
  ]);
  expect(new Set(opened.map(({ number }) => number)).size).toBe(1);
  expect(JSON.stringify(lines)).not.toMatch(/赵|小明|\d{17}/);
  expect(JSON.stringify(lines)).not.toContain((await town.officer('li').signer()).publicKey.kid);
});

test('one case’s words are not opened under the name of another, nor with a leave that is used, changed or a colleague’s', async () => {
  const asked = { case: one.id, field: 'operator', purpose: 'review' } as const;
  const { opening, token } = await leaveOf('li', asked);
  const refused = { code: 'opening-refused' };
  await expect(door().open(token, { ...asked, case: other.id, opening })).rejects.toMatchObject(refused);
  // Whatever was brought, the leave is used by it.
  await expect(door().open(token, { ...asked, opening })).rejects.toMatchObject(refused);
  for (const changed of [{ field: 'id-number' }, { purpose: 'verify' }]) {
    const leave = await leaveOf('li', asked);
    await expect(door().open(leave.token, { ...asked, ...changed, opening: leave.opening })).rejects.toMatchObject(
      refused,
    );
  }
  const colleague = (await door().demoSignIn('zheng')).token;
  const leave = await leaveOf('li', asked);
  await expect(door().open(colleague, { ...asked, opening: leave.opening })).rejects.toMatchObject(refused);
  const tried = (await footprintOf(one)).filter(({ result }) => result === 'opening-refused');
  expect(tried.length).toBeGreaterThanOrEqual(3);
});

test('names and numbers are masked, and what has no mask is not shown at all', async () => {
  const { client } = await signIn(town.client, await town.officer('li').signer(), { embedKey: false });
  const leave = async () => (await client.post('/api/unmask/masks', { case: one.id })).opening;
  const { token } = await door().demoSignIn('li');
  const masked = await door().masked(token, { opening: await leave(), case: one.id });
  expect(masked.operator).toBe('赵**');
  expect(masked['id-number']).toMatch(/^\d{4}\*{10}[\dX]{4}$/);
  const refused = { code: 'opening-refused' };
  await expect(door().masked(token, { opening: await leave(), case: other.id })).rejects.toMatchObject(refused);
  // Leave to see masks opens nothing, and leave to open shows no masks.
  const opening = await leave();
  const asked = { case: one.id, field: 'operator', purpose: 'masks', opening };
  await expect(door().open(token, asked)).rejects.toMatchObject(refused);
  const toOpen = await leaveOf('li', { case: one.id, field: 'operator', purpose: 'review' });
  await expect(door().masked(token, { opening: toOpen.opening, case: one.id })).rejects.toMatchObject(refused);
});

test('whoever was found by a name reads that somebody looked for it', async () => {
  const { token } = await door().demoSignIn('li');
  await expect
    .poll(async () => (await door().search(token, OPERATOR, 'inspection')).cases, { timeout: 10_000 })
    .toContain(one.id);
  const found = (await footprintOf(one)).find(({ action }) => action === 'cases.found');
  expect(found).toMatchObject({ who: 'officer', purpose: 'inspection', via: `department:${ORGAN}` });
  await expect(door().search(token, '赵**', 'inspection')).rejects.toMatchObject({ code: 'masked-value' });
});

test('a document that an officer reads is in the footprint of its own case, whatever case the officer names beside it', async () => {
  await town.department(ORGAN).poll();
  const { token } = await door().demoSignIn('li');
  const [document] = (await door().documentsForOfficer(token, one.id)).documents;
  const asked = { token, key: document?.key, case: other.id };
  const answer = await fetch(`${town.department(ORGAN).url}/officer/documents/file`, {
    method: 'POST',
    body: JSON.stringify(asked),
  });
  expect(answer.status).toBe(200);
  const read = { action: 'documents.read', who: 'officer', result: 'allowed' };
  expect((await footprintOf(one)).filter(({ action }) => action === 'documents.read')).toMatchObject([read]);
  expect((await footprintOf(other)).filter(({ action }) => action === 'documents.read')).toEqual([]);
});

test('the words come back to whoever sealed them, and to no other key', async () => {
  const words = await door().words(await prove(one, 'words.read'));
  expect(words).toMatchObject({ operator: OPERATOR, 'id-number': expect.stringMatching(/^\d{17}[\dX]$/) });
  const forged = await prove({ id: one.id, secret: other.secret }, 'words.read');
  await expect(door().words(forged)).rejects.toMatchObject({ code: 'proof-refused' });
  expect(await door().footprint([await prove({ id: one.id, secret: other.secret }, 'footprint.read')])).toEqual([]);
});

test('a correction is asked, answered with a day and reasons, seen by both, and told', async () => {
  const content = { id: 'AAAAAAAAAAAAAAAAAAAAAQ', kind: 'correct', about: 'name', words: '应为“赵晓明”' };
  const { dueAt } = await door().askCorrection(await prove(one, 'corrections.ask', content));
  expect(dueAt - town.nowMs()).toBeGreaterThan(29 * 86_400_000);
  await door().askCorrection(await prove(one, 'corrections.ask', content));
  const { token } = await door().demoSignIn('li');
  const [waiting, ...more] = await door().correctionsForOfficer(token);
  expect(more).toEqual([]);
  expect(waiting).toMatchObject({ case: one.id, words: content.words, dueAt });
  const answer = {
    case: one.id,
    correction: content.id,
    outcome: 'declined',
    words: '与身份证件一致，可申请复议',
  } as const;
  await expect(door().answerCorrection(token, { ...answer, case: other.id })).rejects.toMatchObject({
    code: 'correction-unknown',
  });
  await door().answerCorrection(token, answer);
  await expect(door().answerCorrection(token, answer)).rejects.toMatchObject({ code: 'correction-answered' });
  const [seen] = await door().corrections([await prove(one, 'corrections.read')]);
  expect(seen?.answer).toMatchObject({
    outcome: 'declined',
    words: answer.words,
    number: expect.stringMatching(/^\d{6}$/),
  });
  const messages = await door().messages([await prove(one, 'messages.read')]);
  expect(messages.filter(({ kind }) => kind === 'correction-answered').length).toBe(1);
  expect((await footprintOf(one)).map(({ action }) => action)).toContain('corrections.answer');
});
