import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import { byHolder, endOf, withLicence, withPendingCase } from '../../testing/procedure-chain.ts';
import { DAY, idOf, kidOf, type Letter, sealedSidecar } from '../../testing/test-chain.ts';

const CASE = idOf('wang');
const sidecar = sealedSidecar();
const review = byHolder('wang', 'cases.review', { case: CASE });
const answer = (body: object = {}, rest: Partial<Letter> = {}): Letter => ({
  by: 'registrar',
  deed: 'cases.answer-review',
  body: { case: CASE, outcome: 'upheld', reason: 'CHECKED', ...body },
  sidecar,
  ...rest,
});
const grant = (by: string): Letter => ({ by, deed: 'cases.decide', body: { case: CASE, decision: 'grant' } });
const officer = (by: string, deed: string, to?: string): Letter => ({
  by,
  deed: `cases.${deed}`,
  body: { case: CASE, ...(to === undefined ? {} : { to: kidOf(to) }) },
});

describe('cases.review', () => {
  it('opens after an automatic grant, with a clock of its own, and a registrar answers', async () => {
    const { chain } = await withLicence();
    expect(await chain.send(review)).toEqual({
      events: [['case.review-asked', { case: CASE, organ: 'market', dueAt: endOf('2026-06-03'), isProvisional: true }]],
    });
    expect(chain.find('case', CASE)?.watch).toEqual(['2026/0']);
    expect(await accepted(chain, answer({ outcome: 'changed' }))).toEqual(['case.review-answered']);
    const record = chain.find('case', CASE);
    expect(record).toMatchObject({ status: 'granted', review: { outcome: 'changed', answeredBy: kidOf('registrar') } });
    expect(record).not.toHaveProperty('watch');
    await refusedWithoutTrace(chain, answer(), 'review-unknown');
    await refusedWithoutTrace(chain, review, 'review-exists');
  });

  it('is said to be late when nobody answers, and can still be answered', async () => {
    const { chain } = await withLicence();
    await accepted(chain, review);
    expect(chain.block([], 9 * DAY).blockEvents).toEqual([
      ['case.review-overdue', { case: CASE, organ: 'market', dueAt: endOf('2026-06-03') }],
    ]);
    expect(chain.block([], 9 * DAY).blockEvents).toEqual([]);
    await accepted(chain, answer());
    expect(chain.find('case', CASE)?.review).toMatchObject({ late: true, outcome: 'upheld' });
  });

  it('is answered by a person’s decision of the case itself', async () => {
    const chain = await withPendingCase();
    await accepted(chain, review);
    await accepted(chain, grant('registrar'));
    expect(chain.find('case', CASE)?.review).toMatchObject({ outcome: 'decided', answeredBy: kidOf('registrar') });
    expect(chain.block([], 30 * DAY).blockEvents).toEqual([]);
  });

  it('ends with a withdrawal', async () => {
    const chain = await withPendingCase();
    await accepted(chain, review);
    await accepted(chain, byHolder('wang', 'cases.withdraw', { case: CASE }));
    expect(chain.find('case', CASE)?.review).toMatchObject({ outcome: 'withdrawn' });
  });

  it('is not the way against a person’s decision: that has remedies', async () => {
    const chain = await withPendingCase();
    await accepted(chain, grant('registrar'));
    await refusedWithoutTrace(chain, review, 'case-not-reviewable');
  });

  it('is the applicant’s to ask, and a registrar’s to answer, with words', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, { ...review, by: 'li' }, 'access-denied');
    await refusedWithoutTrace(chain, answer(), 'review-unknown');
    await accepted(chain, review);
    await refusedWithoutTrace(chain, answer({}, { by: 'head' }), 'access-denied');
    await refusedWithoutTrace(chain, answer({}, { sidecar: sealedSidecar({}) }), 'sealed-reason-missing');
    await refusedWithoutTrace(chain, answer({ outcome: 'decided' }), 'body-invalid');
  });
});

