import { accessRule } from '../../access/access-rule.ts';
import type { DeedContext, Rule } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import { holderOf } from '../licences/licence-rules.ts';

interface NamesACase {
  readonly case: string;
}

/** Whoever holds the case now: of a licence that was handed over, the key it was handed to. */
export function holderOfCase(records: RecordFinder, id: string): string {
  const record = records.find('case', id);
  return record?.licence === undefined ? (record?.holder ?? '') : holderOf(records, record.licence);
}

export function caseIsThere({ case: id }: NamesACase, { records }: DeedContext): Refusal | undefined {
  return records.find('case', id) === undefined ? refuse('case-unknown', { case: id }) : undefined;
}

/** A mandate is given by the holder alone: nobody passes on what was passed to him (民法典 169). */
export function holderAppoints(deed: string): Rule<NamesACase> {
  return accessRule(deed, ({ case: id }, records) => ({ holder: holderOfCase(records, id) }));
}
