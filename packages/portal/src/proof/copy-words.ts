import type { TFunction } from 'i18next';

/** 补领: which copy is in force; nothing where the first one still is. */
export function copyWords(copy: number | undefined, t: TFunction): string | undefined {
  return copy === undefined ? undefined : t('registering.copy.words', { copy });
}
