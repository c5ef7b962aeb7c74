import { expect, test } from 'vitest';
import { parseNodeConfiguration } from './node-configuration.ts';

const least = { chain: 'minglu.example/city', name: '明州' };
const tls = { key: 'tls/key.pem', cert: 'tls/cert.pem' };

test('how staff and systems come is read, and is nothing where nothing is said', () => {
  expect(parseNodeConfiguration(least)).toMatchObject({
    passkeyDomain: undefined,
    certificates: undefined,
    quotas: [],
  });
  const more = {
    ...{ tls, passkeyDomain: 'city.example' },
    certificates: { authorities: ['tls/ca.pem'], revocationList: 'tls/revoked.crl' },
    quotas: [{ kid: 'k', perMinute: 60 }],
  };
  expect(parseNodeConfiguration({ ...least, ...more })).toMatchObject({
    ...{ passkeyDomain: 'city.example', quotas: [{ kid: 'k', perMinute: 60 }] },
    certificates: { port: 7_461, authorities: ['tls/ca.pem'], revocationList: 'tls/revoked.crl' },
  });
});

test.each([
  ['a door for certificates without TLS', { certificates: { authorities: ['ca.pem'] } }],
  ['one that trusts nobody', { tls, certificates: { authorities: [] } }],
  ['a member nobody knows', { certificate: {} }],
])('%s is refused', (_what, more) => {
  expect(() => parseNodeConfiguration({ ...least, ...more })).toThrow(/config\.json/);
});
