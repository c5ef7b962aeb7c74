import { describe, expect, it } from 'vitest';
import { accessChain } from '../../testing/access-chain.ts';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { endOf, submitted } from '../../testing/procedure-chain.ts';
import { idOf, kidOf, type Letter, sealedSidecar, type TestChain } from '../../testing/test-chain.ts';

const DAY = 86_400_000;
const FINDING = idOf('finding');
const find = (body: object = {}, rest: Partial<Letter> = {}): Letter => ({
  by: 'looker',
  deed: 'audit.record-finding',
  body: { organ: 'market', case: idOf('wang'), code: 'LOOKED-WITHOUT-CASE', days: 5, ...body },
  sidecar: sealedSidecar(),
  id: FINDING,
  ...rest,
});
const answer = (rest: Partial<Letter> = {}): Letter => ({
  by: 'head',
  deed: 'audit.answer-finding',
  body: { finding: FINDING, outcome: 'corrected' },
  sidecar: sealedSidecar(),
  ...rest,
});

async function withCase(): Promise<TestChain> {
  const chain = await accessChain();
  await submitted(chain, { word: 'wang', facts: {} });
  return chain;
}

describe('a finding', () => {
  it('is put to an organ with words that are sealed and working days to answer in', async () => {
    const chain = await withCase();
    expect(await accepted(chain, find())).toEqual(['audit.finding-recorded']);
    // Recorded on a Friday.
    const record = { organ: 'market', status: 'open', by: kidOf('looker'), dueAt: endOf('2026-06-05') };
    expect(chain.find('finding', FINDING)).toMatchObject(record);
    expect(await accepted(chain, answer())).toEqual(['audit.finding-answered']);
    expect(chain.find('finding', FINDING)).toMatchObject({ status: 'answered', outcome: 'corrected' });
    expect(chain.find('finding', FINDING)).not.toHaveProperty('late');
    await refusedWithoutTrace(chain, answer(), 'finding-answered');
  });

  it('is an auditor’s, about an organ there is and a case of that organ', async () => {
    const chain = await withCase();
    for (const by of ['founder', 'sec-one', 'head'])
      await refusedWithoutTrace(chain, find({}, { by }), 'access-denied');
    await refusedWithoutTrace(chain, find({ organ: 'nobody' }), 'organisation-unknown');
    await refusedWithoutTrace(chain, find({ organ: 'police' }), 'case-unknown');
    await refusedWithoutTrace(chain, find({}, { sidecar: sealedSidecar({}) }), 'sealed-reason-missing');
    await refusedWithoutTrace(chain, find({ days: 61 }), 'body-invalid');
  });

  it('is answered by the head of that organ alone, in sealed words', async () => {
    const chain = await withCase();
    await refusedWithoutTrace(chain, answer(), 'finding-unknown');
    await accepted(chain, find());
    for (const by of ['registrar', 'police-head', 'looker'])
      await refusedWithoutTrace(chain, answer({ by }), 'access-denied');
    await refusedWithoutTrace(chain, answer({ sidecar: sealedSidecar({}) }), 'sealed-reason-missing');
  });

  it('is marked when nobody answers in time, and stays so when somebody does', async () => {
    const chain = await withCase();
    await accepted(chain, find());
    const { blockEvents } = chain.block([], 12 * DAY);
    expect(blockEvents.map(([name]) => name)).toContain('audit.finding-overdue');
    expect(chain.find('finding', FINDING)).toMatchObject({ status: 'open', late: true });
    await accepted(chain, answer());
    expect(chain.find('finding', FINDING)).toMatchObject({ status: 'answered', late: true });
  });
});
