import { describe, expect, it } from 'vitest';
import { accessChain } from '../../testing/access-chain.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { submitted } from '../../testing/procedure-chain.ts';
import { idOf, type Letter, type TestChain } from '../../testing/test-chain.ts';

const DAY = 86_400_000;
const hold = (by: string, verb: string, body: object = {}): Letter => ({
  by,
  deed: `audit.${verb}-hold`,
  body: { case: idOf('wang'), ...(verb === 'place' ? { reason: 'INSPECTION' } : {}), ...body },
});

async function withCase(): Promise<TestChain> {
  const chain = await accessChain();
  await submitted(chain, { word: 'wang', facts: {} });
  return chain;
}
const statusOf = (chain: TestChain) => chain.find('hold', idOf('wang'))?.status;

describe('a hold on a case', () => {
  it('counts at once, is confirmed by another person, and ends when two people say so', async () => {
    const chain = await withCase();
    expect(await accepted(chain, hold('looker', 'place'))).toEqual(['audit.hold-placed']);
    expect(statusOf(chain)).toBe('placed');
    await refusedWithoutTrace(chain, hold('looker', 'confirm'), 'own-proposal');
    expect(await accepted(chain, hold('sec-one', 'confirm'))).toEqual(['audit.hold-confirmed']);
    await refusedWithoutTrace(chain, hold('sec-two', 'confirm'), 'hold-not-pending');
    expect(await accepted(chain, hold('looker', 'lift'))).toEqual(['audit.hold-lift-asked']);
    expect(statusOf(chain)).toBe('lifting');
    await refusedWithoutTrace(chain, hold('looker', 'lift'), 'nothing-changes');
    await refusedWithoutTrace(chain, hold('looker', 'confirm'), 'own-proposal');
    expect(await accepted(chain, hold('sec-two', 'confirm'))).toEqual(['audit.hold-lifted']);
    expect(statusOf(chain)).toBe('lifted');
    await refusedWithoutTrace(chain, hold('looker', 'lift'), 'hold-unknown');
    expect(await accepted(chain, hold('looker', 'place'))).toEqual(['audit.hold-placed']);
  });

  it('is placed by an auditor alone, on a case there is, once', async () => {
    const chain = await withCase();
    for (const by of ['founder', 'sec-one', 'head', 'registrar'])
      await refusedWithoutTrace(chain, hold(by, 'place'), 'access-denied');
    await refusedWithoutTrace(chain, hold('looker', 'place', { case: idOf('none') }), 'case-unknown');
    await refusedWithoutTrace(chain, hold('looker', 'lift'), 'hold-unknown');
    await refusedWithoutTrace(chain, hold('sec-one', 'confirm'), 'hold-unknown');
    await accepted(chain, hold('looker', 'place'));
    await refusedWithoutTrace(chain, hold('looker', 'place'), 'hold-exists');
    for (const by of ['founder', 'head']) await refusedWithoutTrace(chain, hold(by, 'confirm'), 'access-denied');
    await refusedWithoutTrace(chain, hold('sec-one', 'lift'), 'access-denied');
  });

  it('lapses where no second person looked at it, and not where its end was asked for', async () => {
    const chain = await withCase();
    await accepted(chain, hold('looker', 'place'));
    const { blockEvents } = chain.block([], 9 * DAY);
    expect(blockEvents.map(([name]) => name)).toContain('audit.hold-lapsed');
    expect(statusOf(chain)).toBeUndefined();
    await accepted(chain, hold('looker', 'place'));
    await accepted(chain, hold('looker', 'lift'));
    chain.block([], 9 * DAY);
    expect(statusOf(chain)).toBe('lifting');
  });
});
