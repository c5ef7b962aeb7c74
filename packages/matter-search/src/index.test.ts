import { expect, it } from 'vitest';
import * as index from './index.ts';

it('offers these names and no others', () => {
  expect(Object.keys(index).sort()).toEqual(['buildIndex', 'searchMatters']);
});
