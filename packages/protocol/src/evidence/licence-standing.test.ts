import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LicenceRecord, type LicenceStatus, licenceStandingAt, readLicence } from './licence-record.ts';
import { idOf, licenceText } from './testing/sample-evidence.ts';

const record: LicenceRecord = readLicence(licenceText(idOf(4)));
const DAY = 86_400_000;
const from = record.issuedAt + DAY;
const expiresAt = from + DAY;

it('a licence is 未生效 before its day, 有效 from it on, and 已过期 from its last instant on', () => {
  const timed = { ...record, from, expiresAt };
  const at = (timeMs: number) => licenceStandingAt(timed, timeMs);
  expect([at(from - 1), at(from), at(expiresAt - 1), at(expiresAt)]).toEqual(['not-yet', 'valid', 'valid', 'expired']);
  expect(readLicence(JSON.stringify(timed))).toMatchObject({ from, expiresAt });
});

it('a licence without a term never runs out, and what was ended otherwise is never called expired', () => {
  const ended: LicenceStatus[] = ['closed', 'withdrawn', 'annulled', 'revoked'];
  fc.assert(
    fc.property(fc.nat(8e12), fc.constantFrom(...ended), (timeMs, status) => {
      expect(licenceStandingAt(record, timeMs)).toBe('valid');
      expect(licenceStandingAt({ ...record, from, expiresAt, status }, timeMs)).toBe(status);
    }),
  );
});
