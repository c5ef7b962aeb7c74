import { randomBytes } from 'node:crypto';
import { CHAIN, Citizen, type Stage } from '@minglu/city';
import { Client, DepartmentClient } from '@minglu/sdk';
import { shop } from '@minglu/town';

/** People who apply for a small shop without a page, each with a key of their own; the answer is the wait in milliseconds. */
export async function applicantsAt(
  url: string,
  count: number,
  nameOf: (at: number) => string,
): Promise<(() => Promise<number>)[]> {
  const stage = await stageAt(url);
  return Array.from({ length: count }, (_, at) => async () => {
    const begun = performance.now();
    const citizen = new Citizen(stage, 'wang');
    const application = { tradeName: nameOf(at), scope: ['5213'], region: shop.region, operator: '王秀英' };
    const { licence } = await citizen.applyFor({ service: 'individual-business', ...application });
    if (licence === undefined) throw new Error('not granted at once');
    return performance.now() - begun;
  });
}

async function stageAt(url: string): Promise<Stage> {
  const client = new Client({ baseUrl: url });
  const { organisations } = await client.get('/api/organisations', {});
  const doors = organisations.flatMap(({ id, organisation }) => {
    const { endpoint } = organisation as { endpoint?: string };
    return endpoint === undefined ? [] : [[id, new DepartmentClient(endpoint)] as const];
  });
  const clock = (): number => Date.now();
  return {
    chain: CHAIN,
    client,
    departments: Object.fromEntries(doors),
    clock,
    randomBytes: (length) => randomBytes(length),
  };
}
