import { describe, expect, it } from 'vitest';
import { ContractDesk } from './contract-desk.ts';

describe('the contract desk', () => {
  it('hands contract and input over as they are, and the answer back', () => {
    const asked: string[][] = [];
    const desk = new ContractDesk({
      run: (contract, input) => {
        asked.push([contract, input]);
        return '{"decision":"ask","trace":[]}';
      },
    });
    expect(desk.decide('hash', '{"a":1}')).toEqual({
      decision: 'ask',
      trace: '{"contract":"hash","manual":false,"decision":"ask","trace":[]}',
      manualTrace: '{"contract":"hash","manual":true,"decision":"ask","trace":[]}',
    });
    expect(asked).toEqual([['hash', '{"a":1}']]);
  });

  it('runs the contract for every case, though an answer seen before is not read again', () => {
    let runs = 0;
    const desk = new ContractDesk({
      run: () => {
        runs += 1;
        return '{"decision":"grant","trace":[]}';
      },
    });
    expect(desk.decide('hash', '1')).toBe(desk.decide('hash', '2'));
    expect(runs).toBe(2);
  });

  it('names the contract that answered, when two give the same answer', () => {
    const desk = new ContractDesk({ run: () => '{"decision":"grant","trace":[]}' });
    expect(desk.decide('one', '1').trace).toContain('"contract":"one"');
    expect(desk.decide('two', '1').trace).toContain('"contract":"two"');
  });

  it('sends a case to a person when the contract throws or answers nonsense, and says which', () => {
    const failing = new ContractDesk({
      run: () => {
        throw new RangeError('out of memory');
      },
    });
    expect(failing.decide('hash', '{}')).toMatchObject({ decision: 'propose' });
    expect(JSON.parse(failing.decide('hash', '{}').trace).trace[0].result).toBe('contract-failed');
    const babbling = new ContractDesk({ run: () => '{"decision":"refuse","trace":[]}' });
    expect(JSON.parse(babbling.decide('hash', '{}').trace)).toMatchObject({
      decision: 'propose',
      trace: [{ result: 'contract-answer-malformed' }],
    });
  });

  it('survives a contract that returns no text at all', () => {
    const desk = new ContractDesk({ run: () => undefined as unknown as string });
    expect(desk.decide('hash', '{}').decision).toBe('propose');
  });
});
