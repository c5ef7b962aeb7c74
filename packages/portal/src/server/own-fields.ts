import { findServiceWords, type Service, wordsIn } from './service.ts';

/** A service's own public fields of one record, with the service's words for them; a code it has no words for stays a code. */
export function ownFields(
  service: Service | undefined,
  fields: Readonly<Record<string, string | number>> | undefined,
  language: string,
): { readonly label: string; readonly value: string }[] {
  return Object.entries(fields ?? {}).map(([name, value]) => {
    const field = service?.publicFields?.find((one) => one.name === name);
    const label = field === undefined ? name : wordsIn(field.words, language);
    return { label, value: findServiceWords(service, `choice.${name}.${value}`, language) ?? String(value) };
  });
}
