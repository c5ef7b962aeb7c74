import { describe, expect, it } from 'vitest';
import { decide } from './access/decide.ts';
import { applyBlock } from './apply-block.ts';
import { LedgerError } from './ledger-error.ts';
import { MemoryState } from './state/memory-state.ts';
import { ageContract, CHAIN, DAY, jwkOf, kidOf, START, TestChain } from './testing/test-chain.ts';
import { unsigned } from './testing/unsigned.ts';

const blockZero = { height: 0, time: START, transactions: [] };

describe('the genesis', () => {
  it('gives two chains of the same parameters the same state, and of others another', () => {
    const valuesOf = (chain: string, founder: string) => {
      const genesis = { chain, founder: jwkOf(founder), time: START };
      const { values } = applyBlock(new MemoryState(), blockZero, { contracts: ageContract, genesis }).changes;
      return JSON.stringify([...values]);
    };
    expect(valuesOf(CHAIN, 'founder')).toBe(valuesOf(CHAIN, 'founder'));
    expect(valuesOf(CHAIN, 'founder')).not.toBe(valuesOf(CHAIN, 'other'));
    expect(valuesOf(CHAIN, 'founder')).not.toBe(valuesOf('minglu.test/other', 'founder'));
  });

  it('stops at a founder’s key that is none', () => {
    for (const founder of [{}, { ...jwkOf('founder'), d: 'x' }, { ...jwkOf('founder'), y: jwkOf('founder').x ?? '' }]) {
      const genesis = { chain: CHAIN, founder, time: START };
      const start = () => applyBlock(new MemoryState(), blockZero, { contracts: ageContract, genesis });
      expect(start).toThrow(LedgerError);
      try {
        start();
      } catch (error) {
        expect(error).toMatchObject({ code: 'genesis-invalid', facts: { member: 'founder' } });
      }
    }
  });

  it('makes the founder administrator of the platform, and of nothing else', () => {
    const chain = new TestChain();
    chain.block([]);
    const founder = { kid: kidOf('founder'), caseKey: false, atMs: START };
    expect(decide(chain.state, founder, 'services.register', {}).allow).toBe(true);
    expect(decide(chain.state, founder, 'cases.decide', { org: 'platform' }).allow).toBe(false);
  });

  it('happens once: a second block 0 is out of place', () => {
    const chain = new TestChain();
    chain.block([]);
    expect(() => applyBlock(chain.state, blockZero, chain.runtime)).toThrow(LedgerError);
  });

  it('lets nobody but the founder act in block 0', () => {
    const chain = new TestChain();
    const body = { id: 'market', name: '市场监督管理局', kind: 'department' };
    const letter = { deed: 'organisations.register', body, notAfter: START + DAY };
    const { outcomes } = chain.block([
      unsigned({ ...letter, by: 'stranger', word: 'a' }),
      unsigned({ ...letter, by: 'founder', word: 'b' }),
    ]);
    expect(outcomes[0]).toMatchObject({ refused: 'key-unknown' });
    expect(outcomes[1]).toHaveProperty('events');
  });
});
