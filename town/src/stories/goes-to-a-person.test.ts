import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

let town: Town;

beforeAll(async () => {
  town = await startTown();
});

afterAll(() => town?.close());

async function caseRecord(id: string): Promise<Record<string, unknown>> {
  return JSON.parse(town.node.read(`case/${id}`).value ?? 'null') as Record<string, unknown>;
}

test('somebody under age is sent to a person, with a promised date', async () => {
  const filed = await town.citizen('sun').applyFor(smallShop());
  expect(filed.licence).toBeUndefined();
  expect(await caseRecord(filed.id)).toMatchObject({ status: 'pending', promisedAt: expect.any(Number) });
});

test('somebody known only by phone is sent to a person', async () => {
  const filed = await town.citizen('zhao').applyFor(smallShop());
  expect(await caseRecord(filed.id)).toMatchObject({ status: 'pending' });
});

test('whoever chooses a person gets one though the contract would have granted', async () => {
  const filed = await town.citizen('wang').applyFor({ ...smallShop(), manual: true });
  expect(await caseRecord(filed.id)).toMatchObject({ status: 'pending' });
  expect(await town.node.trace(filed.id)).toContain('"decision":"grant"');
});

test('an officer opens what was sealed, grants, and the licence is issued', async () => {
  const filed = await town.citizen('zhao').applyFor({ ...smallShop(), operator: '赵小明' });
  const li = town.officer('li');
  expect(await li.open(filed.id, 'operator')).toBe('赵小明');
  const { outcome } = await li.decide(filed.id, 'grant');
  expect(JSON.stringify(outcome)).toContain('licence.issued');
  expect(await caseRecord(filed.id)).toMatchObject({ status: 'granted', licence: expect.any(String) });
});

test('a refusal has a public code, and its words are sealed', async () => {
  const filed = await town.citizen('sun').applyFor(smallShop());
  await town.officer('li').decide(filed.id, 'refuse', 'NO-CAPACITY', '申请人未满十八周岁');
  expect(await caseRecord(filed.id)).toMatchObject({ status: 'refused' });
  const again = await town.officer('zhou').decide(filed.id, 'grant');
  expect(again.outcome).toMatchObject({ refused: 'case-not-pending' });
});

test('an administrator of the organ is no registrar: the deed is recorded and refused', async () => {
  const filed = await town.citizen('zhao').applyFor(smallShop());
  const decided = town.officer('wu').decide(filed.id, 'grant');
  await expect(decided).resolves.toMatchObject({ outcome: { refused: 'access-denied' } });
  expect(await caseRecord(filed.id)).toMatchObject({ status: 'pending' });
});
