import { formatMoney } from '../forms/money.ts';
import { findServiceWords, type PublicField, type Service, wordsIn } from './service.ts';

/** A service's own public fields of one record, with the service's words for them; a code it has no words for stays a code. */
export function ownFields(
  service: Service | undefined,
  fields: Readonly<Record<string, string | number>> | undefined,
  language: string,
): { readonly label: string; readonly value: string }[] {
  const beside = otherFields(service);
  return Object.entries(fields ?? {}).flatMap(([name, value]) => {
    // What 其他 is stands where its choice does.
    if (beside.has(name)) return [];
    const field = service?.publicFields?.find((one) => one.name === name);
    const label = field === undefined ? name : wordsIn(field.words, language);
    const other = fields?.[`${name}-other`];
    const words = findServiceWords(service, `choice.${name}.${value}`, language) ?? shown(value, field);
    return [{ label, value: other === undefined ? words : `${words}：${other}` }];
  });
}

function shown(value: string | number, field: PublicField | undefined): string {
  return field?.value?.kind === 'money' ? `¥${formatMoney(Number(value))}` : String(value);
}

function otherFields(service: Service | undefined): ReadonlySet<string> {
  const fields = service?.publicFields ?? [];
  return new Set(
    fields.flatMap(({ name, value }) =>
      value?.kind === 'choice' && value.other !== undefined ? [`${name}-other`] : [],
    ),
  );
}
