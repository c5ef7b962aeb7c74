import { expect, test } from 'vitest';
import { findCodedError } from './find-coded-error.ts';

test.each([
  [null],
  [undefined],
  ['expired'],
  [new Error('expired')],
  [{ code: 7 }],
  [{ code: 'ENOENT' }],
  // Names that every object has are no codes of ours.
  [{ code: 'constructor' }],
  [{ code: 'toString', facts: {} }],
  [{ code: '__proto__' }],
])('%j has no code of ours', (thrown) => {
  expect(findCodedError(thrown)).toBeUndefined();
});

test('a code is known whatever class carries it, with its facts or with none', () => {
  expect(findCodedError({ code: 'expired', facts: { notAfter: 5 } })).toEqual({
    code: 'expired',
    facts: { notAfter: 5 },
  });
  expect(findCodedError(Object.assign(new Error('x'), { code: 'expired' }))).toEqual({ code: 'expired', facts: {} });
  for (const facts of ['text', null, ['list']])
    expect(findCodedError({ code: 'expired', facts })).toEqual({ code: 'expired', facts: {} });
});

test('a refusal that the node wraps answers with its own code and facts', () => {
  const wrapped = { code: 'transaction-refused', facts: { code: 'replayed', facts: { height: 3 } } };
  expect(findCodedError(wrapped)).toEqual({ code: 'replayed', facts: { height: 3 } });
  const flat = { code: 'transaction-malformed', facts: { code: 'jws-shape', part: 'payload' } };
  expect(findCodedError(flat)).toEqual({ code: 'jws-shape', facts: { part: 'payload' } });
});

test('an inner code nobody knows does not hide the outer one', () => {
  const wrapped = { code: 'transaction-refused', facts: { code: 'EPIPE' } };
  expect(findCodedError(wrapped)).toEqual({ code: 'transaction-refused', facts: { code: 'EPIPE' } });
});

test('damage of ours is never blamed on the request, whatever was found in the damaged file', () => {
  const wrapped = { code: 'damaged', facts: { code: 'jws-shape', file: '/data/log/7' } };
  expect(findCodedError(wrapped)?.code).toBe('damaged');
});
