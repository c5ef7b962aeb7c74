import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import {
  apply,
  DAY,
  foundedChain,
  idOf,
  kidOf,
  type Letter,
  sealedSidecar,
  type TestChain,
} from '../../testing/test-chain.ts';

/** A chain on which the case of `wang` waits for a person. */
async function withPendingCase(): Promise<TestChain> {
  const chain = await foundedChain();
  chain.block([await apply(chain, { word: 'wang', facts: {} })]);
  return chain;
}

function decide(change: object = {}, rest: Partial<Letter> = {}): Letter {
  const body = { case: idOf('wang'), decision: 'grant', ...change };
  return { by: 'registrar', deed: 'cases.decide', body, ...rest };
}

const refusal = { decision: 'refuse', reason: 'NO-CAPACITY' };

describe('cases.decide', () => {
  it('grants, and issues the licence of what was applied for', async () => {
    const chain = await withPendingCase();
    expect(await accepted(chain, decide())).toEqual(['case.granted', 'licence.issued']);
    const record = chain.find('case', idOf('wang'));
    expect(record).toMatchObject({ status: 'granted', decidedBy: kidOf('registrar'), decidedAt: chain.time });
    expect(record).not.toHaveProperty('body');
    expect(record).not.toHaveProperty('promisedAt');
    expect(chain.find('licence', record?.licence ?? '')).toMatchObject({ tradeName: '清风茶馆', issuedAt: chain.time });
  });

  it('refuses with a code in public and words sealed to the applicant', async () => {
    const chain = await withPendingCase();
    expect(await accepted(chain, decide(refusal, { sidecar: sealedSidecar() }))).toEqual(['case.refused']);
    const record = chain.find('case', idOf('wang'));
    expect(record).toMatchObject({ status: 'refused', decidedBy: kidOf('registrar') });
    expect(record).not.toHaveProperty('licence');
    expect(record).not.toHaveProperty('body');
  });

  it('refuses nothing without a reason', async () => {
    const chain = await withPendingCase();
    const silent = decide({ decision: 'refuse' }, { sidecar: sealedSidecar() });
    await refusedWithoutTrace(chain, silent, 'reason-missing');
  });

  it('refuses nothing without words to the applicant', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, decide(refusal), 'sealed-reason-missing');
    const other = sealedSidecar({ note: 'aa..bb.cc.dd' });
    await refusedWithoutTrace(chain, decide(refusal, { sidecar: other }), 'sealed-reason-missing');
  });

  it('takes no sentence for a reason', async () => {
    const chain = await withPendingCase();
    const sentence = decide({ decision: 'refuse', reason: 'applicant is a minor' }, { sidecar: sealedSidecar() });
    await refusedWithoutTrace(chain, sentence, 'body-invalid');
  });

  it('is for a registrar of the case’s organ', async () => {
    const chain = await withPendingCase();
    for (const by of ['clerk', 'founder', 'police-attester']) {
      await refusedWithoutTrace(chain, decide({}, { by }), 'access-denied');
    }
    await refusedWithoutTrace(chain, decide({}, { by: 'stranger' }), 'key-unknown');
    await refusedWithoutTrace(chain, decide({}, { by: 'wang', embedKey: true }), 'registered-key-required');
  });

  it('needs a case that is there', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, decide({ case: idOf('li') }), 'case-unknown');
  });

  it('decides once', async () => {
    const chain = await withPendingCase();
    await accepted(chain, decide());
    expect(await refusedWithoutTrace(chain, decide(), 'case-not-pending')).toMatchObject({ status: 'granted' });
  });

  it('cannot undo what the contract granted', async () => {
    const chain = await foundedChain();
    chain.block([await apply(chain, { word: 'wang' })]);
    const late = decide(refusal, { sidecar: sealedSidecar() });
    await refusedWithoutTrace(chain, late, 'case-not-pending');
  });

  it('still decides an overdue case, which stays known as late', async () => {
    const chain = await withPendingCase();
    chain.block([], 4 * DAY);
    await accepted(chain, decide());
    expect(chain.find('case', idOf('wang'))).toMatchObject({ status: 'granted', overdue: true });
  });

  it('takes the case out of the due index', async () => {
    const chain = await withPendingCase();
    await accepted(chain, decide());
    expect(chain.block([], 4 * DAY).blockEvents).toEqual([]);
  });
});
