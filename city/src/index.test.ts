import { expect, test } from 'vitest';
import * as index from './index.ts';

test('the package hands out exactly these names', () => {
  expect(Object.keys(index).sort()).toEqual([
    'ATTESTERS',
    'CHAIN',
    'Citizen',
    'CityError',
    'DEPARTMENTS',
    'GOVERNMENTS',
    'OFFICES',
    'Officer',
    'REGIONS',
    'calendarOfThisYear',
    'documentSettings',
    'formatGenesis',
    'foundingTransactions',
    'freePort',
    'introduceDepartment',
    'openPlatform',
    'parseGenesis',
    'registrationFiles',
    'serviceRegistration',
    'shippedContracts',
    'startCity',
    'startHere',
    'systemClock',
    'trustText',
  ]);
});
