import { expect, test } from 'vitest';
import type { ApiContext } from '../api-context.ts';
import { readInstead } from './read-instead.ts';

const here = (): Pick<ApiContext, 'node'> => ({ node: {} as ApiContext['node'] });

test('where something is there, it is read itself', () => {
  const context = here();
  expect(readInstead(context, 'one', true)).toBe('one');
  expect(readInstead(context, 'two', true)).toBe('two');
});

test('where nothing is there, what was found last is read, so that the answer takes as long', () => {
  const context = here();
  expect(readInstead(context, 'none', false)).toBe('none');
  readInstead(context, 'one', true);
  expect(readInstead(context, 'none', false)).toBe('one');
  expect(readInstead(here(), 'none', false)).toBe('none');
});
