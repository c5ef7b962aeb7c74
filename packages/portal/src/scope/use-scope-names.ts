import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.ts';
import { namesOfScope, type Service } from '../server/service.ts';
import { catalogueQuery } from './catalogue.ts';

const NOWHERE = { id: '', scope: [] };

/** Names of scopes; the catalogue is fetched only where a code is not among the service's usual ones. */
export function useScopeNames(service: Service | undefined, codes: readonly string[]): string[] {
  const { i18n } = useTranslation();
  const isShort = codes.some((code) => !service?.scope.some((item) => item.code === code));
  const catalogue = useQuery({
    ...catalogueQuery(service ?? NOWHERE),
    enabled: service?.codes !== undefined && isShort,
  });
  const names = namesOfScope(service, codes, i18n.language);
  const lines = catalogue.data?.lines ?? [];
  return names.map((name, at) => (name === codes[at] ? (lines.find(([code]) => code === name)?.[1] ?? name) : name));
}
