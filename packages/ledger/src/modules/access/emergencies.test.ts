import { describe, expect, it } from 'vitest';
import { decide } from '../../access/decide.ts';
import { accessChain } from '../../testing/access-chain.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { endOf, submitted } from '../../testing/procedure-chain.ts';
import { idOf, kidOf, type Letter, sealedSidecar, type TestChain } from '../../testing/test-chain.ts';

const HOUR = 3_600_000;
const declare = (rest: Partial<Letter> = {}): Letter => ({
  by: 'police-registrar',
  deed: 'access.declare-emergency',
  body: { case: idOf('wang'), reason: 'DANGER-TO-LIFE' },
  sidecar: sealedSidecar(),
  ...rest,
});
const judge = (outcome: string, by = 'head'): Letter => ({
  by,
  deed: 'access.judge-emergency',
  body: { kid: kidOf('police-registrar'), case: idOf('wang'), outcome },
});
const reads = (chain: TestChain, id: string, atMs = chain.time, deed = 'cases.read'): boolean =>
  decide(chain.state, { kid: kidOf('police-registrar'), caseKey: false, atMs }, deed, { org: 'market', case: id })
    .allow;

async function withCase(): Promise<TestChain> {
  const chain = await accessChain();
  await submitted(chain, { word: 'wang', facts: {} });
  return chain;
}

describe('access in an emergency', () => {
  it('opens one file to one officer for four hours, to read and nothing else', async () => {
    const chain = await withCase();
    expect(await accepted(chain, declare())).toEqual(['access.emergency-declared']);
    const id = idOf('wang');
    expect([reads(chain, id), reads(chain, idOf('other'))]).toEqual([true, false]);
    expect([reads(chain, id, chain.time + 4 * HOUR - 1), reads(chain, id, chain.time + 4 * HOUR)]).toEqual([
      true,
      false,
    ]);
    expect(reads(chain, id, chain.time, 'cases.decide')).toBe(false);
    // Declared on a Friday: one working day is the Monday's end.
    expect(chain.find('emergency', `${kidOf('police-registrar')}/${id}`)?.dueAt).toBe(endOf('2026-06-01'));
  });

  it('says why in words that are sealed, and is for officers who lack the right', async () => {
    const chain = await withCase();
    await refusedWithoutTrace(chain, declare({ sidecar: sealedSidecar({}) }), 'sealed-reason-missing');
    await refusedWithoutTrace(chain, declare({ by: 'registrar' }), 'emergency-not-needed');
    await refusedWithoutTrace(chain, declare({ by: 'police-attester' }), 'access-denied');
    await refusedWithoutTrace(
      chain,
      declare({ body: { case: idOf('none'), reason: 'DANGER-TO-LIFE' } }),
      'case-unknown',
    );
  });

  it('is judged by the head of the organ whose case it was', async () => {
    const chain = await withCase();
    await refusedWithoutTrace(chain, judge('justified'), 'emergency-unknown');
    await accepted(chain, declare());
    for (const by of ['police-head', 'registrar', 'sec-one'])
      await refusedWithoutTrace(chain, judge('justified', by), 'access-denied');
    expect(await accepted(chain, judge('justified'))).toEqual(['access.emergency-judged']);
    expect(reads(chain, idOf('wang'))).toBe(true);
    await refusedWithoutTrace(chain, judge('unjustified'), 'emergency-judged');
  });

  it('ends at once where it was not justified', async () => {
    const chain = await withCase();
    await accepted(chain, declare());
    await accepted(chain, judge('unjustified'));
    expect(reads(chain, idOf('wang'))).toBe(false);
  });

  it('is not judged by whoever declared it', async () => {
    const chain = await withCase();
    const both = { org: 'market', kid: kidOf('police-registrar'), role: 'head' };
    await refusedWithoutTrace(chain, { by: 'founder', deed: 'roles.grant', body: both }, 'key-of-other-organisation');
    await accepted(chain, declare());
    const planted = `emergency/${kidOf('head')}/${idOf('wang')}`;
    const record = { ...chain.find('emergency', `${kidOf('police-registrar')}/${idOf('wang')}`) };
    const nothing = { due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } };
    chain.state.commit({ values: new Map([[planted, JSON.stringify(record)]]), ...nothing });
    const own = { ...judge('justified'), body: { kid: kidOf('head'), case: idOf('wang'), outcome: 'justified' } };
    await refusedWithoutTrace(chain, own, 'own-request');
  });

  it('does not go on into the next before it was judged, and is marked when nobody did in time', async () => {
    const chain = await withCase();
    await accepted(chain, declare());
    chain.block([], 5 * HOUR);
    await refusedWithoutTrace(chain, declare(), 'emergency-unjudged');
    const { blockEvents } = chain.block([], 4 * 24 * HOUR);
    expect(blockEvents.map(([name]) => name)).toContain('access.emergency-overdue');
    await accepted(chain, judge('justified'));
    await accepted(chain, declare());
  });
});
