import { useQuery } from '@tanstack/react-query';
import { type Region, regionNameIn } from '../forms/regions.ts';
import { useTranslation } from '../language/use-translation.ts';
import { cityQuery } from './queries.ts';

/** The divisions of this installation, and what to call one. Until they are known a region is its code. */
export function useRegions(): { readonly regions: readonly Region[]; nameOf(code: string): string } {
  const { i18n } = useTranslation();
  const city = useQuery(cityQuery);
  const regions = city.data?.regions ?? [];
  return { regions, nameOf: (code) => regionNameIn(regions, code, i18n.language) };
}
