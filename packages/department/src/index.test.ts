import { expect, test } from 'vitest';
import * as index from './index.ts';

test('the package hands out exactly these names', () => {
  expect(Object.keys(index).sort()).toEqual([
    'DepartmentError',
    'birthDateOf',
    'idNumberCheck',
    'isIdNumber',
    'openAttesterKey',
    'readUndelivered',
    'startDepartment',
    'startTimeStamp',
    'woffToSfnt',
  ]);
});
