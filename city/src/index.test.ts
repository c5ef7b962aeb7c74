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
    'checkFolder',
    'documentSettings',
    'findingCodes',
    'folderFiles',
    'formatGenesis',
    'formatServiceBundle',
    'foundingTransactions',
    'freePort',
    'introduceDepartment',
    'keepServices',
    'openPlatform',
    'parseGenesis',
    'parseServiceBundle',
    'portalFilesOf',
    'readServiceFolder',
    'registrationFiles',
    'serviceRegistration',
    'shippedContracts',
    'startCity',
    'startHere',
    'systemClock',
    'trustText',
  ]);
});
