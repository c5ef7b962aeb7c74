import { expect, test } from 'vitest';
import { readProposal, readTrace } from './read-trace.ts';

const trace = {
  contract: 'ab',
  decision: 'propose',
  manual: false,
  trace: [
    { rule: 'identity-level', article: '实施细则 16', fact: 'identity-level', result: false },
    { rule: 'scope-open', article: '', result: 'met' },
    { rule: 'copies', article: '', result: 2 },
  ],
};

test('each line keeps its rule, article and result, and says whether it passed', () => {
  expect(readTrace(trace).map((line) => line.passed)).toEqual([false, true, undefined]);
  expect(readTrace(trace)[0]).toMatchObject({ rule: 'identity-level', article: '实施细则 16', result: 'false' });
  expect(readProposal(trace)).toBe('propose');
});

test('a trace of another shape reads as no lines instead of breaking the page', () => {
  for (const strange of [undefined, null, 7, 'x', { trace: 'x' }, [null, 3, {}]])
    expect(readTrace(strange)).toEqual([]);
});
