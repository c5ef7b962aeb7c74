import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyBlock } from './apply-block.ts';
import type { AppliedBlock, Block, BlockTransaction } from './block.ts';
import { dueOf } from './state/due-of.ts';
import { compareDueRows, type DueRow } from './state/due-row.ts';
import { MemoryState } from './state/memory-state.ts';
import type { StateReader } from './state/state-reader.ts';
import { apply, DAY, foundedChain, idOf, jwkOf, kidOf, type TestChain } from './testing/test-chain.ts';

const NUMBER = '92110105MA0000007H';
let founded: TestChain;
/** Good and bad transactions of all kinds; what becomes of each depends on what came before. */
let pool: BlockTransaction[];

beforeAll(async () => {
  founded = await foundedChain();
  const notAfter = founded.time + DAY;
  const by = (who: string, deed: string, body: object) =>
    founded.write({ by: who, deed, body: body as never, notAfter });
  const until = founded.time + 40_000;
  pool = await Promise.all([
    apply(founded, { word: 'a', notAfter }),
    apply(founded, { word: 'b', facts: {}, notAfter }),
    apply(founded, { word: 'c', attester: 'stranger', notAfter }),
    by('registrar', 'cases.decide', { case: idOf('b'), decision: 'grant' }),
    by('registrar', 'licences.suspend', { number: NUMBER, reason: 'CHECK', until }),
    by('registrar', 'licences.restore', { number: NUMBER }),
    by('registrar', 'licences.change', { number: NUMBER, tradeName: '明月茶馆' }),
    by('registrar', 'licences.close', { number: NUMBER, reason: 'BY-HOLDER' }),
    by('founder', 'roles.grant', { org: 'market', kid: kidOf('clerk'), role: 'registrar', until }),
    by('founder', 'roles.revoke', { org: 'market', kid: kidOf('clerk'), role: 'registrar' }),
    by('clerk', 'licences.revoke', { number: NUMBER, reason: 'X-1', kind: 'revoked' }),
    by('founder', 'keys.register', { org: 'police', jwk: jwkOf('stranger') }),
    by('founder', 'roles.grant', { org: 'police', kid: kidOf('stranger'), role: 'attester' }),
    by('stranger', 'protocol.raise', { version: 2, height: 9000 }),
    by('founder', 'organisations.update', { id: 'market' }),
  ]);
}, 30_000);

/** Blocks over the founded chain: which of the pool, in what order, how far apart in time. */
const plan = fc.array(
  fc.record({ picks: fc.array(fc.nat(14), { maxLength: 8 }), laterMs: fc.integer({ min: 0, max: 30_000 }) }),
  { minLength: 1, maxLength: 8 },
);

function run(blocks: readonly Block[], wrap: (state: StateReader) => StateReader) {
  const state = new MemoryState();
  for (const [key, value] of founded.state.entries()) state.commit(only(key, value));
  const applied = blocks.map((block) => {
    const result = applyBlock(wrap(state), block, founded.runtime);
    state.commit(result.changes);
    return result;
  });
  return { state, applied };
}

function only(key: string, value: string): AppliedBlock['changes'] {
  const row = dueOf(key, value);
  const due = { add: row === undefined ? [] : [row], remove: [] };
  return { values: new Map([[key, value]]), due, replay: { add: [], dropBuckets: [] } };
}

function blocksOf(steps: readonly { picks: readonly number[]; laterMs: number }[]): Block[] {
  let { time } = founded;
  return steps.map(({ picks, laterMs }, index) => {
    time += laterMs;
    const transactions = picks.flatMap((pick) => pool[pick] ?? []);
    return { height: index + 1, time, transactions };
  });
}

/** The same state, read so that nothing about reading may matter: strange strings, repeated reads, sorted anew. */
function capricious(state: StateReader): StateReader {
  return {
    get: (key) => {
      state.get(`${key}x`);
      const value = state.get(key);
      return value === undefined ? undefined : `${value.slice(0, 3)}${value.slice(3)}`;
    },
    due: (untilMs, limit) => [...state.due(untilMs, limit + 100)].sort(compareDueRows).slice(0, limit),
    replayed: (id, notAfter) => state.replayed(id, notAfter) || state.replayed(id, notAfter),
  };
}

describe('the state machine', () => {
  it('gives the same outcomes and changes for the same blocks, however state is read', () => {
    fc.assert(
      fc.property(plan, (steps) => {
        const blocks = blocksOf(steps);
        const one = run(blocks, (state) => state);
        const two = run(blocks, capricious);
        expect(two.applied).toEqual(one.applied);
        expect([...two.state.entries()]).toEqual([...one.state.entries()]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the due index equal to what the records say, all the time', () => {
    fc.assert(
      fc.property(plan, (steps) => {
        const { state } = run(blocksOf(steps), (reader) => reader);
        const derived: DueRow[] = [...state.entries()].flatMap(([key, value]) => dueOf(key, value) ?? []);
        expect(state.due(Number.MAX_SAFE_INTEGER, 1e9)).toEqual(derived.sort(compareDueRows));
      }),
      { numRuns: 60 },
    );
  });

  it('writes only strict JSON, and deletes only what was there', () => {
    fc.assert(
      fc.property(plan, (steps) => {
        const seen = new Set([...founded.state.entries()].map(([key]) => key));
        for (const { changes } of run(blocksOf(steps), (reader) => reader).applied) {
          for (const [key, value] of changes.values) {
            if (value === null) expect(seen.delete(key)).toBe(true);
            else {
              expect(JSON.stringify(JSON.parse(value))).toBe(value);
              seen.add(key);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes each id once: whatever is repeated has no second effect', () => {
    fc.assert(
      fc.property(plan, (steps) => {
        const blocks = blocksOf(steps);
        const outcomes = new Map<string, number>();
        run(blocks, (reader) => reader).applied.forEach(({ outcomes: list }, index) => {
          list.forEach((outcome, at) => {
            const id = blocks[index]?.transactions[at]?.transaction.id ?? '';
            if (!('refused' in outcome) || outcome.refused !== 'replayed')
              outcomes.set(id, (outcomes.get(id) ?? 0) + 1);
          });
        });
        for (const [id, count] of outcomes) expect(count, id).toBe(1);
      }),
      { numRuns: 40 },
    );
  });
});
