import type { Attestation } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { mergeFacts } from './merge-facts.ts';

const by = (...all: Record<string, boolean | number | string>[]) =>
  mergeFacts(all.map((facts) => ({ statement: { facts } }) as unknown as Attestation));

describe('facts of several departments', () => {
  it('become one object', () => {
    expect(by()).toEqual({});
    expect(by({ adult: true })).toEqual({ adult: true });
    expect(by({ adult: true }, { level: 2 })).toEqual({ adult: true, level: 2 });
  });

  it('that two departments state alike count once', () => {
    expect(by({ adult: true }, { adult: true })).toEqual({ adult: true });
  });

  it('that departments disagree about are missing, whoever spoke first or most', () => {
    expect(by({ adult: true, level: 2 }, { adult: false })).toEqual({ level: 2 });
    expect(by({ adult: true }, { adult: false }, { adult: true })).toEqual({});
    expect(by({ level: 2 }, { level: '2' })).toEqual({});
  });
});
