import type { Say } from '../language/say.ts';
import type { CaseBody } from './ledger.ts';

/**
 * A heading about a case, from `key` with its `name` in quotation marks. Of a case nothing is known of here it says 这件申请,
 * without: twenty-two characters of a number tell nobody anything. Nor is having no name a name to be quoted.
 */
export function headingOfCase(key: string, named: Pick<CaseBody, 'tradeName'> | undefined, t: Say): string {
  if (named?.tradeName !== undefined) return t(key, { name: named.tradeName });
  const name = t(named === undefined ? 'looks.someCase' : 'looks.nameless');
  return t(key, { name }).replace(new RegExp(`[“"]${name}[”"]`), name);
}
