import type { JsonObject } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, foundedChain } from '../../testing/test-chain.ts';
import { unsigned } from '../../testing/unsigned.ts';

const NUMBER = '92110105MA0000007H';

/** What a licence is, in the fewest words: the model the machine is held against. */
interface Model {
  status: string;
  until: number | undefined;
  tradeName: string;
}

type Step =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'act'; readonly deed: string; readonly body: JsonObject; readonly untilIn?: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 5000 }) }) },
  act('licences.restore', fc.constant({})),
  act('licences.suspend', fc.constant({ reason: 'CHECK' })),
  fc
    .integer({ min: -10, max: 9000 })
    .map((untilIn) => ({ kind: 'act' as const, deed: 'licences.suspend', body: { reason: 'CHECK' }, untilIn })),
  act('licences.change', fc.constantFrom({ tradeName: '甲茶馆' }, { tradeName: '乙茶馆' })),
  { weight: 1, arbitrary: act('licences.close', fc.constant({ reason: 'BY-HOLDER' })) },
  {
    weight: 1,
    arbitrary: act(
      'licences.revoke',
      fc.record({ reason: fc.constant('X-1'), kind: fc.constantFrom('annulled', 'revoked', 'withdrawn') }),
    ),
  },
);

function act(deed: string, body: fc.Arbitrary<JsonObject>): fc.Arbitrary<Step> {
  return body.map((chosen) => ({ kind: 'act', deed, body: chosen }));
}

/** What the law lets happen; returns whether it does. */
function applyToModel(model: Model, deed: string, body: JsonObject, nowMs: number): boolean {
  const { status } = model;
  if (status !== 'valid' && status !== 'suspended') return false;
  if (deed === 'licences.close' || deed === 'licences.revoke') {
    model.status = deed === 'licences.close' ? 'closed' : String(body.kind);
    model.until = undefined;
    return true;
  }
  if (deed === 'licences.restore') {
    if (status !== 'suspended') return false;
    model.status = 'valid';
    model.until = undefined;
    return true;
  }
  if (status !== 'valid') return false;
  if (deed === 'licences.change') {
    if (body.tradeName === model.tradeName) return false;
    model.tradeName = String(body.tradeName);
    return true;
  }
  if (typeof body.until === 'number' && body.until <= nowMs) return false;
  model.status = 'suspended';
  model.until = typeof body.until === 'number' ? body.until : undefined;
  return true;
}

function passTime(model: Model, nowMs: number): boolean {
  if (model.status !== 'suspended' || model.until === undefined || model.until > nowMs) return false;
  model.status = 'valid';
  model.until = undefined;
  return true;
}

describe('the life of a licence', () => {
  it('is the model’s, step for step, whatever is tried and however time passes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const chain = await foundedChain();
        chain.block([await apply(chain, { word: 'wang' })]);
        const model: Model = { status: 'valid', until: undefined, tradeName: '清风茶馆' };
        for (const [serial, taken] of steps.entries()) {
          const laterMs = taken.kind === 'wait' ? taken.ms : 10;
          const nowMs = chain.time + laterMs;
          const ended = passTime(model, nowMs);
          if (taken.kind === 'wait') {
            const { blockEvents } = chain.block([], laterMs);
            expect(blockEvents.length).toBe(ended ? 1 : 0);
          } else {
            const until = taken.untilIn === undefined ? {} : { until: nowMs + taken.untilIn };
            const body = { number: NUMBER, ...taken.body, ...until };
            const expected = applyToModel(model, taken.deed, body, nowMs);
            const { outcomes } = chain.block(
              [
                unsigned({
                  by: 'registrar',
                  deed: taken.deed,
                  body,
                  word: `step ${serial}`,
                  notAfter: chain.time + 60_000,
                }),
              ],
              laterMs,
            );
            expect('events' in (outcomes[0] ?? {})).toBe(expected);
          }
          const { status, until, tradeName } = chain.find('licence', NUMBER) ?? {};
          expect({ status, until, tradeName }).toEqual(model);
        }
      }),
      { numRuns: 60 },
    );
  });
});
