import { useTranslation } from './use-translation.ts';

/** The sentence of an error or reason code. A code without one is a defect of ours; the reader still gets the code itself. */
export function useCodeWords(): (code: string, facts?: Readonly<Record<string, unknown>>) => string {
  const { t } = useTranslation();
  return (code, facts = {}) => {
    const key = `codes.${code}`;
    const words = t(key, { ...facts });
    return words === key ? t('codes.unknown', { code }) : words;
  };
}
