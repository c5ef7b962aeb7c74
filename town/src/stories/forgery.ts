import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ATTESTERS, Citizen, type Stage } from '@minglu/city';
import { Client, DepartmentClient } from '@minglu/sdk';
import { seededRandom } from '../seeded-random.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

/**
 * Another history of the same chain, signed with the same log's key: what somebody has who stole that key, knows the
 * genesis, and tells it anew. It asks no witness.
 */
export async function startForgery(town: Town, atLeast: number) {
  const directory = await mkdtemp(join(tmpdir(), 'minglu-forgery-'));
  const platform = await town.openElsewhere(directory);
  const client = new Client({ baseUrl: platform.url });
  const stage: Stage = {
    chain: town.chain,
    client,
    departments: Object.fromEntries(ATTESTERS.map((id) => [id, new DepartmentClient(town.department(id).url)])),
    clock: () => town.nowMs(),
    randomBytes: seededRandom('forgery'),
  };
  for (let shop = 1; platform.node.status().size < atLeast; shop += 1) {
    await new Citizen(stage, 'chen').applyFor(smallShop(`明州市东湖区伪造${shop}号店`));
  }
  const close = async () => {
    await platform.close();
    await rm(directory, { recursive: true });
  };
  return { node: platform.node, url: platform.url, client, close };
}
