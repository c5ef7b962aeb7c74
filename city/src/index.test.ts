import { expect, test } from 'vitest';
import * as index from './index.ts';

test('the package hands out exactly these names', () => {
  expect(Object.keys(index).sort()).toEqual([
    'CHAIN',
    'Citizen',
    'CityError',
    'DEPARTMENTS',
    'GOVERNMENT',
    'Officer',
    'calendarOfThisYear',
    'documentSettings',
    'formatGenesis',
    'foundingTransactions',
    'freePort',
    'introduceDepartment',
    'openPlatform',
    'parseGenesis',
    'serviceRegistration',
    'shippedContracts',
    'startCity',
    'startHere',
    'systemClock',
    'trustText',
  ]);
});