describe('who works on a case', () => {
  it('is whoever claims it; then nobody else decides it', async () => {
    const chain = await withPendingCase();
    expect(await chain.send(officer('registrar', 'claim'))).toEqual({
      events: [['case.officer-changed', { case: CASE, organ: 'market', how: 'claim', to: kidOf('registrar') }]],
    });
    await refusedWithoutTrace(chain, officer('registrar', 'claim'), 'nothing-changes');
    const facts = await refusedWithoutTrace(chain, officer('colleague', 'claim'), 'case-with-other-officer');
    expect(facts).toEqual({ case: CASE, officer: kidOf('registrar') });
    await refusedWithoutTrace(chain, grant('colleague'), 'case-with-other-officer');
    const points = { case: CASE, points: ['premises-paper'] };
    await refusedWithoutTrace(
      chain,
      { by: 'colleague', deed: 'cases.supplement', body: points, sidecar },
      'case-with-other-officer',
    );
    await accepted(chain, grant('registrar'));
  });

  it('is a colleague once it was handed over', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, officer('registrar', 'hand-over', 'colleague'), 'case-not-with-you');
    await accepted(chain, officer('registrar', 'claim'));
    await refusedWithoutTrace(chain, officer('colleague', 'hand-over', 'colleague'), 'case-not-with-you');
    await refusedWithoutTrace(chain, officer('registrar', 'hand-over', 'registrar'), 'nothing-changes');
    expect(await chain.send(officer('registrar', 'hand-over', 'colleague'))).toMatchObject({
      events: [['case.officer-changed', { how: 'hand-over', from: kidOf('registrar'), to: kidOf('colleague') }]],
    });
    await refusedWithoutTrace(chain, grant('registrar'), 'case-with-other-officer');
    await accepted(chain, grant('colleague'));
  });

  it('is nobody once it was given back, which whoever works on it alone may do', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, officer('registrar', 'release'), 'case-not-with-you');
    await accepted(chain, officer('registrar', 'claim'));
    await refusedWithoutTrace(chain, officer('colleague', 'release'), 'case-not-with-you');
    expect(await chain.send(officer('registrar', 'release'))).toMatchObject({
      events: [['case.officer-changed', { how: 'release', from: kidOf('registrar') }]],
    });
    expect(chain.find('case', idOf('wang'))?.officer).toBeUndefined();
    await accepted(chain, grant('colleague'));
    await refusedWithoutTrace(chain, officer('colleague', 'release'), 'case-not-pending');
  });

  it('is a stand-in whom the head names', async () => {
    const chain = await withPendingCase();
    await accepted(chain, officer('registrar', 'claim'));
    await refusedWithoutTrace(chain, officer('colleague', 'assign', 'colleague'), 'access-denied');
    expect(await chain.send(officer('head', 'assign', 'colleague'))).toMatchObject({
      events: [['case.officer-changed', { how: 'assign' }]],
    });
    await refusedWithoutTrace(chain, officer('head', 'assign', 'colleague'), 'nothing-changes');
    await accepted(chain, grant('colleague'));
    await refusedWithoutTrace(chain, officer('head', 'assign', 'registrar'), 'case-not-pending');
  });

  it('is a registrar of the organ, whoever names him', async () => {
    const chain = await withPendingCase();
    for (const to of ['clerk', 'head', 'police-attester', 'nobody'])
      await refusedWithoutTrace(chain, officer('head', 'assign', to), 'officer-unfit');
    await accepted(chain, officer('registrar', 'claim'));
    await refusedWithoutTrace(chain, officer('registrar', 'hand-over', 'clerk'), 'officer-unfit');
  });

  it('holds nobody up when that person is no registrar any more', async () => {
    const chain = await withPendingCase();
    await accepted(chain, officer('colleague', 'claim'));
    const role = { org: 'market', kid: kidOf('colleague'), role: 'registrar' };
    await accepted(chain, { by: 'founder', deed: 'roles.revoke', body: role });
    await refusedWithoutTrace(chain, officer('colleague', 'hand-over', 'registrar'), 'access-denied');
    await accepted(chain, officer('registrar', 'claim'));
    await accepted(chain, grant('registrar'));
  });
});
