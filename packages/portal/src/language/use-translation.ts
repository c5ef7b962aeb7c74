import { useSyncExternalStore } from 'react';
import { followWords, type Words, wordsNow } from './words.ts';

/** The words of the page, in its language. */
export function useTranslation(): Words {
  return useSyncExternalStore(followWords, wordsNow);
}
