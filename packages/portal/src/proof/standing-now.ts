import { type LicenceRecord, type LicenceStanding, licenceStandingAt } from '@minglu/protocol';

/**
 * How a licence stands today. A quiet ledger may not have made a block since it ran out, and a browser's clock may be
 * slow: the later of the two counts.
 * @param provedMs time of the block that the record was proved under; 0 where it was not
 */
export function standingNow(record: LicenceRecord, provedMs: number): LicenceStanding {
  return licenceStandingAt(record, Math.max(provedMs, Date.now()));
}
