import { expect, test } from 'vitest';
import * as api from './index.ts';

test('the package gives these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'API_ERROR_CODES',
    'ApiError',
    'ERROR_CODES',
    'NamedObjects',
    'Rfc5280Checker',
    'Vault',
    'checkVault',
    'startApi',
  ]);
});
