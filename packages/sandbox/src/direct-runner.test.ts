import { describe, expect, it } from 'vitest';
import { directRunner } from './direct-runner.ts';
import { SandboxError } from './sandbox-error.ts';

describe('the direct runner', () => {
  const runner = directRunner(new Map([['a'.repeat(64), (input: string) => `answer to ${input}`]]));

  it('runs the contract whose hash is asked for, on the input as it is', () => {
    expect(runner.run('a'.repeat(64), '{"x":1}')).toBe('answer to {"x":1}');
  });

  it('says so when it has no such contract', () => {
    expect(() => runner.run('b'.repeat(64), '{}')).toThrow(SandboxError);
    try {
      runner.run('b'.repeat(64), '{}');
    } catch (error) {
      expect(error).toMatchObject({ code: 'contract-unknown', facts: { contract: 'b'.repeat(64) } });
    }
  });

  it('lets what a contract throws through: the ledger sends the case to a person', () => {
    const broken = directRunner(
      new Map([
        [
          'c'.repeat(64),
          () => {
            throw new RangeError('out of range');
          },
        ],
      ]),
    );
    expect(() => broken.run('c'.repeat(64), '{}')).toThrow(RangeError);
  });
});
