import type { Resource } from '../../access/access.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import type { CaseRecord } from '../../state/records.ts';
import { caseRegion } from './case-clock.ts';

/** A case as a question about rights names it: whole, so that no condition of a rule is left without its answer. */
export function resourceOfCase(records: RecordFinder, id: string, record: CaseRecord): Resource {
  const { organ: org, holder, service } = record;
  return { org, holder, case: id, service, region: caseRegion(records, record) };
}
