import type { JsonObject } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { accepted, refusedWithoutTrace } from '../../testing/expect-refusal.ts';
import {
  byHolder,
  endOf,
  enterCalendar,
  procedureChain,
  submitted,
  withPendingCase,
} from '../../testing/procedure-chain.ts';
import {
  apply,
  CONTRACT,
  DAY,
  foundedChain,
  idOf,
  kidOf,
  type Letter,
  sealedSidecar,
  submission,
  type TestChain,
} from '../../testing/test-chain.ts';

const CASE = idOf('wang');
const extend = (rest: Partial<Letter> = {}): Letter => ({
  by: 'head',
  deed: 'cases.extend',
  body: { case: CASE, reason: 'COMPLEX' },
  ...rest,
});
const decide = (rest: Partial<Letter> = {}): Letter => ({
  by: 'registrar',
  deed: 'cases.decide',
  body: { case: CASE, decision: 'grant' },
  ...rest,
});

describe('the clocks of a waiting case', () => {
  it('stand side by side: what the law gives and what the organ promised', async () => {
    const chain = await procedureChain();
    await enterCalendar(chain);
    const { outcomes } = chain.block([await apply(chain, { word: 'wang', facts: {} })]);
    const record = chain.find('case', CASE);
    expect(record).toMatchObject({
      promisedAt: chain.time + DAY,
      dueAt: endOf('2026-06-03'),
      clock: { days: 3, extensionDays: 3 },
    });
    expect(record).not.toHaveProperty('isProvisional');
    expect(outcomes[0]).toMatchObject({
      events: [
        ['case.submitted', {}],
        ['case.pending', { promisedAt: chain.time + DAY, dueAt: endOf('2026-06-03') }],
      ],
    });
  });

  it('are 暂定 where the year’s calendar is not known, and nobody waits for it', async () => {
    const chain = await withPendingCase();
    expect(chain.find('case', CASE)).toMatchObject({ status: 'pending', isProvisional: true });
  });

  it('pass each at its own instant, and a missed date is said', async () => {
    const chain = await withPendingCase();
    const dueAt = endOf('2026-06-03');
    expect(chain.block([], DAY).blockEvents).toMatchObject([['case.overdue', { case: CASE, promisedAt: chain.time }]]);
    expect(chain.block([], dueAt - chain.time).blockEvents).toEqual([]);
    expect(chain.find('case', CASE)).not.toHaveProperty('late');
    expect(chain.block([], 1).blockEvents).toEqual([
      ['case.overdue', { case: CASE, organ: 'market', dueAt, isProvisional: true }],
    ]);
    expect(chain.find('case', CASE)).toMatchObject({ status: 'pending', overdue: true, late: true });
    expect(chain.block([], 90 * DAY).blockEvents).toEqual([]);
  });

  it('leave their date on the decided case: in time it was, or late', async () => {
    for (const [laterMs, late] of [
      [DAY, undefined],
      [9 * DAY, true],
    ] as const) {
      const chain = await withPendingCase();
      await chain.send(decide(), laterMs);
      expect(chain.find('case', CASE)).toMatchObject({ status: 'granted', dueAt: endOf('2026-06-03') });
      expect(chain.find('case', CASE)?.late).toBe(late);
      chain.block([]);
      expect(chain.find('case', CASE)?.late).toBe(late);
    }
  });

  it('do not exist for a service without a procedure', async () => {
    const chain = await foundedChain();
    const { outcomes } = chain.block([await apply(chain, { word: 'wang', facts: {} })]);
    expect(chain.find('case', CASE)).not.toHaveProperty('dueAt');
    expect(outcomes[0]).toMatchObject({
      events: [{}, ['case.pending', { case: CASE, promisedAt: chain.time + 3 * DAY }]],
    });
    const points = { case: CASE, points: ['x'] };
    const sidecar = sealedSidecar();
    await refusedWithoutTrace(
      chain,
      { by: 'registrar', deed: 'cases.supplement', body: points, sidecar },
      'case-without-clock',
    );
    for (const deed of ['cases.withdraw', 'cases.review'])
      await refusedWithoutTrace(chain, byHolder('wang', deed, { case: CASE }), 'case-without-clock');
  });
});

describe('cases.extend', () => {
  it('adds three working days, once, by the head, with both dates in the event', async () => {
    const chain = await withPendingCase();
    const outcome = await chain.send(extend());
    const facts = {
      case: CASE,
      organ: 'market',
      reason: 'COMPLEX',
      from: endOf('2026-06-03'),
      dueAt: endOf('2026-06-08'),
    };
    expect(outcome).toEqual({ events: [['case.extended', { ...facts, isProvisional: true }]] });
    expect(chain.find('case', CASE)).toMatchObject({
      dueAt: endOf('2026-06-08'),
      clock: { days: 6, extendedBy: kidOf('head') },
    });
    await refusedWithoutTrace(chain, extend(), 'case-extended');
    const names = chain.block([], 4 * DAY).blockEvents.map(([, facts]) => Object.keys(facts));
    expect(names).toEqual([['case', 'organ', 'promisedAt']]);
  });

  it('is for the head alone', async () => {
    const chain = await withPendingCase();
    for (const by of ['registrar', 'founder', 'clerk'])
      await refusedWithoutTrace(chain, extend({ by }), 'access-denied');
    await refusedWithoutTrace(chain, extend({ by: 'wang', embedKey: true }), 'registered-key-required');
  });

  it('hides no lateness: on the last day it still can, after it it cannot', async () => {
    const chain = await withPendingCase();
    chain.block([], endOf('2026-06-03') - chain.time - 2000);
    const other = await withPendingCase();
    other.block([], endOf('2026-06-03') + 1 - other.time);
    other.block([]);
    await refusedWithoutTrace(other, extend(), 'case-past-due');
    await accepted(chain, extend());
  });

  it('needs a waiting case with a statutory clock', async () => {
    const chain = await withPendingCase();
    const unknown = extend({ body: { case: idOf('li'), reason: 'COMPLEX' } });
    await refusedWithoutTrace(chain, unknown, 'case-unknown');
    await chain.send(decide());
    await refusedWithoutTrace(chain, extend(), 'case-not-pending');
    const old = { service: 'old' };
    await submitted(chain, { word: 'li', facts: {}, statement: old, body: await withOldService(chain) });
    await refusedWithoutTrace(chain, unknown, 'case-without-clock');
  });
});

/** An application to a service of the same organ that came without a procedure. */
async function withOldService(chain: TestChain): Promise<JsonObject> {
  const body = { id: 'old', version: 1, organ: 'market', contract: CONTRACT, attesters: ['police'], promiseMs: DAY };
  await chain.send({ by: 'founder', deed: 'services.register', body: { ...body, licence: { kind: 'tea' } } });
  return { ...submission, service: 'old' };
}
