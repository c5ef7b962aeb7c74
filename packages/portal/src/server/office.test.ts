import { expect, test } from 'vitest';
import { findServiceIn, serviceOf } from './office.ts';
import type { Service } from './service.ts';

const office = (region: string, organ: string) => ({ region, organ, organName: organ, sealingKey: { kid: organ } });
const service = {
  organ: 'province',
  organName: 'province',
  sealingKey: { kid: 'province' },
  offices: [office('990101', 'east'), office('990102', 'west')],
} as unknown as Service;

test('what is sealed goes to the office of the district, and to nobody where there is none', () => {
  expect(findServiceIn(service, '990102')).toMatchObject({ organ: 'west', sealingKey: { kid: 'west' } });
  expect(findServiceIn(service, '990109')).toBeUndefined();
  expect(findServiceIn({ ...service, offices: [] }, '990109')).toMatchObject({ organ: 'province' });
});

test('a case names the office that answers for it', () => {
  expect(serviceOf(service, 'east')).toMatchObject({ organName: 'east' });
  expect(serviceOf(service, 'gone')).toMatchObject({ organName: 'province' });
});
