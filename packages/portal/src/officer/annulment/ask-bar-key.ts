import { signCounterLetter } from '@minglu/sdk';
import { api, departmentAt } from '../../server/api.ts';
import { PortalError } from '../../server/failure.ts';
import type { Officer } from '../use-officer.ts';

const BAR_FACT = 'no-registration-bar';

/**
 * The blind key under which somebody stands on the chain (条例 40), from the department that attests on bars: it alone can tell
 * whose it is. The number goes to that department in the officer's signed letter, and neither to the platform nor the chain.
 */
export async function askBarKey(officer: Officer, idNumber: string): Promise<string> {
  const { chain, departments } = await api.get('/api/city', {});
  const asked = departments.map(async ({ id, endpoint }) => {
    const { facts } = await departmentAt(endpoint, 8_000).about();
    return facts.includes(BAR_FACT) ? { id, endpoint } : undefined;
  });
  const answers = await Promise.allSettled(asked);
  const keeper = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])).find(Boolean);
  if (keeper === undefined) throw new PortalError('unreachable');
  const number = idNumber.trim().toUpperCase();
  const draft = { chain, audience: keeper.id, idNumber: number, present: false, nowMs: Date.now() };
  return await departmentAt(keeper.endpoint).barKey(await signCounterLetter(draft, officer.signer));
}
