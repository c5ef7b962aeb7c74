import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let town: Town;

beforeAll(async () => {
  town = await startTown();
});

afterAll(() => town?.close());

function record(key: string): Record<string, unknown> {
  return JSON.parse(town.node.read(key).value ?? 'null') as Record<string, unknown>;
}

/** The next midnight in Shanghai. */
function midnight(): number {
  const day = 24 * HOUR_MS;
  const here = town.nowMs() + 8 * HOUR_MS;
  return here - (here % day) + day - 8 * HOUR_MS;
}

test('a licence suspended until midnight is valid again at that instant though nobody does anything', async () => {
  const { licence } = await town.citizen('wang').applyFor(smallShop());
  const until = midnight();
  await town.officer('li').suspend(licence!, 'premises-unsafe', until);
  await town.advance(until - town.nowMs() - 1);
  expect(record(`licence/${licence}`)).toMatchObject({ status: 'suspended', until });
  await town.advance(1);
  expect(record(`licence/${licence}`)).toMatchObject({ status: 'valid', since: until });
});

test('a role ends at its instant, and its holder may do nothing from then on', async () => {
  const filed = await town.citizen('zhao').applyFor(smallShop());
  const { kid } = (await town.officer('wu').signer()).publicKey;
  const until = town.nowMs() + 37 * MINUTE_MS;
  const granted = await town.founder('roles.grant', { org: 'market-regulation', kid, role: 'registrar', until });
  expect(granted.outcome).toHaveProperty('events');
  await town.advance(37 * MINUTE_MS);
  expect(record(`role/market-regulation/${kid}/registrar`)).toBeNull();
  const { outcome } = await town.officer('wu').decide(filed.id, 'grant');
  expect(outcome).toMatchObject({ refused: 'access-denied' });
});

test('a promised date that passes is a public fact at its instant', async () => {
  const filed = await town.citizen('sun').applyFor(smallShop());
  const { promisedAt } = record(`case/${filed.id}`) as { promisedAt: number };
  await town.advance(promisedAt - town.nowMs() - 1);
  expect(record(`case/${filed.id}`)).not.toHaveProperty('overdue');
  await town.advance(1);
  expect(record(`case/${filed.id}`)).toMatchObject({ status: 'pending', overdue: true });
  await town.cosigned();
  await town.monitor.poll();
  expect(town.monitor.status()).toMatchObject({ consistent: true, alarms: [] });
}, 60_000);
