import { formatDay, formatTime } from './format-time.ts';
import { useTranslation } from './use-translation.ts';

/** Formatting in the language of the page. */
export function useFormat(): {
  day(instantMs: number): string;
  time(instantMs: number): string;
  count(n: number): string;
} {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    day: (instantMs) => formatDay(instantMs, language),
    time: (instantMs) => formatTime(instantMs, language),
    count: (n) => new Intl.NumberFormat(language).format(n),
  };
}
