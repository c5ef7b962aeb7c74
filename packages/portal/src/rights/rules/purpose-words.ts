import { useTranslation } from '../../language/use-translation.ts';

/** What something is opened or looked for for, as people call it; the code of one that no page offers. */
export function usePurposeWords(): (purpose: string) => string {
  const { t } = useTranslation();
  return (purpose) =>
    t(`unmask.purposes.${purpose}`, { defaultValue: t(`nameSearch.purposes.${purpose}`, { defaultValue: purpose }) });
}
