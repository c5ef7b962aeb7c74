import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import {
  byHolder,
  endOf,
  procedureChain,
  serviceBody,
  submitted,
  withPendingCase,
} from '../../testing/procedure-chain.ts';
import {
  apply,
  foundedChain,
  idOf,
  kidOf,
  type Letter,
  sealedSidecar,
  submission,
  type TestChain,
} from '../../testing/test-chain.ts';

const CASE = idOf('wang');
const sidecar = sealedSidecar();
const supplement = (points: readonly string[] = ['premises-paper'], rest: Partial<Letter> = {}): Letter => ({
  by: 'registrar',
  deed: 'cases.supplement',
  body: { case: CASE, points },
  sidecar,
  ...rest,
});
const refusal: Letter = {
  by: 'registrar',
  deed: 'cases.decide',
  body: { case: CASE, decision: 'refuse', reason: 'NO-CAPACITY' },
  sidecar,
};
const withdraw = byHolder('wang', 'cases.withdraw', { case: CASE });
const refile = (kid = kidOf('wang-2'), rest: Partial<Letter> = {}): Letter =>
  byHolder('wang', 'cases.refile', { case: CASE, kid }, rest);

async function again(chain: TestChain, word: string, previous = CASE) {
  const { outcomes } = chain.block([await apply(chain, { word, facts: {}, body: { ...submission, previous } })]);
  return outcomes[0];
}

describe('a refusal under the procedure', () => {
  it('tells who hears the applicant, and how long', async () => {
    const chain = await withPendingCase();
    expect(await chain.send(refusal)).toEqual({
      events: [
        [
          'case.refused',
          {
            case: CASE,
            organ: 'market',
            reason: 'NO-CAPACITY',
            remedies: { reconsideration: { organ: 'government', days: 60 }, lawsuit: { months: 6 } },
          },
        ],
      ],
    });
  });

  it('names the organ’s parent where the service names nobody', async () => {
    const chain = await withPendingCase();
    const { procedure, ...rest } = serviceBody;
    const { reconsideration: _named, ...others } = procedure as Record<string, never>;
    const register = { ...rest, procedure: others };
    const deed = { by: 'founder', deed: 'services.register' };
    await refusedWithoutTrace(chain, { ...deed, body: { ...register, version: 3 } }, 'reconsideration-unknown');
    const office = { id: 'office', name: '登记所', kind: 'department', parent: 'government' };
    await accepted(chain, { by: 'founder', deed: 'organisations.register', body: office });
    await accepted(chain, { ...deed, body: { ...register, id: 'other', organ: 'office' } });
    const stranger = { ...register, procedure: { ...others, reconsideration: 'nobody' } };
    await refusedWithoutTrace(chain, { ...deed, body: { ...stranger, version: 3 } }, 'organisation-unknown');
  });

  it('comes not after the application went back, or was taken back', async () => {
    const chain = await withPendingCase();
    await accepted(chain, supplement());
    expect(await refusedWithoutTrace(chain, refusal, 'case-not-pending')).toMatchObject({ status: 'returned' });
    const other = await withPendingCase();
    await accepted(other, withdraw);
    expect(await refusedWithoutTrace(other, refusal, 'case-not-pending')).toMatchObject({ status: 'withdrawn' });
  });
});

describe('cases.supplement', () => {
  it('gives the whole list once, and the application back', async () => {
    const chain = await withPendingCase();
    const points = ['premises-paper', 'identity-unreadable'];
    expect(await chain.send(supplement(points))).toEqual({
      events: [['case.returned', { case: CASE, organ: 'market', round: 1, points }]],
    });
    const record = chain.find('case', CASE);
    expect(record).toMatchObject({ status: 'returned', decidedBy: kidOf('registrar'), dueAt: endOf('2026-06-03') });
    for (const member of ['body', 'promisedAt', 'watch']) expect(record).not.toHaveProperty(member);
    expect(await refusedWithoutTrace(chain, supplement(), 'case-not-pending')).toMatchObject({ status: 'returned' });
  });

  it('asks for nothing the service does not publish', async () => {
    const chain = await withPendingCase();
    expect(await refusedWithoutTrace(chain, supplement(['blood-group']), 'point-unknown')).toEqual({
      point: 'blood-group',
    });
  });

  it('needs points, no more than 32, and words to the applicant', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, supplement([]), 'body-invalid');
    await refusedWithoutTrace(chain, supplement(['Premises paper']), 'body-invalid');
    await refusedWithoutTrace(
      chain,
      supplement(Array.from({ length: 33 }, (_, at) => `p${'x'.repeat(at + 1)}`)),
      'body-invalid',
    );
    await refusedWithoutTrace(chain, supplement(undefined, { sidecar: sealedSidecar({}) }), 'sealed-reason-missing');
  });

  it('is for a registrar of the organ', async () => {
    const chain = await withPendingCase();
    for (const by of ['head', 'clerk', 'founder'])
      await refusedWithoutTrace(chain, supplement(undefined, { by }), 'access-denied');
  });
});

