import { expect, test } from 'vitest';
import { pickNext } from './pick-next.ts';

const cases = [{ id: 'a', officer: 'other' }, { id: 'b' }, { id: 'c', officer: 'me' }];
const next = (seen: string[]) => pickNext(cases, { me: 'me', seen })?.id;

test('the next case is nobody else’s, and was not seen on this walk', () => {
  expect(next([])).toBe('b');
  expect(next(['b'])).toBe('c');
});

test('a walk ends when all was seen that one may take', () => {
  expect(next(['b', 'c'])).toBeUndefined();
});
