import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

let town: Town;

beforeAll(async () => {
  town = await startTown();
});

afterAll(() => town?.close());

test('a dead witness delays no receipt, is shown, and catches up when it is back', async () => {
  const [one, two] = ['witness-1.town.example', 'witness-2.town.example'] as const;
  await town.citizen('wang').applyFor(smallShop('明州市东湖区热身书屋'));
  await town.cosigned();
  await town.witness(two).close();
  const started = performance.now();
  const filed = await town.citizen('wang').applyFor(smallShop());
  expect(performance.now() - started).toBeLessThan(1_000);
  await town.cosigned();
  const stateOf = (name: string) => town.node.status().witnesses.find((witness) => witness.name === name)!;
  await town.until(() => stateOf(two).state === 'unreachable');
  expect(stateOf(one)).toMatchObject({ state: 'cosigned', lastCosignedSize: town.node.status().size });
  expect(await town.node.receipt(filed.submitted.index)).toContain(one);

  await town.reviveWitness(two);
  await town.citizen('wang').applyFor(smallShop('明州市东湖区归来书屋'));
  await town.until(() => stateOf(two).lastCosignedSize === town.node.status().size);
}, 60_000);

test('with every witness dead, people are served and the checkpoint says that nobody saw it yet', async () => {
  await town.witness('witness-1.town.example').close();
  await town.witness('witness-2.town.example').close();
  const { cosignedSize } = town.node.status();
  const filed = await town.citizen('wang').applyFor(smallShop('明州市东湖区独行书屋'));
  expect(filed.licence).toBeDefined();
  expect(town.node.status().cosignedSize).toBe(cosignedSize);
}, 60_000);
