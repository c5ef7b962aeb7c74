import type { JsonObject } from '@minglu/protocol';
import type { DeedContext } from '../../deed.ts';
import type { DeclaredField, FieldValues } from '../../shape/declared-fields.ts';

/**
 * What the register says of the licences that an application names: nobody is asked for a paper that this ledger issued.
 * `isShown` is the word of the licence's own key for this application's: anybody can type a number that is public.
 */
export function findNamedLicences(
  declared: readonly DeclaredField[] | undefined,
  values: FieldValues | undefined,
  { records, transaction }: DeedContext,
): { readonly licences: JsonObject } | undefined {
  const asked = declared?.filter(({ kind }) => kind === 'licence') ?? [];
  if (asked.length === 0) return undefined;
  const licences: Record<string, JsonObject> = {};
  for (const { name, of } of asked) {
    const licence = records.find('licence', String(values?.[name] ?? ''));
    if (licence === undefined || licence.kind !== of) continue;
    const { status, region, scope, shownTo, tradeName } = licence;
    const named = tradeName === undefined ? {} : { tradeName };
    licences[name] = { status, region, scope: [...scope], ...named, isShown: shownTo === transaction.kid };
  }
  return { licences };
}
