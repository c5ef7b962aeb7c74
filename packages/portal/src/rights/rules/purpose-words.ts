import { useTranslation } from '../../language/use-translation.ts';

/** What something is opened or looked for for, as people call it; the code of one that no page offers. */
export function usePurposeWords(): (purpose: string) => string {
  const { t } = useTranslation();
  return (purpose) => {
    const search = t(`nameSearch.purposes.${purpose}`, { defaultValue: '' });
    // Both lists have an inspection.
    const named = search === '' ? purpose : t('ruleConditions.search', { name: search });
    return t(`unmask.purposes.${purpose}`, { defaultValue: named });
  };
}
