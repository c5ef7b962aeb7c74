import { describe, expect, it } from 'vitest';
import { accessChain, propose } from '../../testing/access-chain.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { keyWithRole } from '../../testing/procedure-chain.ts';
import { foundedChain, kidOf, type Letter, type TestChain } from '../../testing/test-chain.ts';

const ROOT = kidOf('some root');
const anchor = (by: string, body: object = {}): Letter => ({
  by,
  deed: 'audit.anchor',
  body: { stream: 'api', size: 5, root: ROOT, ...body },
});

async function recordedChain(): Promise<TestChain> {
  const chain = await accessChain();
  for (const letter of [
    ...keyWithRole('platform', 'door', 'recorder'),
    ...keyWithRole('market', 'process', 'recorder'),
  ])
    await accepted(chain, { ...letter, by: 'founder' });
  return chain;
}

describe('audit.anchor', () => {
  it('keeps how far a stream was, and tells followers', async () => {
    const chain = await recordedChain();
    expect(await accepted(chain, anchor('door'))).toEqual(['audit.anchored']);
    expect(chain.find('audit', 'api')).toEqual({ size: 5, root: ROOT, at: chain.time, by: kidOf('door') });
    await accepted(chain, anchor('door', { size: 6, root: kidOf('another') }));
    expect(chain.find('audit', 'api')?.size).toBe(6);
  });

  it('never goes back, and never says the same size again', async () => {
    const chain = await recordedChain();
    await accepted(chain, anchor('door'));
    await refusedWithoutTrace(chain, anchor('door', { size: 4 }), 'anchor-not-ahead');
    await refusedWithoutTrace(chain, anchor('door', { root: kidOf('another') }), 'anchor-not-ahead');
    await refusedWithoutTrace(chain, anchor('door', { size: 0 }), 'body-invalid');
  });

  it('is for the process that writes the stream, and for no other organisation’s', async () => {
    const chain = await recordedChain();
    await refusedWithoutTrace(chain, anchor('founder'), 'access-denied');
    await refusedWithoutTrace(chain, anchor('process'), 'access-denied');
    await refusedWithoutTrace(chain, anchor('door', { stream: 'department:market' }), 'access-denied');
    await refusedWithoutTrace(chain, anchor('process', { stream: 'department:police' }), 'access-denied');
    await accepted(chain, anchor('process', { stream: 'department:market' }));
    await refusedWithoutTrace(chain, anchor('process', { stream: 'market' }), 'body-invalid');
  });

  it('is given to nobody and taken from nobody by a rule', async () => {
    const chain = await recordedChain();
    const rule = (effect: string): Letter =>
      propose({ effect, deeds: ['audit.anchor'], organs: ['market'] }, effect === 'allow' ? 'police' : undefined);
    await refusedWithoutTrace(chain, rule('allow'), 'rule-unfit');
    await refusedWithoutTrace(chain, rule('deny'), 'rule-unfit');
  });

  it('is not known to a chain of an older protocol', async () => {
    const chain = await foundedChain(undefined, 3);
    await refusedWithoutTrace(chain, anchor('founder'), 'deed-unknown');
  });
});