describe('cases.withdraw', () => {
  it('is the applicant’s, before a decision, and once', async () => {
    const chain = await withPendingCase();
    expect(await chain.send(withdraw)).toEqual({ events: [['case.withdrawn', { case: CASE, organ: 'market' }]] });
    const record = chain.find('case', CASE);
    expect(record).toMatchObject({ status: 'withdrawn', decidedAt: chain.time });
    expect(record).not.toHaveProperty('decidedBy');
    await refusedWithoutTrace(chain, withdraw, 'case-not-pending');
  });

  it('is nobody else’s', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, { ...withdraw, by: 'li' }, 'access-denied');
    await refusedWithoutTrace(chain, { ...withdraw, by: 'registrar', embedKey: false }, 'case-key-required');
  });
});

describe('filing anew', () => {
  it('links both cases, by a key that the old one named', async () => {
    const chain = await withPendingCase();
    await accepted(chain, supplement());
    expect(await accepted(chain, refile())).toEqual(['case.refiling']);
    expect(await again(chain, 'wang-2')).toMatchObject({
      events: [
        ['case.submitted', { previous: CASE }],
        ['case.pending', {}],
      ],
    });
    expect(chain.find('case', CASE)).toMatchObject({ status: 'returned', successor: idOf('wang-2') });
    expect(chain.find('case', idOf('wang-2'))).toMatchObject({ previous: CASE, round: 2, holder: kidOf('wang-2') });
    const second = {
      by: 'registrar',
      deed: 'cases.supplement',
      body: { case: idOf('wang-2'), points: ['premises-paper'] },
      sidecar,
    };
    expect(await chain.send(second)).toMatchObject({ events: [['case.returned', { round: 2 }]] });
  });

  it('may follow a withdrawal, and may be granted at once', async () => {
    const chain = await withPendingCase();
    await accepted(chain, withdraw);
    await accepted(chain, refile());
    chain.block([await apply(chain, { word: 'wang-2', body: { ...submission, previous: CASE } })]);
    expect(chain.find('case', idOf('wang-2'))).toMatchObject({ status: 'granted', previous: CASE });
  });

  it('may name another key while none has filed, and not after', async () => {
    const chain = await withPendingCase();
    await accepted(chain, withdraw);
    await accepted(chain, refile());
    await accepted(chain, refile(kidOf('wang-3')));
    expect(await again(chain, 'wang-2')).toMatchObject({ refused: 'successor-not-named' });
    expect(await again(chain, 'wang-3')).toHaveProperty('events');
    await refusedWithoutTrace(chain, refile(), 'case-has-successor');
    expect(await again(chain, 'wang-4')).toMatchObject({ refused: 'case-has-successor' });
  });

  it('is for the old case’s key alone', async () => {
    const chain = await withPendingCase();
    await accepted(chain, withdraw);
    await refusedWithoutTrace(chain, { ...refile(), by: 'li' }, 'access-denied');
    expect(await again(chain, 'li')).toMatchObject({ refused: 'successor-not-named' });
  });

  it('refers to no case that is decided, waits or is not there', async () => {
    const chain = await withPendingCase();
    await refusedWithoutTrace(chain, refile(), 'case-not-refilable');
    expect(await again(chain, 'wang-2')).toMatchObject({ refused: 'case-not-refilable', facts: { status: 'pending' } });
    expect(await again(chain, 'wang-2', idOf('nobody'))).toMatchObject({ refused: 'case-unknown' });
  });

  it('stays within the service', async () => {
    const chain = await withPendingCase();
    await accepted(chain, withdraw);
    await accepted(chain, refile());
    await accepted(chain, {
      by: 'founder',
      deed: 'services.register',
      body: { ...serviceBody, id: 'other', version: 1 },
    });
    const body = { ...submission, service: 'other', previous: CASE };
    const { outcomes } = chain.block([await apply(chain, { word: 'wang-2', body, statement: { service: 'other' } })]);
    expect(outcomes[0]).toMatchObject({ refused: 'case-not-refilable', facts: { service: 'tea-house' } });
  });

  it('is unknown to a chain of the first version, like all of the procedure', async () => {
    const chain = await foundedChain(undefined, 1);
    expect(await again(chain, 'wang-2')).toEqual({ refused: 'body-invalid', facts: { problem: 'unexpected' } });
    await refusedWithoutTrace(chain, withdraw, 'deed-unknown');
    await refusedWithoutTrace(chain, { by: 'founder', deed: 'services.register', body: serviceBody }, 'body-invalid');
    const role = { org: 'market', kid: kidOf('clerk'), role: 'head' };
    for (const deed of ['roles.grant', 'roles.revoke'])
      await refusedWithoutTrace(chain, { by: 'founder', deed, body: role }, 'body-invalid');
  });
});

it('a service says what procedure its cases come under, within bounds', async () => {
  const chain = await procedureChain();
  const { procedure } = serviceBody as { procedure: object };
  for (const change of [
    { days: 0 },
    { extensionDays: 61 },
    { kind: 'permit' },
    { points: [] },
    { more: 1 },
    { reviewDays: '3' },
  ]) {
    const body = { ...serviceBody, version: 3, procedure: { ...procedure, ...change } };
    await refusedWithoutTrace(chain, { by: 'founder', deed: 'services.register', body }, 'body-invalid');
  }
  await submitted(chain, { word: 'wang', facts: {} });
});
