import { buildSidecar, commitSidecar, parseSidecar } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, foundedChain, idOf, submission } from '../../testing/test-chain.ts';
import { unsigned } from '../../testing/unsigned.ts';

/** Without attestations the contract proposes: every case of this test waits for a person. */
const sidecarText = buildSidecar({ salt: idOf('salt'), attestations: [], sealed: {}, plain: {} });
const reasonText = buildSidecar({
  salt: idOf('salt'),
  attestations: [],
  sealed: { reason: 'aa..bb.cc.dd' },
  plain: {},
});
const attached = (text: string) => ({ sidecar: parseSidecar(text), sidecarCommitment: commitSidecar(text) });
const withSidecar = attached(sidecarText);
const withReason = attached(reasonText);

interface Model {
  status: 'none' | 'pending' | 'granted' | 'refused';
  promisedAt: number;
  overdue: boolean;
}

const step = fc.oneof(
  fc.record({ do: fc.constant('submit' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 2 * DAY }) }),
  fc.record({ do: fc.constantFrom('grant' as const, 'refuse' as const), by: fc.constantFrom('registrar', 'clerk') }),
);

describe('the life of a case', () => {
  it('is the model’s: submitted once, decided once, by the right person, overdue when its date passes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
        const chain = await foundedChain();
        const model: Model = { status: 'none', promisedAt: 0, overdue: false };
        for (const [serial, taken] of steps.entries()) {
          const laterMs = taken.do === 'wait' ? taken.ms : 10;
          const nowMs = chain.time + laterMs;
          const falls = model.status === 'pending' && !model.overdue && model.promisedAt <= nowMs;
          if (falls) model.overdue = true;
          const notAfter = nowMs + 1000;
          if (taken.do === 'wait') {
            expect(chain.block([], laterMs).blockEvents).toHaveLength(falls ? 1 : 0);
          } else if (taken.do === 'submit') {
            const letter = {
              by: 'wang',
              deed: 'cases.submit',
              body: submission,
              word: 'wang',
              notAfter,
              caseKey: true,
            };
            const { outcomes } = chain.block([unsigned({ ...letter, ...withSidecar })], laterMs);
            expect('events' in (outcomes[0] ?? {})).toBe(model.status === 'none');
            if (model.status === 'none') {
              model.status = 'pending';
              model.promisedAt = nowMs + 3 * DAY;
            }
          } else {
            const reason = taken.do === 'refuse' ? { reason: 'NO-CAPACITY' } : {};
            const body = { case: idOf('wang'), decision: taken.do, ...reason };
            const letter = { by: taken.by, deed: 'cases.decide', body, word: `decide ${serial}`, notAfter };
            const { outcomes } = chain.block([unsigned({ ...letter, ...withReason })], laterMs);
            const may = model.status === 'pending' && taken.by === 'registrar';
            expect('events' in (outcomes[0] ?? {})).toBe(may);
            if (may) model.status = taken.do === 'grant' ? 'granted' : 'refused';
          }
          const record = chain.find('case', idOf('wang'));
          expect(record?.status ?? 'none').toBe(model.status);
          expect(record?.overdue === true).toBe(model.overdue);
          expect(record?.licence !== undefined).toBe(model.status === 'granted');
          expect(record?.body !== undefined).toBe(model.status === 'pending');
        }
      }),
      { numRuns: 50 },
    );
  });
});
