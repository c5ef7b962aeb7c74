import type { Say } from '../language/say.ts';
import type { CaseBody } from './ledger.ts';

/**
 * What to call a case: by its business, by having no name, or by its number where nothing is known of it here.
 * @param named what was applied for, or the licence that came of it
 */
export function nameOfCase(id: string, named: Pick<CaseBody, 'tradeName'> | undefined, t: Say): string {
  return named === undefined ? id : (named.tradeName ?? t('registering.name.none'));
}
