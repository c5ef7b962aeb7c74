import type { Say } from '../language/say.ts';
import type { CaseBody } from './ledger.ts';
import { nameOfCase } from './name-of-case.ts';

/**
 * A heading about a case, from `key` with its `name` in quotation marks. Of a case nothing is known of here it says 这件申请,
 * without: twenty-two characters of a number tell nobody anything.
 */
export function headingOfCase(key: string, named: Pick<CaseBody, 'tradeName'> | undefined, t: Say): string {
  const name = nameOfCase(t('looks.someCase'), named, t);
  const heading = t(key, { name });
  return named === undefined ? heading.replace(new RegExp(`[“"]${name}[”"]`), name) : heading;
}
