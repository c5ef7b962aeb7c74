import { expect, test } from 'vitest';
import { PortalError } from '../server/failure.ts';
import { lackOf, refusedDeed } from './lack.ts';

const facts = { deed: 'cases.read', org: 'market', roles: ['registrar'], requestable: true };

test('what was lacking is read off a refusal that says it', () => {
  expect(lackOf(new PortalError('access-denied', facts))).toEqual(facts);
  expect(lackOf(new PortalError('case-unknown', facts))).toBeUndefined();
  expect(lackOf(new PortalError('access-denied'))).toBeUndefined();
});

test('a refusal on the ledger says the deed and whose it is, and nothing is made up beside them', () => {
  const bare = new PortalError('access-denied', { deed: 'cases.decide', org: 'market' });
  expect(lackOf(bare)).toBeUndefined();
  expect(refusedDeed(bare)).toEqual({ deed: 'cases.decide', organ: 'market' });
  expect(refusedDeed(new PortalError('access-denied', facts))).toBeUndefined();
});
