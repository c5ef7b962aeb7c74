import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

let town: Town;

beforeAll(async () => {
  town = await startTown();
});

afterAll(() => town?.close());

test('while the department is down the applicant is told so, nothing is recorded, and later it works', async () => {
  const wang = town.citizen('wang');
  await town.kill('public-security');
  const { size } = town.node.status();
  await expect(wang.applyFor(smallShop())).rejects.toMatchObject({ code: 'unreachable' });
  expect(town.node.status().size).toBe(size);
  await town.revive('public-security');
  await expect(wang.applyFor(smallShop())).resolves.toMatchObject({ licence: expect.any(String) });
});

test('a slow department makes its own applicants wait and nobody else', async () => {
  const waiting = await town.citizen('zhao').applyFor(smallShop());
  town.department('public-security').setDelay(1_500);
  const started = performance.now();
  const ended: string[] = [];
  const slow = town
    .citizen('wang')
    .applyFor(smallShop())
    .finally(() => ended.push('slow'));
  await town.officer('li').decide(waiting.id, 'grant');
  // In this order, however long a busy machine takes for the decision.
  expect(ended).toEqual([]);
  await expect(slow).resolves.toMatchObject({ licence: expect.any(String) });
  expect(performance.now() - started).toBeGreaterThanOrEqual(1_490);
  town.department('public-security').setDelay(0);
});

test('the deciding organ may be down while applications come in; its officers decide afterwards', async () => {
  await town.kill('market-regulation');
  const filed = await town.citizen('zhao').applyFor(smallShop());
  await expect(town.officer('li').decide(filed.id, 'grant')).rejects.toMatchObject({ code: 'unreachable' });
  await town.revive('market-regulation');
  const { outcome } = await town.officer('li').decide(filed.id, 'grant');
  expect(JSON.stringify(outcome)).toContain('licence.issued');
});
