import { accessRule } from '../../access/access-rule.ts';
import type { DeedContext, Rule } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { HoldRecord } from '../../state/access-records.ts';
import type { RecordFinder } from '../../state/record-finder.ts';

interface NamesACase {
  readonly case: string;
}

/** A hold that keeps something from being erased: placed and not lifted, whether or not a second person has looked at it. */
export function findHold(records: RecordFinder, id: string): HoldRecord | undefined {
  const record = records.find('hold', id);
  return record === undefined || record.status === 'lifted' ? undefined : record;
}

export function isHeld({ case: id }: NamesACase, { records }: DeedContext): Refusal | undefined {
  return findHold(records, id) === undefined ? refuse('hold-unknown', { case: id }) : undefined;
}

/** The organ that is found fault with answers. */
export function mayAnswerFinding(deed: string): Rule<{ readonly finding: string }> {
  return accessRule(deed, ({ finding }, records) => ({ org: records.find('finding', finding)?.organ ?? '' }));
}
