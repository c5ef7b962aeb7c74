import type { Say } from '../language/say.ts';

/** 补领: which copy is in force; nothing where the first one still is. */
export function copyWords(copy: number | undefined, t: Say): string | undefined {
  return copy === undefined ? undefined : t('registering.copy.words', { copy });
}
