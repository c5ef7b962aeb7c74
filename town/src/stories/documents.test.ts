import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FiledCase } from '@minglu/city';
import { signerFromSecret } from '@minglu/protocol';
import { DepartmentClient, seal } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { filesUnder } from './files-under.ts';
import { smallShop } from './small-shop.ts';

const ORGAN = 'market-regulation';
let town: Town;
beforeAll(async () => {
  town = await startTown();
}, 60_000);
afterAll(() => town?.close());

const door = () => new DepartmentClient(town.department(ORGAN).url);

async function documentsOf(filed: FiledCase) {
  await town.department(ORGAN).poll();
  const token = await door().proveHolder({ id: ORGAN, chain: town.chain }, signerFromSecret('ES256', filed.secret));
  return { token, ...(await door().documents(token, filed.id)) };
}

const titles = (documents: readonly { readonly title: string }[]) => documents.map(({ title }) => title);

test('each legal step makes its 文书, in order, with numbers that follow each other', async () => {
  const wang = await town.citizen('wang').applyFor(smallShop('清风茶馆'));
  const zhao = await town.citizen('zhao').applyFor(smallShop('小明书店'));
  await town.officer('zheng').act('cases.extend', { case: zhao.id, reason: 'COMPLEX' });
  await town.officer('li').decide(zhao.id, 'refuse', 'NAME-NOT-ALLOWED', '名称与已登记的近似，请另取名称。');
  const granted = await documentsOf(wang);
  const refused = await documentsOf(zhao);
  expect(titles(granted.documents)).toEqual(['准予登记通知书']);
  expect(titles(refused.documents)).toEqual(['接收申请材料凭证', '延长办理期限告知书', '不予登记通知书']);
  const numbers = [...granted.documents, ...refused.documents].map(({ number }) => /第(\d+)号/.exec(number)?.[1]);
  expect(numbers).toEqual(['1', '2', '3', '4']);
  const last = refused.documents.at(-1);
  const { bytes, mediaType } = await door().document(refused.token, last?.key ?? '');
  expect(mediaType).toBe('application/pdf');
  expect(createHash('sha256').update(bytes).digest('base64url')).toBe(last?.digest);
});

test('whoever does not hold the case’s key gets the same answer for it as for a case that is nowhere', async () => {
  const wang = await town.citizen('wang').applyFor(smallShop('甲店'));
  const chen = await town.citizen('chen').applyFor(smallShop('乙店'));
  const { documents, token } = await documentsOf(wang);
  const { token: stranger } = await documentsOf(chen);
  const key = documents[0]?.key ?? '';
  expect((await door().document(token, key)).bytes.length).toBeGreaterThan(1_000);
  const about = async (work: Promise<unknown>) =>
    work.catch((error: { code: string; facts: unknown }) => [error.code, error.facts]);
  const foreign = await about(door().documents(stranger, wang.id));
  expect(foreign).toEqual(['document-not-found', {}]);
  expect(await about(door().documents(stranger, 'AAAAAAAAAAAAAAAAAAAAAA'))).toEqual(foreign);
  expect(await about(door().document(stranger, key))).toEqual(foreign);
  expect(await about(door().document(stranger, '999999-0'))).toEqual(foreign);
  const { token: officer } = await door().demoSignIn('li');
  expect((await door().documents(officer, wang.id)).documents.length).toBe(1);
});

test('steps taken while the department’s process was dead get their documents when it is back, each one once', async () => {
  const zhao = await town.citizen('zhao').applyFor(smallShop('夜里书店'));
  const li = town.officer('li');
  await li.signer();
  const words = (await door().about()).keys.sealing;
  await town.kill(ORGAN);
  const body = { case: zhao.id, points: ['premises-paper', 'identity'] };
  await li.act('cases.supplement', body, { reason: await seal('请补租赁合同。', words) });
  await town.revive(ORGAN);
  const { documents } = await documentsOf(zhao);
  expect(titles(documents)).toEqual(['接收申请材料凭证', '一次性告知书']);
  await town.kill(ORGAN);
  await town.revive(ORGAN);
  expect((await documentsOf(zhao)).documents).toEqual(documents);
  const folder = join(town.directory, 'departments', ORGAN, 'documents');
  const lines = (await readFile(join(folder, 'documents.jsonl'), 'utf8')).trim().split('\n');
  const serials = lines.map((line) => (JSON.parse(line) as { serial: number }).serial);
  expect(serials).toEqual(serials.map((_, at) => at + 1));
});

test('the platform’s files hold no word of a document', async () => {
  const zhao = await town.citizen('zhao').applyFor({ ...smallShop('丙店'), operator: '欧阳绝无仅有' });
  const { documents } = await documentsOf(zhao);
  expect(documents.length).toBe(1);
  for (const { bytes } of await filesUnder(join(town.directory, 'platform')))
    expect(bytes.includes('欧阳绝无仅有')).toBe(false);
});
