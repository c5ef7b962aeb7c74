import type { TFunction } from 'i18next';
import type { CaseBody } from './ledger.ts';

/** What to call a case: by its business, by having no name, or by its number where nothing is known of it here. */
export function nameOfCase(id: string, body: CaseBody | undefined, t: TFunction): string {
  return body === undefined ? id : (body.tradeName ?? t('registering.name.none'));
}
